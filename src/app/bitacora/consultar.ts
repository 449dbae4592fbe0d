import type { AsientoVisto, BitacoraVista, PedidoBitacora } from "../../cards/bitacora/bitacora.ts"
import { sumarDias } from "../../domain/tiempo/plazo.ts"
import { fechaEnZona, instanteDe } from "../../domain/tiempo/tiempo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Asiento, FiltroBitacora } from "../../ports/repositories/bitacora.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { tiposDeClase } from "../../texts/bitacora.ts"
import { nombreDeAsunto } from "./asunto.ts"

const POR_PAGINA = 10
const MEDIANOCHE = "00:00"

/** Who did what in a body, from where and by which order; never what it said. A page past the end is the last one. */
export async function consultarBitacora(
  read: Repositories,
  organo: Organo,
  pedido: PedidoBitacora,
  pedida: number,
): Promise<BitacoraVista> {
  const filtro = filtroDe(organo, pedido)
  const buscar = (pagina: number) => read.eventos.buscar(filtro, { pagina, porPagina: POR_PAGINA })
  const paginasDe = (total: number) => Math.max(1, Math.ceil(total / POR_PAGINA))
  const primera = await buscar(pedida)
  const pagina = Math.min(pedida, paginasDe(primera.total))
  const { total, asientos } = pagina === pedida ? primera : await buscar(pagina)
  const vistos: AsientoVisto[] = []
  for (const asiento of asientos) vistos.push(await verAsiento(read, organo, asiento))
  return {
    organo,
    pedido,
    asientos: vistos,
    pagina: { pagina, paginas: paginasDe(total), mostrados: vistos.length, total },
  }
}

function filtroDe(organo: Organo, pedido: PedidoBitacora): FiltroBitacora {
  const { sesion, institucion, persona, desde, hasta, clase } = pedido
  return {
    organoId: organo.id,
    ...(sesion ? { sesionId: sesion.id } : {}),
    ...(institucion ? { institucionId: institucion.id } : {}),
    ...(persona ? { personaId: persona.id } : {}),
    ...(desde ? { desde: instanteDe(desde, MEDIANOCHE, organo.zona) } : {}),
    ...(hasta ? { antesDe: instanteDe(sumarDias(hasta, 1), MEDIANOCHE, organo.zona) } : {}),
    ...(clase ? { tipos: tiposDeClase(clase) } : {}),
  }
}

async function verAsiento(read: Repositories, organo: Organo, asiento: Asiento): Promise<AsientoVisto> {
  const { tipo, plataforma, cuenta, lugar, canal, orden, instante } = asiento
  return {
    tipo,
    plataforma,
    cuenta,
    lugar,
    orden,
    instante,
    canal,
    persona: await quien(read, organo, asiento),
    asunto: await nombreDeAsunto(read, asiento),
  }
}

/** With the institutions for which they acted in the body on that day. */
async function quien(
  { personas, instituciones }: Repositories,
  organo: Organo,
  { personaId, instante }: Asiento,
): Promise<AsientoVisto["persona"]> {
  const persona = personaId === null ? null : await personas.byId(personaId)
  if (persona === null) return null
  const puestos = await personas.designaciones(persona.id, fechaEnZona(instante, organo.zona))
  const suyas = new Set(
    puestos.filter(({ organoId }) => organoId === organo.id).map(({ institucionId }) => institucionId),
  )
  const siglas = (await instituciones.all()).filter(({ id }) => suyas.has(id)).map((una) => una.siglas)
  return { nombre: [persona.titulo, persona.nombre].filter(Boolean).join(" "), siglas }
}

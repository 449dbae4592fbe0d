import { graciasCard, type Relevo } from "../../cards/directorio/relevo.ts"
import { sumarDias } from "../../domain/tiempo/plazo.ts"
import type { Designacion, Organo, Persona } from "../../domain/tipos/directorio.ts"
import type { Actuacion } from "../actuacion.ts"
import { avisarCuenta } from "./avisar.ts"
import { registrarDesignacion, terminarDesignacion } from "./designacion.ts"
import { entregarElCargo } from "./entrega.ts"
import { registrarPersona } from "./persona.ts"
import { asentar, enDirectorio, type Hecho, hecho, type Registro } from "./registro.ts"

export interface PedidoRelevo extends Relevo {
  /** Somebody on record; `null`: a new person. */
  readonly registrada: Persona | null
  /** Somebody with that name is on record, and this is another person. */
  readonly esOtra: boolean
}

export interface RelevoHecho {
  readonly llega: Persona
  /** Whether who arrives has an account already. */
  readonly conCuenta: boolean
}

/**
 * One leaves and another arrives, in one act: a day ends one designation and the next begins the other, of the same capacity for
 * the same institution. Both are told; who has no account yet, when it is linked.
 */
export function relevar(
  { data, organo, persona: quien, plataforma, now, hoy }: Actuacion,
  pedido: PedidoRelevo,
): Promise<Hecho<RelevoHecho>> {
  const autor = { persona: quien, organoId: organo.id, plataforma, now }
  return enDirectorio<Hecho<RelevoHecho>>(data, autor, async (registro) => {
    const { registrada, llega: datos, esOtra, puesto, sale, desde } = pedido
    const llegada = registrada ? hecho(registrada) : await registrarPersona(registro, { ...datos, esOtra })
    if (llegada.kind === "reparo") return llegada
    const llega = llegada.valor
    const cambio = await cambiarDePersona(registro, pedido, llega, hoy)
    if (cambio.kind === "reparo") return cambio
    await asentar(registro, {
      tipo: "relevo.registrado",
      objeto: `designacion:${cambio.valor.id}`,
      organoId: organo.id,
      antes: { persona: sale.clave, designacion: puesto.designacion.id },
      despues: { persona: llega.clave, desde },
    })
    return hecho({ llega, conCuenta: await avisar(registro, organo, pedido, llega) })
  })
}

/** Of two titulares the first has to leave before the other arrives; of the Secretaría Técnica the other has to be there. */
async function cambiarDePersona(
  registro: Registro,
  { puesto: { designacion }, oficio, desde }: PedidoRelevo,
  llega: Persona,
  hoy: string,
): Promise<Hecho<Designacion>> {
  const terminar = () => terminarDesignacion(registro, designacion, { hasta: sumarDias(desde, -1), hoy })
  const { organoId, institucionId, calidad } = designacion
  const registrar = () =>
    registrarDesignacion(registro, { personaId: llega.id, organoId, institucionId, calidad, oficio, desde })
  const primero = calidad === "titular" ? await terminar() : await registrar()
  if (primero.kind === "reparo") return primero
  const segundo = calidad === "titular" ? await registrar() : await terminar()
  if (segundo.kind === "reparo") return segundo
  return calidad === "titular" ? segundo : primero
}

async function avisar(
  { repositories, now }: Registro,
  organo: Organo,
  { sale, puesto, desde }: PedidoRelevo,
  llega: Persona,
): Promise<boolean> {
  const { directorioWriter } = repositories
  for (const cuenta of await directorioWriter.cuentas(sale.id))
    await avisarCuenta(repositories, cuenta, {
      organo,
      subject: ["relevo-gracias", puesto.designacion.id, desde],
      card: graciasCard(organo, sale, puesto, sumarDias(desde, -1)),
      why: `Relevo: termina la designación de ${sale.nombre}.`,
      propio: true,
      now,
    })
  const cuentas = (await directorioWriter.cuentas(llega.id)).filter(
    ({ suspendidaEn }) => suspendidaEn === null,
  )
  await entregarElCargo(repositories, cuentas, {
    organo,
    persona: llega,
    institucion: puesto.institucion,
    desde,
    now,
  })
  return cuentas.length > 0
}

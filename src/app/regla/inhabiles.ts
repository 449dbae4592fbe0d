import type { InhabilesPreparados, PlazoRecorrido } from "../../cards/regla/inhabiles.ts"
import { limiteDeEnvio } from "../../domain/convocatoria/limite-envio.ts"
import { estaCerrado } from "../../domain/directorio/suborgano.ts"
import { esHabil, type Inhabiles, sumarDias } from "../../domain/tiempo/plazo.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { DiaInhabil, Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import { sinConvocatoria } from "../../domain/visibilidad/fue-convocada.ts"
import type { InhabilRepository } from "../../ports/repositories/inhabil.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { leerCalendarios } from "../inhabil/calendarios.ts"
import { perfilVigente } from "../perfil.ts"
import { DIAS_ENSAYO, ensayarCambio } from "./ensayar.ts"

/** Days that are recorded as off, or no longer, of the body or of one institution. */
export interface PedidoInhabiles {
  readonly acto: "agregar" | "quitar"
  readonly dias: readonly Fecha[]
  /** `null`: the body's. */
  readonly institucion: Institucion | null
  readonly motivo: string
  readonly fuente: string | null
}

interface Consulta {
  readonly read: Repositories
  readonly organo: Organo
  readonly hoy: Fecha
  readonly now: Instante
}

/** How far from the days a term may reach, in days. */
const LEJOS = 400

/** The rows that are missing, or those that are there and would go. */
export async function filasQueCambian(
  read: Pick<Repositories, "inhabiles">,
  organo: Organo,
  { acto, dias, institucion, motivo, fuente }: PedidoInhabiles,
): Promise<readonly DiaInhabil[]> {
  const [desde, hasta] = [dias[0] ?? "", dias.at(-1) ?? ""]
  const suyos = (await read.inhabiles.allBetween(desde, hasta)).filter((dia) =>
    esDe(dia, organo, institucion),
  )
  if (acto === "quitar") return suyos.filter(({ fecha }) => dias.includes(fecha))
  const ya = new Set(suyos.map(({ fecha }) => fecha))
  return dias
    .filter((fecha) => !ya.has(fecha) && esHabil(fecha, new Set()))
    .map((fecha) => ({
      fecha,
      ambito: institucion === null ? "organo" : "institucion",
      organoId: institucion === null ? organo.id : null,
      institucionId: institucion?.id ?? null,
      motivo,
      porAcuerdo: true,
      fuente,
    }))
}

const esDe = (dia: DiaInhabil, organo: Organo, institucion: Institucion | null): boolean =>
  institucion === null
    ? dia.ambito === "organo" && dia.organoId === organo.id
    : dia.ambito === "institucion" && dia.institucionId === institucion.id

/** The other bodies in which the institution has a seat now: its days are one for all of them. */
export async function otrosConAsiento(
  { organos }: Pick<Repositories, "organos">,
  organo: Organo,
  institucion: Institucion | null,
  now: Instante,
): Promise<readonly Organo[]> {
  if (institucion === null) return []
  const otros: Organo[] = []
  for (const uno of await organos.all()) {
    if (uno.id === organo.id || estaCerrado(uno, fechaEnZona(now, uno.zona))) continue
    const asientos = await organos.integrantes(uno.id, fechaEnZona(now, uno.zona))
    if (asientos.some(({ institucionId }) => institucionId === institucion.id)) otros.push(uno)
  }
  return otros
}

/** What such a change would do: to the count of business days, to the messages and to what runs to a day. Only reads. */
export async function prepararInhabiles(
  consulta: Consulta,
  pedido: PedidoInhabiles,
): Promise<InhabilesPreparados | null> {
  const { read, organo, hoy } = consulta
  const filas = await filasQueCambian(read, organo, pedido)
  if (filas.length === 0) return null
  const candidato = { ...read, inhabiles: conFilas(read.inhabiles, pedido.acto, filas) }
  const fechas = filas.map(({ fecha }) => fecha)
  const [primero, ultimo] = [fechas[0] ?? hoy, fechas.at(-1) ?? hoy]
  const cuenta = async (datos: Repositories): Promise<Inhabiles> => {
    const calendarios = await leerCalendarios(datos, organo, primero, ultimo)
    return pedido.institucion === null ? calendarios.organo : calendarios.de(pedido.institucion.id)
  }
  const [antes, despues] = [await cuenta(read), await cuenta(candidato)]
  const habiles = (en: Inhabiles) => fechas.filter((fecha) => esHabil(fecha, en)).length
  const rango = { desde: hoy, hasta: sumarDias(hoy, DIAS_ENSAYO - 1) }
  return {
    organo,
    acto: pedido.acto,
    institucion: pedido.institucion,
    motivo: pedido.motivo,
    fuente: pedido.fuente,
    dias: fechas,
    cambio: habiles(despues) - habiles(antes),
    rango,
    diferencia: await ensayarCambio(consulta, rango, { organo, read: candidato }),
    plazos: pedido.institucion === null ? await plazosRecorridos(consulta, candidato) : [],
    enOtros: (await otrosConAsiento(read, organo, pedido.institucion, consulta.now)).length > 0,
    vencen: await vencenEntonces(consulta, pedido, fechas),
  }
}

function conFilas(
  inhabiles: InhabilRepository,
  acto: PedidoInhabiles["acto"],
  filas: readonly DiaInhabil[],
): InhabilRepository {
  const fuera = new Set(filas.map((dia) => claveDe(dia)))
  const cambiar = (dias: readonly DiaInhabil[], desde: Fecha, hasta: Fecha) =>
    acto === "quitar"
      ? dias.filter((dia) => !fuera.has(claveDe(dia)))
      : [...dias, ...filas.filter(({ fecha }) => desde <= fecha && fecha <= hasta)]
  return {
    ...inhabiles,
    between: async (desde, hasta, of) =>
      cambiar(await inhabiles.between(desde, hasta, of), desde, hasta).filter(
        ({ organoId, institucionId }) =>
          (organoId === null || organoId === of.organoId) &&
          (institucionId === null || institucionId === of.institucionId),
      ),
    allBetween: async (desde, hasta) => cambiar(await inhabiles.allBetween(desde, hasta), desde, hasta),
  }
}

const claveDe = ({ fecha, organoId, institucionId }: DiaInhabil): string =>
  `${fecha} ${organoId} ${institucionId}`

/** Last days on which a session can still be called, that would be others: the Secretaría Técnica was told of them. */
async function plazosRecorridos(
  { read, organo, hoy }: Consulta,
  candidato: Repositories,
): Promise<readonly PlazoRecorrido[]> {
  const sesiones = (await read.sesiones.list(organo.id)).filter(
    (sesion) => sinConvocatoria(sesion) && sesion.fecha !== null && sesion.fecha >= hoy,
  )
  const plazos: PlazoRecorrido[] = []
  for (const { clave, fecha, hora, tipo } of sesiones) {
    if (fecha === null) continue
    const perfil = await perfilVigente(read, organo.id, fecha)
    const limite = async (datos: Repositories) => {
      const { organo: inhabiles } = await leerCalendarios(datos, organo, sumarDias(fecha, -LEJOS), fecha)
      return limiteDeEnvio(
        { fecha, hora, zona: organo.zona },
        perfil.convocatoria[tipo],
        perfil.conteo,
        inhabiles,
      ).dia
    }
    const [antes, despues] = [await limite(read), await limite(candidato)]
    if (antes !== despues) plazos.push({ que: `el último día para convocar a ${clave}`, antes, despues })
  }
  return plazos
}

/** Compromisos whose day would be one on which nobody works: their date stays, since it is what was agreed. */
async function vencenEntonces(
  { read, organo }: Consulta,
  { acto, institucion }: PedidoInhabiles,
  fechas: readonly Fecha[],
): Promise<readonly string[]> {
  if (acto === "quitar") return []
  const rows = await read.compromisos.list({
    organoId: organo.id,
    estados: ["pendiente", "en_proceso", "en_validacion"],
    venceDesde: fechas[0] ?? "",
    venceHasta: fechas.at(-1) ?? "",
    ...(institucion === null ? {} : { institucionId: institucion.id }),
  })
  return rows
    .map(({ compromiso }) => compromiso)
    .filter(({ fechaCompromiso, fechaReprogramada }) =>
      fechas.includes(fechaReprogramada ?? fechaCompromiso ?? ""),
    )
    .map(({ clave }) => clave)
}

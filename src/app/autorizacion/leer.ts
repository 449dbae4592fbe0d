import type { AutorizacionVista } from "../../cards/autorizacion/vista.ts"
import type { Autorizacion } from "../../domain/tipos/autorizacion.ts"
import type { Canal } from "../../domain/tipos/canal.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { canalesDe, canalesDeInstitucion } from "../canal/canales.ts"
import type { Consulta } from "../consulta.ts"
import { sigueIgual } from "./texto.ts"

/** One of them with what is said of it: who asked, of whom, and what would leave if it still holds. */
export async function vistaAutorizacion(
  consulta: Consulta,
  sesion: Sesion,
  autorizacion: Autorizacion,
): Promise<AutorizacionVista> {
  const { read, organo, hoy } = consulta
  const nombre = async (id: string | null) =>
    id === null ? null : ((await read.personas.byId(id))?.nombre ?? "alguien que no consta en el directorio")
  const saldria =
    autorizacion.estado === "por_autorizar" ? await sigueIgual(consulta, sesion, autorizacion) : null
  return {
    organo,
    sesion,
    autorizacion,
    saldria,
    solicita: (await nombre(autorizacion.solicitanteId)) ?? "",
    resuelve: await nombre(autorizacion.resuelveId),
    presiden: await quienesPresiden(read, organo, hoy),
  }
}

/** What waits in a session; `null`: nothing does. */
export async function autorizacionEnEspera(
  consulta: Consulta,
  sesion: Sesion,
): Promise<AutorizacionVista | null> {
  const abierta = await consulta.read.autorizaciones.abierta(sesion.id)
  return abierta && vistaAutorizacion(consulta, sesion, abierta)
}

/** All that waits in a body, the oldest first. */
export async function autorizacionesEnEspera(consulta: Consulta): Promise<readonly AutorizacionVista[]> {
  const vistas: AutorizacionVista[] = []
  for (const abierta of await consulta.read.autorizaciones.abiertas(consulta.organo.id)) {
    const sesion = await consulta.read.sesiones.byId(abierta.sesionId)
    if (sesion !== null) vistas.push(await vistaAutorizacion(consulta, sesion, abierta))
  }
  return vistas
}

const institucionQuePreside = async (
  read: Pick<Repositories, "organos">,
  organo: Organo,
  hoy: Fecha,
): Promise<string | null> =>
  (await read.organos.integrantes(organo.id, hoy)).find(({ rol }) => rol === "presidencia")?.institucionId ??
  null

/** By name: the presidencia, then whoever stands in for it by oficio. */
async function quienesPresiden(
  read: Pick<Repositories, "organos" | "personas">,
  organo: Organo,
  hoy: Fecha,
): Promise<readonly string[]> {
  const preside = await institucionQuePreside(read, organo, hoy)
  const designados = await read.personas.designados(organo.id, hoy)
  const titulares = designados.filter(({ designacion }) => designacion.calidad === "presidencia")
  const suplentes = designados.filter(
    ({ designacion: { calidad, oficio, institucionId } }) =>
      calidad === "suplente" && oficio !== null && institucionId === preside,
  )
  return [...new Set([...titulares, ...suplentes].map(({ persona }) => persona.nombre))]
}

export interface DestinosPresidencia {
  readonly canales: readonly Canal[]
  /** Only the presidencia reads them; otherwise the institution that presides does, and no text is shown there. */
  readonly reservados: boolean
}

/** Where the presidencia of a body reads: its own channel, or else that of the institution that presides. */
export async function destinosDePresidencia(
  read: Pick<Repositories, "canales" | "organos" | "instituciones">,
  organo: Organo,
  hoy: Fecha,
): Promise<DestinosPresidencia> {
  const propios = await canalesDe(read, organo, "presidencia")
  if (propios.length > 0) return { canales: propios, reservados: true }
  const preside = await institucionQuePreside(read, organo, hoy)
  return { canales: await canalesDeInstitucion(read, organo, hoy, preside), reservados: false }
}

import type { SesionDeSubOrgano } from "../../cards/sesion/proxima.ts"
import type { EstadoConvocatoria } from "../../domain/convocatoria/convocatoria.ts"
import { limiteDeEnvio, yaVencio } from "../../domain/convocatoria/limite-envio.ts"
import { proximaSesion, ultimaClausurada } from "../../domain/sesion/sesion.ts"
import { diasHabilesEntre, sumarDias } from "../../domain/tiempo/plazo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import { esDelOrgano, institucionesDe, veOrdenDelDia } from "../../domain/visibilidad/visibilidad.ts"
import type { ConsultaPersonal } from "../consulta.ts"
import { leerCalendarios } from "../inhabil/calendarios.ts"
import { puntosVisibles, sesionesVisibles } from "./consultar.ts"

export type ProximaSesion =
  | {
      readonly kind: "una"
      readonly sesion: Sesion
      /** Business days until it, in the body's calendar; `null` without a date. */
      readonly diasHabiles: number | null
      /** `null`: not for the asker. */
      readonly puntos: readonly PuntoOrdenDia[] | null
      readonly convocatoria: EstadoConvocatoria | null
      readonly preguntaInstitucion: boolean
      /** Only people of the body get the address of a remote session. */
      readonly conUrl: boolean
      readonly antes: SesionDeSubOrgano | null
      /** Other bodies of the same tree, or of the asker's, with a session to come that the asker may see. */
      readonly otros: readonly SesionDeSubOrgano[]
    }
  | {
      readonly kind: "ninguna"
      readonly ultima: Sesion | null
      readonly antes: SesionDeSubOrgano | null
      readonly otros: readonly SesionDeSubOrgano[]
    }

/** Days before a session that its longest notice may reach back. */
const LEJOS = 120

/** The next session of the body, with what the asker may know of it. */
export async function consultarProxima(
  consulta: ConsultaPersonal & { readonly now: Instante },
): Promise<ProximaSesion> {
  const { actor, organo, hoy } = consulta
  const visibles = await sesionesVisibles(consulta)
  const sesion = proximaSesion(visibles, hoy)
  const antes = await anteriorDeSubOrgano(consulta, sesion?.fecha ?? null)
  const otros = await deOtrosOrganos(consulta)
  if (!sesion) return { kind: "ninguna", ultima: ultimaClausurada(visibles), antes, otros }
  const [desde = hoy] = [hoy, sumarDias(sesion.fecha ?? hoy, -LEJOS)].sort()
  const { organo: inhabiles } = await leerCalendarios(consulta.read, organo, desde, sesion.fecha ?? hoy)
  return {
    kind: "una",
    sesion,
    diasHabiles: sesion.fecha === null ? null : diasHabilesEntre(hoy, sesion.fecha, inhabiles),
    puntos: veOrdenDelDia(actor, sesion) ? await puntosVisibles(consulta, sesion) : null,
    convocatoria: await convocatoriaDe(consulta, sesion, inhabiles),
    conUrl: esDelOrgano(actor, organo.id),
    preguntaInstitucion: institucionesDe(actor, organo.id).length > 0,
    antes,
    otros,
  }
}

/** Bodies above and below this one, and those in which the asker has a post, each with its next session. */
async function deOtrosOrganos(consulta: ConsultaPersonal): Promise<readonly SesionDeSubOrgano[]> {
  const { read, organo, actor, hoy } = consulta
  const todos = await read.organos.all()
  const propios =
    actor.kind === "vinculado" ? new Set(actor.designaciones.map((post) => post.organoId)) : new Set<string>()
  const parientes = new Set([organo.padreId, ...descendientes(organo.id, todos).map(({ id }) => id)])
  const otros: SesionDeSubOrgano[] = []
  for (const otro of todos) {
    if (otro.id === organo.id || !(parientes.has(otro.id) || propios.has(otro.id))) continue
    const sesion = proximaSesion(await sesionesVisibles({ ...consulta, organo: otro }), hoy)
    if (sesion) otros.push({ organo: otro, sesion })
  }
  return otros
}

/** The last day only by a profile that the body has recorded: a default would pass for a rule of the body. */
async function convocatoriaDe(
  { read, actor, organo, hoy, now }: ConsultaPersonal & { readonly now: Instante },
  sesion: Sesion,
  inhabiles: ReadonlySet<Fecha>,
): Promise<EstadoConvocatoria | null> {
  if (sesion.convocadaEl) return { kind: "enviada", el: sesion.convocadaEl }
  if (sesion.estado !== "programada" && sesion.estado !== "diferida") return null
  const perfil = esDelOrgano(actor, organo.id) ? await read.organos.perfil(organo.id, hoy) : null
  if (sesion.fecha === null || perfil === null) return { kind: "por_enviar", limite: null }
  const plazo = perfil.convocatoria[sesion.tipo]
  const { zona } = organo
  const cuando = { fecha: sesion.fecha, hora: sesion.hora, zona }
  const hasta = limiteDeEnvio(cuando, plazo, perfil.conteo, inhabiles)
  return { kind: "por_enviar", limite: { hasta, vencio: yaVencio(hasta, now, zona), plazo } }
}

async function anteriorDeSubOrgano(
  consulta: ConsultaPersonal,
  fecha: Fecha | null,
): Promise<SesionDeSubOrgano | null> {
  const { read, organo, hoy } = consulta
  const hijos = descendientes(organo.id, await read.organos.all())
  const candidatas: SesionDeSubOrgano[] = []
  for (const hijo of hijos) {
    const sesion = proximaSesion(await sesionesVisibles({ ...consulta, organo: hijo }), hoy)
    if (sesion?.fecha && (fecha === null || sesion.fecha < fecha)) candidatas.push({ organo: hijo, sesion })
  }
  return candidatas.sort((a, b) => (a.sesion.fecha ?? "").localeCompare(b.sesion.fecha ?? ""))[0] ?? null
}

/** Every body below one, at any depth. */
function descendientes(organoId: string, todos: readonly Organo[]): readonly Organo[] {
  const hijos = todos.filter(({ padreId }) => padreId === organoId)
  return hijos.flatMap((hijo) => [hijo, ...descendientes(hijo.id, todos)])
}

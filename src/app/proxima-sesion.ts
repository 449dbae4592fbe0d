import type { SesionDeSubOrgano } from "../cards/proxima-sesion.ts"
import type { EstadoConvocatoria } from "../domain/convocatoria.ts"
import { PERFIL_PREDETERMINADO } from "../domain/perfil-reglas-default.ts"
import { diasHabilesEntre, sumarDias, ultimoDiaConvocatoria } from "../domain/plazo.ts"
import { proximaSesion, ultimaClausurada } from "../domain/sesion.ts"
import type { Fecha, PuntoOrdenDia, Sesion } from "../domain/tipos.ts"
import { esDelOrgano, institucionesDe, veOrdenDelDia } from "../domain/visibilidad.ts"
import { leerCalendarios } from "./calendario.ts"
import { type ConsultaSesion, puntosVisibles, sesionesVisibles } from "./consultar-sesion.ts"

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
      readonly antes: SesionDeSubOrgano | null
    }
  | { readonly kind: "ninguna"; readonly ultima: Sesion | null; readonly antes: SesionDeSubOrgano | null }

/** Days before a session that its longest notice may reach back. */
const LEJOS = 120

/** The next session of the body, with what the asker may know of it. */
export async function consultarProxima(consulta: ConsultaSesion): Promise<ProximaSesion> {
  const { actor, organo, hoy } = consulta
  const visibles = await sesionesVisibles(consulta)
  const sesion = proximaSesion(visibles, hoy)
  const antes = await anteriorDeSubOrgano(consulta, sesion?.fecha ?? null)
  if (!sesion) return { kind: "ninguna", ultima: ultimaClausurada(visibles), antes }
  const [desde = hoy] = [hoy, sumarDias(sesion.fecha ?? hoy, -LEJOS)].sort()
  const { organo: inhabiles } = await leerCalendarios(consulta.read, organo.id, desde, sesion.fecha ?? hoy)
  return {
    kind: "una",
    sesion,
    diasHabiles: sesion.fecha === null ? null : diasHabilesEntre(hoy, sesion.fecha, inhabiles),
    puntos: veOrdenDelDia(actor, sesion) ? await puntosVisibles(consulta, sesion) : null,
    convocatoria: esDelOrgano(actor, organo.id) ? await convocatoriaDe(consulta, sesion, inhabiles) : null,
    preguntaInstitucion: institucionesDe(actor, organo.id).length > 0,
    antes,
  }
}

async function convocatoriaDe(
  { read, organo, hoy }: ConsultaSesion,
  sesion: Sesion,
  inhabiles: ReadonlySet<Fecha>,
): Promise<EstadoConvocatoria | null> {
  if (sesion.convocadaEl) return { kind: "enviada", el: sesion.convocadaEl }
  if (sesion.fecha === null || sesion.estado !== "programada") return null
  const perfil = (await read.organos.perfil(organo.id, hoy)) ?? PERFIL_PREDETERMINADO
  const plazo = perfil.convocatoria[sesion.tipo]
  return {
    kind: "por_enviar",
    plazo,
    ultimoDia: ultimoDiaConvocatoria(sesion.fecha, plazo, perfil.conteo, inhabiles),
  }
}

async function anteriorDeSubOrgano(
  consulta: ConsultaSesion,
  fecha: Fecha | null,
): Promise<SesionDeSubOrgano | null> {
  const { read, organo, hoy } = consulta
  const hijos = (await read.organos.all()).filter(({ padreId }) => padreId === organo.id)
  const candidatas: SesionDeSubOrgano[] = []
  for (const hijo of hijos) {
    const sesion = proximaSesion(await sesionesVisibles({ ...consulta, organo: hijo }), hoy)
    if (sesion?.fecha && (fecha === null || sesion.fecha < fecha)) candidatas.push({ organo: hijo, sesion })
  }
  return candidatas.sort((a, b) => (a.sesion.fecha ?? "").localeCompare(b.sesion.fecha ?? ""))[0] ?? null
}

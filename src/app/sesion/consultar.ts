import { buscarSesion } from "../../domain/sesion/sesion.ts"
import type { PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import { puedeLeerBitacora, vePunto, veSesion } from "../../domain/visibilidad/visibilidad.ts"
import type { ConsultaPersonal } from "../consulta.ts"

/** The body's sessions that the asker may know of, newest first. The others do not exist for them. */
export async function sesionesVisibles({
  read,
  actor,
  organo,
}: ConsultaPersonal): Promise<readonly Sesion[]> {
  return (await read.sesiones.list(organo.id)).filter((sesion) => veSesion(actor, sesion))
}

/** Those that the asker may name: whoever reads the log of the body finds all of them there. */
export async function sesionesNombrables(consulta: ConsultaPersonal): Promise<readonly Sesion[]> {
  const { read, actor, organo } = consulta
  return puedeLeerBitacora(actor, organo.id) ? read.sesiones.list(organo.id) : sesionesVisibles(consulta)
}

export type SesionEncontrada =
  /** `exacta`: named as it is called, or the one that is meant when none is named. */
  | { readonly kind: "una"; readonly sesion: Sesion; readonly exacta: boolean }
  | { readonly kind: "varias"; readonly sesiones: readonly Sesion[] }
  /** `conocidas`: near misses, or else every session the asker may see. */
  | { readonly kind: "ninguna"; readonly conocidas: readonly Sesion[] }

/** The session that a text names; without a text, the one `preferida` picks. */
export async function encontrarSesion(
  consulta: ConsultaPersonal,
  texto: string | undefined,
  preferida: (sesiones: readonly Sesion[]) => Sesion | null,
): Promise<SesionEncontrada> {
  const visibles = await sesionesNombrables(consulta)
  if (texto === undefined) {
    const sesion = preferida(visibles)
    return sesion ? { kind: "una", sesion, exacta: true } : { kind: "ninguna", conocidas: visibles }
  }
  const found = buscarSesion(texto, visibles, consulta.hoy)
  if (found.kind === "una") return { kind: "una", sesion: found.item, exacta: found.exacta }
  if (found.kind === "varias") return { kind: "varias", sesiones: found.items }
  return { kind: "ninguna", conocidas: found.parecidas.length > 0 ? found.parecidas : visibles }
}

/** The items that the asker may see. Illustrative ones stay out of a session that was really held. */
export async function puntosVisibles(
  { read, actor }: ConsultaPersonal,
  sesion: Sesion,
): Promise<readonly PuntoOrdenDia[]> {
  return (await read.sesiones.puntos(sesion.id)).filter(
    (punto) => vePunto(actor, punto, sesion) && (punto.origen !== "demo" || sesion.origen === "demo"),
  )
}

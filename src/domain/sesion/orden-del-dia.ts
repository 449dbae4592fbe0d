import type { ReglaExtraordinaria } from "../reglas/reglas-sesion.ts"
import { normalizar } from "../texto/texto.ts"
import type { EstadoSesion, PuntoOrdenDia, TipoSesion } from "../tipos/sesion.ts"

/** Items that make up the orden del día; the others were withdrawn, deferred, merged or are only proposed. */
export const puntosVigentes = (puntos: readonly PuntoOrdenDia[]): readonly PuntoOrdenDia[] =>
  puntos.filter(({ estado }) => estado === "incluido" || estado === "desahogado")

/** Whether an item in this state is, or was, in the orden del día; `null`: the state does not tell. */
export function estuvoEnElOrden(estado: PuntoOrdenDia["estado"]): boolean | null {
  if (estado === "retirado") return null
  return estado !== "propuesto"
}

/**
 * The list whose places number the items: what was withdrawn comes last, so that whoever prepares the session and whoever
 * was called to it count alike. One with a number of its own on record keeps its place.
 */
export function enSuLugar(puntos: readonly PuntoOrdenDia[]): readonly PuntoOrdenDia[] {
  return [...puntos.filter((punto) => !sinLugar(punto)), ...puntos.filter(sinLugar)]
}

/** It was withdrawn before anybody numbered it: no place of the list is its. */
export const sinLugar = ({ estado, numero }: PuntoOrdenDia): boolean =>
  estado === "retirado" && numero === null

/** Until when the orden del día may be changed; afterwards only what happens to an item in the session. */
export const admiteCambios = (estado: EstadoSesion): boolean =>
  estado === "programada" || estado === "convocada" || estado === "diferida"

/** The item under which a body reviews what is still owed. */
export const esSeguimiento = (titulo: string): boolean =>
  /\bseguimiento\b.*\bacuerdos\b/.test(normalizar(titulo))

export type AvisoPunto = "asuntos_generales" | "seguimiento_acuerdos" | "titulo_repetido"

/** What a body's rules say against an item of a session of this type. Warned of, never refused. */
export function avisosPunto(
  titulo: string,
  tipo: TipoSesion,
  regla: ReglaExtraordinaria,
  otros: readonly Pick<PuntoOrdenDia, "titulo">[],
): readonly AvisoPunto[] {
  const plain = normalizar(titulo)
  const extraordinaria = tipo === "extraordinaria"
  return [
    ...(extraordinaria && !regla.asuntosGenerales && /\basuntos generales\b/.test(plain)
      ? (["asuntos_generales"] as const)
      : []),
    ...(extraordinaria && !regla.seguimientoAcuerdos && esSeguimiento(titulo)
      ? (["seguimiento_acuerdos"] as const)
      : []),
    ...(otros.some((otro) => normalizar(otro.titulo) === plain) ? (["titulo_repetido"] as const) : []),
  ]
}

/** The ids in the order that results from putting the item `id` at place `lugar` (from 1) among the others. */
export function moverPunto(ids: readonly string[], id: string, lugar: number): readonly string[] {
  const others = ids.filter((other) => other !== id)
  const at = Math.min(Math.max(1, lugar), ids.length) - 1
  return [...others.slice(0, at), id, ...others.slice(at)]
}

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

/** The ids in the order in which one that is withdrawn comes after all others: no place that counts is its. */
export const alFinal = (ids: readonly string[], id: string): readonly string[] =>
  moverPunto(ids, id, ids.length)

/**
 * Those that were withdrawn before anybody numbered them: the convocatoria does not count them, and they come last. One that was
 * withdrawn while the session was held keeps its number.
 */
export function sinNumerar(puntos: readonly PuntoOrdenDia[]): readonly PuntoOrdenDia[] {
  const ultimo = puntos.findLastIndex(({ estado, numero }) => estado !== "retirado" || numero !== null)
  return puntos.slice(ultimo + 1)
}

/** Until when the orden del día may be changed; afterwards only what happens to an item in the session. */
export const admiteCambios = (estado: EstadoSesion): boolean =>
  estado === "programada" || estado === "convocada" || estado === "diferida"

/** The item under which a body reviews what is still owed. */
export const esSeguimiento = (titulo: string): boolean =>
  /\bseguimiento\b.*\bacuerdos\b/.test(normalizar(titulo))

/** The one that the session has for it; `null`: none that goes. */
export const puntoDeSeguimiento = (puntos: readonly PuntoOrdenDia[]): PuntoOrdenDia | null =>
  puntosVigentes(puntos).find(({ titulo }) => esSeguimiento(titulo)) ?? null

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

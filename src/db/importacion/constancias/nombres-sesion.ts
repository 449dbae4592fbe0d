import { sorted } from "../filas/sorted.ts"
import type { SesionConConstancias } from "./leidas.ts"

/** How its constancias name what is of one session. */
export interface NombresDeSesion {
  /** Position in the agenda, from 1; `null`: no item of the session. */
  punto(id: string | null): number | null
  acuerdo(id: string | null): string | null
  /** `punto:<id>` → `punto:3`; what names nothing of the session stays as it is. */
  parrafo(id: string): string
}

export function nombresDeSesion({
  puntos,
  asistencias,
  acuerdos,
  votaciones,
}: SesionConConstancias): NombresDeSesion {
  const lugares = new Map(puntos.map(({ id }, i) => [id, i + 1]))
  const claves = new Map(acuerdos.map(({ id, clave }) => [id, clave]))
  const parrafos = new Map<string, string>([
    ...[...lugares].map(([id, lugar]) => [`punto:${id}`, `punto:${lugar}`] as const),
    ...asistencias.flatMap(({ id, orden }) => [
      [`asistencia:${id}`, `asistencia:${orden}`] as const,
      [`nota:nombres:${id}`, `nota:nombres:${orden}`] as const,
    ]),
    ...[...claves].map(([id, clave]) => [`acuerdo:${id}`, `acuerdo:${clave}`] as const),
    ...acuerdos.flatMap(({ compromisos }) =>
      compromisos.map(({ id, clave }) => [`compromiso:${id}`, `compromiso:${clave}`] as const),
    ),
    ...votacionesEnOrden(votaciones).map(({ id }, i) => [`votacion:${id}`, `votacion:${i + 1}`] as const),
  ])
  return {
    punto: (id) => lugares.get(id ?? "") ?? null,
    acuerdo: (id) => claves.get(id ?? "") ?? null,
    parrafo: (id) => parrafos.get(id) ?? id,
  }
}

/** By when they were opened; a position names each. */
export const votacionesEnOrden = <
  V extends Pick<SesionConConstancias["votaciones"][number], "abiertaEn" | "texto" | "cerradaEn">,
>(
  votaciones: readonly V[],
): readonly V[] =>
  sorted(votaciones, (v) => [v.abiertaEn.toISOString(), v.cerradaEn?.toISOString() ?? null, v.texto])

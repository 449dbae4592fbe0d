import type { RegistroAsistencia } from "../tipos/desahogo.ts"
import type { Instante } from "../tipos/tiempo.ts"

/** Ids of the institutions that had somebody in the room at an instant. */
export function enSalaAl(
  registros: readonly Pick<RegistroAsistencia, "institucionId" | "llegada" | "salida">[],
  instante: Instante,
): ReadonlySet<string> {
  return new Set(
    registros
      .filter(({ llegada, salida }) => llegada <= instante && (salida === null || salida > instante))
      .map(({ institucionId }) => institucionId),
  )
}

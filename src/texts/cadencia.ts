import type { Cadencia } from "../domain/tipos/compromiso.ts"

/** "cada mes", "cada 15 días hábiles" */
export function cadenciaEnPalabras({ ritmo, dias }: Pick<Cadencia, "ritmo" | "dias">): string {
  if (ritmo === "dias_habiles") return `cada ${dias} días hábiles`
  return ritmo === "mensual" ? "cada mes" : "cada tres meses"
}

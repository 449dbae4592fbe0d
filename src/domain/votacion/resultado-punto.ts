import type { TipoResultado } from "../tipos/sesion.ts"
import type { Votacion } from "./votacion.ts"

/**
 * What the outcome of an item goes on record as. Its words alone claim nothing: it is an approval where somebody says so
 * or the item's last vote carried. `contradice`: somebody says so, and that vote did not carry.
 */
export function tipoDeResultado(
  dicho: TipoResultado | null,
  votado: Votacion["resultado"] | null,
): TipoResultado | "contradice" | null {
  if (votado === null || votado === "aprobado") return dicho ?? (votado === null ? null : "aprobacion")
  return dicho === null ? null : "contradice"
}

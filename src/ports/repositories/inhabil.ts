import type { DiaInhabil, Fecha } from "../../domain/tipos/tiempo.ts"

export interface InhabilRepository {
  /** Base days, plus the body's, plus the institution's when given. */
  between(
    desde: Fecha,
    hasta: Fecha,
    of: { readonly organoId: string; readonly institucionId: string | null },
  ): Promise<readonly DiaInhabil[]>
  /** Every row of the range, all scopes. */
  allBetween(desde: Fecha, hasta: Fecha): Promise<readonly DiaInhabil[]>
  /** Those that are on record already stay as they are. */
  add(dias: readonly DiaInhabil[]): Promise<void>
  /** Exactly these: of that day and of that body or institution. */
  remove(dias: readonly DiaInhabil[]): Promise<void>
}

/** Tells of changes to reference data, whoever made them. The name stands in the migration `…_avisar_cambios`. */
export const CHANGES_CHANNEL = "plenaria_cambios"

/** What the cache needs to know to be right. */
export interface ChangeFeed {
  /** Every change committed until a moment ago was told, or would be before the next answer is used. */
  trusted(): boolean
  close(): Promise<void>
}

import type { Ids, Row } from "./sync.ts"

/** Brings one table up to the given rows. */
export type Run = (
  name: string,
  table: unknown,
  key: readonly string[],
  rows: readonly Row[],
  where?: object,
) => Promise<Ids>

/** Ids of what the directory of a document names, by its natural key. */
export interface Directorio {
  readonly organos: Ids
  readonly instituciones: Ids
  readonly personas: Ids
}

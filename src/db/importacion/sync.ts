import { randomUUID } from "node:crypto"

/** A record as Prisma takes and gives it. */
export type Row = Readonly<Record<string, unknown>>

/** The part of a Prisma model that an import uses. */
export interface Table {
  findMany(query: { readonly where?: object }): Promise<readonly Row[]>
  createMany(query: { readonly data: readonly Row[] }): Promise<unknown>
  update(query: { readonly where: { readonly id: string }; readonly data: Row }): Promise<unknown>
}

/** What an import did, for its summary and for the log. */
export class Changes {
  created = 0
  unchanged = 0
  readonly updated: { readonly tabla: string; readonly antes: Row; readonly despues: Row }[] = []
}

interface SyncOptions {
  readonly name: string
  readonly table: unknown
  /** Fields that identify a record; with them an existing one is found. */
  readonly key: readonly string[]
  readonly rows: readonly Row[]
  /** Bounds what is read of the table. */
  readonly where?: object
  readonly changes: Changes
}

/** Creates what is missing, updates what differs, leaves the rest; returns the id of every record by its key. */
export async function sync({
  name,
  table,
  key,
  rows,
  where,
  changes,
}: SyncOptions): Promise<ReadonlyMap<string, string>> {
  const model = table as Table
  const keyOf = (row: Row) => keyText(key.map((field) => row[field]))
  const existing = new Map((await model.findMany(where ? { where } : {})).map((row) => [keyOf(row), row]))
  const ids = new Map([...existing].map(([text, row]) => [text, String(row.id)]))
  const missing: Row[] = []
  for (const row of rows) {
    const before = existing.get(keyOf(row))
    if (!before) {
      const id = randomUUID()
      ids.set(keyOf(row), id)
      missing.push({ id, ...row })
      continue
    }
    const differs = Object.keys(row).filter((field) => canonical(before[field]) !== canonical(row[field]))
    if (differs.length === 0) {
      changes.unchanged += 1
      continue
    }
    const data = Object.fromEntries(differs.map((field) => [field, row[field]]))
    await model.update({ where: { id: String(before.id) }, data })
    const antes = Object.fromEntries(differs.map((field) => [field, before[field]]))
    changes.updated.push({ tabla: name, antes: { id: before.id, ...antes }, despues: data })
  }
  if (missing.length > 0) await model.createMany({ data: missing })
  changes.created += missing.length
  return ids
}

export const keyText = (parts: readonly unknown[]) => parts.map(canonical).join("\u0000")

/** The same text for the same value, whatever the order of a JSON object's fields. */
function canonical(value: unknown): string {
  if (value === undefined || value === null) return "null"
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`
  if (typeof value !== "object") return JSON.stringify(value)
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([field, inner]) => `${JSON.stringify(field)}:${canonical(inner)}`).join(",")}}`
}

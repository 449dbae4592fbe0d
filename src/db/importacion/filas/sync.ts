import { randomUUID } from "node:crypto"
import type { CuentaImportacion } from "../../../domain/importacion/documento.ts"

/** A record as Prisma takes and gives it. */
export type Row = Readonly<Record<string, unknown>>

/** The part of a Prisma model that an import uses. */
export interface Table {
  findMany(query: { readonly where?: object }): Promise<readonly Row[]>
  createMany(query: { readonly data: readonly Row[] }): Promise<unknown>
  update(query: { readonly where: { readonly id: string }; readonly data: Row }): Promise<unknown>
}

/** Ids of records by their keys. */
export type Ids = ReadonlyMap<string, string>

/** One record created (`antes` is null) or changed. */
export interface Change {
  readonly tipo: string
  readonly id: string
  readonly antes: Row | null
  readonly despues: Row
}

/** What an import did, for its summary and for the log. */
export class Changes {
  readonly log: Change[] = []
  readonly #counts = new Map<string, { creados: number; actualizados: number; sinCambio: number }>()

  add(tipo: string, what: keyof CuentaImportacion): void {
    const count = this.#counts.get(tipo) ?? { creados: 0, actualizados: 0, sinCambio: 0 }
    count[what] += 1
    this.#counts.set(tipo, count)
  }

  /** A record counted as unchanged turned out to change. */
  moved(tipo: string): void {
    const count = this.#counts.get(tipo)
    if (!count) return
    count.sinCambio -= 1
    count.actualizados += 1
  }

  counts(): readonly (CuentaImportacion & { readonly tipo: string })[] {
    return [...this.#counts].map(([tipo, count]) => ({ tipo, ...count }))
  }
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

/** PostgreSQL takes 65,535 values a statement; the widest table has twenty columns. */
const CHUNK = 1_000

/** Creates what is missing, updates what differs, leaves the rest; returns the id of every record by its key. */
export async function sync({ name, table, key, rows, where, changes }: SyncOptions): Promise<Ids> {
  const model = table as Table
  const keyOf = (row: Row) => keyText(key.map((field) => row[field]))
  const existing = new Map((await model.findMany(where ? { where } : {})).map((row) => [keyOf(row), row]))
  const ids = new Map([...existing].map(([text, row]) => [text, String(row.id)]))
  const missing: Row[] = []
  for (const row of rows) {
    const before = existing.get(keyOf(row))
    if (before) {
      await update(model, name, before, row, changes)
      continue
    }
    const id = randomUUID()
    ids.set(keyOf(row), id)
    missing.push({ id, ...row })
    changes.add(name, "creados")
    changes.log.push({ tipo: name, id, antes: null, despues: row })
  }
  await createInChunks(model, missing)
  return ids
}

/** Writes the fields that differ, if any. */
export async function update(
  model: Table,
  name: string,
  before: Row,
  row: Row,
  changes: Changes,
): Promise<void> {
  const differs = Object.keys(row).filter((field) => canonical(before[field]) !== canonical(row[field]))
  if (differs.length === 0) {
    changes.add(name, "sinCambio")
    return
  }
  const id = String(before.id)
  const despues = Object.fromEntries(differs.map((field) => [field, row[field]]))
  const antes = Object.fromEntries(differs.map((field) => [field, before[field]]))
  await model.update({ where: { id }, data: despues })
  changes.add(name, "actualizados")
  changes.log.push({ tipo: name, id, antes, despues })
}

interface AppendOptions extends Omit<SyncOptions, "where"> {
  readonly where: object
  /** What a row takes from the ids of its neighbours, by its place among the rows. */
  readonly links?: (ids: Ids, at: number) => Row
  /** Its key is all that it is known by. */
  readonly withoutId?: boolean
}

/** Creates what is missing and never touches the rest: of what is on record nothing is ever changed. */
export async function append(options: AppendOptions): Promise<Ids> {
  const { name, table, key, rows, where, changes, links, withoutId = false } = options
  const model = table as Table
  const keyOf = (row: Row) => keyText(key.map((field) => row[field]))
  const idOf = (row: Row) => (withoutId ? key.map((field) => row[field]).join("/") : String(row.id))
  const existing = await model.findMany({ where })
  const ids = new Map(existing.map((row) => [keyOf(row), idOf(row)]))
  const known = new Set(ids.keys())
  const created = rows.map((row) => (withoutId ? row : { id: randomUUID(), ...row }))
  for (const row of created) if (!known.has(keyOf(row))) ids.set(keyOf(row), idOf(row))
  const missing: Row[] = []
  for (const [at, row] of created.entries()) {
    if (known.has(keyOf(row))) {
      changes.add(name, "sinCambio")
      continue
    }
    const whole = { ...row, ...links?.(ids, at) }
    missing.push(whole)
    changes.add(name, "creados")
    changes.log.push({ tipo: name, id: idOf(row), antes: null, despues: whole })
  }
  await createInChunks(model, missing)
  return ids
}

export async function createInChunks(model: Pick<Table, "createMany">, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK)
    await model.createMany({ data: rows.slice(from, from + CHUNK) })
}

export const keyText = (parts: readonly unknown[]) => parts.map(canonical).join("\u0000")

export function ref(ids: Ids, ...key: readonly (string | number | Date | null)[]): string {
  const id = ids.get(keyText(key))
  if (id === undefined) throw new Error(`Unresolved reference in an import: ${key.join(" / ")}`)
  return id
}

export const optionalRef = (ids: Ids, key: string | null) => (key === null ? null : ref(ids, key))

/** The same text for the same value, whatever the order of a JSON object's fields. */
function canonical(value: unknown): string {
  if (value === undefined || value === null) return "null"
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`
  if (typeof value !== "object") return JSON.stringify(value)
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([field, inner]) => `${JSON.stringify(field)}:${canonical(inner)}`).join(",")}}`
}

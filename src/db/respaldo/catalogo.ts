import type { SqlConnection } from "../engine/migrate.ts"

/** Which migrations were applied: each database has its own, and a restored one those that its copy says. */
const LIBROS = "_prisma_migrations"

/** Values are written the same way whatever the server's or the role's settings; for a transaction. */
export const ESCRITURA =
  "SET LOCAL TIME ZONE 'UTC'; SET LOCAL DateStyle = 'ISO, YMD'; SET LOCAL IntervalStyle = 'iso_8601'; " +
  "SET LOCAL bytea_output = 'hex'; SET LOCAL extra_float_digits = 1; " +
  "SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0"

export interface Tabla {
  readonly nombre: string
  readonly columnas: readonly { readonly nombre: string; readonly tipo: string }[]
}

/** How many rows of a table, and the sum of their fingerprints, which holds in whatever order they come. */
export interface Cuenta {
  readonly filas: number
  readonly huella: string
}

/** Where the chain of the register ends: how many links, and the fingerprint of the last. */
export interface Cabeza {
  readonly tamano: number
  readonly huella: string | null
}

/** What a database holds, so that two can be told to hold the same. */
export interface Contenido {
  readonly tablas: Readonly<Record<string, Cuenta>>
  readonly cabeza: Cabeza
}

/** Every table with its columns, as the database itself tells: a new one is copied without anybody naming it. */
export async function leerTablas(connection: SqlConnection): Promise<readonly Tabla[]> {
  const rows = await connection.rows(
    `SELECT c."relname" AS "tabla", a."attname" AS "columna", format_type(a."atttypid", a."atttypmod") AS "tipo"
     FROM "pg_class" c JOIN "pg_attribute" a ON a."attrelid" = c."oid"
     WHERE c."relnamespace" = current_schema()::regnamespace AND c."relkind" IN ('r', 'p') AND c."relname" <> $1
       AND a."attnum" > 0 AND NOT a."attisdropped" AND a."attgenerated" = ''
     ORDER BY c."relname" COLLATE "C", a."attnum"`,
    [LIBROS],
  )
  const tablas = new Map<string, { nombre: string; tipo: string }[]>()
  for (const { tabla, columna, tipo } of rows) {
    const columnas = tablas.get(String(tabla)) ?? []
    tablas.set(String(tabla), columnas)
    columnas.push({ nombre: String(columna), tipo: String(tipo) })
  }
  return [...tablas].map(([nombre, columnas]) => ({ nombre, columnas }))
}

/**
 * A row as a JSON list of the texts of its values, or `null`: the text is exact for every type, also where JSON would
 * round a number or confuse a JSON null with none.
 */
export const filaEscrita = ({ columnas }: Tabla): string =>
  `json_build_array(${columnas.map(({ nombre }) => `${nombrado(nombre)}::text`).join(", ")})::text`

export const nombrado = (nombre: string): string => `"${nombre.replaceAll('"', '""')}"`

/** Of all rows as they stand, by the database; `CuentaDeLineas` (copiar.ts) gives the same of their lines. */
export async function contarTabla(connection: SqlConnection, tabla: Tabla): Promise<Cuenta> {
  const [row] = await connection.rows(
    `SELECT count(*)::text AS "filas", coalesce(sum(
       ('x' || encode(substring(sha256(convert_to("linea", 'UTF8')) FROM 1 FOR 6), 'hex'))::bit(48)::bigint), 0)::text AS "huella"
     FROM (SELECT ${filaEscrita(tabla)} AS "linea" FROM ${nombrado(tabla.nombre)}) AS "todas"`,
  )
  return { filas: Number(row?.filas ?? 0), huella: String(row?.huella ?? "0") }
}

export async function leerCabeza(connection: SqlConnection): Promise<Cabeza> {
  const [ultimo] = await connection.rows(
    `SELECT "posicion"::text AS "posicion", "huella" FROM "eslabon" ORDER BY "eslabon"."posicion" DESC LIMIT 1`,
  )
  return ultimo === undefined
    ? { tamano: 0, huella: null }
    : { tamano: Number(ultimo.posicion), huella: String(ultimo.huella) }
}

/** The counters that number rows, and how far each got; one that was never used has no number. */
export async function leerSecuencias(connection: SqlConnection): Promise<Readonly<Record<string, string>>> {
  const rows = await connection.rows(
    `SELECT "sequencename" AS "nombre", "last_value"::text AS "ultimo" FROM "pg_sequences"
     WHERE "schemaname" = current_schema() AND "last_value" IS NOT NULL ORDER BY 1`,
  )
  return Object.fromEntries(rows.map(({ nombre, ultimo }) => [String(nombre), String(ultimo)]))
}

/** What two contents differ in, one a line, as an operator reads it. */
export function diferencias(uno: Contenido, otro: Contenido): readonly string[] {
  const nombres = [...new Set([...Object.keys(uno.tablas), ...Object.keys(otro.tablas)])].sort()
  const tablas = nombres.flatMap((nombre) => {
    const [a, b] = [uno.tablas[nombre], otro.tablas[nombre]]
    if (a?.filas === b?.filas && a?.huella === b?.huella) return []
    return [
      a?.filas === b?.filas
        ? `${nombre}: mismas filas, distinto contenido`
        : `${nombre}: ${a?.filas ?? "no está"} ≠ ${b?.filas ?? "no está"}`,
    ]
  })
  const { cabeza: a } = uno
  const { cabeza: b } = otro
  const igual = a.tamano === b.tamano && a.huella === b.huella
  return igual ? tablas : [...tablas, `cabeza de la bitácora: ${a.tamano} ≠ ${b.tamano}`]
}

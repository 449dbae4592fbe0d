import { OperatorError } from "../../domain/operator-error.ts"
import { MigrationProblem } from "../engine/errors.ts"
import { migrate, type SqlConnection } from "../engine/migrate.ts"
import {
  type Contenido,
  contarTabla,
  diferencias,
  ESCRITURA,
  leerCabeza,
  leerTablas,
  nombrado,
} from "./catalogo.ts"
import { type Cabecera, cabeceraSchema, finSchema, secuenciasSchema, tablaSchema } from "./formato.ts"
import { sinGuardias } from "./guardias.ts"

/** Rows written at a time, by the length of their text, in characters. */
const LOTE = 512 * 1024

const DANADO = "Use otro respaldo; los demás de la carpeta no dependen de este."

/** What makes the rows of a copy and what is done to them one act: both are there, or neither. */
type Despues = (connection: SqlConnection, cabecera: Cabecera) => Promise<void>

/**
 * Loads a copy into an empty database: its tables as they were when it was taken, its rows as they were, and then what
 * `despues` does, all in one transaction. What was loaded is counted and compared with what the copy says it holds.
 * OperatorError, with the database still empty: there is something in it, or the copy is not whole or of another version.
 */
export async function cargar(
  connection: SqlConnection,
  lineas: AsyncIterator<string>,
  despues: Despues = async () => {},
): Promise<{ readonly cabecera: Cabecera; readonly contenido: Contenido }> {
  const cabecera = cabeceraSchema.parse(JSON.parse(await siguiente(lineas)))
  await exigirVacia(connection)
  await migrate(connection, undefined, cabecera.migraciones).catch(explicarVersion)
  await exigirLaMisma(connection, cabecera)
  await connection.run("BEGIN")
  try {
    await connection.run(ESCRITURA)
    const contenido = await sinGuardias(connection, () => filas(connection, lineas))
    await despues(connection, cabecera)
    await connection.run("COMMIT")
    return { cabecera, contenido }
  } catch (error) {
    await connection.run("ROLLBACK")
    throw error
  }
}

async function siguiente(lineas: AsyncIterator<string>): Promise<string> {
  const { done, value } = await lineas.next()
  if (done === true || value === "") throw new OperatorError("El respaldo no está completo.", DANADO)
  return value
}

/** What a migration writes by itself into a new database. */
const DE_LAS_MIGRACIONES: readonly string[] = ["log_cursor", "revision_identidad"]

async function exigirVacia(connection: SqlConnection): Promise<void> {
  const tablas = (await leerTablas(connection)).filter(({ nombre }) => !DE_LAS_MIGRACIONES.includes(nombre))
  if (tablas.length === 0) return
  const conAlgo = tablas.map(
    ({ nombre }, i) => `SELECT ${i} AS "cual" WHERE EXISTS (SELECT FROM ${nombrado(nombre)})`,
  )
  const [hay] = await connection.rows(`${conAlgo.join(" UNION ALL ")} LIMIT 1`)
  if (hay === undefined) return
  throw new OperatorError(
    `No se restauró nada: la base de datos no está vacía (hay datos en «${tablas[Number(hay.cual)]?.nombre}»).`,
    "Un respaldo no se restaura sobre otros datos. Con PostgreSQL, cree una base nueva y póngala en DATABASE_URL; con la base incorporada, indique en DATA_DIR una carpeta que aún no exista.",
  )
}

function explicarVersion(error: unknown): never {
  if (!(error instanceof MigrationProblem)) throw error
  throw new OperatorError(
    `El respaldo es de otra versión del programa. ${error.message}`,
    "Restáurelo con la versión con la que se tomó, o con una posterior, en una base nueva.",
    { cause: error },
  )
}

/** An empty database of a later version has columns and rules that the copy knows nothing of. */
async function exigirLaMisma(connection: SqlConnection, { migraciones }: Cabecera): Promise<void> {
  const [row] = await connection.rows(
    `SELECT count(*)::text AS "n" FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`,
  )
  if (Number(row?.n) === migraciones.length) return
  throw new OperatorError(
    "No se restauró nada: la base de datos está vacía, pero ya es de una versión posterior a la del respaldo.",
    "Restaure en una base recién creada, sin tablas; al terminar se pone al día sola.",
  )
}

/** Reads what is left of the copy, and holds it against what it says of itself. */
async function filas(connection: SqlConnection, lineas: AsyncIterator<string>): Promise<Contenido> {
  const tablas = await leerTablas(connection)
  const sembradas = tablas.filter(({ nombre }) => DE_LAS_MIGRACIONES.includes(nombre))
  for (const { nombre } of sembradas) await connection.run(`DELETE FROM ${nombrado(nombre)}`)
  let insertar: ((lote: readonly string[]) => Promise<unknown>) | null = null
  let lote: string[] = []
  let largo = 0
  const vaciar = async () => {
    if (lote.length > 0) await insertar?.(lote)
    lote = []
    largo = 0
  }
  for (;;) {
    const linea = await siguiente(lineas)
    if (linea.startsWith("[")) {
      lote.push(linea)
      largo += linea.length
      if (largo > LOTE) await vaciar()
      continue
    }
    await vaciar()
    const dicho: unknown = JSON.parse(linea)
    const fin = finSchema.safeParse(dicho)
    if (fin.success) return comparada(connection, fin.data)
    const secuencias = secuenciasSchema.safeParse(dicho)
    if (secuencias.success) await continuar(connection, secuencias.data.secuencias)
    else insertar = insercion(connection, tablas, tablaSchema.parse(dicho))
  }
}

function insercion(
  connection: SqlConnection,
  tablas: Awaited<ReturnType<typeof leerTablas>>,
  { tabla, columnas }: { readonly tabla: string; readonly columnas: readonly string[] },
) {
  const tipos = new Map(
    tablas.find(({ nombre }) => nombre === tabla)?.columnas.map((una) => [una.nombre, una.tipo]),
  )
  const desconocida = columnas.find((columna) => !tipos.has(columna))
  if (tipos.size === 0 || desconocida !== undefined)
    throw new OperatorError(
      `El respaldo trae «${[tabla, desconocida].filter(Boolean).join(".")}», que las migraciones de Plenaria no crean.`,
      "Si alguien agregó esa tabla a la base a mano, quítela o muévala a otro esquema, y respalde de nuevo.",
    )
  const valores = columnas.map((columna, i) => `("fila" ->> ${i})::${tipos.get(columna)}`)
  const sql = `INSERT INTO ${nombrado(tabla)} (${columnas.map(nombrado).join(", ")})
    OVERRIDING SYSTEM VALUE SELECT ${valores.join(", ")} FROM jsonb_array_elements($1::text::jsonb) AS "fila"`
  return (lote: readonly string[]) => connection.rows(sql, [`[${lote.join(",")}]`])
}

async function continuar(
  connection: SqlConnection,
  secuencias: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [nombre, ultimo] of Object.entries(secuencias))
    await connection.rows("SELECT setval($1::text::regclass, $2::text::bigint)", [nombrado(nombre), ultimo])
}

async function comparada(connection: SqlConnection, dice: Contenido): Promise<Contenido> {
  const tablas: Record<string, Contenido["tablas"][string]> = {}
  for (const tabla of await leerTablas(connection))
    tablas[tabla.nombre] = await contarTabla(connection, tabla)
  const contenido = { tablas, cabeza: await leerCabeza(connection) }
  const distinto = diferencias(dice, contenido)
  if (distinto.length === 0) return contenido
  throw new OperatorError(`Lo restaurado no es lo que dice el respaldo: ${distinto.join("; ")}.`, DANADO)
}

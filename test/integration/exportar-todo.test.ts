import { Client } from "pg"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { exportarDocumento } from "../../src/app/importacion/exportar.ts"
import { importarDocumento } from "../../src/app/importacion/importar.ts"
import { acuerdo, archivo, compromiso, sesion } from "../support/archivo-importacion.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { completar, createDemostracionVivida } from "../support/demostracion-vivida.ts"
import { type Columna, readSchema, type Tabla } from "../support/esquema.ts"
import { CAMPOS_FUERA, COLUMNAS_FUERA, razonDe, TABLAS_FUERA } from "../support/exportacion-fuera.ts"
import { importDeps } from "../support/import-deps.ts"
import { Sql } from "../support/sql.ts"

const clock = { now: () => "2024-08-05T16:00:00.000Z" }
const exportar = ({ importacion }: TestDatabase) => exportarDocumento({ importacion })
const importar = (database: TestDatabase, text: string) =>
  importarDocumento(importDeps(database, clock), text)
async function problemasAlImportar(database: TestDatabase, text: string): Promise<readonly string[]> {
  const result = await importar(database, text)
  if (result.kind === "invalid") return result.problems.map(({ place, message }) => `${place}: ${message}`)
  return result.kind === "ok" ? [] : [JSON.stringify(result)]
}

const tablas = readSchema()
const HACER =
  "see test/support/exportacion-fuera.ts for what to do with a table or a column that an export does not give back"

describe("what an export leaves out", () => {
  it("is in the schema, each with its reason", () => {
    const columnas = tablas.flatMap(({ model, columns }) =>
      columns.flatMap(({ name }) => [`${model}.${name}`, `*.${name}`]),
    )
    expect(tablas.map(({ model }) => model)).toEqual(expect.arrayContaining(Object.keys(TABLAS_FUERA)))
    expect(columnas).toEqual(expect.arrayContaining(Object.keys(COLUMNAS_FUERA)))
    const razones = { ...TABLAS_FUERA, ...COLUMNAS_FUERA, ...CAMPOS_FUERA }
    for (const razon of Object.values(razones)) expect(razon).toMatch(/\w/)
  })
})

describe("an export of the demonstration after it was lived in", () => {
  let vivida: TestDatabase
  let copia: TestDatabase
  let text: string
  beforeAll(async () => {
    vivida = await createDemostracionVivida()
    await completar(vivida.url)
    copia = await createTestDatabase()
    text = await exportar(vivida)
    expect(await problemasAlImportar(copia, text)).toEqual([])
  }, 240_000)
  afterAll(async () => {
    await vivida.close()
    await copia?.close()
  })

  it("is the same, byte by byte, once it is imported where there was nothing", async () => {
    expect(await exportar(copia)).toBe(text)
  })

  it("changes nothing where it came from, and nothing the second time", async () => {
    for (const database of [vivida, copia]) {
      const result = await importar(database, text)
      expect(result).toMatchObject({ kind: "ok", resumen: { creados: 0, actualizados: 0 } })
    }
  })

  const viajan = tablas.filter(({ model }) => TABLAS_FUERA[model] === undefined)
  it.each(viajan)("gives back every column of $table", async (tabla) => {
    const columns = tabla.columns.filter(({ name }) => razonDe(tabla.model, name) === undefined)
    const antes = await huellas(vivida.url, tabla, columns)
    const despues = await huellas(copia.url, tabla, columns)
    for (const { name } of columns) {
      const cual = `${tabla.model}.${name}`
      expect(
        antes[name]?.algo,
        `${cual} is never filled in by test/support/demostracion-vivida.ts: ${HACER}`,
      ).toBe(true)
      expect(despues[name], `${cual} is not what it was: ${HACER}`).toEqual(antes[name])
    }
  })
})

describe("an export of much", () => {
  const conTantos = (cuantos: number) => {
    const claves = Array.from({ length: cuantos }, (_, i) => `CI/SO-21/01/2024/${i}`)
    const quien = { persona: "enlace-sre", plataforma: "consola", creado_en: "2024-02-20T16:00:00.000Z" }
    return archivo({
      sesiones: [
        sesion({ acuerdos: [acuerdo({ compromisos: claves.map((clave) => compromiso({ clave })) })] }),
      ],
      constancias: [
        {
          organo: "ci",
          sesion: "SO-21",
          aplazamientos: claves.map((clave) => ({ compromiso: clave, hasta: "2024-02-28", ...quien })),
        },
      ],
    })
  }
  /** What the database is asked for one export of so many. */
  async function preguntas(cuantos: number): Promise<number> {
    const database = await createTestDatabase()
    try {
      expect(await problemasAlImportar(database, conTantos(cuantos))).toEqual([])
      const asked = vi.spyOn(Client.prototype, "query")
      await exportar(database)
      const total = asked.mock.calls.length
      asked.mockRestore()
      return total
    } finally {
      await database.close()
    }
  }

  it("asks the database no more than one of little", async () => {
    const deDos = await preguntas(2)
    expect(deDos).toBeGreaterThan(10)
    // A connection that is opened anew asks a little of its own.
    expect(await preguntas(300)).toBeLessThan(deDos + 10)
  })
})

describe("a secret vote that is still open", () => {
  it("travels without its votes: no file ever says who votes what", async () => {
    const database = await createTestDatabase()
    try {
      expect(await problemasAlImportar(database, archivo())).toEqual([])
      await Sql.using(database.url, (sql) =>
        sql.run(`
          INSERT INTO votacion (id, sesion_id, texto, modo, abierta_en)
            SELECT gen_random_uuid(), id, '¿Quién coordinará?', 'cedula', '2024-02-16T16:00:00Z' FROM sesion;
          INSERT INTO voto (votacion_id, institucion_id, sentido, persona_id, plataforma, instante)
            SELECT votacion.id, institucion.id, 'en_contra', persona.id, 'consola', '2024-02-16T16:01:00Z'
            FROM votacion, institucion, persona`),
      )
      const text = await exportar(database)
      expect(text).toContain("¿Quién coordinará?")
      expect(text).not.toMatch(/en_contra|votos/)
      const copia = await createTestDatabase()
      expect(await problemasAlImportar(copia, text)).toEqual([])
      expect(await exportar(copia)).toBe(text)
      await copia.close()
    } finally {
      await database.close()
    }
  })
})

interface Huella {
  /** Some row has a value in it. */
  readonly algo: boolean
  /** Its values, in any order; of a reference, how many rows share each; of several ids, how many. */
  readonly valores: readonly string[]
}

async function huellas(
  url: string,
  { model, table }: Tabla,
  columns: readonly Columna[],
): Promise<Readonly<Record<string, Huella>>> {
  const rows = await Sql.using(url, (sql) => sql.rows(`SELECT to_jsonb(t.*) AS "row" FROM "${table}" t`))
  const values = (column: string) => rows.map(({ row }) => (row as Readonly<Record<string, unknown>>)[column])
  return Object.fromEntries(
    columns.map((columna) => {
      const all = values(columna.column)
      const valores = columna.reference
        ? reparto(all)
        : all.map((value) => (columna.ids ? `${cuantos(value)} of them` : texto(model, columna, value)))
      const algo = all.some((value) => (columna.ids ? cuantos(value) > 0 : value !== null))
      return [columna.name, { algo, valores: [...valores].sort() }]
    }),
  )
}

const cuantos = (value: unknown): number => (Array.isArray(value) ? value.length : 0)

function reparto(values: readonly unknown[]): readonly string[] {
  const counts = new Map<unknown, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, count]) => `${value === null ? "nothing" : "something"} ${count}`)
}

/** Of what is kept as JSON, its fields: what they hold may name ids, and is compared in the text of the export. */
function texto(model: string, { name, json }: Columna, value: unknown): string {
  if (!json || value === null) return JSON.stringify(value)
  return JSON.stringify(value, (field, part: unknown) => {
    if (CAMPOS_FUERA[`${model}.${name}.${field}`] !== undefined) return undefined
    return typeof part === "object" ? part : typeof part
  })
}

import { createHash } from "node:crypto"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { CINCO_CEDULAS, cedulaSencilla, conMacros } from "../support/cinco-cedulas.ts"
import { runOrder } from "../support/cli.ts"
import { NOW } from "../support/conversacion.ts"
import type { TestDatabase } from "../support/database.ts"
import { createDemoDatabase } from "../support/demo-database.ts"
import { Sql } from "../support/sql.ts"

/** One folder and one database: each goes on from what the one before left. */
let database: TestDatabase
let sql: Sql
let carpeta: string
const orden = (...args: string[]) => runOrder(args, { DATABASE_URL: database.url })
const en = (archivo: string) => join(carpeta, archivo)
function escribe(nombre: string, bytes: Buffer): string {
  writeFileSync(en(nombre), bytes)
  return en(nombre)
}

beforeAll(async () => {
  database = await createDemoDatabase(NOW)
  sql = await Sql.connect(database.url)
  carpeta = mkdtempSync(join(tmpdir(), "plenaria-cedula-"))
})
afterAll(async () => {
  rmSync(carpeta, { recursive: true })
  await sql.close()
  await database.close()
})

const compromiso = async (clave: string) => {
  const [row] = await sql.rows(
    `SELECT c."estado", c."texto", c."fecha_compromiso"::text AS "fecha", c."fecha_reprogramada"::text AS "otra", i."siglas"
     FROM "compromiso" c LEFT JOIN "institucion" i ON i."id" = c."institucion_id" WHERE c."clave" = '${clave}'`,
  )
  return row
}

const importa = async (nombre: keyof typeof CINCO_CEDULAS, ...mas: string[]) =>
  orden("importar-cedula", escribe(`${nombre}.xlsx`, CINCO_CEDULAS[nombre]), ...mas)
const SIN_CAMBIOS = "Sin cambios"

it("five offices' tables come in, each as its program writes it, and twice is as once", async () => {
  const cuentas: Record<string, string> = {}
  for (const nombre of ["excel", "enOtroOrden", "libreOffice", "aMano"] as const) {
    const simulada = await importa(nombre, "--simular")
    expect(simulada, nombre).toMatchObject({ status: 0 })
    expect(simulada.stdout, nombre).toContain("no se escribió nada")
    const hecha = await importa(nombre)
    expect(hecha, nombre).toMatchObject({ status: 0 })
    cuentas[nombre] = hecha.stdout.split("\n")[0] ?? ""
    const otra = await importa(nombre)
    expect(otra.stdout, nombre).toContain(SIN_CAMBIOS)
    expect(otra.stdout, nombre).toMatch(/^Cédula: 0 nuevos, 0 cambian, \d+ sin cambio\./)
  }
  expect(cuentas).toEqual({
    excel: "Cédula: 1 nuevo, 2 cambian, 0 sin cambio.",
    enOtroOrden: "Cédula: 5 nuevos, 0 cambian, 0 sin cambio.",
    libreOffice: "Cédula: 2 nuevos, 0 cambian, 0 sin cambio.",
    aMano: "Cédula: 2 nuevos, 0 cambian, 0 sin cambio.",
  })
  expect(await compromiso("CI/SO-21/02/2024/FGR")).toMatchObject({ estado: "atendido", fecha: "2024-03-15" })
  expect(await compromiso("CI/SO-21/09/2024/SEP")).toMatchObject({
    estado: "pendiente",
    fecha: "2024-04-30",
    texto: "Las instituciones nombrarán a quien coordine sus archivos.",
  })
  // Five ways of one clave, five of a date.
  for (const siglas of ["SRE", "SEP", "INM", "SALUD"])
    expect(await compromiso(`CI/SO-21/10/2024/${siglas}`), siglas).toMatchObject({
      estado: "en_validacion",
      fecha: "2024-03-15",
    })
  expect(await compromiso("CI/SO-21/10/2024/FGR"), "ten business days from the session").toMatchObject({
    fecha: "2024-03-01",
  })
  expect(await compromiso("CI/SO-21/11/2024/SEGOB")).toMatchObject({
    estado: "pendiente",
    fecha: "2024-03-15",
    otra: "2024-04-30",
  })
  expect(await compromiso("CI/SO-21/12/2024/SRE"), "by its name").toMatchObject({ estado: "atendido" })
})

it("merged cells, blank continuations and a second sheet of the same are one table; what was left out is said", async () => {
  const { stdout } = await importa("aMano", "--simular")
  expect(stdout).toContain("Hojas sin leer, pues no tienen los encabezados de una cédula: «Catálogo».")
  expect(stdout).toContain("Hoja «2023», filas sin leer, pues no dicen nada de un compromiso: 5.")
  expect(await compromiso("CI/SO-19/03/2023/SRE")).toMatchObject({
    texto: "Reunir los formatos.",
    estado: "atendido",
  })
  expect(await compromiso("CI/SO-19/03/2023/FGR")).toMatchObject({ estado: "pendiente", fecha: "2023-04-14" })
  const [sesion] = await sql.rows(
    `SELECT "fecha"::text, "estado", "etiqueta" FROM "sesion" WHERE "clave" = 'SO-19'`,
  )
  expect(sesion).toEqual({
    fecha: "2023-03-15",
    estado: "clausurada",
    etiqueta: "Décima Novena Sesión Ordinaria",
  })
  const [avance] = await sql.rows(`SELECT "texto" FROM "avance" WHERE "texto" = 'Se entregaron.'`)
  expect(avance).toBeDefined()
})

it("the original file's fingerprint is on record, once for what it wrote", async () => {
  const huella = createHash("sha256").update(CINCO_CEDULAS.excel).digest("hex")
  const asientos = await sql.rows(
    `SELECT "despues" FROM "evento" WHERE "tipo" = 'importacion.cedula' AND "despues"->>'sha256' = '${huella}'`,
  )
  expect(asientos).toMatchObject([{ despues: { archivo: "excel.xlsx", creados: 2, actualizados: 2 } }])
})

it("each problem is told by sheet, row and column with what was seen, and nothing is written", async () => {
  const mala = await importa("google")
  expect(mala.status).toBe(1)
  expect(mala.stdout).toContain("Cédula: 3 nuevos, 0 cambian, 0 sin cambio, 1 con problema.")
  expect(mala.stderr).toContain(
    "hoja «Hoja 1», fila 6, columna B (Responsables), que dice «Todavía no»: no es una",
  )
  expect(mala.stderr).toContain("columna E (Status), que dice «informe en elaboración»: no se entiende")
  expect(await sql.rows(`SELECT 1 FROM "sesion" WHERE "clave" = 'SO-20'`)).toEqual([])
  const otra = cedulaSencilla([
    ["Sesión", "Acuerdo", "Compromiso", "Institución", "Fecha límite", "Estado"],
    ["SO-21", "2", "Uno", "SREE", "31/11/2024", "Atendiddo"],
    ["SO-99", "1", "Dos", "SRE", "15/03/2024", "Pendiente"],
    [null, null, "Tres", "SRE", "15/03/2023", "Pendiente"],
    ["SO-21", "2", "Avisar al 55 1234 5678", "SEP", "2024-05-02", "Pendiente"],
    ["SO-21", "2", "Cuatro", "INM", "2023-01-02", "Pendiente"],
  ])
  const { stderr, stdout } = await orden("importar-cedula", escribe("mal.xlsx", otra), "--simular")
  for (const esperado of [
    "fila 2, columna D (Institución), que dice «SREE»: no es una institución registrada; ¿quiso decir «SRE»",
    "fila 2, columna E (Fecha límite), que dice «31/11/2024»: ese día no existe: noviembre tiene 30 días",
    "fila 2, columna F (Estado), que dice «Atendiddo»: no se entiende; ¿quiso decir «atendido»?",
    "fila 3, columna A (Sesión), que dice «SO-99»: SO-99 no está registrada; agregue la columna «Fecha de la sesión»",
    "fila 6, columna E (Fecha límite), que dice «2023-01-02»: vence (2023-01-02) antes de la sesión",
  ])
    expect(stderr).toContain(esperado)
  expect(stderr).toContain("fila 5, columna C (Compromiso): ")
  expect(stderr, "nobody's telephone is read aloud").not.toContain("1234 5678")
  expect(stdout).toContain("con problema")
})

it("what goes out comes back in and changes nothing", async () => {
  const archivo = en("salida.xlsx")
  expect((await orden("exportar-cedula", archivo, "--organo", "ci-trata")).stdout).toMatch(
    /^Escrita: .* \(\d+ compromisos\)/,
  )
  const vuelta = await orden("importar-cedula", archivo)
  expect(vuelta).toMatchObject({ status: 0 })
  expect(vuelta.stdout).toMatch(/^Cédula: 0 nuevos, 0 cambian, \d{2,} sin cambio\.\n.*Sin cambios/s)
  expect((await orden("exportar-cedula", archivo)).stderr).toContain("ya existe")
  expect((await orden("exportar-cedula", en("salida.pdf"))).stderr).toContain("Termine su nombre en .xlsx")
  expect((await orden("exportar-cedula", en("salida.json"))).status).toBe(0)
  expect(JSON.parse(readFileSync(en("salida.json"), "utf8")).encabezado.documento).toContain("datos públicos")
})

it("what is no such table says what to do", async () => {
  const pide = (nombre: string, bytes: Buffer, ...mas: string[]) =>
    orden("importar-cedula", escribe(nombre, bytes), ...mas)
  const ole = Buffer.from("d0cf11e0a1b11ae1".padEnd(2_000, "0"), "hex")
  expect((await pide("vieja.xls", ole)).stderr).toContain("protegido con contraseña, o es un .xls")
  expect((await pide("macros.xlsm", conMacros())).stderr).toContain("Guárdelo como libro de Excel sin macros")
  const muchas = cedulaSencilla(Array.from({ length: 20_002 }, (_, i) => [i]))
  expect((await pide("larga.xlsx", muchas)).stderr).toMatch(/demasiado grande para una cédula.*20,000/s)
  const otra = cedulaSencilla([
    ["Siglas", "Nombre"],
    ["SRE", "Relaciones Exteriores"],
  ])
  expect((await pide("otra.xlsx", otra)).stderr).toContain("ninguna hoja tiene los encabezados de una cédula")
  expect((await pide("organo.xlsx", otra, "--organo", "nadie")).stderr).toContain("--organo ci-trata")
  expect((await orden("importar", en("excel.xlsx"))).stderr).toContain("use «importar-cedula»")
})

it("who contributes comes in by its column, and an empty cell leaves it as it is", async () => {
  const clave = "CI/SE-1/02/DEMO/SEP"
  const tabla = (corresponsables: string | null) =>
    cedulaSencilla([
      ["Clave del acuerdo", "Clave del compromiso", "Institución", "Corresponsables", "Fecha compromiso"],
      ["CI/SE-1/02/DEMO", clave, "SEP", corresponsables, "2024-06-19"],
    ])
  const ayudan = async () => {
    const [row] = await sql.rows(
      `SELECT array_agg(i."siglas" ORDER BY i."siglas") AS "ellas" FROM "compromiso" c
       JOIN "institucion" i ON i."id" = ANY(c."corresponsables") WHERE c."clave" = '${clave}'`,
    )
    return row?.ellas
  }
  for (const escrito of ["Salud y STPS", null]) {
    const hecha = await orden("importar-cedula", escribe("corresponsables.xlsx", tabla(escrito)))
    expect(hecha, escrito ?? "").toMatchObject({ status: 0 })
    expect(await ayudan(), escrito ?? "").toEqual(["SALUD", "STPS"])
  }
})

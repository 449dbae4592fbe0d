import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { libros } from "../../src/hojas/libros.ts"
import { runOrder } from "../support/cli.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"

/** One folder and one database: each goes on from what the one before left. */
let database: TestDatabase
let carpeta: string
const orden = (...args: string[]) => runOrder(args, { DATABASE_URL: database.url })
const en = (archivo: string) => join(carpeta, archivo)

beforeAll(async () => {
  database = await createTestDatabase()
  carpeta = mkdtempSync(join(tmpdir(), "plenaria-libro-"))
})
afterAll(async () => {
  rmSync(carpeta, { recursive: true })
  await database.close()
})

it("the template in Excel is imported like the one in YAML, and changes nothing after it", async () => {
  expect(await orden("plantilla", "excel", en("p.xlsx"))).toMatchObject({ status: 0, stderr: "" })
  expect(await orden("plantilla", "yaml", en("p.yaml"))).toMatchObject({ status: 0, stderr: "" })
  expect((await orden("plantilla", "yaml")).stdout).toBe(readFileSync(en("p.yaml"), "utf8"))
  expect((await orden("plantilla", "excel", en("p.xlsx"))).stderr).toContain("ya existe")
  expect((await orden("plantilla", "pdf")).stderr).toContain("Escriba excel o yaml")

  expect((await orden("importar", en("p.xlsx"), "--simular")).stdout).toContain("no se escribió nada")
  expect((await orden("importar", en("p.xlsx"))).stdout).toContain("Importación completa")
  expect((await orden("importar", en("p.yaml"))).stdout).toContain("Sin cambios")
  expect((await orden("exportar")).stdout).toContain("nombre_corto: Órgano de ejemplo")
})

it("the directory leaves as the same workbook, and comes back unchanged with all that no sheet has", async () => {
  const yaml = `version: 1
instituciones:
  - siglas: INST1
    nombre: =Nombre con signo
    alias:
      - texto: Nombre anterior
`
  writeFileSync(en("alias.yaml"), yaml)
  await orden("importar", en("alias.yaml"), "--confirmar-cambios")
  const antes = (await orden("exportar")).stdout
  expect(antes).toContain("Nombre anterior")
  expect(await orden("exportar", en("d.xlsx"))).toMatchObject({ status: 0, stderr: "" })
  expect((await orden("exportar", en("d.xlsx"))).stderr).toContain("ya existe")
  expect((await orden("exportar", en("d.csv"))).stderr).toContain("no termina en .xlsx")
  const leido = await libros.leer(readFileSync(en("d.xlsx")))
  expect(JSON.stringify(leido)).toContain('"=Nombre con signo"')
  expect((await orden("importar", en("d.xlsx"))).stdout).toContain("Sin cambios")
  expect((await orden("exportar")).stdout).toBe(antes)
})

it("what is wrong is told by sheet, row and column, whoever finds it", async () => {
  const columnas = ["Órgano", "Institución", "Con voto"].map((titulo) => ({ titulo, ancho: 9, opciones: [] }))
  const filas = [
    ["organo-ejemplo", "INST1", "sí"],
    ["organo-ejemplo", "NADIE", "sí"],
    ["otro", "INST1", "tal vez"],
  ]
  writeFileSync(en("mal.xlsx"), await libros.escribir([{ nombre: "Integrantes", columnas, filas }]))
  const mal = await orden("importar", en("mal.xlsx"))
  expect(mal).toMatchObject({ status: 1, stdout: "" })
  expect(mal.stderr).toContain("hoja «Integrantes», fila 3, columna B (Institución)")
  expect(mal.stderr).toContain("hoja «Integrantes», fila 4, columna C (Con voto): se recibió «tal vez»")
  expect(mal.stderr).not.toContain("integrantes[")
})

it("a protected or old workbook, and one that is none, say what to do", async () => {
  writeFileSync(en("clave.xlsx"), Buffer.from("d0cf11e0a1b11ae1".padEnd(2_000, "0"), "hex"))
  writeFileSync(en("nada.xlsx"), Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(99)]))
  const clave = await orden("importar", en("clave.xlsx"))
  expect(clave.stderr).toContain("protegido con contraseña, o es un .xls")
  expect(clave.stderr).toContain("guárdelo como libro de Excel (.xlsx), sin contraseña")
  expect((await orden("importar", en("nada.xlsx"))).stderr).toContain("está dañado")
})

import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { runOrder } from "../support/cli.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"

let database: TestDatabase
let carpeta: string
beforeAll(async () => {
  database = await createTestDatabase()
  carpeta = mkdtempSync(join(tmpdir(), "plenaria-comienzo-"))
})
afterAll(async () => {
  rmSync(carpeta, { recursive: true })
  await database.close()
})

const RESPUESTAS = [
  "",
  "Consejo Consultivo de Cultura",
  "Consejo de Cultura",
  "",
  "99",
  "6",
  "Ana Ruiz Luna",
  "",
  "4",
  "",
  "CG",
  "",
  "CG; Contraloría General; sí",
  "Instituto de Archivo",
  "",
  "cg",
  "Luz Mar; ; CG; titular",
  "Ana Ruiz Luna; Directora; IA",
  "",
]

it("asks for the same on the terminal, and writes a file that is imported", async () => {
  const archivo = join(carpeta, "comienzo.yaml")
  const env = { DATABASE_URL: database.url }
  const dicho = await runOrder(["comenzar", archivo], env, RESPUESTAS)
  expect(dicho).toMatchObject({ status: 0, stderr: "" })
  for (const esperado of [
    "Hace falta este dato.",
    "Escriba un número del 1 al 12.",
    "[CC]",
    "renglón 1: falta el nombre de «CG»",
    "Las reglas son una plantilla: verifíquelas contra el reglamento del órgano.",
  ])
    expect(dicho.stdout).toContain(esperado)
  const texto = readFileSync(archivo, "utf8")
  for (const esperado of [
    "zona: America/Cancun",
    "clave_acuerdo: CC/{tipo}",
    "unidad: dias_naturales",
    "rol: presidencia",
    "calidad: secretaria_tecnica",
  ])
    expect(texto).toContain(esperado)
  expect(texto.match(/nombre: Ana Ruiz Luna/g)).toHaveLength(1)

  expect((await runOrder(["comenzar", archivo], env, RESPUESTAS)).stderr).toContain("ya existe")
  expect((await runOrder(["comenzar"], env, RESPUESTAS.slice(0, 5))).stderr).toContain("Se terminó antes")
  expect((await runOrder(["importar", archivo], env)).stdout).toContain("Importación completa")
  expect((await runOrder(["importar", archivo], env)).stdout).toContain("Sin cambios")
})

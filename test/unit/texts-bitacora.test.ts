import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { TIPOS_EVENTO } from "../../src/domain/tipos/bitacora.ts"
import { ACTOS, actoEnPalabras, CLASES_ACTO, tiposDeClase } from "../../src/texts/bitacora.ts"

describe("the words of the log", () => {
  it.each(TIPOS_EVENTO)("tell of %s after its subject, without a full stop", (tipo) => {
    expect(actoEnPalabras(tipo)).toMatch(/^[a-záéíóúñ][^.]{5,80}[^.]$/u)
    expect(Object.keys(CLASES_ACTO)).toContain(ACTOS[tipo].clase)
  })

  it("are different for each, of a class that people ask for, and of no kind that there is not", () => {
    expect(new Set(Object.values(ACTOS).map(({ dicho }) => dicho)).size).toBe(TIPOS_EVENTO.length)
    expect(Object.keys(ACTOS).sort()).toEqual([...TIPOS_EVENTO].sort())
    for (const clase of Object.keys(CLASES_ACTO) as (keyof typeof CLASES_ACTO)[])
      expect(tiposDeClase(clase), clase).not.toEqual([])
  })

  it("tell of what the database writes by itself", () => {
    const folder = new URL("../../prisma/migrations/", import.meta.url)
    const kinds = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith("migration.sql"))
      .flatMap((name) => [...readFileSync(new URL(name, folder), "utf8").matchAll(/'(bitacora\.[a-z_]+)'/gu)])
      .map(([, kind = ""]) => kind)
    expect(kinds).toContain("bitacora.depurada")
    expect(kinds.filter((kind) => !Object.hasOwn(ACTOS, kind))).toEqual([])
  })

  it("call what another version of the program wrote by its name", () => {
    expect(actoEnPalabras("sesion.por_venir")).toBe("realizó el acto «sesion.por_venir»")
    expect(actoEnPalabras("constructor")).toBe("realizó el acto «constructor»")
  })
})

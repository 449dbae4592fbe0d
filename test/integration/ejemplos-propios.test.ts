import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { importarDocumento } from "../../src/app/importacion/importar.ts"
import { allCommands } from "../../src/commands/registry.ts"
import { archivo, institucion, organo, sesion } from "../support/archivo-importacion.ts"
import { type Charla, charlaOn } from "../support/conversacion.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { importDeps } from "../support/import-deps.ts"

/** What a body of other names is told: its own institutions and claves as examples, and never another's. */

const NOW = "2035-03-05T16:00:00.000Z"
/** The institutions and claves of the demonstration; a body's own sessions may be SO-7, and are. */
const AJENOS = /\b(?:SRE|SEGOB|SSPC|FGR|SEP|CEAV|SALUD|BIENESTAR|INMUJERES)\b|SO-2\d|so 2\d|CI\/|ci-trata/u

const designada = (persona: string, calidad: string, de: string) => ({
  persona,
  organo: "comite-municipal",
  institucion: de,
  calidad,
  oficio: "1/2035",
  desde: "2034-01-01",
})
const DATOS = archivo({
  organos: [
    organo({
      clave: "comite-municipal",
      nombre_oficial: "Comité Municipal de Obras",
      nombre_corto: "Comité Municipal",
      calendario: "ninguno",
    }),
  ],
  instituciones: [institucion("TESMUN"), institucion("OBRAS")],
  integrantes: ["TESMUN", "OBRAS"].map((una, i) => ({
    organo: "comite-municipal",
    institucion: una,
    con_voto: true,
    rol: i === 0 ? "presidencia" : "integrante",
    desde: "2034-01-01",
  })),
  personas: ["st", "enlace"].map((clave) => ({ clave, nombre: `Persona ${clave}` })),
  designaciones: [designada("st", "secretaria_tecnica", "TESMUN"), designada("enlace", "enlace", "OBRAS")],
  cuentas: ["st", "enlace"].map((una) => ({
    adapter: "consola",
    workspace: "demo",
    usuario: una,
    persona: una,
  })),
  sesiones: [
    sesion({
      organo: "comite-municipal",
      clave: "SO-7",
      numero: 7,
      etiqueta: "Séptima Sesión Ordinaria",
      fecha: "2035-02-01",
      estado: "clausurada",
      acuerdos: [
        {
          clave: "COM/SO-7/1",
          numero: 1,
          texto: "Entregar el informe",
          tipo: "con_seguimiento",
          difusion: "integrantes",
          compromisos: [
            {
              clave: "COM/SO-7/1/OBRAS",
              institucion: "OBRAS",
              texto: "Entregar el informe",
              fecha_compromiso: "2035-03-20",
            },
          ],
        },
      ],
    }),
  ],
})

let test: TestDatabase
let chat: Charla
beforeAll(async () => {
  test = await createTestDatabase()
  const result = await importarDocumento(importDeps(test.database, { now: () => NOW }), DATOS)
  if (result.kind !== "ok") throw new Error(JSON.stringify(result))
  chat = charlaOn(test.database, NOW)
})
afterAll(() => test.close())

describe("a body of other names", () => {
  it.each(["st", "enlace", "nadie"])("hears of no other's in any help, form or error (%s)", async (quien) => {
    const typed = allCommands
      .filter(({ hidden }) => hidden !== true)
      .flatMap(({ name, subcommand }) =>
        ["", "zzz", "zzz 99 zzz"].map((rest) => `/${name} ${subcommand.replace("-", " ")} ${rest}`.trim()),
      )
    const found: string[] = []
    for (const text of typed) {
      const said = JSON.stringify(await chat.open(quien, text))
      if (AJENOS.test(said)) found.push(`${text}: ${AJENOS.exec(said)?.[0]}`)
    }
    expect(typed.length).toBeGreaterThan(100)
    expect(found).toEqual([])
  })

  it("is given its own as examples", async () => {
    const text = async (typed: string) => (await chat.ask("st", typed)).text
    expect(await text("/plenaria ayuda acuerdos")).toContain("/acuerdo ver com so 7 1")
    expect(await text("/acuerdo ver zzz 99")).toContain("COM/SO-7/1")
    expect(await text("/compromiso lista zzz")).toMatch(
      /\/compromiso lista (?:institucion:)?(?:TESMUN|OBRAS)/,
    )
    expect(await text("/sesion agenda zzz")).toContain("por ejemplo: SO-7")
  })

  it("that has nothing to show is told what to write, without an example", async () => {
    const ayuda = (await chat.ask("nadie", "/plenaria ayuda acuerdos")).text
    expect(ayuda).toContain("Las claves pueden ir sin guiones ni diagonales. Las fechas")
  })
})

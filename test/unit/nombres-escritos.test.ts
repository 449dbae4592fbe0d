import { describe, expect, it } from "vitest"
import { optionsOf } from "../../src/commands/definition/options.ts"
import { nombresDe, SIN_NOMBRES } from "../../src/commands/parser/nombres.ts"
import { parseTyped } from "../../src/commands/parser/parse.ts"
import { allCommands } from "../../src/commands/registry.ts"
import type { Institucion } from "../../src/domain/tipos/directorio.ts"

const institucion = (siglas: string, nombre: string, ...alias: readonly string[]): Institucion =>
  ({
    id: siglas,
    siglas,
    nombre,
    tipo: "dependencia",
    vigenteDesde: null,
    vigenteHasta: null,
    sucesoraId: null,
    correo: null,
    domicilio: null,
    telefono: null,
    alias: alias.map((texto) => ({ texto, desde: null, hasta: null })),
    origen: "registro",
  }) as unknown as Institucion

const nombres = nombresDe([
  institucion("SEGOB", "Secretaría de Gobernación", "Gobernación Federal"),
  institucion("SADER", "Secretaría de Agricultura, Ganadería y Pesca"),
  institucion("IN", "Instituto Nacional"),
  institucion("INM", "Instituto Nacional de Migración"),
  institucion("SED", "Secretaría de Educación a Distancia"),
])
const runs = (typed: string, con = nombres) => {
  const [name = "", ...rest] = typed.split(" ")
  const parsed = parseTyped(allCommands, name, rest.join(" "), con)
  return parsed.kind === "run"
    ? { [`${parsed.command.name}.${parsed.command.subcommand}`]: parsed.values }
    : { [parsed.kind]: "extra" in parsed ? parsed.extra : "" }
}

describe("an institution that is named in several words without quotes", () => {
  it.each([
    ["llegó Secretaría de Gobernación", { institucion: "Secretaría de Gobernación" }],
    [
      "llego la secretaria de gobernacion SO-22",
      { institucion: "secretaria de gobernacion", sesion: "SO-22" },
    ],
    [
      "llegó Secretaría de Gobernación a distancia",
      { institucion: "Secretaría de Gobernación", modo: "distancia" },
    ],
    ["llegó en línea Gobernación Federal", { institucion: "Gobernación Federal", modo: "distancia" }],
    [
      "llegó Secretaría de Agricultura, Ganadería y Pesca hora:10:05",
      { institucion: "Secretaría de Agricultura, Ganadería y Pesca", hora: "10:05" },
    ],
    [
      "llegó institucion:Secretaría de Gobernación SO-22",
      { institucion: "Secretaría de Gobernación", sesion: "SO-22" },
    ],
  ])("is read as one before what follows: %s", (typed, values) => {
    expect(runs(typed)).toEqual({ "sesion.pase-llegada": values })
  })

  it("is the longest that is written, and a word of its name is no value of another option", () => {
    expect(runs("llegó Instituto Nacional de Migración SO-22")).toEqual({
      "sesion.pase-llegada": { institucion: "Instituto Nacional de Migración", sesion: "SO-22" },
    })
    expect(runs("llegó Secretaría de Educación a Distancia")).toEqual({
      "sesion.pase-llegada": { institucion: "Secretaría de Educación a Distancia" },
    })
  })

  it("is never guessed from a part of its name: the words are read as without names", () => {
    for (const typed of [
      "llegó Secretaría Gobernación",
      "llegó Secretaría de Gobern",
      "llegó Instituto Migración",
    ])
      expect(runs(typed), typed).toEqual(runs(typed, SIN_NOMBRES))
  })

  it("takes no words out of a free text, and stands before one only where it is needed", () => {
    const texto = "Secretaría de Gobernación remitió el informe"
    expect(runs(`/compromiso avance CI/SO-21/07/2024/SRE ${texto}`)).toEqual({
      "compromiso.avance": { clave: "CI/SO-21/07/2024/SRE", texto },
    })
    expect(runs("/sesion invitar Secretaría de Gobernación SO-22 2")).toEqual(
      runs('/sesion invitar "Secretaría de Gobernación" SO-22 2'),
    )
  })

  it("reads the same with quotes and without in every command that takes an institution first", () => {
    const tomanUna = allCommands.filter((command) => {
      const [first] = optionsOf(command)
      return !command.hidden && first?.completes === "institucion" && first.required
    })
    expect(tomanUna.length).toBeGreaterThan(5)
    for (const { name, subcommand } of tomanUna) {
      const orden = `/${name} ${subcommand}`
      expect(runs(`${orden} Secretaría de Gobernación SO-22`), orden).toEqual(
        runs(`${orden} "Secretaría de Gobernación" SO-22`),
      )
    }
  })
})

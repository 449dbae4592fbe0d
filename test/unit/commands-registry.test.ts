import { describe, expect, it } from "vitest"
import { z } from "zod"
import { describeCommands } from "../../src/commands/describe.ts"
import { allCommands } from "../../src/commands/registry.ts"
import { type Command, defineCommand } from "../../src/commands/router/definition.ts"
import { formsOf } from "../../src/commands/router/parser.ts"
import { optionsOf, usageOf } from "../../src/commands/router/registry-options.ts"
import { validateOptions } from "../../src/commands/router/validate.ts"

const label = (command: Command) => `${command.name} ${command.subcommand}`

describe("the registry", () => {
  it("has each command once, and each word for one command only", () => {
    expect(new Set(allCommands.map(label)).size).toBe(allCommands.length)
    for (const name of ["sesion", "acuerdo", "compromiso", "plenaria"]) {
      const forms = allCommands
        .filter((command) => command.name === name && !command.hidden)
        .flatMap((command) => [...new Set(formsOf(command))])
      expect(
        forms.filter((form, i) => forms.indexOf(form) !== i),
        name,
      ).toEqual([])
    }
  })

  it.each(allCommands.map((command) => [label(command), command] as const))(
    "keeps %s within what every platform takes",
    (_, command) => {
      expect(command.subcommand).toMatch(/^[a-z][a-z-]{0,31}$/)
      for (const word of command.synonyms) expect(word).toMatch(/^[a-z0-9 -]+$/)
      expect(command.summary.length).toBeGreaterThan(0)
      expect(command.summary.length).toBeLessThanOrEqual(100)
      for (const option of optionsOf(command)) {
        expect(option.name).toMatch(/^[a-z_]{1,32}$/)
        expect(option.summary.length, option.name).toBeGreaterThan(0)
        expect(option.summary.length, option.name).toBeLessThanOrEqual(100)
      }
      const required = optionsOf(command).map((option) => option.required && !command.form)
      // Discord wants required options first; typed words are taken in the same order.
      expect(required).toEqual([...required].sort((a, b) => Number(b) - Number(a)))
    },
  )

  it("describes every command that can be typed, with its options and who may use it", () => {
    const described = describeCommands()
    expect(described.map(({ name }) => name)).toEqual(["sesion", "acuerdo", "compromiso", "plenaria"])
    const names = described.flatMap(({ name, subcommands }) =>
      subcommands.map((sub) => `${name} ${sub.name}`),
    )
    expect(names.sort()).toEqual(
      allCommands
        .filter((command) => !command.hidden)
        .map(label)
        .sort(),
    )
    const lista = described
      .find(({ name }) => name === "acuerdo")
      ?.subcommands.find(({ name }) => name === "lista")
    expect(lista?.audience).toBe("todas las personas")
    expect(lista?.options[0]).toEqual({
      name: "estado",
      summary: "cuáles acuerdos mostrar",
      required: false,
      choices: [
        { label: "Pendientes", value: "pendientes" },
        { label: "Todos", value: "todos" },
      ],
      inForm: false,
      completes: false,
    })
  })
})

describe("the check of the options", () => {
  const planted = defineCommand({
    name: "acuerdo",
    subcommand: "prueba",
    synonyms: [],
    summary: "Prueba",
    audience: "todas",
    options: z.object({
      clave: z.string().max(10).meta({ summary: "clave del acuerdo", rest: true }),
      estado: z.enum(["pendientes", "todos"]).optional().meta({ summary: "cuáles" }),
      pagina: z.coerce.number().int().min(1).optional().meta({ summary: "página" }),
    }),
    run: async () => ({ card: { title: "", tone: "aviso", blocks: [], actions: [] } }),
  })
  const problems = (values: Record<string, string>) => {
    const result = validateOptions(planted, values)
    return result.kind === "invalid" ? result.problems.map(({ message }) => message) : []
  }

  it("writes how the command is typed", () => {
    expect(usageOf(planted)).toBe("/acuerdo prueba <clave> [pendientes|todos] [pagina]")
  })

  it("names what is missing", () => {
    expect(problems({})).toEqual(["Falta «clave»: clave del acuerdo."])
    expect(problems({ clave: "  " })).toEqual(["Falta «clave»: clave del acuerdo."])
  })

  it("names the option, the value received and the accepted ones", () => {
    expect(problems({ clave: "1", estado: "pendint" })).toEqual([
      "«estado» recibió «pendint»: se acepta pendientes o todos.",
    ])
    expect(problems({ clave: "1", pagina: "dos" })).toEqual([
      "«pagina» recibió «dos»: debe ser un número entero.",
    ])
    expect(problems({ clave: "1", pagina: "0" })).toEqual(["«pagina» recibió «0»: debe ser 1 o más."])
  })

  it("shortens a long value", () => {
    expect(problems({ clave: "x".repeat(500) })).toEqual([
      `«clave» recibió «${"x".repeat(39)}…»: admite hasta 10 caracteres.`,
    ])
  })
})

import { describe, expect, it } from "vitest"
import { z } from "zod"
import { type Command, defineCommand } from "../../src/commands/definition/definition.ts"
import { optionsOf } from "../../src/commands/definition/options.ts"
import { describeCommands } from "../../src/commands/describe.ts"
import { formsOf } from "../../src/commands/parser/command.ts"
import { POSIBLE } from "../../src/commands/posible/sesion.ts"
import { allCommands } from "../../src/commands/registry.ts"
import { usageOf } from "../../src/commands/router/usage.ts"
import { validateOptions } from "../../src/commands/router/validate.ts"

const label = (command: Command) => `${command.name} ${command.subcommand}`

describe("the registry", () => {
  it("has each command once, and each word for one command only", () => {
    expect(new Set(allCommands.map(label)).size).toBe(allCommands.length)
    for (const name of ["sesion", "acuerdo", "compromiso", "directorio", "plenaria"]) {
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
    expect(described.map(({ name }) => name)).toEqual([
      "sesion",
      "acuerdo",
      "compromiso",
      "directorio",
      "plenaria",
    ])
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

describe("the kinds of options", () => {
  const everyOption = allCommands.flatMap((command) =>
    optionsOf(command).map((option) => ({ command, option, place: `${label(command)} ${option.name}` })),
  )
  const KINDS = ["texto", "secreto", "direccion", "referencia", "fecha", "hora", "numero", "opcion"]
  const CURP = "GOMA800101HDFRRN09"
  const said = (command: Command, name: string, value: string) => {
    const result = validateOptions(command, { [name]: value })
    const problems = result.kind === "invalid" ? result.problems : []
    return problems.filter(({ field }) => field === name).map(({ message }) => message)
  }

  it("are known for every option of every command, by the function that makes it", () => {
    const unknown = everyOption.filter(({ option }) => option.kind === null || !KINDS.includes(option.kind))
    expect(unknown.map(({ place }) => place)).toEqual([])
  })

  it("refuse protected data in every text and address, and do not say it again", () => {
    const escaped = `https://a.gob.mx/informe/%47${CURP.slice(1)}`
    for (const { command, option, place } of everyOption) {
      if (option.kind !== "texto" && option.kind !== "direccion") continue
      const typed = option.kind === "texto" ? [`Se habló con ${CURP}`, `Consta en ${escaped}`] : [escaped]
      const messages = typed.map((one) => said(command, option.name, one).join())
      for (const message of messages) expect(message, place).toContain("una CURP")
      expect(messages.join(), place).not.toContain(CURP)
    }
  })

  it("keep every text as it is typed, but for the white space around it", () => {
    for (const { command, option, place } of everyOption.filter(({ option: { kind } }) => kind === "texto")) {
      const typed = '  «Así»  dijo:\n\t"sí"  '
      const { [option.name]: schema } = command.options.shape
      expect(schema?.safeParse(typed).data, place).toBe(typed.trim())
    }
  })

  it.each([
    ["nothing", ""],
    ["spaces", " \n\t\u00a0 "],
    ["characters that are not drawn", "\u200b\u2060\u3164\u2800\ufe0f"],
  ])("take %s for no text at all, and say that it is missing where it is needed", (_, typed) => {
    for (const { command, option, place } of everyOption.filter(({ option: { kind } }) => kind === "texto")) {
      const messages = said(command, option.name, typed)
      expect(messages, place).toEqual(option.required ? [`Falta «${option.name}»: ${option.summary}.`] : [])
    }
  })

  it.each([
    ["NUL", "Un texto con \0 dentro"],
    ["half of a character", "Un texto con \ud83d dentro"],
  ])("refuse %s, which no database keeps", (_, typed) => {
    for (const { command, option, place } of everyOption.filter(({ option: { kind } }) => kind === "texto"))
      expect(said(command, option.name, typed).join(), place).toContain("no se pueden guardar")
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
    expect(usageOf(planted).text).toBe("/acuerdo prueba <clave> [pendientes|todos] [pagina]")
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

it("every order that acts on a session says on which ones it can", () => {
  const actua = allCommands.filter(
    ({ acts, hidden, options }) => acts !== false && hidden !== true && "sesion" in options.shape,
  )
  const sinDecir = actua
    .map(({ name, subcommand }) => `${name}.${subcommand}`)
    .filter((one) => !(one in POSIBLE))
  expect(actua.length).toBeGreaterThan(25)
  // A document is spread whatever its session is.
  expect(sinDecir).toEqual(["sesion.documento-difundir"])
})

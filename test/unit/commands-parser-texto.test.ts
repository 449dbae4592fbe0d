import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { z } from "zod"
import { defineCommand } from "../../src/commands/router/definition.ts"
import { parseTyped } from "../../src/commands/router/parser.ts"
import { parseAction, typedForm } from "../../src/commands/router/parser-action.ts"

const clave = z.string().meta({ summary: "clave", completes: "compromiso" })
const texto = z.string().optional().meta({ summary: "texto", verbatim: true })
const fecha = z.string().optional().meta({ summary: "fecha" })
const shared = { synonyms: [], summary: "Prueba", audience: "vinculadas", acts: true } as const
const run = async () => ({ card: { title: "", tone: "aviso", blocks: [], actions: [] } as const })
const commands = [
  defineCommand({
    ...shared,
    name: "compromiso",
    subcommand: "avance",
    options: z.object({ clave, texto }),
    run,
  }),
  defineCommand({
    ...shared,
    name: "compromiso",
    subcommand: "mover",
    options: z.object({ clave, fecha, texto }),
    run,
  }),
  defineCommand({
    name: "compromiso",
    subcommand: "ver",
    synonyms: [],
    summary: "Ver",
    audience: "todas",
    options: z.object({ clave: clave.meta({ summary: "clave", completes: "compromiso", rest: true }) }),
    run,
  }),
]
const values = (text: string) => {
  const parsed = parseTyped(commands, "compromiso", text)
  return parsed.kind === "run" ? { [parsed.command.subcommand]: parsed.values } : parsed.kind
}

describe("a final free text", () => {
  it.each([
    ["avance SO-21/02/SRE Se envió el oficio", { clave: "SO-21/02/SRE", texto: "Se envió el oficio" }],
    ["avance SO-21/02/SRE", { clave: "SO-21/02/SRE" }],
    ["avance de SO-21/02/SRE ver todo", { clave: "SO-21/02/SRE", texto: "ver todo" }],
    [
      "avance SO-21/02/SRE  Dijo “listo”,  y «concluido»: clave:otra",
      { clave: "SO-21/02/SRE", texto: "Dijo “listo”,  y «concluido»: clave:otra" },
    ],
    ["avance “so 21 2 sre” Se envió", { clave: "so 21 2 sre", texto: "Se envió" }],
    ["avance clave:SO-21/02/SRE texto:Se envió: ya", { clave: "SO-21/02/SRE", texto: "Se envió: ya" }],
    ['avance SO-21/02/SRE texto:"Se envió"', { clave: "SO-21/02/SRE", texto: "Se envió" }],
    ['avance SO-21/02/SRE "Se envió" hoy', { clave: "SO-21/02/SRE", texto: '"Se envió" hoy' }],
    [
      "avance SO-21/02/SRE línea uno\nlínea dos https://a.gob.mx/x",
      { clave: "SO-21/02/SRE", texto: "línea uno\nlínea dos https://a.gob.mx/x" },
    ],
  ])("is kept as typed in «%s»", (typed, expected) => {
    expect(values(typed)).toEqual({ avance: expected })
  })

  it("starts after the options before it", () => {
    expect(values("mover X/1 2024-03-12 por el oficio 3")).toEqual({
      mover: { clave: "X/1", fecha: "2024-03-12", texto: "por el oficio 3" },
    })
    expect(values("mover X/1 texto:sin fecha")).toEqual({ mover: { clave: "X/1", texto: "sin fecha" } })
    expect(values("mover X/1 fecha:2024-03-12")).toEqual({ mover: { clave: "X/1", fecha: "2024-03-12" } })
  })

  it("survives whatever is typed, but for the spaces around it", () => {
    const said = fc
      .string({ unit: "grapheme", maxLength: 200 })
      .map((text) => text.trim())
      .filter((text) => text !== "" && !/^(?:clave|texto):/iu.test(text))
    fc.assert(
      fc.property(said, (text) => {
        expect(values(`avance X/1 ${text}`)).toEqual({ avance: { clave: "X/1", texto: text } })
      }),
    )
  })

  it("comes back from a button with the options before it", () => {
    expect(parseAction(commands, 'compromiso.mover:"X 1" fecha:2024-03-12')).toMatchObject({
      kind: "run",
      values: { clave: "X 1", fecha: "2024-03-12" },
    })
    const [avance] = commands
    if (!avance) throw new Error("no command")
    expect(typedForm(avance, { clave: "X/1", texto: "Se envió" })).toBe(
      "/compromiso avance X/1 texto:Se envió",
    )
  })
})

describe("a command that acts", () => {
  it("is never guessed from a clave alone", () => {
    expect(values("so 21 3")).toEqual({ ver: { clave: "so 21 3" } })
  })
})

import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Card } from "../../src/cards/card.ts"
import type { Audience } from "../../src/commands/definition/definition.ts"
import { optionsOf } from "../../src/commands/definition/options.ts"
import { allCommands } from "../../src/commands/registry.ts"
import { type Conversacion, startConversacion } from "../support/conversacion.ts"

const ROLES = {
  "sin-vincular": ["todas"],
  "administracion-tecnica": ["todas", "vinculadas", "atienden_entregas"],
  "participante-cndh": ["todas", "vinculadas"],
  "enlace-sre": ["todas", "vinculadas"],
  "suplente-sre": ["todas", "vinculadas"],
  "titular-sre": ["todas", "vinculadas"],
  presidencia: ["todas", "vinculadas"],
  "secretaria-tecnica": ["todas", "vinculadas", "secretaria_tecnica", "atienden_entregas"],
} as const satisfies Readonly<Record<string, readonly Audience[]>>

const REFUSALS = ["Este comando requiere vinculación", "No tiene permiso para este comando"]
const EXAMPLES: Readonly<Record<string, string>> = {
  sesion: "SO-21",
  acuerdo: "CI/SO-21/03/2024",
  compromiso: "CI/SO-21/03/2024/SRE",
  institucion: "SRE",
}
const exampleOf = (command: (typeof allCommands)[number]) => {
  const [first] = optionsOf(command)
  return first?.required && first.completes ? (EXAMPLES[first.completes] ?? "") : ""
}

/** Refused exactly when it must be; and a crash, which answers with a reference, is never taken for permission. */
function expectAnswer({ card, text }: { readonly card: Card; readonly text: string }, may: boolean) {
  expect(REFUSALS.includes(card.title), text).toBe(!may)
  expect(text).not.toMatch(/REF-[0-9A-Z]{4}/)
}

let chat: Conversacion
beforeAll(async () => {
  chat = await startConversacion()
})
afterAll(() => chat.close())

describe("the permission matrix", () => {
  const matrix = allCommands.flatMap((command) =>
    Object.entries(ROLES).map(([user, audiences]) => ({
      command,
      user,
      may: (audiences as readonly Audience[]).includes(command.audience),
      title: `${command.name} ${command.subcommand}`,
    })),
  )

  it.each(matrix)("holds for $user and $title, typed and by button", async ({ command, user, may }) => {
    const example = exampleOf(command)
    const button = `${command.name}.${command.subcommand}${example ? `:${example}` : ""}`
    const pressed = await chat.press(user, button)
    expectAnswer(pressed, may)
    if (command.hidden) return
    const typed = await chat.ask(user, `/${command.name} ${command.subcommand} ${example}`)
    expectAnswer(typed, may)
  })

  it("offers nobody in the help what they may not use", async () => {
    for (const [user, audiences] of Object.entries(ROLES)) {
      const { text } = await chat.ask(user, "/plenaria ayuda")
      for (const command of allCommands.filter((candidate) => !candidate.hidden)) {
        const may = (audiences as readonly Audience[]).includes(command.audience)
        const line = `/${command.name} ${command.subcommand}`
        expect(
          text.split("\n").some((shown) => shown.startsWith(`• ${line}`)),
          `${user}: ${line}`,
        ).toBe(may)
      }
    }
  })
})

const QUESTIONS = [
  "/acuerdo lista todos",
  "/acuerdo ver CI/SO-21/03/2024",
  "/compromiso mios",
  "/compromiso lista todos",
  "/compromiso lista todos SALUD",
  "/compromiso ver CI/SO-21/02/2024/SALUD",
  "/compromiso ver CI/SE-1/04/DEMO/SALUD",
  "/plenaria quien-soy",
]
const everythingSaidTo = async (user: string) =>
  (await Promise.all(QUESTIONS.map((typed) => chat.ask(user, typed)))).map(({ text }) => text).join("\n")

/** Text of Salud's own commitments. */
const OF_SALUD = "en unidades médicas"
const ACUERDO_TEXT = "observaciones al contenido del curso"

describe("what must not appear", () => {
  it("to someone not linked: no acuerdo of the members, no commitment, no person", async () => {
    const text = await everythingSaidTo("sin-vincular")
    for (const hidden of [
      ACUERDO_TEXT,
      OF_SALUD,
      "CI/SO-21/02/2024/SALUD\n",
      "en proceso",
      "Persona de demostración",
    ]) {
      expect(text).not.toContain(hidden)
    }
  })

  it("to the technical administration: the same as to the public", async () => {
    const text = await everythingSaidTo("administracion-tecnica")
    for (const hidden of [ACUERDO_TEXT, OF_SALUD, "en proceso"]) expect(text).not.toContain(hidden)
  })

  it("to a participante: neither members' acuerdos nor the text of commitments", async () => {
    const text = await everythingSaidTo("participante-cndh")
    for (const hidden of [ACUERDO_TEXT, OF_SALUD, "Remitir"]) expect(text).not.toContain(hidden)
    expect(text).toContain("CI/SO-21/02/2024/SALUD (SALUD)")
  })

  it.each(["enlace-sre", "suplente-sre", "titular-sre"])(
    "to %s: the text and first date of another institution's commitments",
    async (user) => {
      const text = await everythingSaidTo(user)
      expect(text).not.toContain(OF_SALUD)
      expect(text).not.toContain("fecha original")
      expect(text).toContain(ACUERDO_TEXT)
      const other = await chat.ask(user, "/compromiso ver CI/SE-1/04/DEMO/SALUD")
      expect(other.text).toContain("Secretaría de Salud (SALUD)")
      expect(other.text).not.toContain("Fecha original")
      expect(other.text).not.toContain("avances registrados")
    },
  )

  it("nothing is withheld from Secretaría Técnica and Presidencia", async () => {
    for (const user of ["secretaria-tecnica", "presidencia"]) {
      const text = await everythingSaidTo(user)
      for (const shown of [ACUERDO_TEXT, OF_SALUD, "fecha original"]) expect(text).toContain(shown)
    }
  })

  it("in suggestions either: an acuerdo that is not theirs does not exist for them", async () => {
    const place = { adapter: "consola", workspace: "demo", channel: "directo" } as const
    const complete = (user: string, name: string, subcommand: string, option: string, typed: string) =>
      chat.router.complete({
        actor: { adapter: "consola", workspace: "demo", user },
        place,
        name,
        subcommand,
        option,
        typed,
      })
    expect(await complete("sin-vincular", "acuerdo", "ver", "clave", "")).toEqual([])
    expect(await complete("sin-vincular", "compromiso", "ver", "clave", "")).toEqual([])
    const own = await complete("enlace-sre", "compromiso", "ver", "clave", "so 21")
    expect(own[0]?.value).toMatch(/\/SRE$/)
    expect(own.length).toBeLessThanOrEqual(25)
    expect(await complete("enlace-sre", "acuerdo", "ver", "clave", "so 21 3")).toEqual([
      expect.objectContaining({ value: "CI/SO-21/03/2024" }),
    ])
    expect(await complete("enlace-sre", "compromiso", "lista", "institucion", "relaciones")).toEqual([
      { label: "SRE · Secretaría de Relaciones Exteriores", value: "SRE" },
    ])
  })
})

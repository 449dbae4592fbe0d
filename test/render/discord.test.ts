import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { referenceOf } from "../../adapters/discord/identity.ts"
import { limits } from "../../adapters/discord/limits.ts"
import { type DiscordPayload, render } from "../../adapters/discord/render.ts"
import type { Action, Block, Card, RichText } from "../../src/cards/card.ts"
import { HOSTILE } from "../contract/contract-rendering.ts"
import { messageProblem } from "../support/fake-discord/published-limits.ts"
import { readPart } from "../support/fake-discord/read.ts"

const cardOf = (blocks: readonly Block[], rest: Partial<Card> = {}): Card => ({
  title: "Próxima sesión",
  tone: "aviso",
  blocks,
  actions: [],
  ...rest,
})
const payloads = (card: Card) => render(card).parts as readonly DiscordPayload[]
const shown = (...content: readonly Block[]) => payloads(cardOf(content))[0]?.embeds[0].description
const textOf = (card: Card) =>
  payloads(card)
    .map((part) => readPart(part).text)
    .join("\n")
const button = (id: string, rest: Partial<Action> = {}): Action => ({
  id,
  label: "Ver",
  style: "normal",
  ...rest,
})

/** As it is posted: with the reference that a send adds. */
const problemsOf = (card: Card) =>
  payloads(card).flatMap((payload) => {
    const embeds = [{ ...payload.embeds[0], footer: { text: referenceOf("clave") } }]
    return messageProblem({ ...payload, embeds }) ?? []
  })

describe("a card in Discord", () => {
  it("is an embed with its blocks, and its buttons under it", () => {
    const card = cardOf(
      [
        { kind: "text", text: ["Vigésima Segunda Sesión ", { kind: "bold", text: "Ordinaria" }] },
        { kind: "fields", fields: [{ label: "Fecha", value: "16 de febrero" }] },
        { kind: "list", ordered: true, items: ["Uno", "Dos"] },
        { kind: "note", text: "Fuente: comunicado" },
      ],
      { actions: [button("sesion.agenda:SO-22", { label: "Orden del día", style: "primary" })] },
    )
    expect(payloads(card)).toEqual([
      {
        embeds: [
          {
            title: "Próxima sesión",
            color: 0x1f5c4b,
            description: [
              "Vigésima Segunda Sesión **Ordinaria**",
              "**Fecha\\:** 16 de febrero",
              "1\\. Uno",
              "2\\. Dos",
              "-# Fuente\\: comunicado",
            ].join("\n"),
          },
        ],
        components: [
          {
            type: 1,
            components: [{ type: 2, label: "Orden del día", style: 1, custom_id: "sesion.agenda:SO-22" }],
          },
        ],
      },
    ])
  })

  it("puts marks of style around words, never around the spaces beside them", () => {
    const text: RichText = [{ kind: "italic", text: " Acuerdo " }, { kind: "bold", text: "  " }, "fin"]
    expect(shown({ kind: "text", text })).toBe(" *Acuerdo*   fin")
  })

  it("keeps bold and italics that touch each other apart", () => {
    const text: RichText = [
      { kind: "bold", text: "Acuerdo" },
      { kind: "italic", text: "aprobado" },
    ]
    const [part] = payloads(cardOf([{ kind: "text", text }]))
    expect(readPart(part).text.replaceAll("\u200b", "")).toContain("Acuerdoaprobado")
    expect(readPart(part).text).not.toContain("*")
  })

  it("shows an image under its words, and says when there are more than an embed takes", () => {
    const image: Block = { kind: "image", url: "https://www.gob.mx/uno.png", alt: "Fachada" }
    const card = cardOf([image, { ...image, url: "javascript:alert(1)" }])
    expect(payloads(card)[0]?.embeds[0]).toMatchObject({
      image: { url: "https://www.gob.mx/uno.png" },
      description: "Fachada\nFachada",
    })
    expect(render(card).findings).toEqual(["Se muestran 1 de 2 imágenes."])
  })

  it("names a person of another platform instead of mentioning nobody", () => {
    const text: RichText = [{ kind: "mention", user: "U0123ABCD", text: "Enlace de la SRE" }]
    expect(shown({ kind: "text", text })).toBe("Enlace de la SRE")
    expect(shown({ kind: "text", text: [{ kind: "mention", user: "123", text: "x" }] })).toBe("<@123>")
  })

  it("leaves out buttons that would make Discord refuse the message, and says so", () => {
    const actions = [
      button("a.b:1", { label: " " }),
      button("a.b:1"),
      button(`a.b:${"x".repeat(limits.actionIdLength)}`),
      button("url", { url: "https://www.gob.mx" }),
      button("larga", { url: `https://www.gob.mx/${"x".repeat(limits.url)}` }),
    ]
    const card = cardOf([], { actions })
    expect(problemsOf(card)).toEqual([])
    expect(readPart(payloads(card)[0]).buttons).toEqual([
      { id: "a.b:1", label: "Abrir" },
      { id: "", label: "Ver", url: "https://www.gob.mx" },
    ])
    expect(render(card).findings).toEqual(["Se muestran 2 de 5 botones."])
  })

  const places: readonly (readonly [string, (text: string) => Card])[] = [
    ["the title", (text) => cardOf([], { title: text })],
    ["a text", (text) => cardOf([{ kind: "text", text }])],
    ["a heading", (text) => cardOf([{ kind: "heading", text }])],
    ["bold", (text) => cardOf([{ kind: "text", text: [{ kind: "bold", text }] }])],
    ["italics", (text) => cardOf([{ kind: "text", text: [{ kind: "italic", text }] }])],
    ["code", (text) => cardOf([{ kind: "text", text: [{ kind: "code", text }] }])],
    ["a date", (text) => cardOf([{ kind: "text", text: [{ kind: "date", text, instant: null }] }])],
    ["a field's label", (text) => cardOf([{ kind: "fields", fields: [{ label: text, value: "v" }] }])],
    ["a field's value", (text) => cardOf([{ kind: "fields", fields: [{ label: "l", value: text }] }])],
    ["a list", (text) => cardOf([{ kind: "list", ordered: true, items: [text] }])],
    ["a table's column", (text) => cardOf([{ kind: "table", columns: [text], rows: [] }])],
    ["a table's row", (text) => cardOf([{ kind: "table", columns: [], rows: [[text]] }])],
    ["a note", (text) => cardOf([{ kind: "note", text }])],
    ["an image's words", (text) => cardOf([{ kind: "image", url: "https://www.gob.mx/1.png", alt: text }])],
  ]

  for (const [place, card] of places)
    it(`shows 10,000 hostile characters in ${place} as they were written, within Discord's limits`, () => {
      const text = HOSTILE.join(" ").repeat(40).slice(0, 10_000)
      const parts = payloads(card(text)).map(readPart)
      expect(problemsOf(card(text))).toEqual([])
      expect(parts.flatMap(({ live }) => live)).toEqual([])
      const squash = (long: string) => long.replaceAll(/[\s\u200b]+/g, "")
      const read = parts.map((part) => part.text.slice(part.text.indexOf("\n"))).join("")
      expect(squash(read)).toContain(squash(text))
    })

  it("keeps a link whose words fill more than a message, and refuses an address that is too long", () => {
    const link = (text: string, url: string) =>
      cardOf([{ kind: "text", text: [{ kind: "link", text, url }] }])
    const words = link("palabra ".repeat(1_250).trim(), "https://www.gob.mx/convocatoria")
    expect(problemsOf(words)).toEqual([])
    expect(textOf(words).match(/palabra/g)).toHaveLength(1_250)
    const address = link("convocatoria", `https://www.gob.mx/${"x".repeat(10_000)}`)
    expect(problemsOf(address)).toEqual([])
    expect(payloads(address).flatMap((part) => readPart(part).live)).toEqual([])
  })

  it("is taken by Discord whatever it says", () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 40 }),
      fc.constantFrom("", " ", "\n", ...HOSTILE, "x".repeat(5_000), "ñ😀 ".repeat(1_500)),
    )
    const inline = fc.oneof(
      text,
      fc.record({ kind: fc.constantFrom("bold" as const, "italic" as const, "code" as const), text }),
      fc.record({ kind: fc.constant("link" as const), text, url: fc.webUrl() }),
      fc.record({ kind: fc.constant("mention" as const), user: text, text }),
    )
    const rich = fc.oneof(text, fc.array(inline, { maxLength: 4 }))
    const block: fc.Arbitrary<Block> = fc.oneof(
      fc.record({ kind: fc.constantFrom("text" as const, "note" as const), text: rich }),
      fc.record({ kind: fc.constant("heading" as const), text }),
      fc.record({
        kind: fc.constant("fields" as const),
        fields: fc.array(fc.record({ label: text, value: rich }), { maxLength: 3 }),
      }),
      fc.record({
        kind: fc.constant("list" as const),
        ordered: fc.boolean(),
        items: fc.array(rich, { maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant("divider" as const) }),
      fc.record({ kind: fc.constant("image" as const), url: fc.oneof(text, fc.webUrl()), alt: text }),
    )
    const action = fc.record({ id: text, label: text, style: fc.constant("danger" as const) })
    const card = fc.record({
      title: text,
      tone: fc.constant("vencido" as const),
      blocks: fc.array(block, { maxLength: 6 }),
      actions: fc.array(action, { maxLength: 8 }),
      demo: fc.boolean(),
    })
    fc.assert(
      fc.property(card, (any) => {
        expect(problemsOf(any)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

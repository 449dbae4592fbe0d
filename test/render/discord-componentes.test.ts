import { describe, expect, it } from "vitest"
import { renderBeside, renderComponents } from "../../adapters/discord/components.ts"
import { partsOf } from "../../adapters/discord/private-answer.ts"
import type { Action, Block, Card, RichText } from "../../src/cards/card.ts"
import { actionsOf } from "../../src/cards/card-actions.ts"
import { legibleCard } from "../../src/cards/legible-card.ts"
import { messageProblem } from "../support/fake-discord/published-limits.ts"
import { readPart } from "../support/fake-discord/read.ts"
import { allWellFormed } from "../support/well-formed.ts"
import { peoresCasos } from "./peor-caso/tabla.ts"

const ver = (clave: string, rest: Partial<Action> = {}): Action => ({
  id: `acuerdo.ver:${clave}`,
  label: `Ver ${clave}`,
  style: "normal",
  ...rest,
})
const listed = (items: readonly string[], own: readonly (Action | null)[]): Block => ({
  kind: "list",
  ordered: false,
  items,
  own,
})
const cardOf = (blocks: readonly Block[], rest: Partial<Card> = {}): Card => ({
  title: "Acuerdos",
  tone: "vencido",
  blocks,
  actions: [],
  ...rest,
})
const SIGUIENTE = { id: "acuerdo.lista:pagina:2", label: "Página siguiente", style: "normal" } as const
/** An embed's message on Discord, or one of components alone. */
const onMessage = (components: boolean) => ({ flags: { has: () => components } })
const sentence = "Las instituciones integrantes remitirán sus observaciones. "

describe("a card whose items have buttons of their own, in Discord", () => {
  it("has each beside its item, and under the text those of the whole", () => {
    const card = cardOf(
      [
        { kind: "text", text: "2 acuerdos." },
        listed(["Uno", "Dos", "Tres"], [ver("SO-1/01"), null, ver("SO-1/03")]),
        { kind: "note", text: "Hay más." },
      ],
      { actions: [ver("SO-1/01", { label: "Ver detalle de SO-1/01" }), SIGUIENTE], demo: true },
    )
    const button = (clave: string) => ({
      type: 2,
      label: `Ver ${clave}`,
      style: 2,
      custom_id: `acuerdo.ver:${clave}`,
    })
    const text = (content: string) => ({ type: 10, content })
    expect(renderBeside(card)).toEqual([
      {
        flags: 1 << 15,
        components: [
          {
            type: 17,
            accent_color: 0xa11b1b,
            components: [
              text("### Acuerdos\n**DATOS DE DEMOSTRACIÓN**\n2 acuerdos\\."),
              { type: 9, components: [text("• Uno")], accessory: button("SO-1/01") },
              text("• Dos"),
              { type: 9, components: [text("• Tres")], accessory: button("SO-1/03") },
              text("-# Hay más\\."),
              {
                type: 1,
                components: [{ type: 2, label: "Página siguiente", style: 2, custom_id: SIGUIENTE.id }],
              },
            ],
          },
        ],
      },
    ])
  })

  it("has rows of a table beside theirs, its picture and its file where they are shown", () => {
    const file = { name: "SO-1.ics", mediaType: "text/calendar", content: "x", label: "Agregar", url: null }
    const card = cardOf(
      [
        { kind: "table", columns: ["Clave"], rows: [["SO-1"]], own: [ver("SO-1")] },
        { kind: "image", url: "https://www.gob.mx/uno.png", alt: "Gráfica" },
      ],
      { file },
    )
    const [payload] = partsOf(card)
    expect(messageProblem(Object(payload))).toBeNull()
    expect(JSON.stringify(payload)).toContain('"url":"attachment://SO-1.ics"')
    expect(JSON.stringify(payload)).toContain('"url":"https://www.gob.mx/uno.png"')
    expect(payload?.file).toBe(file)
    expect(readPart(payload)).toMatchObject({ text: "Acuerdos\nClave\nSO-1\nGráfica", live: [] })
  })

  it.each([
    ["more components than Discord takes", cardOf([listed(Array(14).fill("Uno"), numbered(14))])],
    ["more text", cardOf([listed([sentence.repeat(40), sentence.repeat(40)], numbered(2))])],
    ["more buttons", cardOf([listed(Array(8).fill("Uno"), numbered(8))], { actions: under(20) })],
    ["no button of an item", cardOf([listed(["Uno"], [null])], { actions: [SIGUIENTE] })],
  ])("is shown as any other card where it has %s", (_, card) => {
    expect(renderBeside(card)).toBeNull()
    expect(Object(partsOf(card)[0]).embeds).toHaveLength(1)
  })

  it("shows a button that two items share beside the first alone", () => {
    const [payload] = renderBeside(cardOf([listed(["Uno", "Dos"], [ver("SO-1"), ver("SO-1")])])) ?? []
    expect(messageProblem(Object(payload))).toBeNull()
    expect(readPart(payload).buttons).toHaveLength(1)
  })

  it("stays of the kind of the message whose place it takes", () => {
    const items = cardOf([listed(["Uno"], [ver("SO-1")])], { actions: [ver("SO-1")] })
    const long = cardOf([{ kind: "text", text: sentence.repeat(200) }], { actions: [SIGUIENTE] })
    for (const card of [items, long])
      for (const components of [true, false]) {
        const parts = partsOf(card, onMessage(components))
        expect(parts.map((part) => "flags" in part)).toEqual(parts.map(() => components))
        expect(parts.map(readPart).at(-1)?.buttons).toHaveLength(1)
      }
  })
})

function numbered(count: number): readonly Action[] {
  return Array.from({ length: count }, (_, i) => ver(`SO-1/${i}`))
}
function under(count: number): readonly Action[] {
  return Array.from({ length: count }, (_, i) => ver(`SO-2/${i}`))
}

const squash = (text: string) => text.replaceAll(/[\s\u200b•]+/g, "")
const words = (text: string) => squash(text).replaceAll(/[^\p{L}\p{N}]/gu, "")

describe("with the worst that can be on record, as components alone", () => {
  it("Discord takes every card, and nothing of it is lost: neither a text nor a button", () => {
    let beside = 0
    for (const [name, make] of Object.entries(peoresCasos))
      for (const built of make()) {
        const card = { ...legibleCard(built), demo: true }
        const besides = renderBeside(card)
        if (besides !== null) {
          beside += 1
          expectWhole(name, card, besides, actionsOf(card))
        }
        const several = renderComponents(card)
        if (several.length <= FEW) expectWhole(name, card, several, card.actions)
      }
    expect(beside).toBeGreaterThan(5)
  })
})

/** Of more messages each is as the one before it. */
const FEW = 3

function expectWhole(name: string, card: Card, parts: readonly object[], wanted: readonly Action[]): void {
  const read = parts.map(readPart)
  expect(
    parts.filter((part) => messageProblem({ ...part }) !== null || !allWellFormed(part)),
    name,
  ).toEqual([])
  const shown = read.flatMap(({ buttons }) => buttons)
  expect(new Set(shown.map(({ id, url }) => url ?? id)), name).toEqual(
    new Set(wanted.map(({ id, url }) => url ?? id)),
  )
  expect(new Set(shown.map(({ label }) => label)).size, name).toBe(shown.length)
  const said = words(
    read.map(({ text }, i) => (i === 0 ? text : text.replace(/^.*\nDATOS DE DEMOSTRACIÓN\n/, ""))).join("\n"),
  )
  for (const block of card.blocks) {
    const leaves = block.kind === "heading" ? [block.text] : block.kind === "list" ? block.items : []
    for (const leaf of leaves.flatMap(textsOf))
      expect(said.includes(words(leaf)), `${name}: ${leaf}`).toBe(true)
  }
}

const textsOf = (text: RichText): readonly string[] =>
  typeof text === "string"
    ? [text]
    : text.flatMap((inline) =>
        typeof inline === "string" ? [inline] : inline.kind === "mention" ? [] : [inline.text],
      )

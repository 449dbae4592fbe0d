import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { limits } from "../../adapters/slack/limits.ts"
import { render, type SlackPayload } from "../../adapters/slack/render.ts"
import type { Block, Card, RichText } from "../../src/cards/card.ts"
import { HOSTILE } from "../contract/contract-rendering.ts"
import { blocksError, readMessage } from "../support/fake-slack/block-kit.ts"

const cardOf = (blocks: readonly Block[], rest: Partial<Card> = {}): Card => ({
  title: "Próxima sesión",
  tone: "aviso",
  blocks,
  actions: [],
  ...rest,
})
const payloads = (card: Card) => render(card).parts as readonly SlackPayload[]
const blocksOf = (...blocks: readonly Block[]) => payloads(cardOf(blocks))[0]?.blocks.slice(1)
const section = (...elements: readonly object[]) => ({ type: "rich_text_section", elements })

describe("a card in Slack", () => {
  it("is a header, its blocks and its buttons", () => {
    const card = cardOf(
      [
        { kind: "text", text: ["Vigésimo Segunda Sesión ", { kind: "bold", text: "Ordinaria" }] },
        {
          kind: "fields",
          fields: [
            { label: "Fecha", value: "16 de febrero" },
            { label: "Sede", value: "SRE" },
          ],
        },
        { kind: "note", text: "Fuente: comunicado." },
      ],
      { actions: [{ id: "sesion.agenda:SO-22", label: "Orden del día", style: "primary" }] },
    )
    expect(payloads(card)[0]?.blocks).toEqual([
      { type: "header", text: { type: "plain_text", text: "Próxima sesión", emoji: false } },
      {
        type: "rich_text",
        elements: [
          section(
            { type: "text", text: "Vigésimo Segunda Sesión " },
            { type: "text", text: "Ordinaria", style: { bold: true } },
          ),
        ],
      },
      {
        type: "rich_text",
        elements: [
          section(
            { type: "text", text: "Fecha: ", style: { bold: true } },
            { type: "text", text: "16 de febrero" },
            { type: "text", text: "\n" },
            { type: "text", text: "Sede: ", style: { bold: true } },
            { type: "text", text: "SRE" },
          ),
        ],
      },
      { type: "context", elements: [{ type: "plain_text", text: "Fuente: comunicado.", emoji: false }] },
      {
        type: "actions",
        elements: [
          {
            type: "button",
            action_id: "sesion.agenda:SO-22",
            text: { type: "plain_text", text: "Orden del día", emoji: false },
            style: "primary",
          },
        ],
      },
    ])
  })

  it("shows a table row by row, so that it reads on a phone", () => {
    const table = {
      kind: "table",
      columns: ["Acuerdo", "Estado"],
      rows: [["CI/SO-21/03", "vigente"]],
    } as const
    expect(readMessage({ blocks: blocksOf(table) }).text).toBe("Acuerdo · Estado\nCI/SO-21/03 · vigente")
  })

  it("numbers an ordered list through, also when it takes several blocks", () => {
    const items = Array.from({ length: 30 }, (_, i) => `${i + 1} ${"palabra ".repeat(40)}`)
    const lists = payloads(cardOf([{ kind: "list", ordered: true, items }]))
      .flatMap(({ blocks }) => blocks.slice(1))
      .flatMap(({ elements }) => elements)
    const starts = lists.map((list) => [Object(list).offset ?? 0, Object(list).elements.length])
    expect(starts.length).toBeGreaterThan(1)
    let next = 0
    for (const [offset, length] of starts) {
      expect(offset).toBe(next)
      next += length
    }
    expect(next).toBe(30)
  })

  it("gives an image by its description and address, which cannot make Slack refuse the message", () => {
    const read = readMessage({
      blocks: blocksOf({ kind: "image", url: "https://www.gob.mx/a.png", alt: "Escudo" }),
    })
    expect(read).toMatchObject({ text: "Imagen: Escudo", live: ["link:https://www.gob.mx/a.png"] })
  })

  it("mentions a person by a well-formed id only", () => {
    const mention = (user: string) =>
      readMessage({ blocks: blocksOf({ kind: "text", text: [{ kind: "mention", user, text: "Enlace" }] }) })
    expect(mention("U0123ABCD").live).toEqual(["mention:U0123ABCD"])
    expect(mention("channel")).toMatchObject({ text: "Enlace", live: [] })
  })

  it("carries all of each part in the text that screen readers read, with markup escaped", () => {
    const text = `<!channel> & ${"palabra ".repeat(3_000)}FIN`
    const parts = payloads(cardOf([{ kind: "text", text }]))
    expect(parts.length).toBeGreaterThan(1)
    expect(parts[0]?.text).toContain("&lt;!channel&gt; &amp; palabra")
    expect(parts.at(-1)?.text).toContain("FIN")
    for (const [i, part] of parts.entries())
      expect(part.text.startsWith(`Próxima sesión (${i + 1}/${parts.length})\n`)).toBe(true)
  })

  it("never shows two buttons with one id, which Slack refuses", () => {
    const button = { id: "sesion.agenda", label: "Ver", style: "normal" } as const
    const rendered = render(cardOf([], { actions: [button, { ...button, label: "Otra vez" }] }))
    expect(rendered.findings).toEqual(["Se muestran 1 de 2 botones."])
  })

  it("takes out characters that could make words read in another order", () => {
    expect(readMessage({ blocks: blocksOf({ kind: "text", text: "pagar\u202eodagap\u0007" }) }).text).toBe(
      "pagarodagap",
    )
  })

  it.each([limits.header - 8, limits.header - 7, limits.header, limits.header + 1])(
    "keeps a title of %d characters whole, alone and in several parts",
    (length) => {
      const title = "t".repeat(length)
      const long = { kind: "text", text: "palabra ".repeat(3_000) } as const
      for (const blocks of [[], [long]]) {
        const parts = payloads(cardOf(blocks, { title }))
        expect(readMessage(parts[0]).text).toContain(title)
        for (const part of parts) expect(blocksError(part.blocks)).toBeNull()
      }
    },
  )

  it("is taken by Slack whatever it says", () => {
    const piece = fc.oneof(
      fc.constantFrom(...HOSTILE, "", " ", "\n", "\u0000", "😀".repeat(2_000), "&".repeat(5_000)),
      fc.string({ unit: "binary", maxLength: 40 }),
    )
    const rich: fc.Arbitrary<RichText> = fc.oneof(
      piece,
      fc.array(
        fc.oneof(
          piece,
          piece.map((text) => ({ kind: "bold" as const, text })),
          fc.tuple(piece, piece).map(([text, url]) => ({ kind: "link" as const, text, url })),
          fc.tuple(piece, piece).map(([text, user]) => ({ kind: "mention" as const, text, user })),
        ),
        { maxLength: 4 },
      ),
    )
    const block: fc.Arbitrary<Block> = fc.oneof(
      rich.map((text) => ({ kind: "text" as const, text })),
      rich.map((text) => ({ kind: "note" as const, text })),
      piece.map((text) => ({ kind: "heading" as const, text })),
      fc.constant({ kind: "divider" as const }),
      fc
        .tuple(fc.boolean(), fc.array(rich, { maxLength: 5 }))
        .map(([ordered, items]) => ({ kind: "list" as const, ordered, items })),
      fc.array(fc.tuple(piece, rich), { maxLength: 5 }).map((pairs) => ({
        kind: "fields" as const,
        fields: pairs.map(([label, value]) => ({ label, value })),
      })),
      fc
        .array(fc.array(piece, { maxLength: 3 }), { maxLength: 3 })
        .map((rows) => ({ kind: "table" as const, columns: rows[0] ?? [], rows })),
      fc.tuple(piece, piece).map(([url, alt]) => ({ kind: "image" as const, url, alt })),
    )
    const action = fc.tuple(piece, piece).map(([id, label]) => ({ id, label, style: "normal" as const }))
    fc.assert(
      fc.property(
        piece,
        fc.array(block, { maxLength: 60 }),
        fc.array(action, { maxLength: 30 }),
        fc.boolean(),
        (title, blocks, actions, demo) => {
          for (const part of payloads({ title, tone: "aviso", blocks, actions, demo })) {
            expect(blocksError(part.blocks), JSON.stringify(part.blocks).slice(0, 500)).toBeNull()
            expect(part.text.length).toBeLessThanOrEqual(limits.fallbackText)
            expect(part.text).not.toBe("")
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

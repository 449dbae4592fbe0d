import { expect, it } from "vitest"
import { render as renderConsola } from "../../adapters/consola/render.ts"
import { render as renderDiscord } from "../../adapters/discord/render.ts"
import { render as renderSlack } from "../../adapters/slack/render.ts"
import type { Block, Card, Inline, RichText } from "../../src/cards/card.ts"
import { legible } from "../../src/domain/texto/legible.ts"
import type { Rendered } from "../../src/ports/chat-adapter.ts"
import type { PartAsRead } from "../contract/adapter-contract.ts"
import { readPart } from "../support/consola-read.ts"
import { readPart as readDiscordPart } from "../support/fake-discord/read.ts"
import { readMessage } from "../support/fake-slack/block-kit.ts"
import { peoresCasos } from "./peor-caso/tabla.ts"

/** What somebody might be called who wants to ring, to write in another's place, or to read backwards. */
const HOSTIL = "<!channel> @everyone <@U0123ABCD> <@&1>\n\n# título\n> cita\u202e\u2066gpj"

const PLATAFORMAS: readonly (readonly [
  name: string,
  render: (card: Card) => Rendered,
  read: (part: unknown) => PartAsRead,
])[] = [
  ["Slack", renderSlack, readMessage],
  ["Discord", renderDiscord, readDiscordPart],
  ["the console", renderConsola, readPart],
]

/** A name may be in any text of a card, so it is put in all of them; what is longer than worst is short enough again. */
const en = (text: string): string => (text === "" ? text : `${text.slice(0, 24)} ${HOSTIL}`)

function enRico(text: RichText): RichText {
  return typeof text === "string" ? en(text) : text.map(enParte)
}

function enParte(inline: Inline): Inline {
  if (typeof inline === "string") return en(inline)
  return inline.kind === "command" ? inline : { ...inline, text: en(inline.text) }
}

function enBloque(block: Block): Block {
  switch (block.kind) {
    case "text":
    case "note":
      return { ...block, text: enRico(block.text) }
    case "heading":
      return { ...block, text: en(block.text) }
    case "fields":
      return {
        ...block,
        fields: block.fields.map(({ label, value }) => ({ label: en(label), value: enRico(value) })),
      }
    case "list":
      return { ...block, items: block.items.map(enRico) }
    case "table":
      return { ...block, columns: block.columns.map(en), rows: block.rows.map((row) => row.map(en)) }
    case "image":
      return { ...block, alt: en(block.alt) }
    case "divider":
      return block
  }
}

const hostil = (card: Card): Card => ({
  ...card,
  title: en(card.title),
  blocks: card.blocks.map(enBloque),
  actions: card.actions.map((action) => ({ ...action, label: en(action.label) })),
})

/** What does something in what is shown, besides links and commands: each once, however many parts the text takes. */
const vivo = (partes: readonly PartAsRead[]): readonly string[] => [
  ...new Set(partes.flatMap(({ live }) => live).filter((uno) => !/^(?:link|command):/u.test(uno))),
]

it.each(PLATAFORMAS)(
  "on %s no name in any card pings, makes a heading or turns what is read around",
  (_, render, read) => {
    let cards = 0
    for (const [name, build] of Object.entries(peoresCasos))
      for (const card of build()) {
        cards += 1
        const escrita = hostil(card)
        const rendered = render(escrita)
        const partes = rendered.parts.map(read)
        const leido = partes.flatMap(({ text, buttons }) => [text, ...buttons.map(({ label }) => label)])
        for (const text of [...leido, rendered.text]) {
          const visible = text.replaceAll("\u200b", "")
          expect(legible(visible), `${name}: nothing that nobody sees`).toBe(visible)
        }
        const hace = vivo(partes)
        const antes = hace.length === 0 ? [] : vivo(render(card).parts.map(read))
        expect(
          hace.filter((uno) => !antes.includes(uno)),
          `${name}: nothing new does anything`,
        ).toEqual([])
      }
    expect(cards).toBeGreaterThan(200)
  },
)

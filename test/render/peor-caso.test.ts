import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { limits as consolaLimits } from "../../adapters/consola/limits.ts"
import { render as renderConsola } from "../../adapters/consola/render.ts"
import { referenceOf } from "../../adapters/discord/identity.ts"
import { limits as discordLimits } from "../../adapters/discord/limits.ts"
import { type DiscordPayload, render as renderDiscord } from "../../adapters/discord/render.ts"
import { limits as slackLimits } from "../../adapters/slack/limits.ts"
import { render as renderSlack, type SlackPayload } from "../../adapters/slack/render.ts"
import type { Block, Card, Inline, RichText } from "../../src/cards/card.ts"
import { withoutFile } from "../../src/cards/card-file.ts"
import { legibleCard } from "../../src/cards/legible-card.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import type { AdapterLimits, Rendered } from "../../src/ports/chat-adapter.ts"
import type { PartAsRead } from "../contract/adapter-contract.ts"
import { readPart } from "../support/consola-read.ts"
import { messageProblem } from "../support/fake-discord/published-limits.ts"
import { readPart as readDiscordPart } from "../support/fake-discord/read.ts"
import { blocksError, readMessage } from "../support/fake-slack/block-kit.ts"
import { allWellFormed, isWellFormed } from "../support/well-formed.ts"
import { peoresCasos } from "./peor-caso/tabla.ts"

interface Platform {
  readonly name: string
  readonly limits: AdapterLimits
  render(card: Card): Rendered
  read(part: unknown): PartAsRead
  /** What the platform itself would say against a message; `null`: nothing. */
  refusal(part: unknown): unknown
  /** What stands in a link's or a file's place where the platform takes none. */
  shown(card: Card): Card
}

const platforms: readonly Platform[] = [
  {
    name: "Slack",
    limits: slackLimits,
    render: renderSlack,
    read: readMessage,
    refusal(part) {
      const { text, blocks } = part as SlackPayload
      return blocksError(blocks) ?? (text === "" || text.length > slackLimits.fallbackText ? "text" : null)
    },
    shown: withoutFile,
  },
  {
    name: "Discord",
    limits: discordLimits,
    render: renderDiscord,
    read: readDiscordPart,
    refusal(part) {
      const payload = part as DiscordPayload
      const embeds = [{ ...payload.embeds[0], footer: { text: referenceOf("clave") } }]
      return messageProblem({ ...payload, embeds })
    },
    shown: (card) => card,
  },
  {
    name: "the console",
    limits: consolaLimits,
    render: renderConsola,
    read: readPart,
    refusal: () => null,
    shown: (card) => card,
  },
]

/** Spaces are as each platform breaks lines, and a bullet is a mark of its own on some. */
const squash = (text: string) => text.replaceAll(/[\s\u200b•]+/g, "")

/** The texts that a card has to say: of a link also where it leads. */
function leaves({ title, blocks }: Card): readonly string[] {
  return [title, ...blocks.flatMap(leavesOf)].map(squash).filter((leaf) => leaf !== "")
}

function leavesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case "text":
    case "note":
      return textsOf(block.text)
    case "heading":
      return [block.text]
    case "fields":
      return block.fields.flatMap(({ label, value }) => [label, ...textsOf(value)])
    case "list":
      return block.items.flatMap(textsOf)
    case "table":
      return [...block.columns, ...block.rows.flat()]
    case "divider":
      return []
    case "image":
      return [block.alt]
  }
}

const textsOf = (text: RichText) => (typeof text === "string" ? [text] : text.flatMap(textOf))

/** A person who is mentioned is shown by the platform, under the name that it knows. */
function textOf(inline: Inline): readonly string[] {
  if (typeof inline === "string") return [inline]
  if (inline.kind === "mention") return []
  return inline.kind === "link" ? [inline.text, inline.url] : [inline.text]
}

/** What stands in a rendered card, its parts' own titles apart. */
function said(parts: readonly PartAsRead[]): string {
  const bodies = parts.map(({ text }, i) => (i === 0 ? text : text.slice(text.indexOf("\n") + 1)))
  return squash([...bodies, ...parts.flatMap(({ live }) => live)].join("\n"))
}

describe.each(platforms)(
  "with the worst that can be on record, in $name",
  ({ limits, render, read, refusal, shown }) => {
    for (const [name, make] of Object.entries(peoresCasos))
      it(`${name} keeps the limits, all of its text and every button`, () => {
        for (const [i, built] of make().entries()) {
          const card = legibleCard(shown(built))
          const { parts, text, findings } = render(built)
          const which = `${name}, form ${i + 1}`
          expect(findings, which).toEqual([])
          expect(allWellFormed(parts) && isWellFormed(text), which).toBe(true)
          for (const one of [...parts, ...render({ ...built, demo: true }).parts]) {
            expect(refusal(one), which).toBeNull()
            const { blocks, buttons, text: body } = read(one)
            expect(blocks, which).toBeLessThanOrEqual(limits.blocksPerMessage)
            expect(squash(body).length, which).toBeLessThanOrEqual(limits.textLength)
            expect(buttons.length, which).toBeLessThanOrEqual(limits.actionsPerMessage)
            const long = buttons.filter(
              ({ id, label }) => id.length > limits.actionIdLength || label.length > limits.actionLabelLength,
            )
            expect(long, which).toEqual([])
          }
          const shownParts = parts.map(read)
          const whole = said(shownParts)
          for (const leaf of leaves(card)) if (!whole.includes(leaf)) expect(whole, which).toContain(leaf)
          const buttons = shownParts.flatMap((part) => part.buttons)
          const keys = (url: string | undefined, id: string) => url ?? id
          expect(
            buttons.map(({ id, url }) => keys(url, id)),
            which,
          ).toEqual(card.actions.map(({ id, url }) => keys(url, id)))
          expect(new Set(buttons.map(({ label }) => label)).size, which).toBe(buttons.length)
        }
      })
  },
)

describe("with the worst that can be on record, as plain text", () => {
  for (const [name, make] of Object.entries(peoresCasos))
    it(`${name} says all of it`, () => {
      for (const built of make()) {
        const text = renderPlainText(built)
        expect(isWellFormed(text)).toBe(true)
        const whole = squash(text)
        for (const leaf of leaves(legibleCard(built)))
          if (!whole.includes(leaf)) expect(whole).toContain(leaf)
      }
    })
})

/** The functions of a source that build a card, by name. */
function buildersIn(source: string): readonly string[] {
  return source
    .split(/^export (?=(?:async )?(?:function|const) )/m)
    .slice(1)
    .flatMap((declaration) => {
      const name = /^(?:async )?(?:function|const) (\w+)/.exec(declaration)?.[1]
      const returns = /\): ([^={]+?) (?:\{|=>)/.exec(declaration)?.[1]
      return name !== undefined && /^Card( \| null)?$/.test(returns ?? "") ? [name] : []
    })
}

describe("the worst cases", () => {
  it("recognise what builds a card", () => {
    const source = [
      "export function unoCard({ a }: Uno): Card {\n}\n",
      "export function dosCard(\n  a: string,\n  b: readonly { readonly c: string }[],\n): Card | null {\n}\n",
      "export const tresCard = (a: string): Card => ({})\n",
      "export function otra(a: string): readonly Block[] {\n  const f = (b: Card): Card => b\n}\n",
    ].join("\n")
    expect(buildersIn(source)).toEqual(["unoCard", "dosCard", "tresCard"])
  })

  it("are of every card that there is, and of no other", () => {
    const folder = fileURLToPath(new URL("../../src/cards", import.meta.url))
    const builders = readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
      .flatMap((entry) => buildersIn(readFileSync(join(entry.parentPath, entry.name), "utf8")))
    expect(Object.keys(peoresCasos).sort()).toEqual([...builders].sort())
  })

  it("say what comes next where something was done: a button or an order", () => {
    const sinSiguiente = Object.entries(peoresCasos).flatMap(([name, make]) =>
      make().some(
        ({ tone, actions, blocks }) =>
          tone === "logro" && actions.length === 0 && !JSON.stringify(blocks).includes('"kind":"command"'),
      )
        ? [name]
        : [],
    )
    expect(sinSiguiente).toEqual([])
  })

  it("are as bad as they say", () => {
    const all = Object.values(peoresCasos).flatMap((make) => make())
    const text = all.map((card) => JSON.stringify(card)).join("")
    for (const each of ["👩‍👩‍👧‍👦", "\u202e", "\u200b", "العربية", "@everyone"]) expect(text).toContain(each)
    const parts = all.map((card) => renderSlack(card).parts.length)
    expect(Math.max(...parts)).toBeGreaterThan(50)
  })
})

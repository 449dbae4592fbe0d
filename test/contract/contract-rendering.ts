import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Block, type Card, MAX_ACTION_ID } from "../../src/cards/card.ts"
import { DEMO_LABEL } from "../../src/cards/plain-text.ts"
import { charactersOf } from "../../src/domain/texto/cut.ts"
import { legible } from "../../src/domain/texto/legible.ts"
import type { ChatAdapter } from "../../src/ports/chat-adapter.ts"
import { allWellFormed, textsIn } from "../support/well-formed.ts"
import type { PartAsRead } from "./adapter-contract.ts"
import { cardOf } from "./contract-inbound.ts"

/** Text that means something to one platform or another, and must mean nothing anywhere. */
export const HOSTILE: readonly string[] = [
  "@everyone",
  "@here",
  "@channel",
  "<!channel>",
  "<!here|hola>",
  "<!subteam^S0123ABCD>",
  "<@U0123ABCD>",
  "<@123456789012345678>",
  "<@&123456789012345678>",
  "<#C0123ABCD>",
  "<#123456789012345678>",
  "<https://example.org|gob.mx>",
  "[gob.mx](https://example.org)",
  "*negritas*",
  "**negritas**",
  "_cursivas_",
  "__subrayado__",
  "~tachado~",
  "||oculto||",
  "`código`",
  "```bloque```",
  "> cita",
  "# Título",
  "- punto",
  "1. uno",
  "&lt;!channel&gt;",
  "<t:1708098000:F>",
  "<:emoji:123456789012345678>",
  "</sesion:123456789012345678>",
  "<b>html</b>",
  "\\*barra\\*",
]

const squash = (text: string) => text.replaceAll(/\s+/g, "")

/** Prose of exactly `length` characters, in words that are all different. */
function prose(length: number): string {
  let text = ""
  for (let i = 0; text.length < length; i += 1) text += `p${String(i).padStart(6, "0")} `
  return `${text.slice(0, length - 1)}z`
}

/** An adapter's rendering is pure: it needs neither its SDK nor a platform. */
export interface RenderingHarness extends Pick<ChatAdapter, "render" | "limits"> {
  readPart(part: unknown): PartAsRead
}

/** What every chat adapter's rendering keeps, whatever its platform. */
export function describeRenderingContract(
  name: string,
  { render, limits, readPart }: RenderingHarness,
): void {
  const parts = (card: Card): readonly PartAsRead[] => render(card).parts.map(readPart)
  /** The text of all parts without their titles. */
  const bodies = (card: Card): readonly string[] => {
    const read = parts(card)
    return read.map(({ text }, i) => {
      const title = read.length > 1 ? `${card.title} (${i + 1}/${read.length})` : card.title
      expect(text.startsWith(title), `part ${i + 1} begins with its title`).toBe(true)
      return text.slice(title.length)
    })
  }

  describe(`${name} keeps the contract of rendering`, () => {
    it("is pure, and its parts are plain JSON", () => {
      const card = frozen(everything("texto"))
      const rendered = render(card)
      expect(JSON.parse(JSON.stringify(rendered))).toEqual(rendered)
      expect(render(card)).toEqual(rendered)
    })

    it("shows the text of every kind of block, and the whole as plain text", () => {
      const card = everything("texto")
      const text = parts(card)
        .map((part) => part.text)
        .join("\n")
      for (let i = 1; i <= 17; i += 1) expect(text).toContain(`texto-${i}.`)
      expect(render(card).text).toContain("texto-1.")
    })

    it("shows an empty card, and empty texts, as a message with its title", () => {
      expect(parts(cardOf("", { blocks: [] }))[0]?.text).toContain("Aviso")
      const read = parts(everything(""))
      expect(read).toHaveLength(1)
    })

    for (const text of HOSTILE)
      it(`leaves ${JSON.stringify(text)} inert wherever it stands`, () => {
        for (const part of parts(everything(` ${text} `, { plainOnly: true }))) {
          expect(part.live).toEqual([])
          const found = squash(part.text).split(squash(text)).length - 1
          expect(found, "shown as it was written, in all 13 places").toBe(13)
        }
      })

    it("leaves any mixture of hostile pieces inert", () => {
      const pieces = fc.constantFrom(...HOSTILE, " ", "\n", "\\", "a", "*", "<", ">", "@", "|", "`", "_")
      fc.assert(
        fc.property(fc.array(pieces, { minLength: 1, maxLength: 12 }), (chosen) => {
          const text = chosen.join("")
          const read = parts(cardOf(`inicio ${text} fin`, { title: `Uno ${text} dos` }))
          for (const part of read) {
            expect(part.live).toEqual([])
            expect(squash(part.text)).toContain(squash(`inicio ${text} fin`))
            expect(squash(part.text)).toContain(squash(`Uno ${text} dos`))
          }
        }),
        { numRuns: 200 },
      )
    })

    it("shows nothing that nobody sees, nor half a character, wherever it stands", () => {
      const card = everything("pa\u202e\u2066ga\u200b\u00adr\ud83d", { plainOnly: true })
      const rendered = render(card)
      const texts = [...rendered.parts.flatMap(textsIn), rendered.text]
      for (const text of texts)
        expect(legible(text.replaceAll("\u200b", ""))).toBe(text.replaceAll("\u200b", ""))
      const read = rendered.parts.map(readPart)
      const shown = read
        .map(({ text, buttons }) => [text, ...buttons.map(({ label }) => label)].join(" "))
        .join(" ")
      expect(shown.split("pagar\ufffd").length - 1).toBe(14)
    })

    it("writes out what an address hides", () => {
      const link = { kind: "link" as const, text: "acta", url: "https://www.gob.mx/\u202eatca" }
      const [part] = parts(cardOf("", { blocks: [{ kind: "text", text: [link] }] }))
      expect(part?.live).toEqual(["link:https://www.gob.mx/%E2%80%AEatca"])
    })

    it("makes a link of a link node, but never one that runs something", () => {
      const link = (url: string) =>
        parts(cardOf("", { blocks: [{ kind: "text", text: [{ kind: "link", text: "convocatoria", url }] }] }))
      const [safe] = link("https://www.gob.mx/convocatoria")
      expect(safe?.live).toEqual(["link:https://www.gob.mx/convocatoria"])
      const [unsafe] = link("javascript:alert(1)")
      expect(unsafe?.live).toEqual([])
      expect(unsafe?.text).toContain("convocatoria")
    })

    it("writes out an address that is too long for a link", () => {
      const url = `https://www.gob.mx/${"x".repeat(5_000)}`
      const link = { kind: "link" as const, text: "acta", url }
      const card = cardOf("", { blocks: [{ kind: "text", text: [link] }] })
      const shown = [...bodies(card), ...parts(card).flatMap(({ live }) => live)].join("")
      expect(squash(shown)).toContain(url)
      expect(shown).toContain("acta")
    })

    it("labels demonstration data on every part", () => {
      const long = cardOf(prose(limits.textLength * 2), { demo: true })
      const read = parts(long)
      expect(read.length).toBeGreaterThan(1)
      for (const part of read) expect(part.text).toContain(DEMO_LABEL)
      expect(parts(cardOf("Uno"))[0]?.text).not.toContain(DEMO_LABEL)
    })

    it("splits text at its limit into numbered parts, and loses none of it", () => {
      const { textLength } = limits
      for (const length of [textLength - 1, textLength, textLength + 1, textLength * 3 + 7]) {
        const text = prose(length)
        const shown = bodies(cardOf(text))
        expect(squash(shown.join(""))).toBe(squash(text))
        const words = new Set(text.split(" "))
        for (const word of shown.join(" ").split(/\s+/).filter(Boolean))
          expect(words, "cut between words").toContain(word)
        for (const part of parts(cardOf(text)))
          expect(squash(part.text).length).toBeLessThanOrEqual(textLength)
        if (length > textLength) expect(shown.length).toBeGreaterThan(1)
      }
      expect(bodies(cardOf(prose(Math.floor(textLength / 2))))).toHaveLength(1)
    })

    it("keeps every character of one endless word, and of a list, table, field or note that is too long", () => {
      const { textLength } = limits
      const text = "ñ😀".repeat(textLength)
      const blocks: readonly Block[] = [
        { kind: "text", text },
        { kind: "list", ordered: false, items: [text] },
        { kind: "fields", fields: [{ label: "Texto", value: text }] },
        { kind: "table", columns: ["Uno"], rows: [[text]] },
        { kind: "note", text },
      ]
      for (const block of blocks) {
        const shown = bodies(cardOf("", { blocks: [block] })).join("")
        expect([...shown].filter((c) => c === "😀").length).toBe(textLength)
        expect([...shown].filter((c) => c === "ñ").length).toBe(textLength)
      }
    })

    it("cuts nothing inside a character, be it of one code point or of seven", () => {
      const { textLength, actionLabelLength } = limits
      for (const character of ["😀", "👩‍👩‍👧‍👦", "🇲🇽", "e\u0301"]) {
        // Runs of it that are whole; a part of one stands out among what is left.
        const without = (text: string) => text.replaceAll(new RegExp(`(?:${character})+`, "gu"), "x")
        for (let before = 0; before < 4; before += 1) {
          const text = "x".repeat(before) + character.repeat(Math.ceil((textLength * 1.2) / character.length))
          const label = "x".repeat(before) + character.repeat(actionLabelLength)
          const action = { id: "a.b:c", label, style: "normal" as const }
          const card = cardOf("", {
            title: text.slice(0, 1_200 + before - (1_200 % character.length)),
            actions: [action],
          })
          for (const whole of [
            card,
            cardOf("", { blocks: [{ kind: "table", columns: [text], rows: [[text]] }] }),
          ]) {
            const rendered = render(whole)
            expect(allWellFormed(rendered), `${character} after ${before}`).toBe(true)
            const known = new Set(
              charactersOf(`${without(whole.title)} (0123456789/)…\n·•Plenarix${DEMO_LABEL}`),
            )
            for (const part of rendered.parts.map(readPart)) {
              const shown = [part.text, ...part.buttons.map(({ label }) => label)].map(without)
              expect(shown.flatMap(charactersOf).filter((each) => !known.has(each))).toEqual([])
            }
          }
        }
      }
    })

    it("tells apart buttons that say the same", () => {
      const { actionLabelLength } = limits
      for (const label of ["Ver", "x".repeat(actionLabelLength * 2)]) {
        const twins = ["SO-21", "SO-22", "SO-23"].map((clave) => ({
          id: `sesion.agenda:${clave}`,
          label,
          style: "normal" as const,
        }))
        const shown = parts(cardOf("Uno", { actions: twins })).flatMap((part) => part.buttons)
        expect(new Set(shown.map((button) => button.label)).size).toBe(3)
        expect(shown.map(({ id }) => id)).toEqual(twins.map(({ id }) => id))
      }
    })

    it("splits between blocks when there are too many, and keeps their order", () => {
      const { blocksPerMessage } = limits
      for (const count of [
        blocksPerMessage - 1,
        blocksPerMessage,
        blocksPerMessage + 1,
        blocksPerMessage * 3,
      ]) {
        const blocks = Array.from({ length: count }, (_, i): Block => ({ kind: "note", text: `n${i}.` }))
        const card = cardOf("", { blocks })
        for (const part of parts(card)) expect(part.blocks).toBeLessThanOrEqual(blocksPerMessage)
        expect(squash(bodies(card).join(""))).toBe(
          squash(blocks.map((block) => (block.kind === "note" ? block.text : "")).join("")).replaceAll(
            "Nota:",
            "",
          ),
        )
      }
    })

    it("shows as many buttons as fit, keeps their ids, and says when some are missing", () => {
      const { actionsPerMessage, actionIdLength } = limits
      expect(actionIdLength).toBeGreaterThanOrEqual(MAX_ACTION_ID)
      for (const count of [1, actionsPerMessage, actionsPerMessage + 1]) {
        const card = cardOf("Uno", { actions: buttons(count) })
        const shown = parts(card).flatMap((part) => part.buttons)
        expect(shown.map(({ id }) => id)).toEqual(
          buttons(count)
            .slice(0, shown.length)
            .map(({ id }) => id),
        )
        const missing = count - shown.length
        expect(render(card).findings.length > 0).toBe(missing > 0)
        for (const part of parts(card)) expect(part.buttons.length).toBeLessThanOrEqual(actionsPerMessage)
      }
    })

    it("shortens a button's words, never its id", () => {
      const { actionLabelLength } = limits
      for (const length of [actionLabelLength, actionLabelLength + 1]) {
        const label = "x".repeat(length)
        const card = cardOf("Uno", { actions: [{ id: "a.b:c", label, style: "primary" }] })
        const [button] = parts(card).flatMap((part) => part.buttons)
        expect(button?.id).toBe("a.b:c")
        expect(button?.label.length).toBeLessThanOrEqual(actionLabelLength)
        if (length <= actionLabelLength) expect(button?.label).toBe(label)
      }
    })

    it("keeps a title that is too long for a title", () => {
      const title = prose(1_000).trimEnd()
      const text = parts(cardOf("Cuerpo", { title }))
        .map((part) => part.text)
        .join("\n")
      expect(squash(text)).toContain(squash(title))
      expect(text).toContain("Cuerpo")
    })
  })
}

function buttons(count: number) {
  return Array.from({ length: count }, (_, i) => ({
    id: `sesion.agenda:${String(i).padStart(MAX_ACTION_ID - 14, "0")}`,
    label: `Botón ${i}`,
    style: "normal" as const,
  }))
}

/** Every place where text can stand; with `plainOnly`, without nodes that are meant to be live and without the title. */
function everything(text: string, { plainOnly = false } = {}): Card {
  let count = 0
  const next = () => {
    count += 1
    return text === "" || plainOnly ? text : `${text}-${count}.`
  }
  const plain: readonly Block[] = [
    { kind: "text", text: next() },
    {
      kind: "text",
      text: [
        next(),
        { kind: "bold", text: next() },
        { kind: "italic", text: next() },
        { kind: "date", text: next(), instant: null },
      ],
    },
    { kind: "heading", text: next() },
    { kind: "fields", fields: [{ label: next(), value: next() }] },
    { kind: "list", ordered: true, items: [next()] },
    { kind: "table", columns: [next()], rows: [[next()]] },
    { kind: "divider" },
    { kind: "note", text: next() },
  ]
  const rich: readonly Block[] = [
    { kind: "text", text: [{ kind: "code", text: next() }] },
    { kind: "text", text: [{ kind: "link", text: next(), url: "https://www.gob.mx" }] },
    { kind: "list", ordered: false, items: [[{ kind: "bold", text: next() }]] },
    { kind: "note", text: [{ kind: "italic", text: next() }] },
    { kind: "image", url: "https://www.gob.mx/imagen.png", alt: next() },
  ]
  return {
    title: plainOnly ? `T${text}T` : "Aviso",
    tone: "atencion",
    blocks: plainOnly ? plain : [...plain, ...rich],
    actions: [{ id: "sesion.agenda:SO-22", label: plainOnly ? text : "Ver", style: "primary" }],
  }
}

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    Object.freeze(value)
    Object.values(value).forEach(frozen)
  }
  return value
}

import assert from "node:assert/strict"
import { describe, expect, it } from "vitest"
import type { Card, CardFile } from "../../src/cards/card.ts"
import type { Receipt } from "../../src/ports/chat-adapter.ts"
import type { ContractHarness } from "./adapter-contract.ts"
import { cardOf } from "./contract-inbound.ts"

const KEY = "4f".repeat(32)
const FILE: CardFile = {
  name: "SO-23.ics",
  mediaType: "text/calendar; charset=utf-8",
  content: "BEGIN:VCALENDAR\r\nSUMMARY:Sesión «ñandú» 👩‍👩‍👧\r\n\r\n--frontera\r\nEND:VCALENDAR\r\n",
  label: "Agregar a su calendario",
  url: "https://ejemplo.mx/calendario/sesion/abc.ics",
}
const BUTTON = { id: "sesion.agenda:SO-22", label: "Orden del día", style: "normal" } as const

/** What becomes of a file: it goes along in the one request, or a button opens it. */
export function describeFiles(harness: () => ContractHarness): void {
  const withFile = (file: Partial<CardFile> = {}, rest: Partial<Card> = {}) =>
    cardOf("Se convoca a la sesión.", { ...rest, file: { ...FILE, ...file } })
  async function sent(card: Card, part = 0): Promise<Receipt> {
    const { adapter, destination } = harness()
    const outcome = await adapter.send({ to: destination, card, part, key: `${KEY}${part}` })
    assert(outcome.kind === "accepted")
    return outcome.receipt
  }
  const edit = (receipt: Receipt, card: Card) =>
    harness().adapter.editing?.edit({ receipt, card, part: 0, key: "5f".repeat(32) })
  const received = async () => {
    const messages = await harness().received()
    return messages.map(({ files, buttons }) => ({
      files: files.map(({ name, content }) => ({ name, content })),
      links: buttons.flatMap(({ url }) => url ?? []),
    }))
  }
  /** How a message carries it, here. */
  const carried = (file: CardFile = FILE) =>
    harness().adapter.files
      ? { files: [{ name: file.name, content: file.content }], links: [] }
      : { files: [], links: file.url === null ? [] : [file.url] }

  describe("files", () => {
    it("go along to the last octet where the platform takes them, and are a button where it does not", async () => {
      await sent(withFile({}, { actions: [BUTTON] }))
      expect(await received()).toEqual([carried()])
      const [message] = await harness().received()
      expect(message?.buttons.map(({ label }) => label)).toContain("Orden del día")
    })

    it("that are nowhere else leave no button", async () => {
      await sent(withFile({ url: null }))
      expect(await received()).toEqual([carried({ ...FILE, url: null })])
    })

    it("too large are a button everywhere, and the message goes", async () => {
      const { files } = harness().adapter
      if (!files) return
      await sent(withFile({ content: "x".repeat(files.maxBytes + 1) }))
      expect(await received()).toEqual([{ files: [], links: [FILE.url] }])
    })

    it("go with the last of several parts, and only with it", async () => {
      const card = withFile({}, { blocks: [{ kind: "text", text: "Asunto por tratar. ".repeat(1_500) }] })
      const { parts } = harness().adapter.render(card)
      expect(parts.length).toBeGreaterThan(1)
      for (const part of parts.keys()) await sent(card, part)
      const messages = await received()
      expect(messages.at(-1)).toEqual(carried())
      for (const message of messages.slice(0, -1)) expect(message).toEqual({ files: [], links: [] })
    })

    it("are replaced by those of an edit, and go when it has none", async () => {
      if (!harness().adapter.editing) return
      const receipt = await sent(withFile())
      const later = { ...FILE, content: FILE.content.replace("Sesión", "Sesión diferida") }
      expect(await edit(receipt, withFile(later))).toMatchObject({ kind: "accepted" })
      expect(await edit(receipt, withFile(later)), "the same edit again").toMatchObject({ kind: "accepted" })
      expect(await received()).toEqual([carried(later)])
      expect(await edit(receipt, cardOf("Sin archivo."))).toMatchObject({ kind: "accepted" })
      expect(await received()).toEqual([{ files: [], links: [] }])
      expect(await edit(receipt, withFile())).toMatchObject({ kind: "accepted" })
      expect(await received(), "and come back").toEqual([carried()])
    })
  })
}

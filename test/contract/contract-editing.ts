import assert from "node:assert/strict"
import { describe, expect, it } from "vitest"
import type { Card } from "../../src/cards/card.ts"
import type { EditRequest, Receipt, SendOutcome } from "../../src/ports/chat-adapter.ts"
import type { ContractHarness, Fault } from "./adapter-contract.ts"
import { cardOf } from "./contract-inbound.ts"
import { HOSTILE } from "./contract-rendering.ts"
import { expectSpanish } from "./expect-spanish.ts"

const SINCE = "2020-01-01T00:00:00Z"
const KEY = "1e".repeat(32)
const OTHER = "2e".repeat(32)
const EDIT_KEY = "3e".repeat(32)
const BUTTON = { id: "sesion.agenda:SO-22", label: "Orden del día", style: "normal" } as const

/** What it means to change a message that was sent. */
export function describeEditing(harness: () => ContractHarness, faults: readonly Fault[]): void {
  const sent = async (card: Card, key = KEY): Promise<Receipt> => {
    const { adapter, destination } = harness()
    const outcome = await adapter.send({ to: destination, card, part: 0, key })
    assert(outcome.kind === "accepted")
    return outcome.receipt
  }
  const edit = (receipt: Receipt, card: Card, rest: Partial<EditRequest> = {}): Promise<SendOutcome> => {
    const { editing } = harness().adapter
    assert(editing)
    return editing.edit({ receipt, card, part: 0, key: EDIT_KEY, ...rest })
  }
  const shown = async () => (await harness().received()).map(({ text, key }) => ({ text, key }))
  const withText = (text: string, key: string) => ({ text: expect.stringContaining(text), key })

  describe("editing", () => {
    it("changes the same message in its place, and adds none", async () => {
      const first = await sent(cardOf("La sesión es el lunes.", { actions: [BUTTON] }))
      await sent(cardOf("Otro mensaje."), OTHER)
      const outcome = await edit(first, cardOf("La sesión es el martes."))
      expect(outcome).toMatchObject({
        kind: "accepted",
        receipt: { ...harness().destination, messageId: first.messageId, key: EDIT_KEY },
      })
      assert(outcome.kind === "accepted")
      expect(outcome.receipt.contentHash).toMatch(/^[0-9a-f]{64}$/)
      expect(outcome.receipt.contentHash).not.toBe(first.contentHash)
      expect(await shown()).toEqual([withText("martes", KEY), withText("Otro mensaje", OTHER)])
      const [changed] = await harness().received()
      expect(changed?.text, "nothing of the old text is left").not.toContain("lunes")
      expect(changed?.buttons, "nor its buttons").toEqual([])
    })

    it("takes the content of the part it is told, and refuses one that is not there", async () => {
      const receipt = await sent(cardOf("Uno"))
      const outcome = await edit(receipt, cardOf("Dos"), { part: 7 })
      expect(outcome).toMatchObject({ kind: "rejected" })
      if (outcome.kind === "rejected") expectSpanish(outcome.reason)
      expect(await shown()).toEqual([withText("Uno", KEY)])
    })

    it("leaves the message where its first key finds it", async () => {
      const receipt = await sent(cardOf("Uno"))
      await edit(receipt, cardOf("Dos"))
      const { lookup } = harness().adapter
      if (!lookup) return
      expect(await lookup.find(harness().destination, KEY, SINCE)).toMatchObject({
        kind: "found",
        receipt: { messageId: receipt.messageId, key: KEY },
      })
    })

    it("may be made again: the message is the same, and there is one", async () => {
      const receipt = await sent(cardOf("Uno"))
      const first = await edit(receipt, cardOf("Dos"))
      const again = await edit(receipt, cardOf("Dos"))
      expect(first.kind).toBe("accepted")
      expect(again).toMatchObject({ kind: "accepted", receipt: { messageId: receipt.messageId } })
      expect(await shown()).toEqual([withText("Dos", KEY)])
    })

    it("makes small print of a message, and a message of small print", async () => {
      const receipt = await sent(cardOf("Texto completo."))
      const small = cardOf("", { blocks: [{ kind: "note", text: "Ahora es más breve." }] })
      expect((await edit(receipt, small)).kind).toBe("accepted")
      expect(await shown()).toEqual([withText("Ahora es más breve.", KEY)])
      expect((await edit(receipt, cardOf("Texto otra vez."))).kind).toBe("accepted")
    })

    for (const text of HOSTILE)
      it(`leaves ${JSON.stringify(text)} inert`, async () => {
        const receipt = await sent(cardOf("Uno"))
        const outcome = await edit(receipt, cardOf(`inicio ${text} fin`, { title: `Título ${text}` }))
        expect(outcome.kind).toBe("accepted")
        const [message] = await harness().received()
        expect(message?.live).toEqual([])
        expect(message?.text).toContain("inicio")
        expect(message?.text).toContain("fin")
      })

    it("is rejected for a message that somebody deleted, and says so", async () => {
      const receipt = await sent(cardOf("Uno"))
      await harness().deleteMessage(receipt)
      const outcome = await edit(receipt, cardOf("Dos"))
      expect(outcome).toMatchObject({ kind: "rejected", platformCode: expect.stringMatching(/./) })
      assert(outcome.kind === "rejected")
      expectSpanish(outcome.reason)
      expect(outcome.reason).toMatch(/mensaje ya no está/)
      expect(await shown(), "it is not sent as a new one").toEqual([])
    })

    it("is rejected in a channel that it cannot use", async () => {
      const receipt = await sent(cardOf("Uno"))
      const outcome = await edit({ ...receipt, ...harness().unusableDestination }, cardOf("Dos"))
      expect(outcome).toMatchObject({ kind: "rejected", platformCode: expect.stringMatching(/./) })
      if (outcome.kind === "rejected") expectSpanish(outcome.reason)
    })

    if (faults.includes("rate_limited"))
      it("comes back when the platform says, and not before", async () => {
        const receipt = await sent(cardOf("Uno"))
        await harness().makeNextEdit("rate_limited")
        const outcome = await edit(receipt, cardOf("Dos"))
        assert(outcome.kind === "retry")
        expect(outcome.after).toBeGreaterThanOrEqual(harness().retryAfterMs)
        expect(await shown(), "one request: it is not repeated inside").toEqual([withText("Uno", KEY)])
        expect((await edit(receipt, cardOf("Dos"))).kind).toBe("accepted")
      })

    for (const fault of ["server_error", "cut_before_read", "cut_after_read", "hang"] as const)
      if (faults.includes(fault))
        it(`is made again after ${fault}: what became of it is never in doubt`, async () => {
          const receipt = await sent(cardOf("Uno"))
          await harness().makeNextEdit(fault)
          const outcome = await edit(receipt, cardOf("Dos"))
          assert(outcome.kind === "retry")
          expect(outcome.after).toBeGreaterThan(0)
          expectSpanish(outcome.reason)
          expect((await edit(receipt, cardOf("Dos"))).kind).toBe("accepted")
          expect(await shown()).toEqual([withText("Dos", KEY)])
        })

    if (faults.includes("revoked"))
      it("is rejected for good when its credential was revoked, and says how to mend it", async () => {
        const receipt = await sent(cardOf("Uno"))
        await harness().makeNextEdit("revoked")
        const outcome = await edit(receipt, cardOf("Dos"))
        assert(outcome.kind === "rejected")
        expectSpanish(outcome.reason)
      })

    for (const fault of faults)
      it(`tells no secret when it meets ${fault}`, async () => {
        const receipt = await sent(cardOf("Uno"))
        await harness().makeNextEdit(fault)
        const told = JSON.stringify(await edit(receipt, cardOf("Dos"))) + harness().logged()
        for (const secret of harness().secrets) expect(told).not.toContain(secret)
      })
  })
}

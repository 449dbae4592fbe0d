import assert from "node:assert/strict"
import { describe, expect, it } from "vitest"
import type { Receipt, SendOutcome } from "../../src/ports/chat-adapter.ts"
import type { ContractHarness, Fault } from "./adapter-contract.ts"
import { cardOf } from "./contract-inbound.ts"
import { expectSpanish } from "./expect-spanish.ts"

const KEY = "4e".repeat(32)
const OTHER = "5e".repeat(32)
const PIN_KEY = "6e".repeat(32)

/** What it means to pin a message that was sent. */
export function describePinning(harness: () => ContractHarness, faults: readonly Fault[]): void {
  const sent = async (text: string, key = KEY): Promise<Receipt> => {
    const { adapter, destination } = harness()
    const outcome = await adapter.send({ to: destination, card: cardOf(text), part: 0, key })
    assert(outcome.kind === "accepted")
    return outcome.receipt
  }
  const pin = (receipt: Receipt): Promise<SendOutcome> => {
    const { pinning } = harness().adapter
    assert(pinning)
    return pinning.pin({ receipt, key: PIN_KEY })
  }

  describe("pinning", () => {
    it("pins the message it is told and no other, and leaves its text alone", async () => {
      const first = await sent("Resumen de la sesión.")
      await sent("Otro mensaje.", OTHER)
      expect(await pin(first)).toMatchObject({
        kind: "accepted",
        receipt: { ...harness().destination, messageId: first.messageId, key: PIN_KEY },
      })
      expect(await harness().pinned()).toEqual([first.messageId])
      expect(await harness().received()).toMatchObject([{ key: KEY }, { key: OTHER }])
    })

    it("may be made again: it is pinned, once", async () => {
      const receipt = await sent("Resumen de la sesión.")
      expect((await pin(receipt)).kind).toBe("accepted")
      expect((await pin(receipt)).kind).toBe("accepted")
      expect(await harness().pinned()).toEqual([receipt.messageId])
    })

    it("is rejected for a message that somebody deleted, which says nothing about the channel", async () => {
      const receipt = await sent("Resumen de la sesión.")
      await harness().deleteMessage(receipt)
      const outcome = await pin(receipt)
      assert(outcome.kind === "rejected")
      expectSpanish(outcome.reason)
      expect(outcome.scope).toBeUndefined()
      expect(await harness().pinned()).toEqual([])
    })

    if (faults.includes("rate_limited"))
      it("comes back when the platform says, and not before", async () => {
        const receipt = await sent("Resumen de la sesión.")
        await harness().makeNextPin("rate_limited")
        const outcome = await pin(receipt)
        assert(outcome.kind === "retry")
        expect(outcome.after).toBeGreaterThanOrEqual(harness().retryAfterMs)
        expect(await harness().pinned(), "one request: it is not repeated inside").toEqual([])
        expect((await pin(receipt)).kind).toBe("accepted")
      })

    for (const fault of ["server_error", "cut_before_read", "cut_after_read", "hang"] as const)
      if (faults.includes(fault))
        it(`is made again after ${fault}: what became of it is never in doubt`, async () => {
          const receipt = await sent("Resumen de la sesión.")
          await harness().makeNextPin(fault)
          const outcome = await pin(receipt)
          assert(outcome.kind === "retry")
          expectSpanish(outcome.reason)
          expect((await pin(receipt)).kind).toBe("accepted")
          expect(await harness().pinned()).toEqual([receipt.messageId])
        })

    for (const fault of faults)
      it(`tells no secret when it meets ${fault}`, async () => {
        const receipt = await sent("Resumen de la sesión.")
        await harness().makeNextPin(fault)
        const outcome = await pin(receipt)
        if (outcome.kind === "rejected") expectSpanish(outcome.reason)
        const told = JSON.stringify(outcome) + harness().logged()
        for (const secret of harness().secrets) expect(told).not.toContain(secret)
      })
  })
}

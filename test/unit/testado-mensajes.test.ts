import { expect, it } from "vitest"
import { mensajesDe } from "../../src/app/testado/mensajes.ts"
import type { Delivery } from "../../src/ports/repositories/deliveries.ts"

const entrega = (id: string, forma: Delivery["forma"]) =>
  ({
    id,
    forma,
    state: "accepted",
    editsId: null,
    pinsId: null,
    receipts: [{ messageId: id }],
    to: { adapter: "discord", workspace: "1", channel: "2" },
  }) as unknown as Delivery

it("a text is taken out of messages by editing them; a page and an event are written anew by themselves", async () => {
  const todas = [entrega("a", "mensaje"), entrega("b", "evento"), entrega("c", "portada")]
  const deliveries = {
    byId: async (id: string) => todas.find((una) => una.id === id) ?? null,
    edits: async () => [],
  }
  const { porCorregir, aMano } = await mensajesDe(
    { deliveries } as unknown as Parameters<typeof mensajesDe>[0],
    { edita: () => true } as unknown as Parameters<typeof mensajesDe>[1],
    ["a", "b", "c"],
  )
  expect(porCorregir.map(({ original }) => original.id)).toEqual(["a"])
  expect(aMano).toEqual([])
})

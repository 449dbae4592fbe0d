import { afterEach, describe, expect, it } from "vitest"
import { type SingleListener, singleListener } from "../../src/app/conexion/single-listener.ts"
import type { ChatAdapter, InboundHandler } from "../../src/ports/chat-adapter.ts"
import type { Exclusive } from "../../src/ports/exclusive.ts"
import { RecordingInbound } from "../contract/contract-inbound.ts"
import { FakeChat } from "../support/fake-chat.ts"
import { TestClock } from "../support/reloj.ts"
import { silentLog } from "../support/silent-log.ts"

const clock = new TestClock("2024-06-11", "10:00")
const inbound: InboundHandler = new RecordingInbound()
const free: Exclusive = { take: async () => ({ release: async () => {} }) }
const taken: Exclusive = { take: async () => null }
const to = { adapter: "discord", workspace: "G", channel: "C" }
const receipt = { ...to, messageId: "m1", acceptedAt: clock.now(), key: "k", contentHash: "h" }

const kept: SingleListener[] = []
afterEach(async () => {
  for (const one of kept.splice(0)) await one.stop()
})

/** One that listens where it may, and those that were made for it: the first one sends, the second one also listens. */
async function started(exclusive: Exclusive, able: ConstructorParameters<typeof FakeChat>[1] = {}) {
  const made: FakeChat[] = []
  const create = async (): Promise<ChatAdapter> => {
    const chat = new FakeChat(clock, able)
    made.push(chat)
    return chat
  }
  const listener = await singleListener(create, { exclusive, log: silentLog })
  kept.push(listener)
  await listener.start(inbound)
  return { listener, made }
}

describe("an adapter of which one process listens", () => {
  it.each([
    ["while it listens", free, 1],
    ["while another listens", taken, 0],
  ])("can do all that it could without, %s", async (_when, exclusive, at) => {
    const able = { id: "discord", lookup: "finds", editing: true, pinning: true, portada: true } as const
    const { listener, made } = await started(exclusive, able)
    await listener.pinning?.pin({ receipt, key: "k" })
    expect([...(made[at]?.pinned ?? [])]).toEqual(["m1"])
    const card = { title: "Aviso", tone: "aviso", blocks: [], actions: [] } as const
    await listener.editing?.edit({ receipt, card, part: 0, key: "k" })
    expect(made[at]?.edited).toHaveLength(1)
    await listener.portada?.publish({ to, card, key: "k" })
    expect(made[at]?.portadas).toHaveLength(1)
    expect(await listener.lookup?.find(to, "k", clock.now())).toEqual({ kind: "absent" })
  })

  it("can do no more than it could without", async () => {
    const { listener } = await started(free)
    const { lookup, editing, pinning, portada, files } = listener
    expect([lookup, editing, pinning, portada, files].every((facet) => facet === undefined)).toBe(true)
  })
})

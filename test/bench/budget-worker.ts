import { createLogger } from "../../src/config/log.ts"
import { openDatabase } from "../../src/db/open.ts"
import { dispatchAll } from "../../src/jobs/tick.ts"
import type { ChatAdapter, LookupResult, SendOutcome } from "../../src/ports/chat-adapter.ts"
import { FakeChat } from "../support/fake-chat.ts"

/**
 * A process of the bench of a shared budget: it waits for a word on standard input, so that it begins at once when another
 * is killed, and then sends what is due to the platform at `PLATFORM` until it is killed itself.
 */
const { DATABASE_URL = "", PLATFORM = "", PER_SECOND = "" } = process.env
const clock = { now: () => new Date().toISOString() }
const log = createLogger("error")
const database = await openDatabase({ databaseUrl: DATABASE_URL, dataDir: "" }, log)
const chat = new FakeChat(clock, { budget: Number(PER_SECOND) })

const ask = async (path: string, body: unknown) =>
  (await fetch(`${PLATFORM}${path}`, { method: "POST", body: JSON.stringify(body) })).json()
const receiptOf = (to: { adapter: string; workspace: string; channel: string }, key: string) => ({
  adapter: to.adapter,
  workspace: to.workspace,
  channel: to.channel,
  messageId: key,
  acceptedAt: clock.now(),
  key,
  contentHash: key,
})
const send: ChatAdapter["send"] = async ({ to, key }): Promise<SendOutcome> => {
  await ask("/send", { key })
  return { kind: "accepted", receipt: receiptOf(to, key) }
}
const lookup: ChatAdapter["lookup"] = {
  async find(to, key): Promise<LookupResult> {
    const { there } = (await ask("/find", { key })) as { readonly there: boolean }
    return there ? { kind: "found", receipt: receiptOf(to, key) } : { kind: "absent" }
  },
}
const own = new Map<PropertyKey, unknown>([
  ["send", send],
  ["lookup", lookup],
])
const adapter = new Proxy(chat, {
  get: (target, name) => (own.has(name) ? own.get(name) : Reflect.get(target, name)),
})

// What a start costs is not what is measured.
await database.unitOfWork.read.organos.all()
process.stdout.write("lista\n")
await new Promise((resolve) => process.stdin.once("data", resolve))
for (;;) {
  await dispatchAll({
    data: database.unitOfWork,
    clock,
    log,
    adapters: new Map([["slack", adapter]]),
    patience: { leaseMs: 4_000, settleMs: 1_000 },
  })
  await new Promise((resolve) => setTimeout(resolve, 100))
}

// First, as in a process that serves both: from then on all of Node's requests go through the HTTP client that it brings.
import "@slack/bolt"
import assert from "node:assert/strict"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { cardOf, RecordingInbound, reply } from "../contract/contract-inbound.ts"
import { startDiscord } from "../support/fake-discord/harness.ts"
import { list } from "../support/fake-discord/published-limits.ts"

const FILE = {
  name: "SO-23.ics",
  mediaType: "text/calendar",
  content: "BEGIN:VCALENDAR",
  label: "Agregar",
  url: null,
}

let discord: Awaited<ReturnType<typeof startDiscord>>
beforeEach(async () => {
  const inbound = new RecordingInbound()
  inbound.answerWith(async () => reply("Acuses", {}, { file: FILE }))
  discord = await startDiscord(inbound)
})
afterEach(() => discord.close())

describe("Discord beside Slack", () => {
  it("gets the files of messages, of changed messages and of answers", async () => {
    const { adapter, destination, fake } = discord
    const card = cardOf("Se convoca a la sesión.", { file: FILE })
    const outcome = await adapter.send({ to: destination, card, part: 0, key: "4f".repeat(32) })
    assert(outcome.kind === "accepted")
    const { receipt } = outcome
    expect(await adapter.editing?.edit({ receipt, card, part: 0, key: "5f".repeat(32) })).toMatchObject({
      kind: "accepted",
    })
    expect(list(fake.messages[0]?.attachments)).toMatchObject([
      { filename: FILE.name, content: FILE.content },
    ])
    await discord.typeCommand("/sesion acuses")
    expect(fake.answerFiles).toMatchObject([{ filename: FILE.name, content: FILE.content }])
  })
})

import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { render } from "../../adapters/slack/render.ts"
import type { Card } from "../../src/cards/card.ts"
import { cardOf, RecordingInbound, reply, until } from "../contract/contract-inbound.ts"
import { peoresCasos } from "../render/peor-caso/tabla.ts"
import { readMessage } from "../support/fake-slack/block-kit.ts"
import { type Mode, type SlackBot, startedBot } from "../support/fake-slack/harness.ts"
import { CHANNEL, type Interaction, PRIVATE_CHANNEL, USER } from "../support/fake-slack/workspace.ts"

/** Which way each part goes is what is tested, not how quick the machine is. */
const UNHURRIED = { answerWithinMs: 2_500, sendTimeoutMs: 20_000, drainMs: 5_000 }
const BUTTON = { id: "sesion.publicar-confirmar:SO-21", label: "Publicar", style: "primary" } as const

/** A card of so many messages in Slack, with a button under the last. */
function cardOfParts(count: number): Card {
  const text = "Las instituciones integrantes remitirán sus observaciones. ".repeat(48)
  for (let length = 1; length < 100; length += 1) {
    const blocks = Array.from({ length }, () => ({ kind: "text" as const, text }))
    const card = cardOf("", { title: "Borrador", blocks, actions: [BUTTON] })
    if (render(card).parts.length === count) return card
  }
  throw new Error(`no card has ${count} parts`)
}

const numberOf = (payload: unknown) => Number(/\((\d+)\/\d+\)/.exec(readMessage(payload).text)?.[1])

describe.each<Mode>(["socket", "http"])("an answer longer than Slack takes at once (%s)", (mode) => {
  let bot: SlackBot
  let inbound: RecordingInbound
  beforeEach(async () => {
    inbound = new RecordingInbound()
    bot = await startedBot(mode, inbound, { patience: UNHURRIED })
  })
  afterEach(() => bot.close())

  const answering = (parts: number) =>
    inbound.answerWith(async () => ({ kind: "reply", card: cardOfParts(parts), replaces: false }))
  const privately = () => bot.slack.workspace.privately
  const inThread = (interaction: Interaction) => interaction.shown.map(({ payload }) => numberOf(payload))
  const apart = () => privately().map(({ payload }) => numberOf(payload))
  const arrived = (interaction: Interaction, messages: number) =>
    until(() => interaction.shown.length + privately().length >= messages, "all of it is shown")
  const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1)

  /** Whatever happens to the rest, who asked can press what the answer offers. */
  const expectButton = (interaction: Interaction) => {
    const last = interaction.shown.at(-1)
    expect(readMessage(last?.payload).buttons).toEqual([{ id: BUTTON.id, label: BUTTON.label }])
    expect(last).toMatchObject({ visibleTo: "asker", by: "response_url" })
    expect(interaction.failures).toEqual([])
  }

  it("goes whole by the acknowledgement and the response_url while they have room", async () => {
    answering(6)
    const interaction = bot.slack.typeCommand("/sesion publicar SO-21")
    await arrived(interaction, 6)
    expect(inThread(interaction)).toEqual(upTo(6))
    expect(privately()).toEqual([])
    expectButton(interaction)
  })

  it.each([7, 8, 20])(
    "of %d messages goes on in the channel, for the asker alone, and ends with its buttons",
    async (parts) => {
      answering(parts)
      const interaction = bot.slack.typeCommand("/sesion publicar SO-21")
      await arrived(interaction, parts)
      expect([...inThread(interaction), ...apart()].sort((a, b) => a - b)).toEqual(upTo(parts))
      expect(apart()).toEqual([...apart()].sort((a, b) => a - b))
      for (const { to, channel } of privately())
        expect({ to, channel }).toEqual({ to: USER, channel: CHANNEL })
      expectButton(interaction)
    },
  )

  it("does the same after a button, whose acknowledgement says nothing", async () => {
    answering(9)
    const interaction = bot.slack.pressButton("sesion.publicar:SO-21")
    await arrived(interaction, 9)
    expect([...inThread(interaction), ...apart()].sort((a, b) => a - b)).toEqual(upTo(9))
    expectButton(interaction)
  })

  it("goes to the asker's own conversation with the bot where the bot is not in the channel", async () => {
    answering(9)
    const interaction = bot.slack.typeCommand("/sesion publicar SO-21", { channel: PRIVATE_CHANNEL })
    await arrived(interaction, 9)
    expect([...inThread(interaction), ...apart()].sort((a, b) => a - b)).toEqual(upTo(9))
    for (const { to, channel } of privately()) expect({ to, channel }).toEqual({ to: USER, channel: null })
    expectButton(interaction)
  })

  it("says what could not be shown where there is no way for it, and still ends with its buttons", async () => {
    bot.slack.workspace.messagesTab = false
    answering(9)
    const interaction = bot.slack.typeCommand("/sesion publicar SO-21", { channel: PRIVATE_CHANNEL })
    await until(() => interaction.shown.length === 6, "what fits and a word about the rest")
    const told = readMessage(interaction.shown.at(-2)?.payload).text
    expect(told).toContain("las partes 5, 6, 7 y 8 de 9")
    expect(told).toContain("/invite @Plenaria")
    expectButton(interaction)
  })

  it("reaches the Secretaría Técnica whole when it is the worst draft of a publication, which can then be confirmed", async () => {
    const [card] = peoresCasos.borradorCard?.() ?? []
    if (!card) throw new Error("no draft")
    inbound.answerWith(async () => ({ kind: "reply", card, replaces: false }))
    const parts = render(card).parts.length
    expect(parts).toBeGreaterThan(50)
    const interaction = bot.slack.typeCommand("/sesion publicar SO-122")
    await arrived(interaction, parts)
    expect([...inThread(interaction), ...apart()].sort((a, b) => a - b)).toEqual(upTo(parts))
    const { buttons } = readMessage(interaction.shown.at(-1)?.payload)
    expect(buttons.map(({ id }) => id)).toEqual(card.actions.map(({ id }) => id))
    expect(interaction.failures).toEqual([])
  })

  it("waits when Slack asks to", async () => {
    for (let i = 0; i < 3; i += 1) bot.slack.api.failNext("chat.postEphemeral", "rate_limited_briefly")
    answering(8)
    const interaction = bot.slack.typeCommand("/sesion publicar SO-21")
    await arrived(interaction, 8)
    expect([...inThread(interaction), ...apart()].sort((a, b) => a - b)).toEqual(upTo(8))
    for (const { channel } of privately()) expect(channel).toBe(CHANNEL)
  })

  it("reaches the asker by another way when the response_url does not work", async () => {
    inbound.answerWith(async () => {
      await until(() => interaction.acknowledged, "the command is acknowledged first")
      return reply("Con calma.")
    })
    const interaction = bot.slack.typeCommand("/sesion proxima")
    interaction.uses = 0
    await until(() => privately().length === 1, "the answer arrives")
    expect(privately()).toMatchObject([{ to: USER, channel: CHANNEL }])
    for (const { messages } of bot.slack.workspace.channels.values()) expect(messages).toEqual([])
  })
})

import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { render } from "../../adapters/discord/render.ts"
import type { Card } from "../../src/cards/card.ts"
import { cardOf, gate, RecordingInbound, reply, until } from "../contract/contract-inbound.ts"
import { HURRIED, startDiscord } from "../support/fake-discord/harness.ts"
import {
  base,
  buttonPress,
  type Interaction,
  slashCommand,
  visibleAnswers,
} from "../support/fake-discord/interactions.ts"
import { readPart } from "../support/fake-discord/read.ts"
import { USER } from "../support/fake-discord/server.ts"

const BUTTON = { id: "sesion.publicar-confirmar:SO-21", label: "Publicar", style: "primary" } as const

/** A card of so many messages in Discord, with a button under the last. */
function cardOfParts(count: number): Card {
  const text = "Las instituciones integrantes remitirán sus observaciones. ".repeat(60)
  const blocks = Array.from({ length: count }, () => ({ kind: "text" as const, text }))
  const card = cardOf("", { title: "Borrador", blocks, actions: [BUTTON] })
  expect(render(card).parts).toHaveLength(count)
  return card
}

let inbound: RecordingInbound
let discord: Awaited<ReturnType<typeof startDiscord>>
beforeEach(async () => {
  inbound = new RecordingInbound()
  discord = await startDiscord(inbound)
})
afterEach(() => discord.close())

const read = (body: unknown) => readPart({ components: [], ...Object(body) })
const numberOf = (body: unknown) => Number(/\((\d+)\/\d+\)/.exec(read(body).text)?.[1])
const bodies = (interaction: Interaction) => visibleAnswers(discord.fake, interaction).bodies
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1)

function ask(parts: number, by: "server" | "person" = "server"): Interaction {
  const { fake } = discord
  inbound.answerWith(async () => ({ kind: "reply", card: cardOfParts(parts), replaces: false }))
  const asked = slashCommand(fake, "/sesion publicar SO-21")
  const owners = by === "person" ? { "1": USER } : { "0": asked.payload.guild_id }
  if (by === "person") fake.userInstalled.add(asked.token)
  fake.gateway.dispatch("INTERACTION_CREATE", { ...asked.payload, authorizing_integration_owners: owners })
  return asked
}

describe("an answer of many messages in Discord", () => {
  const expectButton = (interaction: Interaction) => {
    expect(read(bodies(interaction).at(-1)).buttons).toEqual([{ id: BUTTON.id, label: BUTTON.label }])
    expect(visibleAnswers(discord.fake, interaction).ephemeral).toBe(true)
  }

  it("follows whole in private, and ends with its buttons, also when Discord asks to wait", async () => {
    discord.fake.paceNextFollowUp()
    const asked = ask(14)
    await until(() => bodies(asked).length === 14, "all of it is shown")
    expect(bodies(asked).map(numberOf)).toEqual(upTo(14))
    expectButton(asked)
  })

  it("goes on in direct messages where only the person installed the application", async () => {
    const asked = ask(9, "person")
    await until(() => bodies(asked).length + discord.fake.direct.length === 9, "all of it is shown")
    expect([...bodies(asked), ...discord.fake.direct].map(numberOf).sort((a, b) => a - b)).toEqual(upTo(9))
    expect(discord.fake.direct.map(numberOf)).toEqual([5, 6, 7])
    expectButton(asked)
  })

  it("says what could not be shown where the person takes no direct messages, and ends with its buttons", async () => {
    discord.fake.directMessages = false
    const asked = ask(9, "person")
    await until(() => bodies(asked).length === 6, "what fits and a word about the rest")
    expect(read(bodies(asked).at(-2)).text).toContain("las partes 5, 6, 7 y 8 de 9")
    expectButton(asked)
  })
})

describe("an interaction of a kind that the bot does not offer", () => {
  const command = (type: number) => ({
    id: "500000000000000001",
    name: "Ver",
    type,
    target_id: USER,
    resolved: {},
  })
  it.each([
    ["a command on a person", 2, { ...command(2), resolved: { users: {} } }],
    ["a menu of choices", 3, { custom_id: "a.b", component_type: 3, values: ["x"] }],
    ["a component that does not exist yet", 3, { custom_id: "a.b", component_type: 99 }],
    ["a command that does not exist yet", 2, { ...command(99) }],
    ["a kind that does not exist yet", 9, {}],
  ])("is answered in private all the same: %s", async (_, type, data) => {
    const { fake } = discord
    const payload = base(fake, type, data)
    const message =
      type === 3
        ? {
            message: {
              id: fake.snowflake(),
              channel_id: payload.channel_id,
              author: { id: "1" },
              content: "",
            },
          }
        : {}
    fake.gateway.dispatch("INTERACTION_CREATE", { ...payload, ...message })
    await until(() => fake.callbacks.has(payload.id), "Discord gets an answer")
    expect(fake.callbacks.get(payload.id)).toMatchObject({ type: 4, data: { flags: 64 } })
    expect(String(fake.callbacks.get(payload.id)?.data.content)).toContain("/plenaria ayuda")
    expect([inbound.commands, inbound.actions]).toEqual([[], []])
    inbound.answerWith(async () => reply("Sigo aquí."))
    expect((await discord.typeCommand("/sesion proxima")).text).toContain("Sigo aquí.")
  })
})

describe("an answer with a button beside each item in Discord", () => {
  const VER = { id: "acuerdo.ver:SO-21/01", label: "Ver SO-21/01", style: "normal" } as const
  const LISTA = cardOf("", {
    blocks: [{ kind: "list", ordered: false, items: ["Uno"], own: [VER] }],
    actions: [VER],
  })
  const ONLY_COMPONENTS = 1 << 15
  const flagsOf = (interaction: Interaction) =>
    bodies(interaction).map((body) => Number(Object(body).flags ?? 0))

  async function press(on: "own" | "own components", card: Card): Promise<Interaction> {
    const { fake } = discord
    inbound.answerWith(async () => ({ kind: "reply", card, replaces: true }))
    const pressed = buttonPress(fake, VER.id, on)
    fake.gateway.dispatch("INTERACTION_CREATE", pressed.payload)
    await until(() => bodies(pressed).length > 0, "the answer is shown")
    return pressed
  }

  it("is private, and made of components alone", async () => {
    inbound.answerWith(async () => ({ kind: "reply", card: LISTA, replaces: false }))
    const asked = slashCommand(discord.fake, "/acuerdo lista")
    discord.fake.gateway.dispatch("INTERACTION_CREATE", asked.payload)
    await until(() => bodies(asked).length > 0, "the answer is shown")
    expect(flagsOf(asked)).toEqual([ONLY_COMPONENTS | 64])
    expect(read(bodies(asked)[0]).buttons).toEqual([{ id: VER.id, label: VER.label }])
  })

  it("takes the place of a message, which stays of its kind", async () => {
    const among = await press("own components", LISTA)
    const other = await press("own components", cardOf("Sin botones."))
    const before = await press("own", LISTA)
    expect([among, other, before].map((one) => visibleAnswers(discord.fake, one).replaced)).toEqual([
      true,
      true,
      true,
    ])
    expect([among, other].flatMap(flagsOf)).toEqual([ONLY_COMPONENTS, ONLY_COMPONENTS])
    expect(flagsOf(before)).toEqual([0])
    expect(read(bodies(other)[0]).text).toContain("Sin botones.")
  })

  it("follows a message of its own where it comes late", async () => {
    const late = await startDiscord(inbound, undefined, HURRIED)
    const waiting = gate()
    inbound.answerWith(async () => {
      await waiting.opened
      return { kind: "reply", card: LISTA, replaces: true }
    })
    const pressed = buttonPress(late.fake, VER.id, "own")
    late.fake.gateway.dispatch("INTERACTION_CREATE", pressed.payload)
    await until(() => late.fake.callbacks.has(pressed.id), "it is put off")
    waiting.open()
    const shown = () => visibleAnswers(late.fake, pressed)
    await until(() => shown().bodies.length > 0, "the answer is shown")
    await late.close()
    expect(shown()).toMatchObject({ replaced: false, ephemeral: true })
    expect(read(shown().bodies[0]).buttons).toHaveLength(1)
  })
})

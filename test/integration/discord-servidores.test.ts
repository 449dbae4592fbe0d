import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { allRegistered } from "../../adapters/discord/register.ts"
import { describeCommands } from "../../src/commands/describe.ts"
import type { RunningBot } from "../../src/composition.ts"
import { startTestBot } from "../support/bot.ts"
import { runOrder } from "../support/cli.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { eventually } from "../support/eventually.ts"
import { discordConfig } from "../support/fake-discord/harness.ts"
import {
  buttonPress,
  type Interaction,
  slashCommand,
  visibleAnswers,
} from "../support/fake-discord/interactions.ts"
import { readPart } from "../support/fake-discord/read.ts"
import { APP_ID, BOT_ID, CHANNEL, FakeDiscord, GUILD } from "../support/fake-discord/server.ts"
import { documentoDeLaSala, lugarDe } from "../support/sala/documento.ts"

const OTRO = "200000000000000777"

let fake: FakeDiscord
let database: TestDatabase
let bot: RunningBot
/** Without a server of its own in the settings: it is in as many as invite it. */
const env = () => {
  const { DISCORD_GUILD_ID: _guild, ...rest } = discordConfig(fake)
  return rest
}
beforeAll(async () => {
  fake = await FakeDiscord.start()
  database = await createTestDatabase()
  await database.importacion.apply(documentoDeLaSala(), "2024-06-11T16:00:00.000Z")
  bot = await startTestBot(database, env())
}, 60_000)
afterAll(async () => {
  await bot.stop()
  await fake.close()
  await database.close()
})

const estado = (workspace: string, wanted: string) =>
  eventually(
    async () =>
      (await database.unitOfWork.fresh.conexiones.byWorkspace({ adapter: "discord", workspace }))?.estado,
    (now) => now === wanted,
  )
const alcanza = (guild: string) => bot.adapters.get("discord")?.workspaces?.reaches(guild)
/** What somebody reads whom the bot answers in private. */
async function answerTo({ payload, ...rest }: Interaction): Promise<string> {
  fake.gateway.dispatch("INTERACTION_CREATE", payload)
  const { bodies } = await eventually(
    () => visibleAnswers(fake, { ...rest, payload }),
    (seen) => seen.bodies.length > 0,
  )
  return bodies.map((body) => readPart({ components: [], ...body } as never).text).join("\n")
}
/** The same, written to the bot directly. */
const directly = (text: string, user: string) => inDirect(slashCommand(fake, text), user)
function inDirect({ id, token, payload }: Interaction, user: string): Interaction {
  const { guild_id: _guild, member, ...rest } = payload as { member: { user: object }; guild_id: string }
  const direct = { id: "300000000000000009", type: 1 }
  const by = { ...member.user, id: user }
  return { id, token, payload: { ...rest, user: by, channel_id: direct.id, channel: direct } }
}

const enCanal = { guild_id: GUILD, channel_id: CHANNEL }
const message = (id: string, content: string, rest: object = {}) => ({
  id,
  content,
  type: 0,
  channel_id: "300000000000000009",
  author: { id: lugarDe("SALUD").user, username: "enlace", discriminator: "0", avatar: null },
  timestamp: "2024-06-11T16:00:00.000Z",
  attachments: [],
  embeds: [],
  mentions: [],
  mention_roles: [],
  ...rest,
})

/** One story; each test goes on. */
describe("servers of Discord", () => {
  it("the commands are registered by themselves, for every server", () => {
    expect(fake.registered).toEqual([
      { path: `/applications/${APP_ID}/commands`, body: allRegistered(describeCommands()) },
    ])
  })

  it("the server that the bot is in is a connection, and so is one that invites it later", async () => {
    await estado(GUILD, "activa")
    fake.gateway.dispatch("GUILD_CREATE", {
      id: OTRO,
      name: "Otra secretaría",
      owner_id: "400000000000000009",
      channels: [],
      roles: [],
      members: [],
      emojis: [],
      stickers: [],
      threads: [],
      member_count: 1,
    })
    await estado(OTRO, "activa")
    expect(alcanza(OTRO)).toBe(true)
  })

  it("who writes to the bot directly is known by the account that is linked in a server", async () => {
    expect(await answerTo(directly("/compromiso mios", lugarDe("SALUD").user))).toContain("SALUD")
    expect(await answerTo(directly("/compromiso mios", "400000000000000666"))).not.toContain("SALUD")
  })

  it("who writes to the bot, or mentions it in a channel, is answered in a direct message", async () => {
    fake.gateway.dispatch("MESSAGE_CREATE", message("500000000000000001", "q me toca"))
    // Sent again by the gateway it is not answered twice.
    fake.gateway.dispatch("MESSAGE_CREATE", message("500000000000000001", "q me toca"))
    fake.gateway.dispatch("MESSAGE_CREATE", message("500000000000000002", "nadie le habla al bot", enCanal))
    fake.gateway.dispatch("MESSAGE_CREATE", message("500000000000000003", `<@${BOT_ID}> hola`, enCanal))
    await eventually(
      () => fake.direct.length,
      (n) => n >= 2,
    )
    const textos = fake.direct.map((one) => readPart(one).text)
    expect(textos).toHaveLength(2)
    // Whichever is sent first.
    expect(textos.filter((text) => text.includes("Entendí: /compromiso mios"))).toHaveLength(1)
    expect(textos.filter((text) => text.includes("Buen día"))).toHaveLength(1)
  })

  it("who takes no direct message is told so where it was asked, the same whatever it was", async () => {
    fake.directMessages = false
    const antes = fake.direct.length
    const enElCanal = () =>
      fake.messages.map((one) => JSON.stringify(one)).filter((text) => text.includes("mensaje directo"))
    fake.gateway.dispatch("MESSAGE_CREATE", message("500000000000000005", `<@${BOT_ID}> q me toca`, enCanal))
    await eventually(enElCanal, (found) => found.length === 1)
    expect(enElCanal()[0]).toContain("Permita los mensajes directos")
    expect(enElCanal()[0]).not.toMatch(/SO-|compromiso/u)
    expect(fake.direct).toHaveLength(antes)
    fake.directMessages = true
  })

  it("and what is proposed there goes on by its button, with all that was written", async () => {
    const { user } = lugarDe("SALUD")
    const nota = `Se entregó ${"el informe del programa ".repeat(6)}completo`
    const dicho = `<@${BOT_ID}> compromiso avance SO-1/01 ${nota}`
    fake.gateway.dispatch("MESSAGE_CREATE", message("500000000000000004", dicho, enCanal))
    const propuesta = await eventually(
      () => fake.direct.find((one) => readPart(one).text.includes("Confirme antes de registrar")),
      (found) => found !== undefined,
    )
    const [id = ""] = [...JSON.stringify(propuesta).matchAll(/"custom_id":"([^"]+)"/gu)].map(([, una]) => una)
    const press = buttonPress(fake, id)
    expect(await answerTo(inDirect(press, user))).toContain(nota)
  })

  it("one that takes the bot out is closed at once, and the others go on", async () => {
    fake.gateway.dispatch("GUILD_DELETE", { id: OTRO })
    await estado(OTRO, "revocada")
    expect(alcanza(OTRO)).toBe(false)
    expect(alcanza(GUILD)).toBe(true)
  })

  it("one that is only out of reach for a while is not", async () => {
    fake.gateway.dispatch("GUILD_DELETE", { id: GUILD, unavailable: true })
    const text = await answerTo(directly("/compromiso mios", lugarDe("SALUD").user))
    expect(text).toContain("SALUD")
    await estado(GUILD, "activa")
  })

  it("the invitation asks for what the bot does in a channel, and for nothing else", async () => {
    const { status, stdout } = await runOrder(["conectar", "discord"], env())
    const address = new URL(/https:\S+/u.exec(stdout)?.[0] ?? "")
    expect([status, address.searchParams.get("client_id")]).toEqual([0, APP_ID])
    const granted = BigInt(address.searchParams.get("permissions") ?? 0)
    // discord.com/developers/docs/topics/permissions
    const bits = [10n, 11n, 14n, 15n, 16n, 38n, 44n, 51n]
    expect(granted).toBe(bits.reduce((all, bit) => all | (1n << bit), 0n))
  })
})

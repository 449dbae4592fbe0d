import { registrationBody, subcommandName } from "../../../adapters/discord/register.ts"
import { describeCommands } from "../../../src/commands/describe.ts"
import { APP_ID, CHANNEL, type FakeDiscord, GUILD, USER } from "./server.ts"

/** One use of a command or a button by a person, and everything Discord then shows. */
export interface Interaction {
  readonly id: string
  readonly token: string
  readonly payload: Readonly<Record<string, unknown>>
}

const EPHEMERAL = 64
const ONLY_COMPONENTS = 1 << 15
const FLAGS = { own: EPHEMERAL, channel: 0, "own components": EPHEMERAL | ONLY_COMPONENTS } as const

/** What every interaction says, of a kind and by a person. */
export function base(fake: FakeDiscord, type: number, data: unknown, isBot = false, by = USER) {
  const id = fake.snowflake()
  const user = {
    id: by,
    username: "enlace",
    discriminator: "0",
    avatar: null,
    global_name: null,
    bot: isBot,
  }
  return {
    id,
    application_id: APP_ID,
    type,
    data,
    guild_id: GUILD,
    channel_id: CHANNEL,
    channel: { id: CHANNEL, type: 0, name: "sre", guild_id: GUILD, permissions: "0" },
    member: {
      user,
      roles: [],
      joined_at: "2024-01-01T00:00:00.000Z",
      permissions: "0",
      deaf: false,
      mute: false,
      flags: 0,
    },
    token: `token-${id}`,
    version: 1,
    locale: "es-419",
    guild_locale: "es-419",
    entitlements: [],
    authorizing_integration_owners: {},
    app_permissions: "0",
    attachment_size_limit: 10_000_000,
  }
}

/** `/sesion agenda SO-22` as Discord delivers it: the rest of the text is the value of the first registered option. */
export function slashCommand(fake: FakeDiscord, text: string, isBot = false): Interaction {
  const [name = "", subcommand = "", ...rest] = text.replace(/^\//, "").split(" ")
  const registered = describeCommands().find((command) => command.name === name)
  const option = registered?.subcommands.find((sub) => sub.name === subcommand)?.options[0]?.name ?? "texto"
  const options = rest.length > 0 ? [{ type: 3, name: option, value: rest.join(" ") }] : []
  const data = { id: "500000000000000001", name, type: 1, options: entryOf(name, subcommand, options) }
  const payload = base(fake, 2, data, isBot)
  return { id: payload.id, token: payload.token, payload }
}

/** A subcommand of a registered group comes inside it, however that group is named. */
function entryOf(name: string, subcommand: string, options: readonly unknown[]) {
  const registered = registrationBody(describeCommands()).find((command) => command.name === name)
  for (const entry of registered?.options ?? []) {
    const inside = entry.type === 2 ? entry.options : []
    const found = inside.find((sub) => subcommandName(entry.name, sub.name) === subcommand)
    if (found) return [{ type: 2, name: entry.name, options: [{ type: 1, name: found.name, options }] }]
  }
  return [{ type: 1, name: subcommand, options }]
}

export function autocomplete(
  fake: FakeDiscord,
  name: string,
  subcommand: string,
  option: string,
  typed: string,
): Interaction {
  const options = [{ type: 3, name: option, value: typed, focused: true }]
  const data = { id: "500000000000000001", name, type: 1, options: entryOf(name, subcommand, options) }
  const payload = base(fake, 4, data)
  return { id: payload.id, token: payload.token, payload }
}

/** A press of a button under an ephemeral answer, or under a channel's message. */
export function buttonPress(
  fake: FakeDiscord,
  customId: string,
  on: "own" | "channel" | "own components" = "own",
  by = USER,
): Interaction {
  const payload = base(fake, 3, { custom_id: customId, component_type: 2 }, false, by)
  const message = ephemeralMessage(fake, FLAGS[on])
  if (on === "own components") fake.onComponents.add(payload.token)
  return { id: payload.id, token: payload.token, payload: { ...payload, message } }
}

/** Somebody uses what a message's menu offers, on what somebody else wrote. */
export function messageCommand(fake: FakeDiscord, name: string, content: string, by = USER): Interaction {
  const author = { id: "400000000000000077", username: "colega", discriminator: "0", avatar: null }
  const message = { ...ephemeralMessage(fake, 0), author, content }
  const data = {
    id: "500000000000000002",
    name,
    type: 3,
    target_id: message.id,
    resolved: { messages: { [message.id]: message } },
  }
  const payload = base(fake, 2, data, false, by)
  return { id: payload.id, token: payload.token, payload }
}

/** A message of the bot's own. */
export function ephemeralMessage(fake: FakeDiscord, flags = EPHEMERAL) {
  return {
    id: fake.snowflake(),
    channel_id: CHANNEL,
    author: { id: "100000000000000001", username: "Plenaria", discriminator: "0", avatar: null, bot: true },
    content: "",
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    type: 0,
    flags,
  }
}

/** Everything the interaction was answered with. A replaced message (callback 7) belongs to the one who pressed. */
export function visibleAnswers(fake: FakeDiscord, { id, token }: Interaction) {
  const callback = fake.callbacks.get(id)
  const update = callback?.type === 7 ? [{ flags: EPHEMERAL, body: callback.data }] : []
  const shown = [...update, ...(fake.answers.get(token) ?? [])].filter(
    ({ body }) => Object.keys(body).length > 0,
  )
  return {
    replaced: callback?.type === 7 || callback?.type === 6,
    ephemeral: shown.every(({ flags }) => (flags & EPHEMERAL) !== 0),
    bodies: shown.map(({ body }) => body),
  }
}

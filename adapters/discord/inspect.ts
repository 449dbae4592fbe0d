import { ChannelType, DefaultRestOptions, Routes } from "discord.js"
import { desfase } from "../../src/domain/tiempo/desfase.ts"
import type { Clock } from "../../src/ports/clock.ts"
import type { CommandDescription } from "../../src/ports/command-description.ts"
import type { InspectedSpace } from "../../src/ports/diagnostico.ts"
import { checkApplication, ownId } from "./application.ts"
import type { DiscordConfig } from "./config.ts"
import { explainStart } from "./connection.ts"
import { SEND_TIMEOUT_MS } from "./limits.ts"
import { canCreateEvents, canView, missingOf, permissionsIn, type Role } from "./permissions.ts"
import { compareRegistered } from "./registered.ts"
import { createRest, type DiscordRest, restOptions } from "./rest.ts"
import { type ApiChannel, checkDestination } from "./send.ts"

interface ApiGuild {
  readonly id: string
  readonly name: string
}

/** The servers that the bot is in. Asked by the API alone: the gateway is the bot's. */
export async function inspectOwn(
  config: DiscordConfig,
  clock: Clock,
  commands: readonly CommandDescription[],
): Promise<readonly InspectedSpace[]> {
  const rest = createRest(config, SEND_TIMEOUT_MS)
  const spaces: InspectedSpace[] = []
  await explainStart(async () => {
    await checkApplication(rest, config)
    const bot = await ownId(rest)
    const desfaseMs = await clockOf(config, clock)
    const ordenes = await compareRegistered(rest, config, commands)
    const query = new URLSearchParams({ limit: "200" })
    const guilds = (await rest.get(Routes.userGuilds(), { query })) as readonly ApiGuild[]
    for (const guild of guilds) spaces.push({ ...(await spaceOf(rest, guild, bot)), desfaseMs, ordenes })
  })
  return spaces
}

async function spaceOf(
  rest: DiscordRest,
  { id, name }: ApiGuild,
  bot: string,
): Promise<Omit<InspectedSpace, "desfaseMs">> {
  const roles = await rolesIn(rest, id, bot)
  const held = permissionsIn({ id, roles: roles.all }, [], { user: bot, roles: roles.own })
  return {
    workspaces: [id],
    nombre: name,
    // Permissions are each channel's; the bot needs no privileged intent.
    faltan: [],
    sinEllo: canCreateEvents(held)
      ? []
      : [{ permiso: "Crear eventos", queda: "no pone las sesiones en los eventos del servidor" }],
    channel: (to) => checkDestination(rest, async (channel) => accessTo(rest, channel, roles, id, bot), to),
  }
}

async function accessTo(
  rest: DiscordRest,
  channel: ApiChannel,
  { all, own }: { readonly all: readonly Role[]; readonly own: readonly string[] },
  id: string,
  bot: string,
) {
  const thread = THREADS.has(channel.type)
  const ruling = thread && channel.parent_id ? await channelOf(rest, channel.parent_id) : channel
  const guild = { id, roles: all }
  const overwrites = ruling.permission_overwrites ?? []
  const missing = missingOf(permissionsIn(guild, overwrites, { user: bot, roles: own }), thread)
  const anybody = permissionsIn(guild, overwrites, { user: null, roles: [] })
  return { missing, publico: channel.type !== ChannelType.PrivateThread && canView(anybody) }
}

const THREADS: ReadonlySet<ChannelType> = new Set([
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
])

const channelOf = async (rest: DiscordRest, id: string) => (await rest.get(Routes.channel(id))) as ApiChannel

async function rolesIn(rest: DiscordRest, guild: string, bot: string) {
  const all = (await rest.get(Routes.guildRoles(guild))) as readonly Role[]
  const { roles } = (await rest.get(Routes.guildMember(guild, bot))) as { readonly roles: readonly string[] }
  return { all, own: roles }
}

/** Any answer has the hour, also one that refuses. */
async function clockOf(config: DiscordConfig, clock: Clock): Promise<number | null> {
  const { api = DefaultRestOptions.api } = restOptions(config)
  const before = clock.now()
  const response = await fetch(`${api}/v10${Routes.gateway()}`, {
    signal: AbortSignal.timeout(SEND_TIMEOUT_MS),
  })
  await response.body?.cancel()
  return desfase(response.headers.get("date"), before, clock.now())
}

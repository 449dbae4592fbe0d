import type { WebClient } from "@slack/web-api"
import { desfase } from "../../src/domain/tiempo/desfase.ts"
import type { StoredConnection } from "../../src/ports/chat-adapter.ts"
import type { Clock } from "../../src/ports/clock.ts"
import type { InspectedSpace } from "../../src/ports/diagnostico.ts"
import type { SlackConfig } from "./config.ts"
import { clientOf } from "./connecting.ts"
import { SCOPES } from "./manifest.ts"
import { Channels } from "./send.ts"
import { type Credential, explained } from "./start-problems.ts"

/** Asked by the Web API alone: no socket is opened, which would take events away from the bot. */
interface Handed {
  readonly bot: string
  /** `undefined`: it hears by signed requests. */
  readonly app: string | undefined
}

export async function inspectOwn(config: SlackConfig, clock: Clock): Promise<readonly InspectedSpace[]> {
  const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN, SLACK_MODE } = config
  if (!bot) return []
  const handed = { bot, app: SLACK_MODE === "socket" ? SLACK_APP_TOKEN : undefined }
  return [await inspect(config, handed, ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"], clock)]
}

export function inspectConnected(
  config: SlackConfig,
  { credentials: { bot = "", app }, medio }: StoredConnection,
  clock: Clock,
): Promise<InspectedSpace> {
  const handed = { bot, app: medio === "socket" ? app : undefined }
  return inspect(config, handed, ["el token del bot", "el token de aplicación"], clock)
}

async function inspect(
  config: SlackConfig,
  { bot, app }: Handed,
  [ofBot, ofApp]: readonly [Credential, Credential],
  clock: Clock,
): Promise<InspectedSpace> {
  let desfaseMs: number | null = null
  const timed: typeof fetch = async (input, init) => {
    const before = clock.now()
    const response = await fetch(input, init)
    desfaseMs = desfase(response.headers.get("date"), before, clock.now())
    return response
  }
  const client = clientOf(config, bot, { fetch: timed })
  const said = await explained(ofBot, () => client.auth.test())
  if (app !== undefined) {
    const opening = clientOf(config, app)
    await explained(ofApp, () => opening.apps.connections.open())
  }
  const own = (said.is_enterprise_install ? said.enterprise_id : said.team_id) ?? ""
  const granted = said.response_metadata?.scopes ?? []
  const channels = new Channels(client, clock)
  return {
    workspaces: said.is_enterprise_install ? [own, ...(await teamsOf(client, ofBot))] : [own],
    nombre: said.team ?? own,
    faltan: SCOPES.filter((scope) => !granted.includes(scope)),
    desfaseMs,
    channel: (to) => channels.check(to),
  }
}

/** The first thousand workspaces of an Enterprise Grid. */
async function teamsOf(client: WebClient, credential: Credential): Promise<readonly string[]> {
  const { teams = [] } = await explained(credential, () => client.auth.teams.list({ limit: 1_000 }))
  return teams.flatMap(({ id }) => id ?? [])
}

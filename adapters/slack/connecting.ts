import { WebClient, type WebClientOptions } from "@slack/web-api"
import { OperatorError } from "../../src/domain/operator-error.ts"
import type { CheckedConnection } from "../../src/ports/conexiones.ts"
import type { SlackConfig } from "./config.ts"
import { SEND_TIMEOUT_MS } from "./limits.ts"
import { SCOPES } from "./manifest.ts"
import { explained } from "./start-problems.ts"

interface Handed {
  readonly bot: string
  readonly app?: string
  readonly firma?: string
}

/** Asks Slack whose the tokens are, and what they allow. Nothing is written there. */
export async function checkConnection(
  config: SlackConfig,
  lines: readonly string[],
): Promise<CheckedConnection> {
  const handed = handedOver(lines)
  const client = clientOf(config, handed.bot)
  const said = await explained("el token del bot", () => client.auth.test())
  if (handed.app !== undefined) {
    const opening = clientOf(config, handed.app)
    await explained("el token de aplicación", () => opening.apps.connections.open())
  }
  const workspace = said.is_enterprise_install ? said.enterprise_id : said.team_id
  if (!workspace) throw new OperatorError("Slack no dijo de qué espacio es el token.", "Vuelva a intentarlo.")
  const permisos = said.response_metadata?.scopes ?? []
  return {
    workspace,
    nombre: said.team ?? workspace,
    medio: handed.app === undefined ? "http" : "socket",
    permisos,
    faltan: SCOPES.filter((scope) => !permisos.includes(scope)),
    credentials: { ...handed },
  }
}

/** By what they begin with, in whatever order. */
function handedOver(lines: readonly string[]): Handed {
  const given = lines.map((line) => line.trim()).filter((line) => line !== "")
  const bot = given.find((line) => line.startsWith("xoxb-"))
  const app = given.find((line) => line.startsWith("xapp-"))
  const firma = given.find((line) => /^[0-9a-z]{32}$/u.test(line))
  const known = [bot, app, firma].filter((one) => one !== undefined).length
  if (bot === undefined)
    throw new OperatorError(
      "Falta el token del bot: comienza con xoxb-.",
      "Cópielo de «OAuth & Permissions» en api.slack.com/apps.",
    )
  if (known < given.length)
    throw new OperatorError(
      "Una de las líneas no es un token del bot (xoxb-), un token de aplicación (xapp-) ni un secreto de firma (32 letras y cifras).",
      "Copie cada uno completo, en una línea, y vuelva a intentarlo.",
    )
  if ((app === undefined) === (firma === undefined))
    throw new OperatorError(
      "Además del token del bot hace falta uno, y solo uno, de estos dos: el token de aplicación (xapp-), en modo socket, o el secreto de firma, en modo http.",
      "Ambos están en «Basic Information» de api.slack.com/apps.",
    )
  return { bot, ...(app === undefined ? {} : { app }), ...(firma === undefined ? {} : { firma }) }
}

export function clientOf(
  { SLACK_API_URL: url }: SlackConfig,
  token: string,
  options: WebClientOptions = {},
): WebClient {
  return new WebClient(token, {
    ...options,
    ...(url ? { slackApiUrl: `${url.replace(/\/$/, "")}/` } : {}),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: SEND_TIMEOUT_MS,
  })
}

import { type Client, DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, Events } from "discord.js"
import { OperatorError } from "../../src/domain/operator-error.ts"
import type { Instante } from "../../src/domain/tipos/tiempo.ts"
import type { ConnectionFacet } from "../../src/ports/chat-adapter.ts"
import type { Clock } from "../../src/ports/clock.ts"
import type { Logger } from "../../src/ports/logger.ts"
import { NEW_TOKEN } from "./codes.ts"
import { loggable, outcomeOf } from "./outcomes.ts"

/** Close codes of the gateway after which coming back is useless (discord.com/developers/docs: gateway close codes). */
const REFUSED: Readonly<Record<number, readonly [string, string]>> = {
  4004: ["Discord no reconoce el token.", NEW_TOKEN],
  4010: [
    "Discord rechazó la conexión (4010).",
    "Avise a la administración técnica: es un error de Plenaria.",
  ],
  4011: [
    "El bot está en demasiados servidores de Discord para una sola conexión.",
    "Retírelo de los servidores que no use Plenaria.",
  ],
  4012: ["Discord ya no admite esta versión de su API.", "Actualice Plenaria."],
  4013: [
    "Discord rechazó la conexión (4013).",
    "Avise a la administración técnica: es un error de Plenaria.",
  ],
  4014: [
    "Discord no permite al bot recibir los eventos que pide.",
    "Revise en «Bot → Privileged Gateway Intents» del portal de Discord que la aplicación no esté restringida; Plenaria no necesita activar ninguno.",
  ],
}

class GatewayRefused extends Error {
  readonly code: number

  constructor(code: number) {
    super(`The gateway closed with ${code}.`)
    this.code = code
  }
}

/** Resolves once the gateway is ready; rejects when it refuses for good, or is not ready in time. */
export async function connect(client: Client, token: string, withinMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  let refuse: (event: { readonly code: number }) => void = () => undefined
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()))
  // The SDK's own error does not tell why; and it tries for ever an address that never answers.
  const refused = new Promise<never>((_resolve, reject) => {
    refuse = ({ code }) => reject(new GatewayRefused(code))
    client.once(Events.ShardDisconnect, refuse)
    timer = setTimeout(() => reject(new Error("The gateway was not ready in time.")), withinMs)
  })
  try {
    await Promise.race([Promise.all([client.login(token), ready]), refused])
  } finally {
    clearTimeout(timer)
    client.off(Events.ShardDisconnect, refuse)
  }
}

/** Writes down what becomes of the connection; the SDK resumes by itself whatever can be resumed. */
export function watchConnection(client: Client, log: Logger, clock: Clock): ConnectionFacet {
  const adapter = "discord"
  let lost: Instante | null = null
  const gone = () => {
    lost ??= clock.now()
  }
  for (const event of [Events.ShardReconnecting, Events.ShardDisconnect, Events.Invalidated] as const)
    client.on(event, gone)
  for (const event of [Events.ShardReady, Events.ShardResume] as const)
    client.on(event, () => {
      lost = null
    })
  client.on(Events.Error, (error) =>
    log.warn({ adapter, error: loggable(error) }, "The gateway reported an error; it reconnects by itself."),
  )
  client.on(Events.ShardError, (error) =>
    log.warn({ adapter, error: loggable(error) }, "The gateway connection failed; it reconnects by itself."),
  )
  client.on(Events.ShardReconnecting, () => log.info({ adapter }, "The gateway was lost; reconnecting."))
  client.on(Events.ShardResume, (_shard, replayed) => log.info({ adapter, replayed }, "The gateway resumed."))
  client.on(Events.ShardDisconnect, ({ code }) =>
    log.error(
      { adapter, code, hint: REFUSED[code]?.join(" ") },
      "Discord closed the gateway for good: commands are not received until Plenaria is started again.",
    ),
  )
  client.on(Events.Invalidated, () =>
    log.error({ adapter }, "Discord ended the session: the token may have been replaced."),
  )
  return { lostSince: () => lost }
}

/** Runs the start; what Discord refuses is told to the operator with the way to mend it. */
export async function explainStart(start: () => Promise<void>): Promise<void> {
  try {
    await start()
  } catch (error) {
    throw problemOf(error)
  }
}

function problemOf(error: unknown): OperatorError {
  if (error instanceof OperatorError) return error
  const refusal = REFUSED[refusalCode(error)]
  if (refusal) return new OperatorError(...refusal, { cause: error })
  const outcome = outcomeOf(error)
  if (outcome.kind === "rejected")
    return new OperatorError("Discord rechazó la conexión.", outcome.reason, { cause: error })
  return new OperatorError(
    "No fue posible conectar con Discord.",
    "Revise la conexión a internet de este equipo y, si usa un proxy, que permita WebSocket; si Discord tiene una falla (discordstatus.com), espere e inicie de nuevo.",
    { cause: error },
  )
}

function refusalCode(error: unknown): number {
  if (error instanceof GatewayRefused) return error.code
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) return 4004
  if (error instanceof DiscordAPIError && error.status === 401) return 4004
  return 0
}

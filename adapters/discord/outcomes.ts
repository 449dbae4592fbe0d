import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js"
import type { SendOutcome } from "../../src/ports/chat-adapter.ts"

const PERMISSIONS =
  "Dé al bot en ese canal los permisos Ver canal, Enviar mensajes, Insertar enlaces y Leer el historial."
export const NEW_TOKEN =
  "Genere otro en «Bot → Reset Token» del portal de Discord, actualice DISCORD_TOKEN y reinicie Plenaria."
const OURS = "Es un error de Plenaria: avise a la administración técnica."
const MINUTE = 60_000

/** Published JSON error codes of "Create Message" that will not go away by trying again, with what to do about each. */
const PERMANENT: Readonly<Record<string, string>> = {
  10003: "El canal no existe. Registre otro canal para la institución.",
  10004: "El servidor de Discord no existe o el bot ya no está en él. Invite al bot de nuevo.",
  10008: OURS,
  20009: "Discord no permite contenido explícito en este canal.",
  30007: OURS,
  40001: `Discord no reconoce el token. ${NEW_TOKEN}`,
  40002: "La cuenta necesita verificarse en Discord.",
  40005: OURS,
  50001: `El bot no puede ver el canal. ${PERMISSIONS}`,
  50006: OURS,
  50007: "La persona no acepta mensajes directos del bot.",
  50008: "No se puede escribir en un canal de voz. Registre un canal de texto.",
  50009: "El nivel de verificación del canal impide que el bot escriba. Redúzcalo o registre otro canal.",
  50013: `El bot no tiene permiso para publicar en el canal. ${PERMISSIONS}`,
  50024: "Ese tipo de canal no admite mensajes. Registre un canal de texto.",
  50025: `Discord no reconoce el token. ${NEW_TOKEN}`,
  50035: OURS,
  50083: "La conversación está archivada. Reactívela o registre otro canal.",
  50109: OURS,
  160005: "La conversación está cerrada. Ábrala o registre otro canal.",
  160006: "El servidor tiene demasiadas conversaciones activas. Archive alguna o registre otro canal.",
  200000: "La moderación automática del servidor bloqueó el mensaje. Exceptúe al bot de esa regla.",
  200001: "La moderación automática del servidor bloqueó el título. Exceptúe al bot de esa regla.",
  240000: "El servidor bloqueó los enlaces del mensaje. Exceptúe al bot de ese filtro.",
}

/** Published codes that go away by themselves: the message was not created. When to come back (ms) and why. */
const TEMPORARY: Readonly<Record<string, readonly [number, string]>> = {
  20016: [MINUTE, "El modo lento del canal pide esperar."],
  20028: [MINUTE, "El canal alcanzó su límite de escritura."],
  20029: [MINUTE, "El servidor de Discord alcanzó su límite de escritura."],
  40004: [10 * MINUTE, "Discord suspendió por un momento el envío de mensajes."],
  40062: [MINUTE, "Discord pide esperar: se alcanzó su límite de mensajes."],
  40333: [10 * MINUTE, "Discord bloqueó por un momento la red de este equipo."],
  130000: [MINUTE, "Discord está sobrecargado por el momento."],
}

const BY_STATUS: Readonly<Record<number, string>> = {
  400: OURS,
  401: `Discord no reconoce el token. ${NEW_TOKEN}`,
  403: `Discord no permite publicar en el canal. ${PERMISSIONS}`,
  404: "El canal no existe. Registre otro canal para la institución.",
}

const NEVER_LEFT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
])

/** What a failed request to create a message means. */
export function outcomeOf(error: unknown): SendOutcome {
  if (error instanceof RateLimitError) {
    return {
      kind: "retry",
      after: Math.max(error.timeToReset, error.retryAfter, 250),
      reason: "Discord pide esperar: se alcanzó su límite de mensajes.",
    }
  }
  if (error instanceof DiscordAPIError) return refused(error)
  if (error instanceof HTTPError) return failed(error.status)
  return NEVER_LEFT.has(causeOf(error))
    ? { kind: "retry", after: 5_000, reason: "No hay conexión con Discord." }
    : { kind: "uncertain", detail: "Se cortó la conexión con Discord antes de su respuesta." }
}

/** Discord answered 4xx with a code of its own. */
function refused(error: DiscordAPIError): SendOutcome {
  const code = String(error.code)
  const temporary = TEMPORARY[code]
  if (temporary) return { kind: "retry", after: temporary[0], reason: temporary[1] }
  const reason =
    PERMANENT[code] ??
    BY_STATUS[error.status] ??
    `Discord rechazó el mensaje (${code}). Avise a la administración técnica.`
  return { kind: "rejected", reason, platformCode: code }
}

/** Discord, or something on the way to it, answered 5xx. */
function failed(status: number): SendOutcome {
  // 503 is said before the work begins; and should the message be there, its nonce still keeps it from being repeated.
  if (status === 503)
    return { kind: "retry", after: 30_000, reason: "Discord no está disponible por el momento." }
  return { kind: "uncertain", detail: `Discord respondió con un error interno (${status}).` }
}

function causeOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return ""
  const code = Reflect.get(error, "code")
  if (typeof code === "string" && code !== "") return code
  const errors = Reflect.get(error, "errors")
  return causeOf(Array.isArray(errors) ? errors[0] : Reflect.get(error, "cause"))
}

/**
 * What may be logged of an error. The SDK's own objects hold the whole request: the text of a private answer, and an
 * address with which anyone could answer in the bot's name.
 */
export function loggable(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { message: typeof error }
  const { name, message, stack } = error
  return { name, message, stack, code: Reflect.get(error, "code"), status: Reflect.get(error, "status") }
}

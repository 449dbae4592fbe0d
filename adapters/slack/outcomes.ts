import { ErrorCode, type WebAPICallError } from "@slack/web-api"
import type { SendOutcome } from "../../src/ports/chat-adapter.ts"

/** For an answer "too many requests" that does not say when to come back. */
const RATE_LIMIT_MS = 30_000
const INVITE = "Invite al bot al canal con /invite @Plenaria."
const NEW_TOKEN = "Genere otro token en api.slack.com/apps, actualice SLACK_BOT_TOKEN y reinicie Plenaria."
const TOO_LONG = "Es un error de Plenaria: avise a la administración técnica."
const ASK_ADMIN = "Pida a la administración del espacio de Slack que permita publicar ahí."

/** Published errors of chat.postMessage that will not go away by trying again, with what to do about each. */
const PERMANENT: Readonly<Record<string, string>> = {
  channel_not_found: `El canal no existe o el bot no puede verlo. ${INVITE}`,
  not_in_channel: `El bot no está en el canal. ${INVITE}`,
  is_archived: "El canal está archivado. Reactívelo o registre otro canal para la institución.",
  cannot_reply_to_message: TOO_LONG,
  restricted_action: `Slack no permite publicar en este canal. ${ASK_ADMIN}`,
  restricted_action_non_threadable_channel: `Slack no permite publicar en este canal. ${ASK_ADMIN}`,
  restricted_action_read_only_channel: `El canal es de solo lectura. ${ASK_ADMIN}`,
  restricted_action_thread_locked: `La conversación está cerrada. ${ASK_ADMIN}`,
  restricted_action_thread_only_channel: `El canal solo admite respuestas. ${ASK_ADMIN}`,
  messages_tab_disabled: "Los mensajes directos de la aplicación están desactivados en Slack.",
  slack_connect_canvas_sharing_blocked: ASK_ADMIN,
  slack_connect_file_link_sharing_blocked: ASK_ADMIN,
  team_not_found: "El espacio de Slack no existe.",
  team_access_not_granted: `El espacio de Slack no permite la aplicación. ${ASK_ADMIN}`,
  access_denied: ASK_ADMIN,
  enterprise_is_restricted: ASK_ADMIN,
  ekm_access_denied: "La administración de Slack suspendió la publicación de mensajes.",
  org_login_required: "El espacio de Slack está en migración. Vuelva a intentarlo cuando termine.",
  two_factor_setup_required: "La cuenta necesita configurar la verificación en dos pasos en Slack.",
  is_inactive: "El canal ya no está activo. Registre otro canal para la institución.",
  account_inactive: `La cuenta del bot se eliminó o el espacio se cerró. ${NEW_TOKEN}`,
  invalid_auth: `Slack no reconoce el token. ${NEW_TOKEN}`,
  not_authed: `Falta el token. ${NEW_TOKEN}`,
  token_expired: `El token venció. ${NEW_TOKEN}`,
  token_revoked: `El token se revocó. ${NEW_TOKEN}`,
  no_permission: `El token no tiene los permisos necesarios. ${NEW_TOKEN}`,
  missing_scope:
    "Faltan permisos: reinstale la aplicación con el manifiesto actual (npm run -s plenaria -- manifiesto slack).",
  not_allowed_token_type: `SLACK_BOT_TOKEN no es un token de bot. ${NEW_TOKEN}`,
  accesslimited: ASK_ADMIN,
  msg_too_long: TOO_LONG,
  msg_blocks_too_long: TOO_LONG,
  too_many_attachments: TOO_LONG,
  no_text: TOO_LONG,
  invalid_blocks: TOO_LONG,
  invalid_blocks_format: TOO_LONG,
  invalid_arguments: TOO_LONG,
  invalid_array_arg: TOO_LONG,
  invalid_arg_name: TOO_LONG,
  invalid_charset: TOO_LONG,
  invalid_form_data: TOO_LONG,
  invalid_post_type: TOO_LONG,
  missing_post_type: TOO_LONG,
  invalid_metadata_format: TOO_LONG,
  invalid_metadata_schema: TOO_LONG,
  metadata_must_be_sent_from_app: TOO_LONG,
  metadata_too_large: TOO_LONG,
  markdown_text_conflict: TOO_LONG,
  duplicate_channel_not_found: TOO_LONG,
  duplicate_message_not_found: TOO_LONG,
  method_deprecated: TOO_LONG,
  deprecated_endpoint: TOO_LONG,
  as_user_not_supported: TOO_LONG,
  attachment_payload_limit_exceeded: TOO_LONG,
}

/** Slack says that it did nothing for now; milliseconds until it is worth trying again. */
const RETRY: Readonly<Record<string, number>> = {
  ratelimited: RATE_LIMIT_MS,
  rate_limited: RATE_LIMIT_MS,
  message_limit_exceeded: 3_600_000,
  team_added_to_org: 60_000,
}

/** "It's possible some aspect of the operation succeeded before the error was raised." */
const UNCERTAIN: ReadonlySet<string> = new Set([
  "internal_error",
  "fatal_error",
  "request_timeout",
  "service_unavailable",
])

/** Errors before a connection exists: nothing can have left. */
const NEVER_LEFT = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
])

export function rejectedFor(code: string): Extract<SendOutcome, { kind: "rejected" }> {
  const reason = PERMANENT[code] ?? `Slack rechazó el mensaje (${code}). Avise a la administración técnica.`
  return { kind: "rejected", reason, platformCode: code }
}

/** The platform's error code, if it gave one. */
export function platformCodeOf(error: unknown): string | null {
  return isSlackError(error) && error.code === ErrorCode.PlatformError ? error.data.error : null
}

/** What a failed call to chat.postMessage means. Codes that Slack may add are taken as permanent and shown to a person. */
export function outcomeOf(error: unknown): SendOutcome {
  if (!isSlackError(error)) {
    // The SDK throws a bare error for a 429 without the header that says when to come back.
    if (error instanceof Error && error.message.startsWith("Retry header did not contain"))
      return { kind: "retry", after: RATE_LIMIT_MS, reason: "Slack pide esperar." }
    return { kind: "uncertain", detail: "El envío a Slack se interrumpió sin respuesta." }
  }
  switch (error.code) {
    case ErrorCode.PlatformError: {
      const code = error.data.error
      const after = RETRY[code]
      if (after !== undefined) return { kind: "retry", after, reason: `Slack pide esperar (${code}).` }
      if (UNCERTAIN.has(code)) return { kind: "uncertain", detail: `Slack falló durante el envío (${code}).` }
      // The SDK puts an answer that is not JSON (a proxy's page) where the code should be.
      if (!/^[a-z0-9_]{1,80}$/.test(code))
        return { kind: "uncertain", detail: "La respuesta no es de Slack; quizá la dio un proxy." }
      return rejectedFor(code)
    }
    case ErrorCode.RateLimitedError:
      return {
        kind: "retry",
        after: error.retryAfter * 1_000,
        reason: "Slack pide esperar: se alcanzó su límite de mensajes.",
      }
    case ErrorCode.HTTPError:
      if (error.statusCode >= 500)
        return { kind: "uncertain", detail: `Slack respondió con un error interno (${error.statusCode}).` }
      return rejectedFor(`http_${error.statusCode}`)
    case ErrorCode.RequestError:
      return NEVER_LEFT.has(causeOf(error.original))
        ? { kind: "retry", after: 5_000, reason: "No hay conexión con Slack." }
        : { kind: "uncertain", detail: "Se cortó la conexión con Slack antes de su respuesta." }
  }
}

function isSlackError(error: unknown): error is WebAPICallError {
  return error instanceof Error && Object.values<unknown>(ErrorCode).includes(Reflect.get(error, "code"))
}

/** fetch wraps the network error, sometimes several of them (one for each address tried). */
function causeOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return ""
  const code = Reflect.get(error, "code")
  if (typeof code === "string" && code !== "") return code
  const errors = Reflect.get(error, "errors")
  return causeOf(Array.isArray(errors) ? errors[0] : Reflect.get(error, "cause"))
}

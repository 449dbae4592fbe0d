import { ErrorCode, type WebAPICallError } from "@slack/web-api"
import type { SendOutcome } from "../../src/ports/chat-adapter.ts"

/** For an answer "too many requests" that does not say when to come back. */
const RATE_LIMIT_MS = 30_000
const INVITE = "Invite al bot al canal con /invite @Plenaria."
const NEW_TOKEN = "Genere otro token en api.slack.com/apps, actualice SLACK_BOT_TOKEN y reinicie Plenaria."
const OUR_FAULT = "Slack no entendió el mensaje. Es un error de Plenaria: avise a la administración técnica."
const ASK_ADMIN = "Pida a la administración del espacio de Slack que permita publicar ahí."

/** Published errors of chat.postMessage that will not go away by trying again, with what to do about each. */
const PERMANENT: Readonly<Record<string, string>> = {
  channel_not_found: `El canal no existe o el bot no puede verlo. ${INVITE}`,
  not_in_channel: `El bot no está en el canal. ${INVITE}`,
  is_archived: "El canal está archivado. Reactívelo o registre otro canal para la institución.",
  cannot_reply_to_message: OUR_FAULT,
  restricted_action: `Slack no permite publicar en este canal. ${ASK_ADMIN}`,
  restricted_action_non_threadable_channel: `Slack no permite publicar en este canal. ${ASK_ADMIN}`,
  restricted_action_read_only_channel: `El canal es de solo lectura. ${ASK_ADMIN}`,
  restricted_action_thread_locked: `La conversación está cerrada. ${ASK_ADMIN}`,
  restricted_action_thread_only_channel: `El canal solo admite respuestas. ${ASK_ADMIN}`,
  messages_tab_disabled:
    "Los mensajes directos de la aplicación están desactivados: actívelos en «App Home → Messages Tab» de api.slack.com/apps.",
  slack_connect_canvas_sharing_blocked: ASK_ADMIN,
  slack_connect_file_link_sharing_blocked: ASK_ADMIN,
  team_not_found: "El espacio de Slack no existe. Corrija el espacio en el registro del canal.",
  team_access_not_granted: `El espacio de Slack no permite la aplicación. ${ASK_ADMIN}`,
  access_denied: ASK_ADMIN,
  enterprise_is_restricted: ASK_ADMIN,
  ekm_access_denied: `La administración de Slack suspendió la publicación de mensajes. ${ASK_ADMIN}`,
  two_factor_setup_required: "La cuenta necesita configurar la verificación en dos pasos en Slack.",
  is_inactive: "El canal ya no está activo. Registre otro canal para la institución.",
  account_inactive: `La cuenta del bot se eliminó o el espacio se cerró. ${NEW_TOKEN}`,
  invalid_auth: `Slack no reconoce el token. ${NEW_TOKEN}`,
  not_authed: `Falta el token. ${NEW_TOKEN}`,
  token_expired: `El token venció. ${NEW_TOKEN}`,
  token_revoked: `El token se revocó. ${NEW_TOKEN}`,
  app_access_restricted: `El espacio de Slack no permite usar la aplicación. ${ASK_ADMIN}`,
  send_on_behalf_not_allowed: ASK_ADMIN,
  slack_connect_lists_sharing_blocked: ASK_ADMIN,
  no_permission: `El token no tiene los permisos necesarios. ${NEW_TOKEN}`,
  missing_scope:
    "Faltan permisos: reinstale la aplicación con el manifiesto actual (npm run -s plenaria -- manifiesto slack).",
  not_allowed_token_type: `SLACK_BOT_TOKEN no es un token de bot. ${NEW_TOKEN}`,
  accesslimited: ASK_ADMIN,
  msg_too_long: OUR_FAULT,
  msg_blocks_too_long: OUR_FAULT,
  too_many_attachments: OUR_FAULT,
  no_text: OUR_FAULT,
  invalid_blocks: OUR_FAULT,
  invalid_blocks_format: OUR_FAULT,
  invalid_arguments: OUR_FAULT,
  invalid_array_arg: OUR_FAULT,
  invalid_arg_name: OUR_FAULT,
  invalid_charset: OUR_FAULT,
  invalid_form_data: OUR_FAULT,
  invalid_post_type: OUR_FAULT,
  missing_post_type: OUR_FAULT,
  invalid_metadata_format: OUR_FAULT,
  invalid_metadata_schema: OUR_FAULT,
  metadata_must_be_sent_from_app: OUR_FAULT,
  metadata_too_large: OUR_FAULT,
  markdown_text_conflict: OUR_FAULT,
  missing_file_data: OUR_FAULT,
  too_many_contact_cards: OUR_FAULT,
  draft_already_deleted: OUR_FAULT,
  draft_already_sent: OUR_FAULT,
  draft_has_conflict: OUR_FAULT,
  draft_not_found: OUR_FAULT,
  duplicate_channel_not_found: OUR_FAULT,
  duplicate_message_not_found: OUR_FAULT,
  method_deprecated: OUR_FAULT,
  deprecated_endpoint: OUR_FAULT,
  as_user_not_supported: OUR_FAULT,
  attachment_payload_limit_exceeded: OUR_FAULT,
}

/** Slack says that it did nothing for now; milliseconds until it is worth trying again. */
const RETRY: Readonly<Record<string, number>> = {
  ratelimited: RATE_LIMIT_MS,
  rate_limited: RATE_LIMIT_MS,
  message_limit_exceeded: 3_600_000,
  team_added_to_org: 600_000,
  org_login_required: 600_000,
}

/** "It's possible some aspect of the operation succeeded before the error was raised." */
const UNCERTAIN: ReadonlySet<string> = new Set([
  "internal_error",
  "fatal_error",
  "request_timeout",
  "service_unavailable",
])

/** Errors of getting connected: nothing can have left. The first three also occur later, in a connection's life. */
const NEVER_LEFT: ReadonlySet<string> = new Set([
  "connect EHOSTUNREACH",
  "connect ENETUNREACH",
  "connect ETIMEDOUT",
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  // A proxy that inspects TLS with a certificate unknown to this machine.
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
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
      return neverLeft(error.original)
        ? { kind: "retry", after: 5_000, reason: "No hay conexión con Slack." }
        : { kind: "uncertain", detail: "Se cortó la conexión con Slack antes de su respuesta." }
  }
}

function isSlackError(error: unknown): error is WebAPICallError {
  return error instanceof Error && Object.values<unknown>(ErrorCode).includes(Reflect.get(error, "code"))
}

/** fetch wraps the network error, or several of them: one for each address it tried. */
function neverLeft(error: unknown): boolean {
  const { code, syscall, cause, errors } = Object(error)
  if (NEVER_LEFT.has(code) || NEVER_LEFT.has(`${syscall} ${code}`)) return true
  if (Array.isArray(errors)) return errors.length > 0 && errors.every(neverLeft)
  return typeof cause === "object" && cause !== null && neverLeft(cause)
}

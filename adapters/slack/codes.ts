/** For an answer "too many requests" that does not say when to come back. */
export const RATE_LIMIT_MS = 30_000
const INVITE = "Invite al bot al canal con /invite @Plenaria."
const NEW_TOKEN = "Genere otro token en api.slack.com/apps, actualice SLACK_BOT_TOKEN y reinicie Plenaria."
const SEND_ANEW = "Envíe un mensaje nuevo si aún hace falta."
const OUR_FAULT = "Slack no entendió el mensaje. Es un error de Plenaria: avise a la administración técnica."
const ASK_ADMIN = "Pida a la administración del espacio de Slack que permita publicar ahí."

/**
 * Published errors of chat.postMessage and chat.update, and those common to all methods (docs.slack.dev), that will not
 * go away by trying again, with what to do about each.
 */
const PERMANENT: ReadonlyMap<string, string> = new Map(
  Object.entries({
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
    message_not_found: `El mensaje ya no está en el canal: alguien lo borró. ${SEND_ANEW}`,
    cant_update_message: `Slack no permite al bot cambiar ese mensaje, quizá porque lo publicó otra cuenta. ${SEND_ANEW}`,
    edit_window_closed: `El espacio de Slack ya no permite cambiar mensajes de esa antigüedad. ${SEND_ANEW}`,
    streaming_state_conflict: OUR_FAULT,
    block_mismatch: OUR_FAULT,
    invalid_attachments: OUR_FAULT,
    cant_broadcast_message: OUR_FAULT,
    no_dual_broadcast_content_update: OUR_FAULT,
  }),
)

/** Published errors of pins.add that mean something of their own. */
const OF_PINS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    permission_denied: `El bot no puede fijar mensajes en este canal. ${ASK_ADMIN}`,
    restricted_action:
      "El espacio de Slack no permite al bot fijar mensajes. Fíjelo usted, o pida el permiso.",
    not_pinnable: "Slack no permite fijar ese mensaje.",
    bad_timestamp: OUR_FAULT,
    no_item_specified: OUR_FAULT,
    message_not_found: "El mensaje ya no está en el canal: alguien lo borró. No queda nada que fijar.",
  }),
)

/** Why a message could not be pinned; `null`: as for any other request. */
export const pinReasonOf = (code: string): string | null => OF_PINS.get(code) ?? null

/** Published errors of views.publish that mean something of their own. */
const OF_HOME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    not_enabled:
      "La pestaña «Inicio» está desactivada: actívela en «App Home → Home Tab» de api.slack.com/apps, o cree la aplicación con el manifiesto actual.",
    user_not_found: "La cuenta ya no está en el espacio de Slack.",
    view_too_large: OUR_FAULT,
    hash_conflict: OUR_FAULT,
    duplicate_external_id: OUR_FAULT,
  }),
)

/** Why a page could not be published; `null`: as for any other request. */
export const homeReasonOf = (code: string): string | null => OF_HOME.get(code) ?? null

/** Slack says that it did nothing for now; milliseconds until it is worth trying again. */
const RETRY: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ratelimited: RATE_LIMIT_MS,
    rate_limited: RATE_LIMIT_MS,
    message_limit_exceeded: 3_600_000,
    team_added_to_org: 600_000,
    org_login_required: 600_000,
    external_channel_migrating: 600_000,
  }),
)

/** "It's possible some aspect of the operation succeeded before the error was raised." */
const UNCERTAIN: ReadonlySet<string> = new Set([
  "internal_error",
  "fatal_error",
  "request_timeout",
  "service_unavailable",
  "update_failed",
])

/** Codes of a channel to which nothing gets until somebody mends it. */
const OF_CHANNEL: ReadonlySet<string> = new Set([
  "channel_not_found",
  "not_in_channel",
  "is_archived",
  "is_inactive",
  "restricted_action",
  "restricted_action_non_threadable_channel",
  "restricted_action_read_only_channel",
  "restricted_action_thread_locked",
  "restricted_action_thread_only_channel",
  "messages_tab_disabled",
])

/** Codes of the token, the app or the workspace: no channel gets anything. */
const OF_WORKSPACE: ReadonlySet<string> = new Set([
  "team_not_found",
  "team_access_not_granted",
  "access_denied",
  "enterprise_is_restricted",
  "ekm_access_denied",
  "two_factor_setup_required",
  "account_inactive",
  "invalid_auth",
  "not_authed",
  "token_expired",
  "token_revoked",
  "app_access_restricted",
  "no_permission",
  "missing_scope",
  "not_allowed_token_type",
  "accesslimited",
])

/** How far a rejection reaches: one channel, all of the workspace's, or this message alone. */
export function scopeOf(code: string): "destination" | "workspace" | "message" {
  if (OF_CHANNEL.has(code)) return "destination"
  return OF_WORKSPACE.has(code) ? "workspace" : "message"
}

export type CodeMeaning =
  /** What was wrong and what to do about it, in plain Spanish. */
  | { readonly kind: "permanent"; readonly reason: string }
  /** Milliseconds until it is worth trying again. */
  | { readonly kind: "retry"; readonly after: number }
  | { readonly kind: "uncertain" }

/** What an error code of Slack's means; `null`: it is not published. */
export function meaningOf(code: string): CodeMeaning | null {
  const reason = PERMANENT.get(code)
  if (reason !== undefined) return { kind: "permanent", reason }
  const after = RETRY.get(code)
  if (after !== undefined) return { kind: "retry", after }
  return UNCERTAIN.has(code) ? { kind: "uncertain" } : null
}

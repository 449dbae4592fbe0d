const PERMISSIONS =
  "Dé al bot en ese canal los permisos Ver canal, Enviar mensajes, Insertar enlaces y Leer el historial."
export const NEW_TOKEN =
  "Genere otro en «Bot → Reset Token» del portal de Discord, actualice DISCORD_TOKEN y reinicie Plenaria."
const OURS = "Discord no entendió el mensaje. Es un error de Plenaria: avise a la administración técnica."
const SEND_ANEW = "Envíe un mensaje nuevo si aún hace falta."
const OTHER_CHANNEL = "Registre un canal de texto para la institución."
const MINUTE = 60_000

/**
 * Published JSON error codes that "Create Message" or "Edit Message" can answer with and that will not go away by trying
 * again, with what to do about each (Discord's documentation, "Opcodes and Status Codes").
 */
const PERMANENT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    10003: "El canal no existe. Registre otro canal para la institución.",
    10004: "El servidor de Discord no existe o el bot ya no está en él. Invite al bot de nuevo.",
    10008: `El mensaje ya no está en el canal: alguien lo borró. ${SEND_ANEW}`,
    10013: "La cuenta de destino no existe en Discord. Registre otro canal para la institución.",
    10014: OURS,
    10060: OURS,
    20001: "El token es de una cuenta que Discord no deja publicar. Use el token de un bot.",
    20009: "Discord no permite contenido explícito en este canal. Revise el texto o registre otro canal.",
    20012: "El token es de otra aplicación de Discord. Revise DISCORD_TOKEN y DISCORD_APP_ID.",
    30015: OURS,
    40001: `Discord no reconoce el token. ${NEW_TOKEN}`,
    40002: "La cuenta del bot necesita verificarse en Discord. Verifíquela en el portal de Discord.",
    40005: OURS,
    40007: "El bot está vetado en el servidor de Discord. Pida a su administración que retire el veto.",
    40058: `Un foro no admite mensajes sueltos. ${OTHER_CHANNEL}`,
    40067: `Un foro no admite mensajes sueltos. ${OTHER_CHANNEL}`,
    50001: `El bot no puede ver el canal. ${PERMISSIONS}`,
    50003: `La acción no es posible en un mensaje directo. ${OTHER_CHANNEL}`,
    50005: `El mensaje lo publicó otra cuenta y el bot no puede cambiarlo. ${SEND_ANEW}`,
    50006: OURS,
    50007: "La persona no acepta mensajes directos del bot. Registre un canal para la institución.",
    50008: `No se puede escribir en un canal de voz. ${OTHER_CHANNEL}`,
    50009: "El nivel de verificación del canal impide que el bot escriba. Redúzcalo o registre otro canal.",
    50013: `El bot no tiene permiso para publicar en el canal. ${PERMISSIONS}`,
    50014: `Discord no reconoce el token. ${NEW_TOKEN}`,
    50021: `Es un aviso del propio Discord y no puede cambiarse. ${SEND_ANEW}`,
    50024: `Ese tipo de canal no admite mensajes. ${OTHER_CHANNEL}`,
    50025: `Discord no reconoce el token. ${NEW_TOKEN}`,
    50033: OURS,
    50035: OURS,
    50041: "Discord retiró la versión de su servicio que usa Plenaria. Actualice Plenaria.",
    50045: OURS,
    50046: OURS,
    50067: OURS,
    50068: OURS,
    50080: OURS,
    50081: OURS,
    50083: "La conversación está archivada. Reactívela o registre otro canal.",
    50095: "El servidor de Discord no está disponible en este país. Registre un canal de otro servidor.",
    50109: OURS,
    50146: OURS,
    50159: OURS,
    50160: OURS,
    50161: OURS,
    50162: OURS,
    50173: OURS,
    50178: "La cuenta del bot necesita verificarse en Discord. Verifíquela en el portal de Discord.",
    50278: "La persona no comparte ningún servidor con el bot. Registre un canal para la institución.",
    50600: OURS,
    60003:
      "El servidor exige verificación en dos pasos a quien administra el bot. Actívela en esa cuenta de Discord.",
    160002: `El bot no puede leer el historial del canal. ${PERMISSIONS}`,
    160005: "La conversación está cerrada. Ábrala o registre otro canal.",
    160006: "El servidor tiene demasiadas conversaciones activas. Archive alguna o registre otro canal.",
    160009: `El bot no puede leer el historial del canal. ${PERMISSIONS}`,
    160010: OURS,
    160014: OURS,
    200000: "La moderación automática del servidor bloqueó el mensaje. Exceptúe al bot de esa regla.",
    200001: "La moderación automática del servidor bloqueó el título. Exceptúe al bot de esa regla.",
    240000: "El servidor bloqueó los enlaces del mensaje. Exceptúe al bot de ese filtro.",
    400001: OURS,
    520000: OURS,
    520001: OURS,
    520002: OURS,
    520003: OURS,
    520004: OURS,
  }),
)

/** Published codes that go away by themselves: nothing was done. When to come back (ms) and why. */
const TEMPORARY: ReadonlyMap<string, readonly [after: number, reason: string]> = new Map(
  Object.entries({
    20016: [MINUTE, "El modo lento del canal pide esperar."],
    20022: [MINUTE, "El canal de anuncios pide esperar antes de cambiar otro mensaje."],
    20028: [MINUTE, "El canal alcanzó su límite de escritura."],
    20029: [MINUTE, "El servidor de Discord alcanzó su límite de escritura."],
    30046: [10 * MINUTE, "Discord pide esperar antes de cambiar más mensajes de hace más de una hora."],
    40003: [MINUTE, "Discord pide esperar antes de abrir más mensajes directos."],
    40004: [10 * MINUTE, "Discord suspendió por un momento el envío de mensajes."],
    40006: [10 * MINUTE, "Discord suspendió por un momento esa función."],
    40062: [MINUTE, "Discord pide esperar: se alcanzó su límite de mensajes."],
    40333: [10 * MINUTE, "Discord bloqueó por un momento la red de este equipo."],
    130000: [MINUTE, "Discord está sobrecargado por el momento."],
  }),
)

/** Published codes of "Pin Message" that mean something of their own. */
const OF_PINS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    10008: "El mensaje ya no está en el canal: alguien lo borró. No queda nada que fijar.",
    30003: "El canal ya tiene todos los mensajes fijados que admite. Quite alguno y reenvíe esta entrega.",
    50013:
      "El bot no tiene permiso para fijar mensajes en el canal. Dele Fijar mensajes y reenvíe esta entrega.",
  }),
)

/** Why a message could not be pinned; `null`: as for any other request. */
export const pinReasonOf = (code: string): string | null => OF_PINS.get(code) ?? null

/** Published HTTP statuses, for a code that says nothing of its own or is not published. */
const BY_STATUS: Readonly<Record<number, string>> = {
  400: OURS,
  401: `Discord no reconoce el token. ${NEW_TOKEN}`,
  403: `Discord no permite publicar en el canal. ${PERMISSIONS}`,
  404: "El canal o el mensaje no existe. Revise el canal registrado para la institución.",
  405: OURS,
  413: OURS,
  415: OURS,
}

/** Codes of a channel to which nothing gets until somebody mends it. */
const OF_CHANNEL = new Set("10003 20009 50001 50007 50008 50009 50013 50024 50083 160005 160006".split(" "))

/** Codes of the token, the bot's account or the server: no channel gets anything. */
const OF_WORKSPACE = new Set("10004 40001 40002 50025".split(" "))

/** How far a rejection reaches: one channel, all of the server's, or this message alone. */
export function scopeOf(code: string, status: number): "destination" | "workspace" | "message" {
  if (OF_WORKSPACE.has(code) || status === 401) return "workspace"
  const byStatus = !PERMANENT.has(code) && (status === 403 || status === 404)
  return OF_CHANNEL.has(code) || byStatus ? "destination" : "message"
}

export type CodeMeaning =
  /** What was wrong and what to do about it, in plain Spanish. */
  | { readonly kind: "permanent"; readonly reason: string }
  /** Milliseconds until it is worth trying again. */
  | { readonly kind: "retry"; readonly after: number; readonly reason: string }

/** What a JSON error code means for a message that is sent or changed; `null`: it is not published for that. */
export function meaningOf(code: string): CodeMeaning | null {
  const temporary = TEMPORARY.get(code)
  if (temporary) return { kind: "retry", after: temporary[0], reason: temporary[1] }
  const reason = PERMANENT.get(code)
  return reason === undefined ? null : { kind: "permanent", reason }
}

export const reasonOfStatus = (status: number): string | null => BY_STATUS[status] ?? null

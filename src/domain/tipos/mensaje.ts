/**
 * Every kind of message that is written from facts, and has to say otherwise when they change: each of them has a rule.
 * The names are stored with what was sent, so that none is ever given to another kind.
 */
export const TIPOS_MENSAJE = [
  /** What an institution owes, on a day of its ladder. */
  "recordatorio",
  /** Reports of progress that are asked for at a rhythm. */
  "informe_pedido",
  /** A session that comes. */
  "sesion",
  /** A convocatoria that is still to be sent. */
  "convocatoria",
  /** A convocatoria that was sent, and that its acuse is missing. */
  "convocatoria_enviada",
  /** What waits for the presidencia. */
  "autorizacion",
  /** How a session goes while it is held. */
  "en_curso",
  /** A vote that is asked for. */
  "votacion",
  /** A published summary. */
  "resumen",
  /** What was done about one compromiso. */
  "aviso",
  /** What one person sent to the Secretaría Técnica without a pause. */
  "avisos_reunidos",
] as const

export type TipoMensaje = (typeof TIPOS_MENSAJE)[number]

export function esTipoMensaje(tipo: string): tipo is TipoMensaje {
  return TIPOS_MENSAJE.some((one) => one === tipo)
}

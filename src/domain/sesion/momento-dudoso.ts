import type { Fecha, Hora } from "../tipos/tiempo.ts"

/** Why a session's day and hour are asked about. Neither is impossible: a session may be registered after it was held. */
export type DudaMomento = "ya_paso" | "hora_inusual"

/** Hours between which bodies hold their sessions; outside, what was meant was probably the other half of the day. */
const HABITUAL = { desde: "07:00", hasta: "22:00" } as const

/** A day on the calendar and, where it is known, its hour. */
export interface Momento {
  readonly fecha: Fecha | null
  readonly hora: Hora | null
}

/** `ahora`: on the body's own clock. A session without an hour has its whole day. */
export function dudasDelMomento(
  { fecha, hora }: Momento,
  ahora: { readonly fecha: Fecha; readonly hora: Hora },
): readonly DudaMomento[] {
  if (fecha === null) return []
  const paso = fecha < ahora.fecha || (fecha === ahora.fecha && hora !== null && hora < ahora.hora)
  const inusual = hora !== null && (hora < HABITUAL.desde || hora > HABITUAL.hasta)
  return [...(paso ? (["ya_paso"] as const) : []), ...(inusual ? (["hora_inusual"] as const) : [])]
}

import type { Inhabiles } from "../tiempo/plazo.ts"
import { sumarDias, ultimoDiaConvocatoria } from "../tiempo/plazo.ts"
import type { Plazo } from "../tiempo/regla-plazo.ts"
import { fechaEnZona, horaEnZona, instanteDe, sumarMs } from "../tiempo/tiempo.ts"
import type { Fecha, Hora, Instante } from "../tipos/tiempo.ts"

/** Until when something can be sent, in the body's zone: the whole of a day, or its hour when the term is in hours. */
export interface LimiteEnvio {
  readonly dia: Fecha
  /** `null`: until the end of the day. */
  readonly hora: Hora | null
}

/** The date and hour of a session; `hora` is `null` when nobody recorded one. */
export interface CuandoSesion {
  readonly fecha: Fecha
  readonly hora: Hora | null
  readonly zona: string
}

type Conteo = "excluye_ambos_extremos" | "incluye_dia_envio"

const HORA_MS = 3_600_000

/**
 * Until when a convocatoria can be sent. Hours are counted in hours from the session's own, on business days or not and
 * whatever the way of counting days; without an hour on record they are counted from the beginning of its day, so that
 * what is sent by then is in time at whatever hour it is held.
 */
export function limiteDeEnvio(
  { fecha, hora, zona }: CuandoSesion,
  plazo: Plazo,
  conteo: Conteo,
  inhabiles: Inhabiles,
): LimiteEnvio {
  const { n, unidad } = plazo
  if (unidad !== "horas")
    return { dia: ultimoDiaConvocatoria(fecha, { n, unidad }, conteo, inhabiles), hora: null }
  const instante = sumarMs(instanteDe(fecha, hora ?? "00:00", zona), -n * HORA_MS)
  const [dia, a] = [fechaEnZona(instante, zona), horaEnZona(instante, zona)]
  // Midnight is the end of the day before, which is how people say it.
  return a === "00:00" ? { dia: sumarDias(dia, -1), hora: null } : { dia, hora: a }
}

/** Whether it is later than that, to the minute that people read. */
export function yaVencio({ dia, hora }: LimiteEnvio, now: Instante, zona: string): boolean {
  const hoy = fechaEnZona(now, zona)
  return hoy > dia || (hoy === dia && hora !== null && horaEnZona(now, zona) > hora)
}

/** The first instant that is too late. */
export function finDelLimite({ dia, hora }: LimiteEnvio, zona: string): Instante {
  return hora === null
    ? instanteDe(sumarDias(dia, 1), "00:00", zona)
    : sumarMs(instanteDe(dia, hora, zona), 60_000)
}

import { fechaEnZona, instanteDe, msEntre, sumarMs } from "../tiempo/tiempo.ts"
import type { Sesion } from "../tipos/sesion.ts"
import type { Fecha, Hora, Instante } from "../tipos/tiempo.ts"

const MINUTO = 60_000
const DIA = 24 * 60 * MINUTO
/** Clocks differ: so little before the hour is the hour. */
const ADELANTO_DE_RELOJES = 5 * MINUTO

/** An act that belongs to the day of its session. */
export type ActoDelDia = "pasar_lista" | "instalar" | "declarar_sin_quorum"

/** Why an act asks for a reason, which goes on record with it. */
export type FueraDeMomento =
  /** Its hour has not come. */
  | "antes_de_hora"
  /** The body's rule still lets members arrive. */
  | "en_tolerancia"
  /** The body's rule no longer lets the first call be installed. */
  | "tras_tolerancia"

export type Momento =
  | { readonly kind: "a_tiempo" }
  /** Its day has not come: it cannot have happened, whatever the reason. */
  | { readonly kind: "antes_de_su_fecha"; readonly fecha: Fecha }
  /** It is put on record on a later day: only a person knows at what hour it happened. */
  | { readonly kind: "otro_dia"; readonly fecha: Fecha }
  | { readonly kind: "con_motivo"; readonly porque: FueraDeMomento }

export interface ReglasDelMomento {
  /** Minutes after the hour until which a first call may be installed; `null`: not fixed. */
  readonly toleranciaMinutos: number | null
  readonly zona: string
}

/** Whether an act of a session that was called can be at an instant: when it happened, which is not always now. */
export function momentoDe(
  acto: ActoDelDia,
  { fecha, hora, llamado }: Pick<Sesion, "fecha" | "hora" | "llamado">,
  instante: Instante,
  { toleranciaMinutos, zona }: ReglasDelMomento,
): Momento {
  const dia = fechaEnZona(instante, zona)
  if (fecha === null) return { kind: "a_tiempo" }
  if (dia < fecha) return { kind: "antes_de_su_fecha", fecha }
  // That it was not held has no hour: it can be said afterwards.
  if (dia > fecha) return acto === "declarar_sin_quorum" ? { kind: "a_tiempo" } : { kind: "otro_dia", fecha }
  if (acto === "pasar_lista" || hora === null) return { kind: "a_tiempo" }
  const pasado = msEntre(instanteDe(fecha, hora, zona), instante)
  if (pasado < -ADELANTO_DE_RELOJES) return { kind: "con_motivo", porque: "antes_de_hora" }
  // The tolerance is of the first call; a second one is held with whoever comes.
  if (toleranciaMinutos === null || llamado !== 1) return { kind: "a_tiempo" }
  const tolerada = pasado <= toleranciaMinutos * MINUTO
  if (acto === "instalar") return tolerada ? { kind: "a_tiempo" } : con("tras_tolerancia")
  return tolerada ? con("en_tolerancia") : { kind: "a_tiempo" }
}

const con = (porque: FueraDeMomento): Momento => ({ kind: "con_motivo", porque })

/** The instant of an hour of the session's day; `null`: the session has none, or that hour is still to come. */
export function horaDelDia(
  { fecha }: Pick<Sesion, "fecha">,
  hora: Hora,
  now: Instante,
  zona: string,
): Instante | null {
  const instante = fecha === null ? null : instanteDe(fecha, hora, zona)
  return instante !== null && msEntre(instante, now) >= 0 ? instante : null
}

/**
 * The instant of the hour at which something ended that began at `inicio`: a session may end after midnight. `null`: that
 * hour is still to come.
 */
export function horaDeTermino(inicio: Instante, hora: Hora, now: Instante, zona: string): Instante | null {
  const mismoDia = instanteDe(fechaEnZona(inicio, zona), hora, zona)
  const instante = mismoDia < inicio ? sumarMs(mismoDia, DIA) : mismoDia
  return msEntre(instante, now) >= 0 ? instante : null
}

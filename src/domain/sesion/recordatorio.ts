import type { PoliticaSesiones } from "../reglas/perfil-reglas.ts"
import { esHabil, habilDesde, type Inhabiles, sumarDiasHabiles } from "../tiempo/plazo.ts"
import { fechaEnZona, horaEnZona, instanteDe, msEntre, sumarMs } from "../tiempo/tiempo.ts"
import type { EstadoSesion, Sesion } from "../tipos/sesion.ts"
import type { Fecha, Hora, Instante } from "../tipos/tiempo.ts"

const HORA_MS = 60 * 60_000

/**
 * The message shortly before a session obeys the session's hour and not the working hours, but nobody is written to at
 * night, in the body's zone: one that falls before the morning waits for it, and one late in the evening is left out.
 */
const NOCHE: { readonly desde: Hora; readonly hasta: Hora } = { desde: "22:00", hasta: "07:00" }

/** The states in which a session is still expected on its date. */
const ESPERADA: readonly EstadoSesion[] = ["programada", "convocada"]

export function esEsperada({ estado }: Pick<Sesion, "estado">): boolean {
  return ESPERADA.includes(estado)
}

/** A day on which an institution is reminded of a session. */
export interface PeldanoSesion {
  /** Business days before the session; 0: its own day. */
  readonly dias: number
  /** The civil date that the policy gives, in the body's calendar. */
  readonly nominal: Fecha
  /** The day on which the institution really gets it. */
  readonly envio: Fecha
}

export interface EntradaSesion {
  readonly fecha: Fecha
  readonly politica: Pick<PoliticaSesiones, "diasAntes" | "mismoDia">
  /** The body's calendar: the dates follow it. */
  readonly inhabiles: Inhabiles
  /** The body's days plus the institution's own: on them nothing reaches the institution. */
  readonly propios: Inhabiles
}

/** Every reminder of a session to an institution, the earliest first. */
export function peldanosSesion({
  fecha,
  politica,
  inhabiles,
  propios,
}: EntradaSesion): readonly PeldanoSesion[] {
  const antes = politica.diasAntes.filter((dias) => dias > 0)
  const dias = [...new Set([...antes, ...(politica.mismoDia ? [0] : [])])].sort((a, b) => b - a)
  return dias.map((n) => {
    const nominal = sumarDiasHabiles(fecha, -n, inhabiles)
    return { dias: n, nominal, envio: envioAntesDe(nominal, fecha, propios) }
  })
}

/** The institution's next business day; its last one before when the next would be after the session. */
function envioAntesDe(nominal: Fecha, fecha: Fecha, propios: Inhabiles): Fecha {
  const despues = habilDesde(nominal, propios)
  return despues <= fecha ? despues : sumarDiasHabiles(nominal, -1, propios)
}

/**
 * What to remind an institution of today: the nearest reminder whose day has come. One whose day has passed is still
 * useful until the next one or the session itself; whether it was sent then is for the caller to know.
 */
export function peldanoDeHoy(
  hoy: Fecha,
  entrada: EntradaSesion,
): { readonly peldano: PeldanoSesion; readonly siguiente: PeldanoSesion | null } | null {
  if (entrada.fecha < hoy || !esHabil(hoy, entrada.propios)) return null
  const todos = peldanosSesion(entrada)
  const peldano = todos.findLast(({ envio }) => envio <= hoy)
  return peldano === undefined ? null : { peldano, siguiente: todos.find(({ envio }) => envio > hoy) ?? null }
}

/**
 * A reminder says again what the institution was told: one whose day had come when the convocatoria, or a change of it,
 * went out says nothing that it did not, and is neither sent nor made up for.
 */
export const loDijoLaConvocatoria = (
  { envio }: Pick<PeldanoSesion, "envio">,
  enviadaEn: Instante,
  zona: string,
): boolean => envio <= fechaEnZona(enviadaEn, zona)

/** The same of the message shortly before the session: it comes less than an hour after the convocatoria, or before it. */
export const previoLoDijoLaConvocatoria = (momento: Instante, enviadaEn: Instante): boolean =>
  msEntre(enviadaEn, momento) <= HORA_MS

/** When a session begins; `null`: its hour is not on record. */
export function inicioSesion(fecha: Fecha, hora: Hora | null, zona: string): Instante | null {
  return hora === null ? null : instanteDe(fecha, hora, zona)
}

/** The instant of the message shortly before the session; `null`: there is none. */
export function momentoPrevio(
  { fecha, hora }: { readonly fecha: Fecha; readonly hora: Hora | null },
  horasAntes: number | null,
  zona: string,
): Instante | null {
  const inicio = inicioSesion(fecha, hora, zona)
  if (inicio === null || horasAntes === null) return null
  const exacto = sumarMs(inicio, -horasAntes * HORA_MS)
  const local = horaEnZona(exacto, zona)
  if (local >= NOCHE.desde) return null
  const momento = local < NOCHE.hasta ? instanteDe(fechaEnZona(exacto, zona), NOCHE.hasta, zona) : exacto
  return msEntre(momento, inicio) > 0 ? momento : null
}

/**
 * Whether the message shortly before the session has to be planned today: from the institution's business day before it
 * on, because that of an early session is due before the day's planning begins.
 */
export function tocaPlanearPrevio(hoy: Fecha, momento: Instante, zona: string, propios: Inhabiles): boolean {
  const dia = fechaEnZona(momento, zona)
  return esHabil(dia, propios) && sumarDiasHabiles(dia, -1, propios) <= hoy && hoy <= dia
}

/** The morning's message is left out when the one shortly before the session comes within an hour of it. */
export function previoBasta(momento: Instante, manana: Instante): boolean {
  return msEntre(manana, momento) <= HORA_MS
}

import { esHabil, habilDesde, type Inhabiles, sumarDias, sumarDiasHabiles } from "../tiempo/plazo.ts"
import type { Plazo } from "../tiempo/regla-plazo.ts"
import { fechaEnZona } from "../tiempo/tiempo.ts"
import type { Fecha, Hora, Instante } from "../tipos/tiempo.ts"
import { type CuandoSesion, type LimiteEnvio, limiteDeEnvio, yaVencio } from "./limite-envio.ts"

export type EstadoConvocatoria =
  | { readonly kind: "enviada"; readonly el: Fecha }
  /** Until when is the body's own configured rule, not a statement of law. */
  | {
      readonly kind: "por_enviar"
      /** `null`: the body has recorded no rule, or it is not for the asker. */
      readonly limite: { readonly hasta: LimiteEnvio; readonly vencio: boolean; readonly plazo: Plazo } | null
    }

/** Until when a convocatoria can be sent, by each way of counting; in hours there is only one. */
export interface LimitesConvocatoria {
  /** Complete days between sending and session: the last safe day. */
  readonly estricto: LimiteEnvio
  /** The day of sending counts as well. */
  readonly laxo: LimiteEnvio
  /** The strict day if every calendar in use is respected; `null`: they agree. */
  readonly prudente: Fecha | null
  /** Days inhábiles for only some calendars between the prudent day and the session; they cause the difference. */
  readonly discrepan: readonly Fecha[]
}

/** `union`: the body's days plus those of every statutory calendar. */
export function limitesConvocatoria(
  sesion: CuandoSesion,
  plazo: Plazo,
  inhabiles: Inhabiles,
  union: Inhabiles,
): LimitesConvocatoria {
  const { fecha } = sesion
  const estricto = limiteDeEnvio(sesion, plazo, "excluye_ambos_extremos", inhabiles)
  const { dia: prudente } = limiteDeEnvio(sesion, plazo, "excluye_ambos_extremos", union)
  const difiere = prudente < estricto.dia
  return {
    estricto,
    laxo: limiteDeEnvio(sesion, plazo, "incluye_dia_envio", inhabiles),
    prudente: difiere ? prudente : null,
    discrepan: difiere
      ? [...union]
          .filter((dia) => prudente <= dia && dia < fecha && esHabil(dia, inhabiles))
          .filter((dia) => esHabil(dia, new Set()))
          .sort()
      : [],
  }
}

/** A day on which the Secretaría Técnica is warned of a convocatoria that is not sent yet. */
export type PeldanoConvocatoria =
  /** Business days left to the last safe day; 0: it is today, or the last business day before it. */
  | { readonly kind: "por_vencer"; readonly dias: number; readonly envio: Fecha }
  | { readonly kind: "vencida"; readonly envio: Fecha }

export interface EntradaConvocatoria {
  readonly now: Instante
  readonly zona: string
  readonly fecha: Fecha
  readonly limite: LimiteEnvio
  /** Business days before the last safe day. */
  readonly avisos: readonly number[]
  /** From which hour on messages are sent: a limit before it is warned of the day before. */
  readonly desde: Hora
  /** The body's calendar. */
  readonly inhabiles: Inhabiles
}

/**
 * The nearest warning whose day has come, and until when it holds. A last day that is inhábil, or that ends before
 * anything is sent, is warned of before it: afterwards would be too late. `null`: it is not yet time, today is inhábil or
 * the session is over.
 */
export function peldanoConvocatoria({
  now,
  zona,
  fecha,
  limite,
  avisos,
  desde,
  inhabiles,
}: EntradaConvocatoria): {
  readonly peldano: PeldanoConvocatoria
  /** The day of the next warning, or the limit itself; `null`: there is none after it. */
  readonly siguiente: Fecha | LimiteEnvio | null
} | null {
  const hoy = fechaEnZona(now, zona)
  if (fecha < hoy || !esHabil(hoy, inhabiles)) return null
  if (yaVencio(limite, now, zona)) {
    const primero = limite.hora === null ? sumarDias(limite.dia, 1) : limite.dia
    return { peldano: { kind: "vencida", envio: habilDesde(primero, inhabiles) }, siguiente: null }
  }
  const aTiempo = esHabil(limite.dia, inhabiles) && (limite.hora === null || limite.hora > desde)
  const ultimo = aTiempo ? limite.dia : sumarDiasHabiles(limite.dia, -1, inhabiles)
  const todos = [...new Set(avisos)]
    .filter((dias) => dias >= 0)
    .sort((a, b) => b - a)
    .map((dias) => ({ kind: "por_vencer" as const, dias, envio: sumarDiasHabiles(ultimo, -dias, inhabiles) }))
  const peldano = todos.findLast(({ envio }) => envio <= hoy)
  if (peldano === undefined) return null
  return { peldano, siguiente: todos.find(({ envio }) => envio > hoy)?.envio ?? limite }
}

/** How far ahead a date is looked for, in days: further than any notice reaches. */
const LEJOS = 400

/** The first business day on which the session could be, at its hour, with a convocatoria sent now in time, strictly. */
export function primeraFechaConvocable(
  now: Instante,
  { hora, zona }: Omit<CuandoSesion, "fecha">,
  plazo: Plazo,
  inhabiles: Inhabiles,
): Fecha | null {
  const hoy = fechaEnZona(now, zona)
  for (let n = 0; n <= LEJOS; n += 1) {
    const fecha = sumarDias(hoy, n)
    if (!esHabil(fecha, inhabiles)) continue
    const limite = limiteDeEnvio({ fecha, hora, zona }, plazo, "excluye_ambos_extremos", inhabiles)
    if (!yaVencio(limite, now, zona)) return fecha
  }
  return null
}

import {
  esHabil,
  habilDesde,
  type Inhabiles,
  sumarDias,
  sumarDiasHabiles,
  ultimoDiaConvocatoria,
} from "../tiempo/plazo.ts"
import type { Plazo } from "../tiempo/regla-plazo.ts"
import type { Fecha } from "../tipos/tiempo.ts"

export type EstadoConvocatoria =
  | { readonly kind: "enviada"; readonly el: Fecha }
  /** The last day is the body's own configured rule, not a statement of law. */
  | {
      readonly kind: "por_enviar"
      /** `null`: the body has recorded no rule, or it is not for the asker. */
      readonly limite: { readonly ultimoDia: Fecha; readonly plazo: Plazo } | null
    }

/** The last days on which a convocatoria can be sent, by each way of counting. */
export interface LimitesConvocatoria {
  /** Complete days between sending and session: the last safe day. */
  readonly estricto: Fecha
  /** The day of sending counts as well. */
  readonly laxo: Fecha
  /** The strict one if every calendar in use is respected; `null`: they agree. */
  readonly prudente: Fecha | null
  /** Days inhábiles for only some calendars between the prudent day and the session; they cause the difference. */
  readonly discrepan: readonly Fecha[]
}

/** `union`: the body's days plus those of every statutory calendar. */
export function limitesConvocatoria(
  fecha: Fecha,
  plazo: Plazo,
  inhabiles: Inhabiles,
  union: Inhabiles,
): LimitesConvocatoria {
  const estricto = ultimoDiaConvocatoria(fecha, plazo, "excluye_ambos_extremos", inhabiles)
  const prudente = ultimoDiaConvocatoria(fecha, plazo, "excluye_ambos_extremos", union)
  const difiere = prudente < estricto
  return {
    estricto,
    laxo: ultimoDiaConvocatoria(fecha, plazo, "incluye_dia_envio", inhabiles),
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
  readonly hoy: Fecha
  readonly fecha: Fecha
  readonly limite: Fecha
  /** Business days before the last safe day. */
  readonly avisos: readonly number[]
  /** The body's calendar. */
  readonly inhabiles: Inhabiles
}

/**
 * The nearest warning whose day has come, and the day of the one after it. A last day that is inhábil is warned of before
 * it: afterwards would be too late. `null`: it is not yet time, today is inhábil or the session is over.
 */
export function peldanoConvocatoria({
  hoy,
  fecha,
  limite,
  avisos,
  inhabiles,
}: EntradaConvocatoria): { readonly peldano: PeldanoConvocatoria; readonly siguiente: Fecha | null } | null {
  if (fecha < hoy || !esHabil(hoy, inhabiles)) return null
  const vencida = { kind: "vencida", envio: habilDesde(sumarDias(limite, 1), inhabiles) } as const
  if (hoy > limite) return { peldano: vencida, siguiente: null }
  const ultimo = esHabil(limite, inhabiles) ? limite : sumarDiasHabiles(limite, -1, inhabiles)
  const todos = [...new Set(avisos)]
    .filter((dias) => dias >= 0)
    .sort((a, b) => b - a)
    .map((dias) => ({ kind: "por_vencer" as const, dias, envio: sumarDiasHabiles(ultimo, -dias, inhabiles) }))
  const peldano = todos.findLast(({ envio }) => envio <= hoy)
  const siguiente = todos.find(({ envio }) => envio > hoy) ?? vencida
  return peldano === undefined ? null : { peldano, siguiente: siguiente.envio }
}

/** How far ahead a date is looked for, in days: further than any notice reaches. */
const LEJOS = 400

/** The first business day for which a convocatoria sent today would still be in time, strictly counted. */
export function primeraFechaConvocable(hoy: Fecha, plazo: Plazo, inhabiles: Inhabiles): Fecha | null {
  for (let n = 1; n <= LEJOS; n += 1) {
    const fecha = sumarDias(hoy, n)
    if (!esHabil(fecha, inhabiles)) continue
    if (ultimoDiaConvocatoria(fecha, plazo, "excluye_ambos_extremos", inhabiles) >= hoy) return fecha
  }
  return null
}

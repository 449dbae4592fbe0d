/**
 * The vocabulary of a collegiate body, as plain data. Words are the field's own (see docs/glosario.md).
 * Civil dates are ISO strings (`2024-02-16`), hours `HH:MM` in the body's official zone, instants ISO UTC.
 * `null` always means "nobody recorded it": it is never filled in.
 */

/** Civil date, `YYYY-MM-DD`. */
export type Fecha = string

/** Wall-clock hour, `HH:MM`, 24 h, official zone of the body. */
export type Hora = string

/** Instant, ISO 8601 in UTC with `Z`. */
export type Instante = string

export interface DiaInhabil {
  readonly fecha: Fecha
  readonly ambito: "base" | "organo" | "institucion"
  readonly organoId: string | null
  readonly institucionId: string | null
  readonly motivo: string
  /** `true`: not fixed by statute, needs the yearly acuerdo. */
  readonly porAcuerdo: boolean
  /** Where it was published, or what says so; `null`: nobody recorded it. */
  readonly fuente: string | null
}

/**
 * `apf`: what federal offices observe (LFTSE 29 and its decreto of 12-07-2024). `lft`: private labour (LFT 74).
 * `lfpa`: the literal text for administrative terms (LFPA 28). `union`: inhábil in any of them. `ninguno`: no day off by
 * law, as in a body that another order of government rules: only the days that are recorded for it.
 */
export type RegimenInhabil = "apf" | "lft" | "lfpa" | "union" | "ninguno"

/** How much may be taken: so much at once, and what comes back by the minute. */
export interface Capacidad {
  readonly rafaga: number
  readonly porMinuto: number
}

/** A token bucket as it was when it was last touched. */
export interface Cubeta {
  /** What is left; below 0: more was taken than there was, and comes back first. */
  readonly fichas: number
  /** In milliseconds, of whatever clock the caller goes by. */
  readonly en: number
}

export type Toma =
  | { readonly kind: "tomada"; readonly cubeta: Cubeta }
  /** Nothing was taken. `espera`: in how many milliseconds it will be there, if nobody takes it meanwhile. */
  | { readonly kind: "agotada"; readonly espera: number }

const MINUTO = 60_000

/** As it is now. A clock that went back gives nothing and takes nothing. `null`: never touched, so it is full. */
export function cubetaEn(cubeta: Cubeta | null, { rafaga, porMinuto }: Capacidad, ahora: number): Cubeta {
  if (cubeta === null) return { fichas: rafaga, en: ahora }
  const pasado = Math.max(0, ahora - cubeta.en)
  const fichas = Math.min(rafaga, cubeta.fichas + (pasado * porMinuto) / MINUTO)
  return { fichas, en: Math.max(ahora, cubeta.en) }
}

/** Takes `n`, if they are there. With 0: whether anything is owed. */
export function tomar(cubeta: Cubeta | null, capacidad: Capacidad, ahora: number, n = 1): Toma {
  const hay = cubetaEn(cubeta, capacidad, ahora)
  if (hay.fichas >= n) return { kind: "tomada", cubeta: { ...hay, fichas: hay.fichas - n } }
  return { kind: "agotada", espera: Math.ceil(((n - hay.fichas) * MINUTO) / capacidad.porMinuto) }
}

/** Takes `n` that were used already, whether they are there or not. */
export function cargar(cubeta: Cubeta | null, capacidad: Capacidad, ahora: number, n: number): Cubeta {
  const hay = cubetaEn(cubeta, capacidad, ahora)
  return { ...hay, fichas: hay.fichas - n }
}

/** It is as if it had never been touched. */
export const estaLlena = (cubeta: Cubeta, capacidad: Capacidad, ahora: number): boolean =>
  cubetaEn(cubeta, capacidad, ahora).fichas >= capacidad.rafaga

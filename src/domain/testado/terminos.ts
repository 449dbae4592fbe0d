/**
 * What goes when it has served its time, in days; `null`: it is kept. No term here is of any law: whoever keeps the archive
 * decides (docs/seguridad.md).
 */
export interface Terminos {
  /** Forms and requests that somebody began and did not end. */
  readonly borradores: number | null
  /** Ids of the platforms' events that were answered. */
  readonly recibidos: number | null
  /** What a message said, once it is settled: where it went and when stays. */
  readonly entregas: number | null
  /** The texts of the log: who, what and when stays, and so does the chain. */
  readonly bitacora: number | null
}

export type ClaseDepurada = keyof Terminos

/** Only technical copies go by themselves; the log is kept. */
export const TERMINOS: Terminos = { borradores: 1, recibidos: 7, entregas: 400, bitacora: null }

/** Sooner they are still of use; the database refuses less. */
export const MINIMOS: Readonly<Record<ClaseDepurada, number>> = {
  borradores: 1,
  recibidos: 7,
  entregas: 60,
  bitacora: 1825,
}

const esClase = (clase: string): clase is ClaseDepurada => Object.hasOwn(MINIMOS, clase)

/** «entregas=180, bitacora=nunca»; what is not named stays as it is by default. An error says what is wrong, in Spanish. */
export function leerTerminos(escritos: string): Terminos | { readonly error: string } {
  const dichos: Partial<Record<ClaseDepurada, number | null>> = {}
  for (const escrito of escritos.split(",").filter((uno) => uno.trim() !== "")) {
    const [, clase = "", dias = ""] = /^\s*([a-z]+)\s*=\s*(\d{1,5}|nunca)\s*$/u.exec(escrito) ?? []
    if (!esClase(clase)) return { error: `cada clase se escribe clase=días o clase=nunca: ${CLASES}` }
    if (dias !== "nunca" && Number(dias) < MINIMOS[clase])
      return { error: `${clase} necesita al menos ${MINIMOS[clase]} días` }
    dichos[clase] = dias === "nunca" ? null : Number(dias)
  }
  return { ...TERMINOS, ...dichos }
}

const CLASES = Object.keys(MINIMOS).join(", ")

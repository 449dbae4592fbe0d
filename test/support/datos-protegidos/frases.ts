import { readFileSync } from "node:fs"
import type { DatoProtegido } from "../../../src/domain/texto/datos-protegidos/datos-protegidos.ts"

/** A sentence as somebody would write it, and what it holds that must not be kept. All of it is invented. */
export interface Frase {
  readonly texto: string
  readonly datos: readonly DatoProtegido[]
}

/**
 * `minuta`: the prose of minutes and agreements, by which the detectors were made. `otra-voz`: haste, capitals, slips, no
 * accents. `juridica` and `observaciones` were written afterwards, measured once, and what they showed was mended. What
 * `sin-ver` shows is not mended: it tells how a sentence fares that nobody has looked at.
 */
export const VOCES = ["minuta", "otra-voz", "juridica", "observaciones", "notas", "sin-ver"] as const
export type Voz = (typeof VOCES)[number]

export function frases(voz: Voz): readonly Frase[] {
  const text = readFileSync(new URL(`./${voz}.tsv`, import.meta.url), "utf8")
  return text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [etiqueta = "", texto = ""] = line.split("\t")
      return { texto, datos: etiqueta === "-" ? [] : (etiqueta.split("+") as DatoProtegido[]) }
    })
}

export interface Medida {
  readonly precision: number
  readonly recall: number
  /** Sentences that pass and should not. */
  readonly pasan: readonly Frase[]
  /** Sentences that are refused and should not. */
  readonly sobran: readonly Frase[]
}

/** By sentence: whether anything at all is found in it, which is what refuses it. */
export function medir(todas: readonly Frase[], halla: (texto: string) => readonly DatoProtegido[]): Medida {
  const hallada = (frase: Frase) => halla(frase.texto).length > 0
  const protegidas = todas.filter(({ datos }) => datos.length > 0)
  const pasan = protegidas.filter((frase) => !hallada(frase))
  const sobran = todas.filter((frase) => frase.datos.length === 0 && hallada(frase))
  const halladas = protegidas.length - pasan.length
  return {
    precision: halladas / (halladas + sobran.length),
    recall: halladas / protegidas.length,
    pasan,
    sobran,
  }
}

import type { Palabra } from "../../../domain/lenguaje/dicho.ts"
import { distancia } from "../../../domain/texto/texto.ts"
import { type Forma, type FraseCompilada, type Parte, type Pieza, pesoDeForma } from "./compilar.ts"
import type { Senal } from "./senales.ts"

const NADA: readonly number[] = []

/** Which words of what was written each form is; each form is looked for once. */
export class Encaje {
  readonly #palabras: readonly Palabra[]
  readonly #senales: ReadonlySet<Senal>
  readonly #halladas: (readonly number[] | null | undefined)[] = []
  readonly #lugares = new Map<string, number>()
  readonly #letras = new Set<string>()

  constructor(palabras: readonly Palabra[], senales: ReadonlySet<Senal>) {
    this.#palabras = palabras
    this.#senales = senales
    for (const [i, { dicha, suena }] of palabras.entries()) {
      for (const una of [dicha, `~${suena}`]) if (!this.#lugares.has(una)) this.#lugares.set(una, i)
      this.#letras.add(dicha.charAt(0)).add(suena.charAt(0))
    }
  }

  /** How well a phrase fits, and by which words; `null`: it does not. */
  de({ piezas }: FraseCompilada): { readonly puntos: number; readonly en: ReadonlySet<number> } | null {
    let puntos = 0
    let en: Set<number> | null = null
    for (const pieza of piezas) {
      const forma = this.#alguna(pieza)
      if (pieza.ausente ? forma !== null : forma === null && !pieza.opcional) return null
      if (forma === null) continue
      puntos += (pieza.peso ?? pesoDeForma(forma)) * (pieza.opcional ? 0.5 : 1)
      en ??= new Set()
      for (const i of this.#halladas[forma.id] ?? NADA) en.add(i)
    }
    return { puntos, en: en ?? new Set() }
  }

  #alguna({ formas }: Pieza): Forma | null {
    for (const forma of formas) if (this.#buscar(forma) !== null) return forma
    return null
  }

  #buscar(forma: Forma): readonly number[] | null {
    const sabida = this.#halladas[forma.id]
    if (sabida !== undefined) return sabida
    const hallada = this.#recorrer(forma)
    this.#halladas[forma.id] = hallada
    return hallada
  }

  #recorrer({ partes, senal }: Forma): readonly number[] | null {
    if (senal !== null) return this.#senales.has(senal) ? NADA : null
    const [sola] = partes
    if (sola === undefined) return null
    if (!this.#letras.has(sola.texto.charAt(0)) && !this.#letras.has(sola.suena.charAt(0))) return null
    if (partes.length > 1) {
      const at = this.#palabras.findIndex((_, i) =>
        partes.every((una, k) => coincide(una, this.#palabras[i + k])),
      )
      return at < 0 ? null : partes.map((_, k) => at + k)
    }
    const at = sola.comienza ? this.#donde((una) => coincide(sola, una)) : this.#entera(sola)
    if (at >= 0) return [at]
    const errada = this.#donde((una) => seParece(sola, una))
    return errada < 0 ? null : [errada]
  }

  #entera({ texto, suena }: Parte): number {
    return this.#lugares.get(texto) ?? (texto.length < CORTA ? -1 : (this.#lugares.get(`~${suena}`) ?? -1))
  }

  #donde(cumple: (una: Palabra) => boolean): number {
    return this.#palabras.findIndex(cumple)
  }
}

/** A shorter word sounds like too many others. */
const CORTA = 4

function coincide({ texto, suena, comienza }: Parte, palabra: Palabra | undefined): boolean {
  if (palabra === undefined) return false
  const corta = texto.length < CORTA
  if (comienza) return palabra.dicha.startsWith(texto) || (!corta && palabra.suena.startsWith(suena))
  return palabra.dicha === texto || (!corta && palabra.suena === suena)
}

/** A shorter word is near to too many others. */
const MAS_CORTA = 7

/** One slip of the keyboard, two in a long word; never in its first letter. */
function seParece({ suena, comienza }: Parte, { suena: dicha, dicha: plain }: Palabra): boolean {
  if (suena.length < MAS_CORTA - (comienza ? 1 : 0) || dicha.charAt(0) !== suena.charAt(0)) return false
  if (dicha.length < 5 || COMUNES.has(plain)) return false
  // «canceló» is no slip for «cancela»: it says something else.
  if (soloElFinal(dicha, suena)) return false
  const admite = suena.length >= 9 ? 2 : 1
  if (!comienza) return Math.abs(dicha.length - suena.length) <= admite && distancia(dicha, suena) <= admite
  return [0, 1, -1].some((mas) => {
    const largo = suena.length + mas
    return dicha.length >= largo && distancia(dicha.slice(0, largo), suena) <= 1
  })
}

function soloElFinal(dicha: string, suena: string): boolean {
  const largo = Math.min(dicha.length, suena.length) - 1
  return dicha.slice(0, largo) === suena.slice(0, largo)
}

/** Words that are right as they are, and near to others that are not meant. */
const COMUNES: ReadonlySet<string> = new Set([
  "cuenta",
  "cuentas",
  "persona",
  "personas",
  "cuantos",
  "cuantas",
  "secretaria",
  "presencial",
  "presente",
  "presentes",
  "acuerdan",
  "pasada",
  "pasado",
  "asunto",
  "asuntos",
])

import type { Llano } from "./llano.ts"

/** A word, a number or a sign. */
export interface Palabra {
  /** As it was typed. */
  readonly escrita: string
  /** In lower case and without accents. */
  readonly plana: string
  readonly desde: number
}

/** Of the signs, those that join or part a word and a name. */
const PIEZA = /\p{L}+|\d+|[.,:;()"«»“”'—–\n-]/gu

const palabrasDe = ({ escrito, plano }: Llano): readonly Palabra[] =>
  [...plano.matchAll(PIEZA)].map(({ 0: plana, index }) => ({
    escrita: escrito.slice(index, index + plana.length),
    plana,
    desde: index,
  }))

export const esLetras = ({ plana }: Palabra): boolean => entre(plana, 97, 122) ?? /^\p{L}/u.test(plana)
export const esNumero = ({ plana }: Palabra): boolean => entre(plana, 48, 57) ?? false
export const enMayuscula = ({ escrita }: Palabra): boolean =>
  entre(escrita, 65, 90) ?? /^\p{Lu}/u.test(escrita)

/** Whether the first letter is in a range of ASCII, which is nearly all there is; `null`: it is not ASCII. */
function entre(palabra: string, desde: number, hasta: number): boolean | null {
  const letra = palabra.charCodeAt(0)
  return letra < 128 ? letra >= desde && letra <= hasta : null
}

/** All of it is in capitals, or nearly: they tell nothing of its words. */
function todoEnMayusculas({ escrito }: Llano): boolean {
  const mayusculas = escrito.match(/\p{Lu}/gu)?.length ?? 0
  const minusculas = escrito.match(/\p{Ll}/gu)?.length ?? 0
  return mayusculas > 2 * minusculas
}

/** A text, and what was found out about it before it is searched for people. */
export interface Leido {
  readonly plano: string
  readonly palabras: readonly Palabra[]
  /** Capitals tell something. */
  readonly conMayusculas: boolean
}

export const leer = (llano: Llano): Leido => ({
  plano: llano.plano,
  palabras: palabrasDe(llano),
  conMayusculas: !todoEnMayusculas(llano),
})

const TITULO =
  /^(?:lic|licenciad[ao]|mtr[ao]|maestr[ao]|dra?|doctora?|ing|ingenier[ao]|arq|diputad[ao]|senador|senadora|comisionad[ao]|subsecretari[ao]|secretari[ao]|director|directora|fiscal|titular|embajador|embajadora|ministr[ao])$/u

/** A title or a post stands before the name: a public servant's is public. */
export function esDeServicio(palabras: readonly Palabra[], i: number): boolean {
  for (let k = Math.max(0, i - 4); k < i; k++) if (TITULO.test(palabras[k]?.plana ?? "")) return true
  return false
}

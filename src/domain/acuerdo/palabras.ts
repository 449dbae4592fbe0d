import { normalizar, palabrasDe } from "../texto/texto.ts"

/** A word that is looked for, and the ways in which its family may be written. */
export interface Termino {
  /** As it was typed, without accents and in lower case. */
  readonly palabra: string
  /** What it may be written as: with and without the accent that its ending has in the singular. */
  readonly formas: readonly string[]
}

/** Longest of what is looked for: more words than these find nothing that fewer do not. */
const MAX_TERMINOS = 8

/**
 * What a question says besides what it asks about: «¿qué acordamos sobre la capacitación?» is looked for as «capacitación».
 * PostgreSQL leaves out the articles and prepositions of Spanish by itself; these are of the way in which one asks.
 */
const DE_LA_PREGUNTA = new Set(
  [
    "acordamos acordo acordaron acordado acordo acuerdo acuerdos adoptamos adopto aprobamos aprobo decidimos decidio dice",
    "dijimos dijo hay hubo habla hablo trata sobre acerca respecto relativo relativos relativa relativas referente tema temas",
    "que cual cuales cuando quien quienes donde como fue fueron era es son esta estan se nos ya algo algun alguno alguna",
    "el la los las lo un una unos unas de del al a en con por para y o u e su sus mi mis nuestro nuestra",
    "busca buscar buscame busque encuentra ver mostrar muestra dame quiero saber comision pleno sesion",
  ]
    .join(" ")
    .split(" "),
)

/** «capacitacion» is «capacitación»: what most of those words end in, typed in a hurry. */
const TERMINA_EN_ION = /[sc]ion$/u

/**
 * The words of what somebody looks for, those of the question apart; empty: it names nothing. A word of the question counts when
 * there is no other: «acuerdo» alone is looked for.
 */
export function terminosDe(buscado: string): readonly Termino[] {
  const palabras = [...new Set(palabrasDe(buscado))]
  const propias = palabras.filter((palabra) => !DE_LA_PREGUNTA.has(palabra))
  const elegidas = propias.length > 0 ? propias : palabras.filter((palabra) => palabra.length > 3)
  return elegidas.slice(0, MAX_TERMINOS).map((palabra) => ({
    palabra,
    formas: TERMINA_EN_ION.test(palabra) ? [palabra, palabra.replace(/ion$/u, "ión")] : [palabra],
  }))
}

/** A part of a text, and whether it is of the family of what was looked for. */
export interface Trozo {
  readonly texto: string
  readonly hallado: boolean
}

/** Of a word, so much is its family: «capacit» of «capacitación» and of «capacitar». */
const FAMILIA = { minimo: 4, terminacion: 5 } as const

const raizDe = (palabra: string): string =>
  palabra.slice(0, Math.max(Math.min(palabra.length, FAMILIA.minimo), palabra.length - FAMILIA.terminacion))

/** Letters before the first word that was found. */
const ANTES = 60

/**
 * The part of a text where what was looked for stands, of `largo` letters at most, cut between words; «…» where it was cut.
 */
export function enContexto(texto: string, terminos: readonly Termino[], largo: number): readonly Trozo[] {
  const raices = terminos.map(({ palabra }) => raizDe(palabra))
  const trozos = (texto.match(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu) ?? []).map((trozo) => {
    const plano = normalizar(trozo)
    return { texto: trozo, hallado: plano !== "" && raices.some((raiz) => plano.startsWith(raiz)) }
  })
  const primero = Math.max(
    0,
    trozos.findIndex(({ hallado }) => hallado),
  )
  const desde = retroceder(trozos, primero)
  const hasta = avanzar(trozos, desde, largo)
  return juntar([
    ...(desde > 0 ? [{ texto: "…", hallado: false }] : []),
    ...trozos.slice(desde, hasta),
    ...(hasta < trozos.length ? [{ texto: "…", hallado: false }] : []),
  ])
}

function retroceder(trozos: readonly Trozo[], primero: number): number {
  let desde = primero
  for (let letras = 0; desde > 0; desde -= 1) {
    letras += trozos[desde - 1]?.texto.length ?? 0
    if (letras > ANTES) break
  }
  // It begins with a word.
  return desde > 0 && trozos[desde]?.texto.trim() === "" ? desde + 1 : desde
}

function avanzar(trozos: readonly Trozo[], desde: number, largo: number): number {
  let letras = 0
  for (let i = desde; i < trozos.length; i += 1) {
    letras += trozos[i]?.texto.length ?? 0
    if (letras > largo) return Math.max(i, desde + 1)
  }
  return trozos.length
}

/** Neighbours of one kind are one. */
function juntar(trozos: readonly Trozo[]): readonly Trozo[] {
  const juntos: Trozo[] = []
  for (const trozo of trozos) {
    const ultimo = juntos.at(-1)
    if (ultimo && ultimo.hallado === trozo.hallado)
      juntos[juntos.length - 1] = { ...ultimo, texto: ultimo.texto + trozo.texto }
    else juntos.push(trozo)
  }
  return juntos
}

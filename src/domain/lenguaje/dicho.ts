import { normalizar } from "../texto/texto.ts"
import { ABREVIATURAS } from "./abreviaturas.ts"
import { fonetica } from "./fonetica.ts"

/** One word of what somebody wrote. */
export interface Palabra {
  /** Compared form, its abbreviation spelt out. */
  readonly dicha: string
  readonly suena: string
  /** Where it stands in the text. */
  readonly at: number
  readonly end: number
}

/** What somebody wrote, as it is read. */
export interface Dicho {
  readonly texto: string
  readonly palabras: readonly Palabra[]
  readonly pregunta: boolean
  /** It repeats what another wrote, in quotation marks: that is not the person's own. */
  readonly cita: boolean
}

const PALABRA = /https?:\/\/\S+|[\p{L}\p{N}]+(?:[/.:_-][\p{L}\p{N}]+)*(?:\.?ª|\.?º)?/gu
/** What keeps its signs: claves, dates, hours. */
const CON_SIGNOS =
  /^https?:|^\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{2,4})?$|^\d{1,2}[:.]\d\d$|^(?:ci|so|se)[/_.-]|\/.*\d|^(?:so|se)\d/iu
const CITA = /«[^»]{8,}»|“[^”]{8,}”|"[^"]{8,}"/gu
/** Repeated letters of who insists: «holaaa», «porfaaaa». */
const INSISTE = /([aeiou])\1{2,}/gu
/** The bot's own name, wherever it is called. */
const NOMBRE = /(^|[\s¿¡,])@?plenaria(?=$|[\s,.:;!?¿¡])/giu

export const MAX_LEIDO = 1_000

/** Reads words; linear in the length of the text, which is cut at `MAX_LEIDO`. */
export function dichoDe(escrito: string): Dicho {
  const texto = escrito.slice(0, MAX_LEIDO)
  const citas = [...texto.matchAll(CITA)].map(({ index, 0: { length } }) => [index, index + length] as const)
  const sinNombre = blanco(texto, NOMBRE)
  const palabras = [...sinNombre.matchAll(PALABRA)].flatMap(({ 0: raw, index }) =>
    citas.some(([from, to]) => index >= from && index < to) ? [] : palabrasDe(raw, index),
  )
  return { texto, palabras, pregunta: /[?¿]/u.test(sinNombre), cita: citas.length > 0 }
}

const blanco = (texto: string, regla: RegExp) => texto.replace(regla, (found) => " ".repeat(found.length))

function palabrasDe(raw: string, at: number): readonly Palabra[] {
  if (CON_SIGNOS.test(raw)) return [palabra(normalizar(raw), at, at + raw.length)]
  const partes = [...raw.matchAll(/[\p{L}\p{N}]+/gu)]
  return partes.flatMap(({ 0: parte, index }) => {
    const plain = normalizar(parte).replace(INSISTE, "$1")
    const dichas = (Object.hasOwn(ABREVIATURAS, plain) ? (ABREVIATURAS[plain] ?? plain) : plain).split(" ")
    return dichas.map((dicha) => palabra(dicha, at + index, at + index + parte.length))
  })
}

const palabra = (dicha: string, at: number, end: number): Palabra => ({
  dicha,
  suena: fonetica(dicha),
  at,
  end,
})

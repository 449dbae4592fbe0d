import { esMes } from "../tiempo/mes.ts"
import type { Palabra } from "./dicho.ts"
import { numeroEn } from "./numeros.ts"
import type { SesionDicha } from "./sesion-dicha.ts"

/** «el 7 de la 21», «acuerdo tres», «el punto 5». */
export interface NumeroDicho {
  readonly valor: number
  readonly de: "acuerdo" | "punto"
  /** Clave of the session that it is said to be of; `null`: it is not said. */
  readonly sesion: string | null
  readonly desde: number
  readonly hasta: number
}

/** Between the number and its session only these may stand, besides an institution. */
const ENTRE = /^(?:de|del|la|el|los|en|acuerdo|compromiso|punto|sesion|para)$/u
const ANTES = /^(?:el|los|acuerdo|acuerdos|compromiso|numero|del|al|lo)$/u
const CANTIDADES = /^(?:dias?|horas?|semanas?|mes(?:es)?|votos?|personas?|instituciones|anos?|a)$/u

export function numeroDicho(
  palabras: readonly Palabra[],
  sesion: SesionDicha | null,
  ocupadas: ReadonlySet<number>,
): NumeroDicho | null {
  if (sesion !== null) {
    const propio = antesDe(palabras, sesion, ocupadas) ?? trasLaSesion(palabras, sesion)
    if (propio) return propio
  }
  for (let i = 0; i < palabras.length; i += 1) {
    if (ocupadas.has(i)) continue
    const numero = numeroAt(palabras, i)
    const antes = palabras[i - 1]?.dicha ?? ""
    if (numero === null || !ANTES.test(antes) || esFecha(palabras, i + numero.largo)) continue
    const nombre = antes === "numero" ? (palabras[i - 2]?.dicha ?? "") : antes
    // «hasta el 15» and «al 15» are days.
    const plazo = /^(?:hasta|para|al)$/u.test(antes === "el" ? (palabras[i - 2]?.dicha ?? "") : antes)
    if (plazo || (antes === "del" && palabras[i - 2]?.dicha === "la")) continue
    return {
      valor: numero.valor,
      de: "acuerdo",
      sesion: null,
      desde: nombre === antes ? i : i - 1,
      hasta: i + numero.largo,
    }
  }
  return puntoDe(palabras)
}

function puntoDe(palabras: readonly Palabra[]): NumeroDicho | null {
  const en = palabras.findIndex(({ dicha }) => /^(?:punto|asunto|inciso)$/u.test(dicha))
  if (en < 0) return null
  const desde = palabras[en + 1]?.dicha === "numero" ? en + 2 : en + 1
  const despues = numeroAt(palabras, desde)
  const antes = en > 0 ? numeroAt(palabras, en - 1) : null
  const numero = despues ?? (antes?.ordinal ? antes : null)
  if (numero === null) return null
  const at = despues ? desde : en - 1
  return { valor: numero.valor, de: "punto", sesion: null, desde: at, hasta: at + numero.largo }
}

const numeroAt = (palabras: readonly Palabra[], i: number) => {
  const numero = numeroEn(palabras.slice(i, i + 3).map(({ dicha }) => dicha))
  return numero !== null && numero.valor > 0 && numero.valor < 200 ? numero : null
}

const esFecha = (palabras: readonly Palabra[], fin: number): boolean => {
  const siguiente = palabras[fin]?.dicha ?? ""
  return (
    CANTIDADES.test(siguiente) || esMes(siguiente === "de" ? (palabras[fin + 1]?.dicha ?? "") : siguiente)
  )
}

/** «el 7 de la 21», «el 2 de salud de la 21». */
function antesDe(
  palabras: readonly Palabra[],
  sesion: SesionDicha,
  ocupadas: ReadonlySet<number>,
): NumeroDicho | null {
  for (let i = sesion.desde - 1; i >= Math.max(0, sesion.desde - 9); i -= 1) {
    const numero = ocupadas.has(i) ? null : numeroAt(palabras, i)
    if (numero) {
      const nombre = palabras.slice(Math.max(0, i - 2), i).map(({ dicha }) => dicha)
      const de = nombre.includes("punto") ? "punto" : "acuerdo"
      const compuesto = i > 0 && numero.largo === 1 ? numeroAt(palabras, i - 1) : null
      const suyo = compuesto && compuesto.largo > 1 ? compuesto : numero
      const desde = suyo === compuesto ? i - 1 : i
      return { valor: suyo.valor, de, sesion: sesion.clave, desde, hasta: desde + suyo.largo }
    }
    if (!ENTRE.test(palabras[i]?.dicha ?? "") && !ocupadas.has(i)) return null
  }
  return null
}

/** «ci so 21 05», «de la 21 el 3». */
function trasLaSesion(palabras: readonly Palabra[], sesion: SesionDicha): NumeroDicho | null {
  const escritaComoClave = /^(?:so|se)/u.test(palabras[sesion.desde]?.dicha ?? "")
  const siguiente = palabras[sesion.hasta]?.dicha ?? ""
  const desde = /^(?:el|acuerdo|compromiso)$/u.test(siguiente) ? sesion.hasta + 1 : sesion.hasta
  if (desde === sesion.hasta && !escritaComoClave) return null
  const numero = numeroAt(palabras, desde)
  if (numero === null || esFecha(palabras, desde + numero.largo)) return null
  return { valor: numero.valor, de: "acuerdo", sesion: sesion.clave, desde, hasta: desde + numero.largo }
}

import type { TipoSesion } from "../tipos/sesion.ts"
import type { Fecha } from "../tipos/tiempo.ts"
import { type Busqueda, primerNivel } from "./busqueda.ts"
import { comoSeEscribe, distancia, normalizar } from "./texto.ts"

const MAX_TYPED = 120
const MAX_NEAR = 3

/** What people say for the parts of a clave. */
const PALABRAS: Readonly<Record<string, string>> = {
  ordinaria: "so",
  ord: "so",
  extraordinaria: "se",
  extraord: "se",
  ext: "se",
}
const SIN_VALOR = new Set([
  "sesion",
  "acuerdo",
  "compromiso",
  "clave",
  "de",
  "del",
  "la",
  "el",
  "numero",
  "num",
])

function partes(texto: string): readonly string[] {
  const plain = normalizar(texto.slice(0, MAX_TYPED))
    // "21a", "21.ª", "3er": the ending of an ordinal says nothing.
    .replace(/(\d)\.?(?:a|o|er|ra|ro|da|do|va|vo|ma|mo|na|no)(?![\p{L}\p{N}])/gu, "$1")
  const tokens = plain.match(/\p{L}+|\p{N}+/gu) ?? []
  return tokens
    .filter((token) => !SIN_VALOR.has(token))
    .map((token) => PALABRAS[token] ?? token.replace(/^0+(?=\d)/u, ""))
}

/** Parts separated by one space: no case, accents, separators or zero padding. `CI/SO-21/03/2024` → `ci so 21 3 2024`. */
export function normalizarClave(texto: string): string {
  return partes(texto).join(" ")
}

function contiene(clave: string, typed: string): boolean {
  return ` ${clave} `.includes(` ${typed} `)
}

/** `21 so` means `so 21`: every typed part is in the clave, in any order. */
function contieneTodas(clave: string, typed: string): boolean {
  const available = clave.split(" ")
  return typed.split(" ").every((parte) => {
    const at = available.indexOf(parte)
    if (at < 0) return false
    available.splice(at, 1)
    return true
  })
}

function cercanas<T>(typed: string, items: readonly { clave: string; item: T }[]): readonly T[] {
  const limit = Math.max(2, Math.floor(typed.length / 3))
  return items
    .map(({ clave, item }) => ({ item, far: distancia(typed, clave.slice(0, MAX_TYPED)) }))
    .filter(({ far }) => far <= limit)
    .sort((a, b) => a.far - b.far)
    .slice(0, MAX_NEAR)
    .map(({ item }) => item)
}

/** Finds by a clave typed in full, in part or loosely: `so 21 3` finds `CI/SO-21/03/2024`. */
export function buscarPorClave<T extends { readonly clave: string }>(
  texto: string,
  items: readonly T[],
): Busqueda<T> {
  const typed = normalizarClave(texto)
  if (typed === "") return { kind: "ninguna", parecidas: [] }
  const known = items.map((item) => ({ item, clave: normalizarClave(item.clave) }))
  const where = (fits: (clave: string) => boolean): readonly T[] =>
    known.filter(({ clave }) => fits(clave)).map(({ item }) => item)
  return (
    primerNivel(
      // Two claves may differ in an accent alone: «…/NAA» and «…/ÑAA».
      [
        items.filter(({ clave }) => comoSeEscribe(clave) === comoSeEscribe(texto)),
        where((clave) => clave === typed),
      ],
      where((clave) => contiene(clave, typed)),
      where((clave) => contieneTodas(clave, typed)),
    ) ?? { kind: "ninguna", parecidas: cercanas(typed, known) }
  )
}

export interface DatosClaveAcuerdo {
  readonly tipo: TipoSesion
  readonly numeroSesion: number
  readonly consecutivo: number
  readonly fecha: Fecha
}

const SIGLAS_TIPO: Readonly<Record<TipoSesion, string>> = { ordinaria: "SO", extraordinaria: "SE" }

/**
 * Fills a body's template: `CI/{tipo}-{sesion}/{consecutivo:2}/{anio}` → `CI/SO-21/03/2024`.
 * Fields: `tipo`, `sesion`, `consecutivo`, `dia`, `mes`, `anio`; `:n` pads with zeros.
 * @throws when the template names another field: a profile is validated when it is recorded.
 */
export function formarClaveAcuerdo(plantilla: string, datos: DatosClaveAcuerdo): string {
  const [anio = "", mes = "", dia = ""] = datos.fecha.split("-")
  const campos: Readonly<Record<string, string>> = {
    tipo: SIGLAS_TIPO[datos.tipo],
    sesion: String(datos.numeroSesion),
    consecutivo: String(datos.consecutivo),
    consec: String(datos.consecutivo),
    dia: String(Number(dia)),
    mes: String(Number(mes)),
    anio,
    año: anio,
  }
  return plantilla.replace(
    /\{([^{}:]+)(?::0?(\d+))?\}/gu,
    (hole, campo: string, width: string | undefined) => {
      const valor = campos[campo]
      if (valor === undefined) throw new Error(`unknown field ${hole} in clave template "${plantilla}"`)
      return valor.padStart(Number(width ?? 0), "0")
    },
  )
}

import { palabrasDe } from "../texto/texto.ts"
import type { Palabra } from "./dicho.ts"
import { fonetica } from "./fonetica.ts"
import type { CompromisoNombrable } from "./mundo.ts"

/** Of words that are longer, the beginning says what they are about: «capacitar», «capacitación». */
const RAIZ = 6
/** Said in every commitment. */
const DE_TODOS = new Set(
  [
    "instituciones",
    "institucion",
    "integrantes",
    "remitir",
    "secretaria",
    "tecnica",
    "presentar",
    "entregar",
    "materia",
    "contenido",
    "persona",
    "avance",
    "sesion",
    "sesiones",
    "anio",
    "siguiente",
    "compromiso",
    "acuerdo",
    "cada",
    "todas",
    "designar",
    "proyecto",
    "unidades",
    "comentarios",
    "terminada",
    "tecnico",
    "todo",
  ].map((una) => fonetica(una).slice(0, 6)),
)

const raiz = (suena: string) => suena.slice(0, RAIZ)

const raicesDe = (texto: string): ReadonlySet<string> => {
  const found = conocidas.get(texto)
  if (found) return found
  const raices = new Set(
    palabrasDe(texto)
      .map((una) => fonetica(una))
      .filter((una) => una.length > 3)
      .map(raiz)
      .filter((una) => !DE_TODOS.has(una)),
  )
  if (conocidas.size > 2_000) conocidas.clear()
  conocidas.set(texto, raices)
  return raices
}

/** The same texts are held against each phrase. */
const conocidas = new Map<string, ReadonlySet<string>>()

export interface TemaDicho {
  readonly compromisos: readonly CompromisoNombrable[]
  /** Words that say what it is about. */
  readonly palabras: readonly number[]
}

/** The commitments that speak of most of what is said in words that say nothing else. */
export function temaDicho(
  palabras: readonly Palabra[],
  libres: readonly number[],
  compromisos: readonly CompromisoNombrable[],
): TemaDicho | null {
  const dichas = libres.flatMap((i) => {
    const suena = palabras[i]?.suena ?? ""
    return suena.length > 3 && !DE_TODOS.has(raiz(suena)) ? [{ i, raiz: raiz(suena) }] : []
  })
  if (dichas.length === 0) return null
  const cuentas = compromisos.map((compromiso) => {
    const raices = raicesDe(compromiso.texto)
    return { compromiso, suyas: dichas.filter((una) => raices.has(una.raiz)) }
  })
  const mas = Math.max(0, ...cuentas.map(({ suyas }) => suyas.length))
  if (mas === 0) return null
  const mejores = cuentas.filter(({ suyas }) => suyas.length === mas)
  return {
    compromisos: mejores.map(({ compromiso }) => compromiso),
    palabras: [...new Set(mejores.flatMap(({ suyas }) => suyas.map(({ i }) => i)))],
  }
}

import { palabrasDe } from "../texto/texto.ts"
import type { Palabra } from "./dicho.ts"
import { fonetica } from "./fonetica.ts"
import type { InstitucionNombrable, Mundo } from "./mundo.ts"

export interface InstitucionDicha {
  readonly institucion: InstitucionNombrable
  readonly desde: number
  readonly hasta: number
}

const VACIAS = new Set([
  "de",
  "del",
  "la",
  "las",
  "el",
  "los",
  "y",
  "e",
  "para",
  "por",
  "a",
  "secretaria",
  "instituto",
  "nacional",
  "comision",
  "sistema",
  "consejo",
])
/** Words of names that are said of other things too. */
const DE_TODOS = new Set([
  "victimas",
  "atencion",
  "personas",
  "mujeres",
  "federal",
  "general",
  "integral",
  "desarrollo",
  "publica",
  "seguridad",
  "ejecutivo",
  "ejecutiva",
  "social",
  "trabajo",
  "derechos",
  "humanos",
  "republica",
  "familia",
  "penales",
  "ciencias",
  "poblacion",
  "camara",
  "prevision",
  "proteccion",
  "migracion",
  "comunicaciones",
  "transportes",
  "infraestructura",
  "exteriores",
  "relaciones",
])

interface Forma {
  readonly institucion: InstitucionNombrable
  readonly palabras: readonly string[]
  readonly suenan: readonly string[]
}

const conocidas = new WeakMap<Mundo["instituciones"], readonly Forma[]>()

function formasDe(instituciones: Mundo["instituciones"]): readonly Forma[] {
  const found = conocidas.get(instituciones)
  if (found) return found
  const formas = instituciones
    .flatMap((institucion) =>
      institucion.nombres.flatMap((nombre) => {
        const palabras = palabrasDe(nombre)
        const propias = palabras.filter((una) => !VACIAS.has(una))
        // «Gobernación», «Educación»: the word of the name that no other name has.
        const sueltas = propias
          .filter((una) => una.length > 5 && !DE_TODOS.has(una) && esUnica(una, instituciones))
          .map((una) => [una])
        return [palabras, ...sueltas].map((unas) => forma(institucion, unas))
      }),
    )
    .filter(({ palabras }) => palabras.length > 0)
    .sort((a, b) => b.palabras.length - a.palabras.length)
  conocidas.set(instituciones, formas)
  return formas
}

const forma = (institucion: InstitucionNombrable, palabras: readonly string[]): Forma => ({
  institucion,
  palabras,
  suenan: palabras.map(fonetica),
})

const esUnica = (palabra: string, instituciones: Mundo["instituciones"]): boolean =>
  new Set(
    instituciones
      .filter(({ nombres }) => nombres.some((nombre) => palabrasDe(nombre).includes(palabra)))
      .map(({ responde }) => responde),
  ).size === 1

/** The institutions that are named, by siglas, by any name or by the word that is theirs alone. */
export function institucionesDichas(
  palabras: readonly Palabra[],
  { instituciones }: Mundo,
): readonly InstitucionDicha[] {
  const dichas: InstitucionDicha[] = []
  const formas = formasDe(instituciones)
  for (let i = 0; i < palabras.length; i += 1) {
    const found =
      formas.find((una) => empieza(una, palabras, i)) ?? siglasErradas(palabras[i]?.dicha ?? "", formas)
    if (!found || esCosa(palabras, i)) continue
    const largo = found.palabras.length
    dichas.push({ institucion: found.institucion, desde: i, hasta: i + largo })
    i += largo - 1
  }
  return dichas
}

/** «el programa de trabajo», «el grupo de trabajo»: no institution. */
const esCosa = (palabras: readonly Palabra[], i: number): boolean =>
  palabras[i - 1]?.dicha === "de" &&
  /^(?:programa|grupo|plan|anual|mesa|dia|dias)$/u.test(palabras[i - 2]?.dicha ?? "")

const empieza = ({ palabras, suenan }: Forma, dichas: readonly Palabra[], i: number): boolean =>
  palabras.every((una, k) => {
    const dicha = dichas[i + k]
    if (dicha === undefined) return false
    // Siglas sound like nothing: «SE», «INM».
    return dicha.dicha === una || (una.length > 5 && dicha.suena === suenan[k])
  })

/** «CEVA» for CEAV: two neighbours that changed their places. */
function siglasErradas(dicha: string, formas: readonly Forma[]): Forma | null {
  if (dicha.length < 4 || dicha.length > 6) return null
  const posibles = formas.filter(
    ({ palabras, institucion }) =>
      palabras.length === 1 &&
      palabras[0] === institucion.siglas.toLowerCase() &&
      permuta(dicha, palabras[0]),
  )
  const [una, otra] = posibles
  return una && !otra ? una : null
}

function permuta(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false
  const i = [...a].findIndex((letra, k) => letra !== b[k])
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2)
}

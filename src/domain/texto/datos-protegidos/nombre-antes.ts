import { NO_NOMBRE } from "./lexico-caso.ts"
import { esDePersona } from "./nombre.ts"
import { enMayuscula, esDeServicio, esLetras, type Leido, type Palabra } from "./palabras.ts"

/** «Marisol Tejeda (víctima)», «Ana Ruiz, en su calidad de ofendida»: beside the name. */
const JUNTO =
  /(?:,|\() ?(?:quien (?:es|fue) |que (?:es|fue) |(?:quien |que )?(?:tiene|tenia|con|en) (?:la |su )?(?:calidad|caracter|condicion) de |como |la |el |las |los |una |un |otra |presunt[ao] ){0,3}$/u
/** «Ana Ruiz fue identificada como víctima»: in its sentence. */
const EN_LA_FRASE =
  /(?<![a-z])(?:y ser|(?:tiene |tenia )?(?:la |en su |su |con )?(?:calidad|caracter|condicion) de|(?:identificad|reconocid|registrad|considerad)[ao] como(?: una?)?|como(?: una?)?|(?:es|fue|ser|sido)(?: una?)?) $/u
/** In characters: of the words between, and of the sentence. */
const CERCA = 45
const LEJOS = 90
/** The last word of those that stand between. */
const ANTES: ReadonlySet<string> = new Set(
  ", ( como la el las los una un otra presunta presunto de ser es fue sido".split(" "),
)

/** Whether the name of the person stands before a word of the lexicon. */
export function precedeNombre(leido: Leido, i: number): boolean {
  const { plano, palabras } = leido
  if (!ANTES.has(palabras[i - 1]?.plana ?? "")) return false
  const desde = palabras[i]?.desde ?? 0
  const antes = plano.slice(Math.max(0, desde - CERCA), desde)
  const junto = JUNTO.exec(antes)
  if (junto !== null && acabaNombre(leido, palabraEn(palabras, i, desde - junto[0].length))) return true
  // Whoever signs as a witness is no witness of a case.
  if (/^testigos?$/u.test(palabras[i]?.plana ?? "") || !EN_LA_FRASE.test(antes)) return false
  return haySinCargo(leido, i)
}

/** The last word that ends before a place. */
function palabraEn(palabras: readonly Palabra[], i: number, fin: number): number {
  let j = i - 1
  while (j >= 0 && (palabras[j]?.desde ?? 0) >= fin) j--
  return j
}

/** A name that ends at a word: one that is known, or two capitals together that are nobody's post nor a place. */
function acabaNombre({ palabras, conMayusculas }: Leido, j: number): boolean {
  let capitales = 0
  for (let k = j; k >= 0 && k > j - 5; k--) {
    const palabra = palabras[k]
    if (palabra === undefined || !esLetras(palabra)) break
    if (esDePersona(palabra)) return true
    if (!conMayusculas || !enMayuscula(palabra) || NO_NOMBRE.has(palabra.plana)) break
    if (/\p{Ll}/u.test(palabra.escrita)) capitales++
  }
  return capitales >= 2 && !esDeServicio(palabras, j - capitales + 1)
}

/** The name of somebody who is not told by a title, in the same sentence. */
function haySinCargo({ palabras }: Leido, i: number): boolean {
  const limite = (palabras[i]?.desde ?? 0) - LEJOS
  for (let k = i - 1; k >= 0 && (palabras[k]?.desde ?? 0) >= limite; k--) {
    const palabra = palabras[k]
    if (palabra === undefined || /^[.;:\n]$/u.test(palabra.plana)) return false
    const siguiente = palabras[k + 1]
    const compuesto = siguiente !== undefined && esLetras(siguiente) && enMayuscula(siguiente)
    if (enMayuscula(palabra) && esDePersona(palabra) && compuesto) return !esDeServicio(palabras, k)
    if (esNombreDesconocido(palabra, siguiente)) return !esDeServicio(palabras, k)
  }
  return false
}

const esNombreDesconocido = (una: Palabra, otra: Palabra | undefined): boolean =>
  otra !== undefined && [una, otra].every((palabra) => esPropia(palabra))

const esPropia = (palabra: Palabra): boolean =>
  esLetras(palabra) &&
  enMayuscula(palabra) &&
  /\p{Ll}/u.test(palabra.escrita) &&
  !NO_NOMBRE.has(palabra.plana)

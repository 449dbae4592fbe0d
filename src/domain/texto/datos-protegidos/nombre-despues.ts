import { DICE_EL_NOMBRE, DICE_INICIALES, ENTRE } from "./lexico-caso.ts"
import { empiezaNombre, empiezanIniciales } from "./nombre.ts"
import { enMayuscula, esLetras, esNumero, type Leido, type Palabra } from "./palabras.ts"

interface Modo {
  /** The word speaks of several people. */
  readonly varias: boolean
  /** It may speak of a matter: only a name that is announced counts. */
  readonly materia: boolean
}

/** Words between one of the lexicon and the name: more of them speak of something else. */
const ALCANCE = 12
const NOMBRE_DE = /nombres?(?: completos?)? (?:de|del)(?: las?| los?| el)? $/u

/** Walks over what may stand between a word of the lexicon and the name of the person. */
export function sigueNombre(leido: Leido, i: number, { varias, materia }: Modo): boolean {
  const { plano, palabras, conMayusculas } = leido
  const desde = palabras[i]?.desde ?? 0
  const minuscula = palabras[i] !== undefined && !enMayuscula(palabras[i])
  let anunciado =
    /^(?:de|del|las?|los?|el)$/u.test(palabras[i - 1]?.plana ?? "") &&
    NOMBRE_DE.test(plano.slice(Math.max(0, desde - 40), desde))
  let dudoso = false
  for (let j = i + 1; j <= i + ALCANCE; j++) {
    const palabra = palabras[j]
    if (palabra === undefined) return false
    const anuncio = anuncioEn(plano, palabra)
    if (anuncio?.iniciales) return inicialesTras(leido, j + anuncio.palabras)
    if (anuncio) {
      anunciado = true
      dudoso = false
      j += anuncio.palabras - 1
      continue
    }
    const junto = j === i + 1 && !varias && minuscula
    if (empiezanIniciales(palabras, j, { conMayusculas, anunciado: false })) return true
    if ((!materia || anunciado) && empiezaNombre(palabras, j, { conMayusculas, anunciado, dudoso, junto }))
      return true
    if (palabra.plana === "," && varias && !anunciado && !anuncioEn(plano, palabras[j + 1])) return false
    const lugar = lugarConDosPuntos(palabras, j)
    if (lugar === 0 && !seSalta(palabras, j) && !(j === i + 1 && esGentilicio(palabras, j))) return false
    j += lugar
    dudoso = lugar === 0 && (palabra.plana === "de" || palabra.plana === "del")
  }
  return false
}

const EMPIEZA_ANUNCIO: ReadonlySet<string> = new Set(
  "de nombre que quien se llamada llamado llamadas llamados dijo dice responde identificada identificado cuyo cuyas con siglas iniciales las".split(
    " ",
  ),
)

/** The words that announce a name or initials, if they begin here. */
function anuncioEn(plano: string, palabra: Palabra | undefined) {
  if (palabra === undefined || !EMPIEZA_ANUNCIO.has(palabra.plana)) return null
  const resto = plano.slice(palabra.desde, palabra.desde + 40)
  const iniciales = DICE_INICIALES.exec(resto)
  const hallado = iniciales ?? DICE_EL_NOMBRE.exec(resto)
  return hallado && { iniciales: iniciales !== null, palabras: hallado[0].split(" ").length }
}

/** Initials after the words that announce them, with a sign between or without. */
function inicialesTras({ palabras, conMayusculas }: Leido, k: number): boolean {
  const inicio = /^[:"«“]$/u.test(palabras[k]?.plana ?? "") ? k + 1 : k
  return empiezanIniciales(palabras, inicio, { conMayusculas, anunciado: true })
}

/** «VÍCTIMA RESCATADA EN ACAPULCO: …»: how many words the place takes after its first; 0: there is none. */
function lugarConDosPuntos(palabras: readonly Palabra[], j: number): number {
  if (palabras[j]?.plana !== "en") return 0
  const largo = palabras.slice(j + 1, j + 5).findIndex(({ plana }) => plana === ":")
  return largo < 1 ? 0 : largo + 1
}

const SIGNOS: ReadonlySet<string> = new Set(`, : ( ) " « “ ” ' — – -`.split(" "))

/** «la víctima 1: », «la ofendida, C. », «VÍCTIMA.- », «víctima (menor de edad) »: all of it says nothing. */
function seSalta(palabras: readonly Palabra[], j: number): boolean {
  const palabra = palabras[j]
  if (palabra === undefined) return false
  const { plana } = palabra
  if (ENTRE.has(plana)) return true
  if (esNumero(palabra)) return plana.length <= 2
  if (plana === ".") return palabras[j + 1]?.plana === "-" || esAbreviatura(palabras[j - 1])
  // «V1»: a person's number in a case.
  if (plana.length === 1 && esLetras(palabra)) return plana === "v" || plana === "c"
  return SIGNOS.has(plana)
}

/** «la víctima ucraniana Oksana Melnyk»: where somebody is from, right before a name of two words. */
function esGentilicio(palabras: readonly Palabra[], j: number): boolean {
  const [gentilicio, nombre, apellido] = palabras.slice(j, j + 3)
  if (gentilicio === undefined || nombre === undefined || apellido === undefined) return false
  const dos = [nombre, apellido].every((palabra) => esLetras(palabra) && enMayuscula(palabra))
  return (
    dos &&
    !enMayuscula(gentilicio) &&
    /(?:an|es|in|en|ec|chin|rus|ens|polac|belg)[aoe]?$/u.test(gentilicio.plana)
  )
}

const esAbreviatura = (palabra: Palabra | undefined): boolean =>
  palabra !== undefined && /^(?:c|sra?|srita)$/u.test(palabra.plana)

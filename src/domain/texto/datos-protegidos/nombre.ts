import { ENTRE, NO_INICIALES, NO_NOMBRE, PARTICULAS } from "./lexico-caso.ts"
import { APELLIDOS, APELLIDOS_QUE_SON_PALABRAS, NOMBRES, TAMBIEN_PALABRAS } from "./nombres-de-pila.ts"
import { enMayuscula, esLetras, type Palabra } from "./palabras.ts"

/** How sure it must be that what stands there names a person. */
export interface Lectura {
  /** Capitals tell something: not all of the text is in them. */
  readonly conMayusculas: boolean
  /** The text says that a name follows. */
  readonly anunciado: boolean
  /** A place may follow as well: «la víctima de Ciudad Hidalgo». */
  readonly dudoso: boolean
  /** It stands right beside a word that was typed in lower case. */
  readonly junto: boolean
}

const MAX_NOMBRE = 6

/** Whether the name of a person begins at a word. */
export function empiezaNombre(palabras: readonly Palabra[], i: number, lectura: Lectura): boolean {
  const primera = palabras[i]
  if (primera === undefined || !esLetras(primera)) return false
  // «Ma. Luisa», «J. Guadalupe»: the first of two names, cut short.
  if (/^(?:ma|j|jo|fco)$/u.test(primera.plana) && palabras[i + 1]?.plana === ".")
    return empiezaNombre(palabras, i + 2, lectura)
  // «C» and other letters alone are read as initials.
  if (primera.plana.length < 2) return false
  const capital = lectura.conMayusculas && enMayuscula(primera)
  const siguiente = siguienteDelNombre(palabras, i, lectura)
  // «Abril Mejía», «Norma Bernal»: also what looks like a heading is a name before a surname.
  if (!admiteNombre(primera)) return capital && siguiente !== null && esConocida(siguiente)
  if (NOMBRES.has(primera.plana)) {
    if (!TAMBIEN_PALABRAS.has(primera.plana) || capital) return true
    return siguiente !== null && esConocida(siguiente)
  }
  if (!capital) return siguiente !== null && esInequivoca(siguiente) && primera.plana.length > 3
  if (lectura.anunciado) return true
  if (siguiente !== null) return !lectura.dudoso
  // «la sobreviviente Mayte»: a capital in the middle of a sentence; acronyms and headings are no names.
  return lectura.junto && /\p{Ll}/u.test(primera.escrita)
}

const admiteNombre = ({ plana }: Palabra): boolean =>
  !NO_NOMBRE.has(plana) && (!ENTRE.has(plana) || NOMBRES.has(plana))

const esInequivoca = ({ plana }: Palabra): boolean =>
  (NOMBRES.has(plana) && !TAMBIEN_PALABRAS.has(plana)) ||
  (APELLIDOS.has(plana) && !APELLIDOS_QUE_SON_PALABRAS.has(plana))

/** A given name that is known: in lower case, one that is no other word. */
export const esDePersona = (palabra: Palabra): boolean =>
  NOMBRES.has(palabra.plana) && (enMayuscula(palabra) || !TAMBIEN_PALABRAS.has(palabra.plana))

const esConocida = ({ plana }: Palabra): boolean =>
  NOMBRES.has(plana) || APELLIDOS.has(plana) || plana === "n"

/** The word of the name after this one, if it goes on: «María del Rocío», «Ana y Lucía». */
function siguienteDelNombre(
  palabras: readonly Palabra[],
  i: number,
  { conMayusculas }: Lectura,
): Palabra | null {
  const primera = palabras[i]
  const exige = conMayusculas && primera !== undefined && enMayuscula(primera)
  for (let k = i + 1; k < i + MAX_NOMBRE; k++) {
    const palabra = palabras[k]
    if (palabra === undefined || !esLetras(palabra)) return null
    if (PARTICULAS.has(palabra.plana)) continue
    return (!exige || enMayuscula(palabra)) && !NO_NOMBRE.has(palabra.plana) ? palabra : null
  }
  return null
}

/** M.G.L., «E. R.», and, where they are announced, MGL. */
export function empiezanIniciales(
  palabras: readonly Palabra[],
  i: number,
  { conMayusculas, anunciado }: Pick<Lectura, "conMayusculas" | "anunciado">,
): boolean {
  let letras = ""
  let j = i
  for (; letras.length < 6; j += 2) {
    const [letra, punto] = [palabras[j], palabras[j + 1]]
    if (letra?.plana.length !== 1 || !esLetras(letra) || punto?.plana !== ".") break
    if (!anunciado && !enMayuscula(letra)) break
    letras += letra.plana
  }
  if (letras.length >= 2) return anunciado || !NO_INICIALES.has(letras)
  const sola = palabras[i]
  if (!anunciado || sola === undefined) return false
  const breve = /^[a-zñ]{1,6}$/u.test(sola.plana) && !NO_NOMBRE.has(sola.plana)
  return breve && (enMayuscula(sola) || sola.plana.length <= 4 || !conMayusculas)
}

import { NO_NOMBRE } from "./lexico-caso.ts"
import { esDePersona } from "./nombre.ts"
import { enMayuscula, esDeServicio, esLetras, type Leido, type Palabra } from "./palabras.ts"

/** «María N.», «Gerardo “N”»: how the name of somebody in a case is cut short in Mexico. */
export function nombreReservado({ palabras, conMayusculas }: Leido, i: number): boolean {
  const [palabra, a, b, c] = [palabras[i], palabras[i + 1], palabras[i + 2], palabras[i + 3]]
  if (palabra === undefined || (a?.plana !== "n" && b?.plana !== "n")) return false
  const propia = esDePersona(palabra) || (conMayusculas && esPropia(palabra))
  if (!propia || esDeServicio(palabras, i)) return false
  if (/^["“'«]$/u.test(a?.plana ?? "")) return b?.plana === "n"
  if (a?.plana !== "n" || !enMayuscula(a)) return false
  if (!esDePersona(palabra) && b?.plana !== ".") return false
  // «Ana N. Pérez» has it in the middle.
  return b?.plana !== "." || c === undefined || !esLetras(c) || !enMayuscula(c)
}

const CON_EDAD = /^(?: [a-z]{1,15}\.?){0,3} ?[,(]? ?(?:de )?(\d{1,2}) anos(?! (?:de|en|al|como))/u
const MAYORIA = 18

/** «Dulce Karime, de 14 años»: who is told by name and age is no public servant. */
export function nombreConEdad({ plano, palabras, conMayusculas }: Leido, i: number): boolean {
  const palabra = palabras[i]
  if (palabra === undefined || !enMayuscula(palabra)) return false
  const conocida = esDePersona(palabra)
  if (!conocida && !(conMayusculas && esPropia(palabra))) return false
  const fin = palabra.desde + palabra.plana.length
  const edad = CON_EDAD.exec(plano.slice(fin, fin + 70))?.[1]
  if (edad === undefined || esDeServicio(palabras, i)) return false
  if (conocida) return true
  // Of a word that nobody knows as a name, a minor's age and nothing between make one.
  return Number(edad) < MAYORIA && /^ ?,? ?(?:de )?\d/u.test(plano.slice(fin, fin + 8))
}

const esPropia = (palabra: Palabra): boolean =>
  esLetras(palabra) && enMayuscula(palabra) && palabra.plana.length > 2 && !NO_NOMBRE.has(palabra.plana)

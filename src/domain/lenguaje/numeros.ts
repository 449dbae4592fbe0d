import { ordinalesANumero } from "../texto/ordinal.ts"

const UNIDADES: readonly string[] = [
  "cero",
  "uno",
  "dos",
  "tres",
  "cuatro",
  "cinco",
  "seis",
  "siete",
  "ocho",
  "nueve",
  "diez",
  "once",
  "doce",
  "trece",
  "catorce",
  "quince",
  "dieciseis",
  "diecisiete",
  "dieciocho",
  "diecinueve",
  "veinte",
  "veintiuno",
  "veintidos",
  "veintitres",
  "veinticuatro",
  "veinticinco",
  "veintiseis",
  "veintisiete",
  "veintiocho",
  "veintinueve",
]
const DECENAS: Readonly<Record<string, number>> = {
  veinte: 20,
  treinta: 30,
  cuarenta: 40,
  cincuenta: 50,
  sesenta: 60,
  setenta: 70,
  ochenta: 80,
  noventa: 90,
}
/** «una» and «segundo» alone are other words too. */
const NO_SOLOS = new Set(["una", "cero"])

export interface Numero {
  readonly valor: number
  /** How many words say it. */
  readonly largo: number
  /** It was said as a place among others: «tercero», «3er». */
  readonly ordinal: boolean
}

/** The number that some words say, from the first on; compared form. `null`: none. */
export function numeroEn(palabras: readonly string[]): Numero | null {
  const [primera = "", segunda = "", tercera = ""] = palabras
  const cifras = /^0*(\d{1,4})$/u.exec(primera)
  if (cifras) return { valor: Number(cifras[1]), largo: 1, ordinal: false }
  const conFin = /^0*(\d{1,3})(?:a|o|er|ra|ro|da|do|va|vo|ma|mo|na|no|ta|to)$/u.exec(primera)
  if (conFin) return { valor: Number(conFin[1]), largo: 1, ordinal: true }
  const decena = DECENAS[primera]
  const unidad = UNIDADES.indexOf(tercera)
  if (decena !== undefined && segunda === "y" && unidad > 0 && unidad < 10)
    return { valor: decena + unidad, largo: 3, ordinal: false }
  if (NO_SOLOS.has(primera)) return null
  const cardinal = UNIDADES.indexOf(primera === "veintiuna" || primera === "veintiun" ? "veintiuno" : primera)
  if (cardinal > 0) return { valor: cardinal, largo: 1, ordinal: false }
  if (decena !== undefined) return { valor: decena, largo: 1, ordinal: false }
  return ordinalEn(primera, segunda)
}

function ordinalEn(primera: string, segunda: string): Numero | null {
  const una = /^\d+$/u.exec(ordinalesANumero(primera))
  if (una === null || /^\d/u.test(primera)) return null
  const dos = /^\d+$/u.exec(ordinalesANumero(`${primera} ${segunda}`))
  const compuesto = dos !== null && segunda !== "" && !/^\d/u.test(segunda)
  return { valor: Number((compuesto ? dos : una)[0]), largo: compuesto ? 2 : 1, ordinal: true }
}

import { normalizar } from "../texto/texto.ts"

/** A line of a list, typed or pasted from a spreadsheet. */
export interface Renglon {
  /** From 1, as whoever reads the text counts. */
  readonly linea: number
  readonly columnas: readonly string[]
}

/** What is wrong with a line. */
export interface ProblemaDeRenglon {
  readonly linea: number
  readonly message: string
}

/** More than any body has; of what is longer, a file is the way. */
export const MAX_RENGLONES = 200

/**
 * The lines that say something, cut in columns: by tabulators, as a spreadsheet pastes them, or by semicolons. A first line
 * that names the columns (`encabezado` knows their names) is not one of them.
 */
export function renglonesDe(texto: string, encabezado: readonly string[]): readonly Renglon[] {
  const todos = texto.split(/\r\n|\r|\n/u).flatMap((linea, i): readonly Renglon[] => {
    const columnas = linea.split(linea.includes("\t") ? "\t" : ";").map(sinComillas)
    return columnas.every((columna) => columna === "") ? [] : [{ linea: i + 1, columnas }]
  })
  const [primera, ...demas] = todos
  return primera && nombraColumnas(primera, encabezado) ? demas : todos
}

/** A spreadsheet puts quotes around what holds its own signs. */
const sinComillas = (columna: string): string =>
  columna
    .trim()
    .replace(/^"(.*)"$/su, "$1")
    .replaceAll('""', '"')
    .replace(/\s+/gu, " ")
    .trim()

const nombraColumnas = ({ columnas }: Renglon, encabezado: readonly string[]): boolean =>
  columnas.filter((columna) => encabezado.includes(normalizar(columna))).length >= 2

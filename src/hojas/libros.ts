import { type Cell, type CellValue, type MergeRange, readXlsx, writeXlsx } from "hucre/xlsx"
import type { Admite, Celda, Hoja, HojaPorEscribir, LecturaLibro, Libros } from "../ports/hojas/libro.ts"
import { revisarZip } from "./desempacar.ts"
import { libroImpreso } from "./impresa.ts"
import { letraDe } from "./letras.ts"

const MAX_HOJAS = 40
/** A directory of hundreds of institutions unpacks to a few megabytes. */
const DIRECTORIO: Admite = { filas: 5_000, octetos: 20_000_000, repiteCombinadas: false }
/** The last column that is read. */
const ULTIMA = "AN"

/** Only this folder knows the library. */
export const libros: Libros = {
  async leer(archivo, admite = DIRECTORIO): Promise<LecturaLibro> {
    const revision = revisarZip(archivo, admite.octetos)
    if (revision !== "bien") return { kind: "ilegible", motivo: revision }
    // The corner of a sheet may stand a million rows away, and all between would be made.
    const range = `A1:${ULTIMA}${admite.filas + 1}`
    const libro = await readXlsx(archivo, { range }).catch(() => null)
    if (libro === null) return { kind: "ilegible", motivo: "danado" }
    const { sheets } = libro
    if (sheets.length > MAX_HOJAS || sheets.some(({ rows }) => rows.length > admite.filas))
      return { kind: "ilegible", motivo: "demasiado_grande" }
    return {
      kind: "libro",
      hojas: sheets.map(({ name, rows, cells, merges = [] }): Hoja => {
        const filas = rows.map((row, r) => row.map((value, c) => celdaDe(value, cells?.get(`${r},${c}`))))
        return { nombre: name, filas: admite.repiteCombinadas ? repetidas(filas, merges) : filas }
      }),
    }
  },

  async escribir(hojas) {
    return writeXlsx({ sheets: hojas.map(hojaEscrita) })
  },

  imprimir: libroImpreso,
}

/** Within what was read: a range may say that it goes on for a million rows. */
function repetidas(filas: readonly Celda[][], rangos: readonly MergeRange[]): readonly Celda[][] {
  for (const { startRow, startCol, endRow, endCol } of rangos) {
    const valor = filas[startRow]?.[startCol] ?? null
    if (valor === null) continue
    for (const fila of filas.slice(startRow, endRow + 1))
      for (let c = startCol; c <= Math.min(endCol, MAX_COLUMNAS - 1); c += 1) fila[c] ??= valor
  }
  return filas
}

const MAX_COLUMNAS = 40

function celdaDe(value: CellValue, cell: Cell | undefined): Celda {
  if (cell?.formula !== undefined) return { formula: cell.formula }
  if (typeof value === "object" && value !== null)
    return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10)
  return value
}

/** As text, all of it: a date or a number that the program rewrites in its own way is read back otherwise. */
const TEXTO = "@"
/** Rows for which the closed lists are offered. */
const HASTA = 500

function hojaEscrita({ nombre, columnas, filas }: HojaPorEscribir) {
  return {
    name: nombre,
    columns: columnas.map(({ ancho }) => ({ width: ancho, numFmt: TEXTO })),
    rows: [columnas.map(({ titulo }) => titulo), ...filas.map((fila) => [...fila])],
    freezePane: { rows: 1 },
    dataValidations: columnas.flatMap(({ opciones }, i) =>
      opciones.length === 0
        ? []
        : [{ type: "list" as const, values: [...opciones], range: rango(i), allowBlank: true }],
    ),
  }
}

function rango(columna: number): string {
  const letra = letraDe(columna)
  return `${letra}2:${letra}${HASTA}`
}

import { type Cell, type CellValue, readXlsx, writeXlsx } from "hucre/xlsx"
import type { Celda, Hoja, HojaPorEscribir, LecturaLibro, Libros } from "../ports/hojas/libro.ts"
import { revisarZip } from "./desempacar.ts"

const MAX_HOJAS = 40
const MAX_FILAS = 5_000
/** What is read of a sheet: its corner may stand a million rows away, and all between would be made. */
const AREA = `A1:AN${MAX_FILAS + 1}`

/** Only this file knows the library. */
export const libros: Libros = {
  async leer(archivo): Promise<LecturaLibro> {
    const revision = revisarZip(archivo)
    if (revision !== "bien") return { kind: "ilegible", motivo: revision }
    const libro = await readXlsx(archivo, { range: AREA }).catch(() => null)
    if (libro === null) return { kind: "ilegible", motivo: "danado" }
    const { sheets } = libro
    if (sheets.length > MAX_HOJAS || sheets.some(({ rows }) => rows.length > MAX_FILAS))
      return { kind: "ilegible", motivo: "demasiado_grande" }
    return {
      kind: "libro",
      hojas: sheets.map(
        ({ name, rows, cells }): Hoja => ({
          nombre: name,
          filas: rows.map((row, r) => row.map((value, c) => celdaDe(value, cells?.get(`${r},${c}`)))),
        }),
      ),
    }
  },

  async escribir(hojas) {
    return writeXlsx({ sheets: hojas.map(hojaEscrita) })
  },
}

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

/** 0 → A, 26 → AA. */
const letraDe = (columna: number): string =>
  columna < 26
    ? String.fromCharCode(65 + columna)
    : `${letraDe(Math.floor(columna / 26) - 1)}${letraDe(columna % 26)}`

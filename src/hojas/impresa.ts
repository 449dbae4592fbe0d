import { type Cell, type CellStyle, type CellValue, type WriteSheet, writeXlsx } from "hucre/xlsx"
import { diaCivil } from "../domain/tiempo/dia-civil.ts"
import type { ColumnaImpresa, HojaImpresa } from "../ports/hojas/libro.ts"
import { letraDe } from "./letras.ts"

/** Text stays text also after somebody edits its cell: what begins with «=» is never computed. */
const TEXTO = "@"
const FECHA = "dd/mm/yyyy"
const LETRA = "Calibri"
const MARGENES = { top: 0.6, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 } as const
const LINEA = { style: "thin", color: { rgb: "BFBFBF" } } as const
const BORDE = { top: LINEA, bottom: LINEA, left: LINEA, right: LINEA } as const
const CABEZA: CellStyle = {
  font: { name: LETRA, bold: true, size: 10, color: { rgb: "FFFFFF" } },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "44546A" } },
  alignment: { vertical: "center", horizontal: "center", wrapText: true },
  border: BORDE,
}

/** Letter, landscape, one page wide; the headings go on every page, stay in sight and filter. */
export function libroImpreso(hoja: HojaImpresa, ...otras: readonly HojaImpresa[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [hoja, ...otras].map(hojaImpresa),
    properties: {
      title: hoja.titulo,
      creator: "Plenaria",
      created: new Date(hoja.fecha),
      modified: new Date(hoja.fecha),
    },
    defaultFont: { name: LETRA, size: 10 },
  })
}

function hojaImpresa({ nombre, encabezado, columnas, filas, pie }: HojaImpresa): WriteSheet {
  const cabeza = encabezado.length
  const ultima = letraDe(columnas.length - 1)
  const cells = new Map<string, Partial<Cell>>()
  encabezado.forEach((linea, i) => {
    const font = { name: LETRA, ...(i === 0 ? { bold: true, size: 14 } : { size: 11 }) }
    cells.set(`${i},0`, { value: linea, style: { font, numFmt: TEXTO } })
  })
  columnas.forEach(({ titulo }, c) => {
    cells.set(`${cabeza},${c}`, { value: titulo, style: CABEZA })
  })
  const estilos = columnas.map(estilosDe)
  const rows = filas.map((fila, i) =>
    columnas.map((columna, c): CellValue => {
      const celda = fila[c] ?? null
      const value = columna.tipo === "fecha" && typeof celda === "string" ? diaDe(celda) : celda
      const style = estilos[c]?.(celda)
      if (style) cells.set(`${cabeza + 1 + i},${c}`, { value, style })
      return value
    }),
  )
  return {
    name: nombre,
    columns: columnas.map(({ ancho }) => ({ width: ancho })),
    rows: [...encabezado.map((linea): CellValue[] => [linea]), columnas.map(({ titulo }) => titulo), ...rows],
    cells,
    rowDefs: new Map([[cabeza, { height: 30 }]]),
    freezePane: { rows: cabeza + 1 },
    autoFilter: { range: `A${cabeza + 1}:${ultima}${cabeza + 1 + filas.length}` },
    pageSetup: {
      paperSize: "letter",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: MARGENES,
      printTitlesRow: `$${cabeza + 1}:$${cabeza + 1}`,
    },
    headerFooter: { oddFooter: `&L${sinCodigos(pie)}&RPágina &P de &N` },
  }
}

/** One style for each kind of cell of a column, so that the workbook holds a handful and not one for each cell. */
function estilosDe({ tipo, fondos }: ColumnaImpresa): (celda: string | number | null) => CellStyle {
  const base: CellStyle = {
    numFmt: tipo === "fecha" ? FECHA : tipo === "numero" ? "0" : TEXTO,
    alignment: {
      vertical: "top",
      horizontal: tipo === "texto" ? "left" : "center",
      wrapText: true,
    },
    border: BORDE,
  }
  const conFondo = new Map(
    [...(fondos ?? [])].map(([dicho, rgb]) => [
      dicho,
      { ...base, fill: { type: "pattern", pattern: "solid", fgColor: { rgb } } } satisfies CellStyle,
    ]),
  )
  return (celda) => conFondo.get(String(celda)) ?? base
}

/** As a spreadsheet counts days: 1 is the first of January 1900, and it believes that 1900 had a 29th of February. */
const diaDe = (fecha: string): number => diaCivil(fecha) + DIAS_HASTA_1970
const DIAS_HASTA_1970 = 25_569

/** `&` begins a code in a footer. */
const sinCodigos = (texto: string) => texto.replaceAll("&", "&&")

import type { DocumentoImportacion } from "../../../domain/importacion/documento.ts"
import type { HojaPorEscribir } from "../../../ports/hojas/libro.ts"
import { HOJAS } from "./columnas.ts"

type Valor = string | number | boolean | null

/**
 * What is on record of the directory, in the sheets of the template: corrected there, it is imported again. What no sheet
 * has a column for is not in it, and stays as it is.
 */
export function hojasDeDirectorio(documento: DocumentoImportacion): readonly HojaPorEscribir[] {
  const listas = documento as unknown as Readonly<Record<string, readonly Readonly<Record<string, Valor>>[]>>
  return HOJAS.map(({ lista, nombre, columnas }) => ({
    nombre,
    columnas: columnas.map(({ titulo, ancho, opciones }) => ({ titulo, ancho, opciones })),
    filas: (listas[lista] ?? []).map((fila) => columnas.map(({ campo }) => escrito(fila[campo] ?? null))),
  }))
}

const escrito = (valor: Valor): string | number | null =>
  typeof valor === "boolean" ? (valor ? "sí" : "no") : valor

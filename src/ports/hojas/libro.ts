/** What stands in a cell. A date is its civil day, `2026-01-15`; a formula is what computes, and nobody has computed it. */
export type Celda = string | number | boolean | { readonly formula: string } | null

/** A sheet as it is read: from its first row, and of each as many cells as it has. */
export interface Hoja {
  readonly nombre: string
  readonly filas: readonly (readonly Celda[])[]
}

export interface ColumnaPorEscribir {
  readonly titulo: string
  /** In characters. */
  readonly ancho: number
  /** The only values that it takes, which the program offers; none: any. */
  readonly opciones: readonly string[]
}

export interface HojaPorEscribir {
  readonly nombre: string
  readonly columnas: readonly ColumnaPorEscribir[]
  readonly filas: readonly (readonly (string | number | boolean | null)[])[]
}

/** Why a file is not read as a workbook. */
export type LibroIlegible =
  /** An old .xls, or one with a password: both begin alike. */
  | "protegido_o_antiguo"
  | "no_es_libro"
  | "danado"
  /** It unpacks to more than a directory ever does, or has more sheets, rows or parts. */
  | "demasiado_grande"

export type LecturaLibro =
  | { readonly kind: "libro"; readonly hojas: readonly Hoja[] }
  | { readonly kind: "ilegible"; readonly motivo: LibroIlegible }

/** Workbooks of a spreadsheet program (.xlsx), in and out. */
export interface Libros {
  /** Never throws for what a file may hold, and computes nothing of it. */
  leer(archivo: Uint8Array): Promise<LecturaLibro>
  escribir(hojas: readonly HojaPorEscribir[]): Promise<Uint8Array>
}

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

/** A sheet that people print and work on: what it is of stands above its headings, which every printed page repeats. */
export interface HojaImpresa {
  readonly nombre: string
  /** What the program calls the document. */
  readonly titulo: string
  /** The day of which it tells, `2026-01-15`: the same of the same day is the same file. */
  readonly fecha: string
  /** Lines above the headings; the first is the largest. */
  readonly encabezado: readonly string[]
  readonly columnas: readonly ColumnaImpresa[]
  /** A day is `2026-01-15`; what is written is text and never a formula. */
  readonly filas: readonly (readonly (string | number | null)[])[]
  /** At the foot of every page, beside its number. */
  readonly pie: string
}

export interface ColumnaImpresa {
  readonly titulo: string
  /** In characters. */
  readonly ancho: number
  readonly tipo: "texto" | "fecha" | "numero"
  /** Background of a cell by what it says, `RRGGBB`. */
  readonly fondos?: ReadonlyMap<string, string>
}

/** Why a file is not read as a workbook. */
export type LibroIlegible =
  /** An old .xls, or one with a password: both begin alike. */
  | "protegido_o_antiguo"
  | "no_es_libro"
  | "danado"
  /** It brings a program of its own, which nobody runs here. */
  | "con_macros"
  /** It unpacks to more than a directory ever does, or has more sheets, rows or parts. */
  | "demasiado_grande"

export type LecturaLibro =
  | { readonly kind: "libro"; readonly hojas: readonly Hoja[] }
  | { readonly kind: "ilegible"; readonly motivo: LibroIlegible }

/** What is taken of a workbook. */
export interface Admite {
  /** Most rows of a sheet. */
  readonly filas: number
  /** Octets of all its parts once they are unpacked. */
  readonly octetos: number
  /** What is written once over several cells is in each of them. */
  readonly repiteCombinadas: boolean
}

/** Workbooks of a spreadsheet program (.xlsx), in and out. */
export interface Libros {
  /** Never throws for what a file may hold, and computes nothing of it. `admite`: left out, what a directory needs. */
  leer(archivo: Uint8Array, admite?: Admite): Promise<LecturaLibro>
  escribir(hojas: readonly HojaPorEscribir[]): Promise<Uint8Array>
  /** One book; what it is called, and of which day, is the first sheet's. */
  imprimir(hoja: HojaImpresa, ...otras: readonly HojaImpresa[]): Promise<Uint8Array>
}

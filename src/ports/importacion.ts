import type { DocumentoImportacion, ResumenImportacion } from "../domain/importacion.ts"
import type { Instante } from "../domain/tipos.ts"

/** Whole documents in and out of the data. */
export interface ImportRepository {
  /**
   * Writes the document in one transaction, by natural keys: all of it or nothing. What is already as the document
   * has it stays untouched, and nothing is ever deleted.
   */
  apply(documento: DocumentoImportacion, now: Instante): Promise<ResumenImportacion>
  export(): Promise<DocumentoImportacion>
  /**
   * Natural keys that the data already hold, so that a file may refer to what an earlier one brought.
   */
  known(): Promise<KnownKeys>
}

export interface KnownKeys {
  readonly organos: readonly string[]
  readonly instituciones: readonly string[]
  readonly personas: readonly string[]
}

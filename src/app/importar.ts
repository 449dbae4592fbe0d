import type { ResumenImportacion } from "../domain/importacion.ts"
import { fechaEnZona } from "../domain/tiempo.ts"
import type { Clock } from "../ports/clock.ts"
import type { ImportRepository } from "../ports/importacion.ts"
import { leerDocumento } from "./formato-importacion/leer.ts"
import type { Problema } from "./formato-importacion/problemas.ts"
import { revisarDocumento } from "./formato-importacion/revisar.ts"

interface ImportDeps {
  readonly importacion: ImportRepository
  readonly clock: Clock
}

export type ResultadoImportacion =
  | { readonly kind: "ok"; readonly resumen: ResumenImportacion }
  /** Every problem of the file; nothing was written. */
  | { readonly kind: "invalid"; readonly problems: readonly Problema[] }

/** Zone in which "today" is read for the relative dates of demonstration files. */
const ZONA = "America/Mexico_City"

/** Reads, validates and writes a file: all of it or nothing. Importing it again changes nothing. */
export async function importarDocumento(deps: ImportDeps, text: string): Promise<ResultadoImportacion> {
  const now = deps.clock.now()
  const lectura = leerDocumento(text, fechaEnZona(now, ZONA))
  if (lectura.kind === "invalid") return lectura
  const problems = revisarDocumento(lectura.documento, await deps.importacion.known())
  if (problems.length > 0) return { kind: "invalid", problems }
  return { kind: "ok", resumen: await deps.importacion.apply(lectura.documento, now) }
}

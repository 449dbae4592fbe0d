import type { ResumenImportacion } from "../../domain/importacion/documento.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { AdapterId } from "../../domain/tipos/canal.ts"
import type { Clock } from "../../ports/clock.ts"
import type { ImportRepository } from "../../ports/repositories/importacion.ts"
import { ZONA } from "./formato/campos.ts"
import { leerDocumento, type Parte } from "./formato/leer.ts"
import type { Problema } from "./formato/problemas.ts"
import { revisarDocumento } from "./formato/revisar.ts"

export interface ImportDeps {
  readonly importacion: ImportRepository
  readonly clock: Clock
  /** Those that a channel or an account may be on. */
  readonly plataformas: readonly AdapterId[]
}

export type ResultadoImportacion =
  | { readonly kind: "ok"; readonly resumen: ResumenImportacion }
  /** Every problem of the file; nothing was written. */
  | { readonly kind: "invalid"; readonly problems: readonly Problema[] }

/** Reads, validates and writes a file: all of it or nothing. Importing it again changes nothing. */
export async function importarDocumento(deps: ImportDeps, text: string): Promise<ResultadoImportacion> {
  const now = deps.clock.now()
  const lectura = leerDocumento(text, fechaEnZona(now, ZONA), deps.plataformas)
  if (lectura.kind === "invalid") {
    const more = lectura.resto ? await revisarParte(deps.importacion, lectura.resto) : []
    return { kind: "invalid", problems: [...lectura.problems, ...more] }
  }
  const problems = revisarDocumento(lectura.documento, await deps.importacion.existing(lectura.documento))
  if (problems.length > 0) return { kind: "invalid", problems }
  return { kind: "ok", resumen: await deps.importacion.apply(lectura.documento, now) }
}

/** Reviews the well-formed part of a file, so that its author mends everything at once. */
async function revisarParte(importacion: ImportRepository, resto: Parte): Promise<readonly Problema[]> {
  const existing = await importacion.existing(resto.documento)
  const { organos, instituciones, personas } = resto.nombrados
  const withNamed = {
    ...existing,
    organos: [...existing.organos, ...organos.map((clave) => ({ clave, padre: null }))],
    instituciones: [
      ...existing.instituciones,
      ...instituciones.map((siglas) => ({ siglas, sucesora: null })),
    ],
    personas: [...existing.personas, ...personas],
  }
  return revisarDocumento(resto.documento, withNamed, resto.at)
}

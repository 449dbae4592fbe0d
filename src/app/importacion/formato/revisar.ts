import type { DocumentoImportacion } from "../../../domain/importacion/documento.ts"
import type { DatosExistentes } from "../../../ports/repositories/importacion.ts"
import type { Path, Reporte } from "./problemas.ts"
import { type Problema, placeOf } from "./problemas.ts"
import { revisarConstancias } from "./revisar-constancias.ts"
import { revisarExistentes } from "./revisar-existentes.ts"
import { revisarFechas } from "./revisar-fechas.ts"
import { revisarPerfiles } from "./revisar-perfiles.ts"
import { revisarReferencias } from "./revisar-referencias.ts"
import { revisarRepetidos } from "./revisar-repetidos.ts"

/**
 * What a well-formed file may still get wrong: repeated keys, references to nothing, dates that contradict each other
 * or the data. `at` says where a place of `documento` was in the file, when it is only a part of it.
 */
export function revisarDocumento(
  documento: DocumentoImportacion,
  existing: DatosExistentes,
  at: (path: Path) => Path = (path) => path,
): readonly Problema[] {
  const problems: Problema[] = []
  const place = (path: Path) => placeOf(at(path))
  const reporte: Reporte = {
    place,
    problem: (path, message) => problems.push({ place: place(path), message }),
  }
  revisarRepetidos(documento, reporte)
  revisarReferencias(documento, existing, reporte)
  revisarPerfiles(documento, reporte)
  revisarFechas(documento, reporte)
  revisarExistentes(documento, existing, reporte)
  revisarConstancias(documento, existing, reporte)
  return problems
}

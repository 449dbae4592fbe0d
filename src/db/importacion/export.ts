import type { DocumentoImportacion } from "../../domain/importacion/documento.ts"
import type { Queries } from "../base/client.ts"
import { exportCargos, exportConstancias } from "./constancias/export.ts"
import { exportDirectorio } from "./export-directorio.ts"
import { exportSesiones } from "./export-sesiones.ts"
import { readNombres } from "./filas/nombres.ts"

/** Everything in the data as one document. */
export async function exportDocument(queries: Queries): Promise<DocumentoImportacion> {
  const nombres = await readNombres(queries)
  return {
    ...(await exportDirectorio(queries)),
    sesiones: await exportSesiones(queries),
    cargos: await exportCargos(queries, nombres),
    constancias: await exportConstancias(queries, nombres),
  }
}

import type { DocumentoImportacion } from "../../domain/importacion/documento.ts"
import type { Queries } from "../base/client.ts"
import { exportDirectorio } from "./export-directorio.ts"
import { exportSesiones } from "./export-sesiones.ts"

/** Everything in the data as one document. */
export async function exportDocument(queries: Queries): Promise<DocumentoImportacion> {
  return { ...(await exportDirectorio(queries)), sesiones: await exportSesiones(queries) }
}

import type { DocumentoImportacion } from "../../../domain/importacion/documento.ts"
import { reglasSesion } from "./esquema-reglas-sesion.ts"
import type { Reporte } from "./problemas.ts"

/**
 * Rules of which a file writes a part and the data have the rest still have to agree: a quórum by number says which
 * number, and no other does.
 */
export function revisarPerfiles({ organos }: DocumentoImportacion, { problem }: Reporte): void {
  organos.forEach((organo, i) => {
    organo.perfiles.forEach((perfil, j) => {
      const { error } = reglasSesion.safeParse(perfil.sesiones)
      for (const { path, message } of error?.issues ?? [])
        problem(["organos", i, "perfiles", j, "sesiones", ...path], message)
    })
  })
}

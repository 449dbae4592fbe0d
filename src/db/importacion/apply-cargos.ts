import type { DocumentoImportacion } from "../../domain/importacion/documento.ts"
import type { Queries } from "../base/client.ts"
import { dateOf } from "../base/values.ts"
import type { Directorio, Run } from "./filas/run.ts"
import { ref } from "./filas/sync.ts"

export async function applyCargos(
  queries: Queries,
  { cargos = [] }: DocumentoImportacion,
  { organos, instituciones, personas }: Directorio,
  run: Run,
): Promise<void> {
  await run(
    "cargo_institucion",
    queries.cargoInstitucion,
    ["organoId", "nombre", "desde"],
    cargos.map(({ organo, institucion, persona, nombre, desde, hasta, registradoEn }) => ({
      organoId: ref(organos, organo),
      institucionId: ref(instituciones, institucion),
      nombre,
      desde: dateOf(desde),
      hasta: dateOf(hasta),
      personaId: ref(personas, persona),
      registradoEn: new Date(registradoEn),
    })),
  )
}

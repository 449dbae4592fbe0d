import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Actor } from "../../domain/visibilidad/actor.ts"
import { lectorComo } from "../lector.ts"

/** Whoever holds the data on the server reads what the Secretaría Técnica does: nothing less would be the whole table. */
export const comoSecretaria = (organo: Organo): Actor =>
  lectorComo(organo, { id: "lector-de-cedula", calidad: "secretaria_tecnica", institucionId: null })

import type { DocumentoImportacion, OrganoDoc, SesionDoc } from "../../../domain/importacion/documento.ts"
import type { Inhabiles } from "../../../domain/tiempo/plazo.ts"
import type { Institucion } from "../../../domain/tipos/directorio.ts"
import type { Fecha, Instante } from "../../../domain/tipos/tiempo.ts"

/** What a follow-up table is read against. */
export interface ContextoCedula {
  readonly organo: OrganoDoc
  /** Of the body. */
  readonly sesiones: readonly SesionDoc[]
  readonly instituciones: readonly Institucion[]
  readonly hoy: Fecha
  readonly now: Instante
  readonly inhabiles: Inhabiles
}

/** Institutions as the directory's own search takes them: their siglas tell them apart. */
export const institucionesDe = ({ instituciones }: DocumentoImportacion): readonly Institucion[] =>
  instituciones.map(({ sucesora, ...una }) => ({ ...una, id: una.siglas, sucesoraId: sucesora }))

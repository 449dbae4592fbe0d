import type { DestinatarioInstitucion, PersonaDestinataria } from "../../domain/recordatorio/destinatarios.ts"
import type { RecordatorioInstitucion } from "../../domain/recordatorio/recordatorio.ts"
import type { PoliticaRecordatorios } from "../../domain/reglas/perfil-reglas.ts"
import type { Inhabiles } from "../../domain/tiempo/plazo.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"

export interface DatosRecordatorio {
  readonly recordatorio: RecordatorioInstitucion
  readonly institucion: Institucion
  readonly organo: Organo
  /** The institution's calendar, the same that the compromiso's own card counts with. */
  readonly inhabiles: Inhabiles
  /** The posts that it speaks to, from the enlace upwards. */
  readonly destinatarios: readonly DestinatarioInstitucion[]
  /** Who holds them, if that is on record. */
  readonly personas: readonly PersonaDestinataria[]
  /** What the body adds in its own words. */
  readonly textos: PoliticaRecordatorios["textos"]
}

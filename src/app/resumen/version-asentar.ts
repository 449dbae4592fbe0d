import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { edicionesDe, type VersionesResumen } from "./versiones.ts"

/** Why a version follows another one that no person corrected. */
const OTROS_DATOS = "Cambiaron los datos registrados de la sesión."

/**
 * What is published becomes a version that never changes again: the draft as it was edited or, without edits, the facts
 * as they are. `false`: somebody else published or edited it since `versiones` were read.
 */
export async function asentarVersion(
  { resumenes }: Pick<Repositories, "resumenes">,
  { id: sesionId }: Sesion,
  versiones: VersionesResumen,
  personaId: string,
  now: Instante,
): Promise<boolean> {
  const { borrador, errata, publicada, todas } = versiones
  if (borrador !== null) {
    const cambios = { estado: "publicado", publicadoEn: now } as const
    return (await resumenes.update(borrador.id, borrador.revision, cambios)) !== null
  }
  // An erratum that waits for its confirmation corrects what was published before; it is prepared again after this.
  const contenido = { ediciones: edicionesDe(versiones), errata: null, enterados: [] }
  const publicado = { estado: "publicado", publicadoEn: now, contenido, personaId } as const
  if (errata !== null) {
    const cambios = { ...publicado, motivo: OTROS_DATOS }
    return (await resumenes.update(errata.id, errata.revision, cambios)) !== null
  }
  const created = await resumenes.create({
    ...publicado,
    sesionId,
    version: todas.length + 1,
    motivo: publicada === null ? null : OTROS_DATOS,
    creadoEn: now,
  })
  return created !== null
}

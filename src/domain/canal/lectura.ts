import { type Audiencia, CAMBIOS_DE_CANAL, type CambioDeCanal, type LecturaDeCanal } from "../tipos/canal.ts"

/**
 * Who can read a channel that is registered for named readers, besides them. Of what is for everybody nobody reads too
 * much.
 */
export const lecturaDeMas = (audiencia: Audiencia, visto: LecturaDeCanal): readonly CambioDeCanal[] =>
  audiencia === "publica" ? [] : CAMBIOS_DE_CANAL.filter((cambio) => visto[cambio] === true)

/** What of that nobody knew of when it was registered, or last confirmed: what is for it must wait. */
export const lecturaNueva = (
  audiencia: Audiencia,
  registrada: LecturaDeCanal,
  vista: LecturaDeCanal,
): readonly CambioDeCanal[] => lecturaDeMas(audiencia, vista).filter((cambio) => registrada[cambio] !== true)

/** What is known now: what a platform does not tell stays as it was told before. */
export const conLoSabido = (antes: LecturaDeCanal, vista: LecturaDeCanal): LecturaDeCanal => ({
  publico: vista.publico ?? antes.publico,
  externo: vista.externo ?? antes.externo,
  invitados: vista.invitados ?? antes.invitados,
})

/** Who was shown to read a channel besides its own, to be told apart from who does when that is confirmed. */
export const lecturaMostrada = (visto: LecturaDeCanal): string =>
  CAMBIOS_DE_CANAL.filter((cambio) => visto[cambio] === true).join(",") || "nadie"

import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"

/**
 * Of which sessions of a body the summary was published. One that was closed before the body used the bot has none of its
 * own to be published: what its source told is on record, and known.
 */
export async function resumenesPublicados(
  read: Pick<Repositories, "resumenes">,
  { id }: Pick<Organo, "id">,
): Promise<(sesion: Sesion) => boolean> {
  const publicados = await read.resumenes.publicados(id)
  return (sesion) =>
    publicados.has(sesion.id) || (sesion.estado === "clausurada" && sesion.clausuradaEn === null)
}

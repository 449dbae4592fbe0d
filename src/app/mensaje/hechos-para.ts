import { responsablesDe } from "../../domain/compromiso/compromiso.ts"
import { responsables } from "../../domain/directorio/institucion.ts"
import type { HechoCompromiso, Hechos } from "../../domain/mensaje/hechos.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { hechosActuales } from "./hechos-actuales.ts"
import type { MensajeConModelo } from "./revision.ts"

/**
 * How the subjects of a message that was sent stand now, as the place where it is may know it: an institution's channel
 * is told once that a commitment is no longer its own, and nothing of what becomes of it from then on.
 */
export async function hechosPara(
  read: Repositories,
  { to, modelo: { hechos: dichos } }: MensajeConModelo,
  { now, zona }: { readonly now: Instante; readonly zona: string },
): Promise<Hechos> {
  const ahora = await hechosActuales(read, dichos)
  if (!Object.values(ahora).some(({ kind }) => kind === "compromiso")) return ahora
  const canal = await read.canales.byPlace(to)
  if (canal === null || canal.audiencia !== "institucion" || canal.institucionId === null) return ahora
  const responde = responsables(await read.instituciones.all(), fechaEnZona(now, zona))
  const lector = responde(canal.institucionId)
  const esDelLector = (id: string) => responde(id) === lector
  return Object.fromEntries(
    Object.entries(ahora).map(([asunto, hecho]) => {
      const dicho = dichos[asunto]
      const ajeno =
        hecho.kind === "compromiso" &&
        !responsablesDe({ ...hecho, corresponsables: hecho.corresponsables ?? [] }).some(esDelLector)
      return [asunto, ajeno && dicho?.kind === "compromiso" ? yaNoSuyo(dicho, esDelLector) : hecho]
    }),
  )
}

/** As it was said, without the reader: whoever took its place is not told here either, nor who follows that one. */
function yaNoSuyo(dicho: HechoCompromiso, esDelLector: (id: string) => boolean): HechoCompromiso {
  const { institucionId, corresponsables = [] } = dicho
  return {
    ...dicho,
    institucionId: institucionId !== null && esDelLector(institucionId) ? null : institucionId,
    corresponsables: corresponsables.filter((id) => !esDelLector(id)),
  }
}

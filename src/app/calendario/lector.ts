import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Actor } from "../../domain/visibilidad/actor.ts"
import { conduce, institucionesDe } from "../../domain/visibilidad/visibilidad.ts"
import { lectorComo } from "../lector.ts"

/**
 * Whoever reads a calendar shows nothing but its address: they see what any member of the body may, and with
 * `institucionId` also what is that institution's own. Never what only those who conduct the body see.
 */
export const lectorDeCalendario = (organo: Organo, institucionId: string | null): Actor =>
  lectorComo(organo, { id: "lector-de-calendario", calidad: "participante", institucionId })

/** Who may ask for a calendar, and for whose calendar it goes on answering. */
export function puedeSuscribir(actor: Actor, organoId: string, institucionId: string | null): boolean {
  if (conduce(actor, organoId)) return true
  return institucionId !== null && institucionesDe(actor, organoId).includes(institucionId)
}

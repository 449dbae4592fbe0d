import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Actor } from "../../domain/visibilidad/actor.ts"
import { conduce, institucionesDe } from "../../domain/visibilidad/visibilidad.ts"

/**
 * Whoever reads a calendar shows nothing but its address: they see what any member of the body may, and with
 * `institucionId` also what is that institution's own. Never what only those who conduct the body see.
 */
export function lectorDeCalendario(organo: Organo, institucionId: string | null): Actor {
  const id = "lector-de-calendario"
  return {
    kind: "vinculado",
    persona: { id, clave: id, nombre: id, titulo: null, cargo: null, origen: organo.origen },
    designaciones: [
      {
        id,
        personaId: id,
        organoId: organo.id,
        institucionId,
        calidad: "participante",
        oficio: null,
        desde: "0001-01-01",
        hasta: null,
      },
    ],
  }
}

/** Who may ask for a calendar, and for whose calendar it goes on answering. */
export function puedeSuscribir(actor: Actor, organoId: string, institucionId: string | null): boolean {
  if (conduce(actor, organoId)) return true
  return institucionId !== null && institucionesDe(actor, organoId).includes(institucionId)
}

import type { Calidad, Organo } from "../domain/tipos/directorio.ts"
import type { Actor } from "../domain/visibilidad/actor.ts"

/** Somebody who is nobody of the directory, and sees in a body what those of a capacity see; `id` is for the log alone. */
export function lectorComo(
  organo: Organo,
  {
    id,
    calidad,
    institucionId,
  }: { readonly id: string; readonly calidad: Calidad; readonly institucionId: string | null },
): Actor {
  return {
    kind: "vinculado",
    persona: { id, clave: id, nombre: id, titulo: null, cargo: null, origen: organo.origen },
    designaciones: [
      {
        id,
        personaId: id,
        organoId: organo.id,
        institucionId,
        calidad,
        oficio: null,
        desde: "0001-01-01",
        hasta: null,
      },
    ],
  }
}

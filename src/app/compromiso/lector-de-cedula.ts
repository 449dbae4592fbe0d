import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Actor } from "../../domain/visibilidad/actor.ts"

/** Whoever holds the data on the server reads what the Secretaría Técnica does: nothing less would be the whole table. */
export function comoSecretaria(organo: Organo): Actor {
  const id = "lector-de-cedula"
  return {
    kind: "vinculado",
    persona: { id, clave: id, nombre: id, titulo: null, cargo: null, origen: organo.origen },
    designaciones: [
      {
        id,
        personaId: id,
        organoId: organo.id,
        institucionId: null,
        calidad: "secretaria_tecnica",
        oficio: null,
        desde: "0001-01-01",
        hasta: null,
      },
    ],
  }
}

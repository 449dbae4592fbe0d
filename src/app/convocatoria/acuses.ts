import type { Acuses, RenglonAcuse } from "../../cards/convocatoria/acuse.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { porSiglas } from "../canal/destinos.ts"

/** Which institutions have acknowledged the latest version of the convocatoria. `null`: nobody was called. */
export async function acusesDe(read: Repositories, sesion: Sesion): Promise<Acuses | null> {
  const convocatoria = (await read.convocatorias.list(sesion.id)).at(-1)
  if (convocatoria === undefined) return null
  const [integrantes, acuses, instituciones] = await Promise.all([
    read.sesiones.integrantes(sesion.id),
    read.convocatorias.acuses(convocatoria.id),
    read.instituciones.all(),
  ])
  const personas = await Promise.all(acuses.map(({ personaId }) => read.personas.byId(personaId)))
  const nombre = new Map(personas.flatMap((persona) => (persona ? [[persona.id, persona.nombre]] : [])))
  const renglones = integrantes.flatMap(({ institucionId }): readonly RenglonAcuse[] => {
    const institucion = instituciones.find(({ id }) => id === institucionId)
    const acuse = acuses.find((uno) => uno.institucionId === institucionId) ?? null
    return institucion ? [{ institucion, acuse, por: nombre.get(acuse?.personaId ?? "") ?? null }] : []
  })
  return { convocatoria, renglones: renglones.sort((a, b) => porSiglas(a.institucion, b.institucion)) }
}

import type { FormProblem } from "../../cards/form.ts"
import type { AvisoSesion } from "../../cards/sesion/registrada.ts"
import { transicionSesion } from "../../domain/sesion/transiciones.ts"
import type { EstadoSesion, Sesion } from "../../domain/tipos/sesion.ts"
import type { CambiosSesion } from "../../ports/repositories/sesion.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { avisosDe, problemasDe } from "./crear.ts"

/** What may be changed while nobody has been called. */
export type EdicionSesion = Pick<Sesion, "etiqueta" | "fecha" | "hora" | "modalidad" | "sede" | "url">

export type SesionEditada =
  | {
      readonly kind: "editada"
      readonly antes: Sesion
      readonly sesion: Sesion
      readonly avisos: readonly AvisoSesion[]
    }
  | { readonly kind: "sin_cambios"; readonly sesion: Sesion }
  | { readonly kind: "problemas"; readonly problemas: readonly FormProblem[] }
  /** Its members were called already, or it is over: a change has a form of its own. */
  | { readonly kind: "fuera_de_estado"; readonly estado: EstadoSesion }
  /** Somebody else changed it since it was read. */
  | { readonly kind: "otra_persona"; readonly sesion: Sesion }

/** Changes the data of a session that nobody has been called to. `visto` is the session on which it was decided. */
export async function editarSesion(
  actuacion: Actuacion,
  visto: Sesion,
  edicion: EdicionSesion,
): Promise<SesionEditada> {
  if (transicionSesion("editar", visto.estado).kind === "fuera_de_estado") {
    return { kind: "fuera_de_estado", estado: visto.estado }
  }
  const problemas = problemasDe(edicion)
  if (problemas.length > 0) return { kind: "problemas", problemas }
  const cambios = diferencias(visto, edicion)
  if (Object.keys(cambios).length === 0) return { kind: "sin_cambios", sesion: visto }
  return actuacion.data.transaction(async (repositories) => {
    const sesion = await repositories.sesionesWriter.update(visto.id, visto.revision, cambios)
    if (sesion === null) {
      const actual = await repositories.sesiones.byId(visto.id)
      return { kind: "otra_persona", sesion: actual ?? visto }
    }
    await repositories.eventos.append(evento(actuacion, "sesion.editada", sesion.id, visto, sesion))
    return { kind: "editada", antes: visto, sesion, avisos: await avisosDe(repositories, actuacion, sesion) }
  })
}

function diferencias(visto: Sesion, edicion: EdicionSesion): CambiosSesion {
  const changed = (Object.keys(edicion) as (keyof EdicionSesion)[]).filter(
    (key) => edicion[key] !== visto[key],
  )
  return Object.fromEntries(changed.map((key) => [key, edicion[key]]))
}

import type { VistaVotacion } from "../../cards/votacion/votacion.ts"
import { sesiona } from "../../domain/desahogo/desahogo.ts"
import { puedeDecidir } from "../../domain/desahogo/quorum.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { estadoVotacion } from "../../domain/votacion/votacion.ts"
import type { Actuacion } from "../actuacion.ts"
import { asentarActo } from "./asentar.ts"
import { leerVotacion, vistaVotacion } from "./leer.ts"
import { pedirVotos } from "./pedir-votos.ts"

export type Reanudada =
  | { readonly kind: "reanudada"; readonly vista: VistaVotacion }
  | { readonly kind: "no_suspendida"; readonly vista: VistaVotacion }
  | { readonly kind: "sin_quorum"; readonly vista: VistaVotacion }
  /** The session itself does not sit. */
  | { readonly kind: "fuera_de_estado"; readonly sesion: Sesion }

/** A vote that waited for the quórum goes on with the votes that it had; who arrived meanwhile is asked for theirs. */
export function reanudarVotacion(actuacion: Actuacion, votacionId: string): Promise<Reanudada> {
  return actuacion.data.transaction(async (repositories): Promise<Reanudada> => {
    const vistaAhora = async () => {
      const { sesion, votacion } = await leerVotacion(repositories, votacionId)
      return vistaVotacion({ ...actuacion, read: repositories }, sesion, votacion)
    }
    const antes = await vistaAhora()
    const { votacion, sesion } = antes
    if (estadoVotacion(votacion) !== "suspendida") return { kind: "no_suspendida", vista: antes }
    if (!sesiona(sesion.estado)) return { kind: "fuera_de_estado", sesion }
    if (!puedeDecidir(antes.quorum)) return { kind: "sin_quorum", vista: antes }
    if (!(await repositories.votaciones.suspend(votacionId, null)))
      return { kind: "no_suspendida", vista: await vistaAhora() }
    await asentarActo(repositories, actuacion, "votacion.reanudada", votacion, {
      antes: { suspendidaEn: votacion.suspendidaEn },
      despues: { votacionId, quorum: antes.quorum },
    })
    const vista = await vistaAhora()
    if (votacion.modo !== "economica") await pedirVotos(repositories, actuacion, vista)
    return { kind: "reanudada", vista }
  })
}

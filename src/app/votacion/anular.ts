import type { EfectoEnResumen } from "../../cards/resumen/correccion.ts"
import type { VistaVotacion } from "../../cards/votacion/votacion.ts"
import type { VotacionDeSesion } from "../../domain/votacion/votacion.ts"
import type { Actuacion } from "../actuacion.ts"
import { corregirHechos } from "../resumen/correccion.ts"
import { asentarActo } from "./asentar.ts"
import { leerVotacion, vistaVotacion } from "./leer.ts"

export type Anulada =
  | {
      readonly kind: "anulada"
      readonly vista: VistaVotacion
      readonly antes: VotacionDeSesion
      readonly resumen: EfectoEnResumen
    }
  | { readonly kind: "ya_anulada"; readonly vista: VistaVotacion }

/**
 * A vote that was opened by mistake, or cannot stand, counts for nothing, with its reason; it stays on record. After the
 * session closed it goes the way of every correction of its facts.
 */
export function anularVotacion(actuacion: Actuacion, votacionId: string, motivo: string): Promise<Anulada> {
  return actuacion.data.transaction(async (repositories): Promise<Anulada> => {
    const vistaAhora = async () => {
      const { sesion, votacion } = await leerVotacion(repositories, votacionId)
      return vistaVotacion({ ...actuacion, read: repositories }, sesion, votacion)
    }
    const { votacion: antes } = await leerVotacion(repositories, votacionId)
    const { hecho, resumen } = await corregirHechos(
      repositories,
      actuacion,
      antes.sesionId,
      motivo,
      async () => {
        if (!(await repositories.votaciones.annul(votacionId, motivo, actuacion.now))) return false
        const { resultado, cerradaEn } = antes
        await asentarActo(repositories, actuacion, "votacion.anulada", antes, {
          antes: { votacionId, resultado, cerradaEn },
          despues: { votacionId, motivo, anuladaEn: actuacion.now },
        })
        return true
      },
    )
    const vista = await vistaAhora()
    return hecho ? { kind: "anulada", vista, antes, resumen } : { kind: "ya_anulada", vista }
  })
}

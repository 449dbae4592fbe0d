import type { PaseDeLista } from "../../cards/desahogo/pase-de-lista.ts"
import type { Quorum } from "../../domain/desahogo/quorum.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { estadoVotacion } from "../../domain/votacion/votacion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { leerSesion } from "../sesion/leer.ts"

/**
 * Without a quórum no vote goes on: the one that is open waits until there is one again and the Secretaría Técnica
 * resumes it. Asked after every change of the roll-call. `true`: it was suspended now.
 */
export async function suspenderSinQuorum(
  repositories: Repositories,
  actuacion: Actuacion,
  sesion: Sesion,
  { quorum, votacion }: Pick<PaseDeLista, "votacion"> & { readonly quorum: Pick<Quorum, "hay"> },
): Promise<boolean> {
  if (quorum.hay || votacion === null || estadoVotacion(votacion) !== "abierta") return false
  if (!(await repositories.votaciones.suspend(votacion.id, actuacion.now))) return false
  const despues = { votacionId: votacion.id, suspendidaEn: actuacion.now, quorum }
  await repositories.eventos.append(evento(actuacion, "votacion.suspendida", sesion.id, null, despues))
  // The cards in the channels follow the session's revision.
  const { revision } = await leerSesion(repositories, sesion.id)
  await repositories.sesionesWriter.update(sesion.id, revision, {})
  return true
}

import { asuntoAcuerdo } from "../../domain/mensaje/hechos.ts"
import type { TipoEvento } from "../../domain/tipos/bitacora.ts"
import type { VotacionDeSesion } from "../../domain/votacion/votacion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { leerSesion } from "../sesion/leer.ts"

/**
 * In the log, of the session and of the agreement that is put to the vote: what it says of it changes whether it holds.
 * Raises the session's revision, which the cards in the channels follow; another act in between does not undo the vote.
 */
export async function asentarActo(
  repositories: Repositories,
  actuacion: Actuacion,
  tipo: TipoEvento,
  votacion: Pick<VotacionDeSesion, "id" | "sesionId" | "acuerdoId">,
  { antes = null, despues }: { readonly antes?: unknown; readonly despues: unknown },
): Promise<void> {
  const { sesionId, acuerdoId } = votacion
  const entrada = evento(actuacion, tipo, sesionId, antes, despues)
  await repositories.eventos.append(entrada)
  if (acuerdoId !== null) await repositories.eventos.append({ ...entrada, objeto: asuntoAcuerdo(acuerdoId) })
  const { revision } = await leerSesion(repositories, sesionId)
  await repositories.sesionesWriter.update(sesionId, revision, {})
}

import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Votacion, VotacionDeSesion, Voto } from "../../domain/votacion/votacion.ts"

/** The votes of a session. Each write also appends its Evento, in the same transaction. */
export interface VotacionRepository {
  byId(id: string): Promise<VotacionDeSesion | null>
  /** Oldest first. */
  list(sesionId: string): Promise<readonly VotacionDeSesion[]>
  open(
    votacion: Omit<VotacionDeSesion, "id" | "difusion" | "resultado" | "cerradaEn">,
  ): Promise<VotacionDeSesion>
  /** In the order in which they were cast. */
  votos(votacionId: string): Promise<readonly Voto[]>
  /** In place of the one that the institution cast before. `false`: the vote is closed. */
  cast(voto: Voto): Promise<boolean>
  /** `false`: it was closed. Of a secret one, how each voted is forgotten. */
  close(id: string, resultado: Votacion, now: Instante): Promise<boolean>
}

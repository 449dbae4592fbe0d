import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Votacion, VotacionDeSesion, Voto } from "../../domain/votacion/votacion.ts"

/** The votes of a session. Each write also appends its Evento, in the same transaction. */
export interface VotacionRepository {
  byId(id: string): Promise<VotacionDeSesion | null>
  /** Oldest first. */
  list(sesionId: string): Promise<readonly VotacionDeSesion[]>
  open(
    votacion: Pick<VotacionDeSesion, "sesionId" | "puntoId" | "acuerdoId" | "texto" | "modo" | "abiertaEn">,
  ): Promise<VotacionDeSesion>
  /** In the order in which they were cast. */
  votos(votacionId: string): Promise<readonly Voto[]>
  /** In place of the one that the institution cast before. `false`: the vote is not open. */
  cast(voto: Voto): Promise<boolean>
  /** `false`: it was not open. Of a secret one, how each voted is forgotten. */
  close(id: string, resultado: Votacion, now: Instante): Promise<boolean>
  /** Waits for the quórum since `now`; `null`: goes on. `false`: there was nothing to change. */
  suspend(id: string, now: Instante | null): Promise<boolean>
  /** Counts for nothing from now on; what it was stays. `false`: it was annulled. Of a secret one, as when it closes. */
  annul(id: string, motivo: string, now: Instante): Promise<boolean>
  /** Puts right what came out of one that closed, and the vote that was put down wrong. `false`: it is none of those. */
  correct(id: string, resultado: Votacion, voto: Voto | null): Promise<boolean>
}

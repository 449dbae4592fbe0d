import type { Autorizacion, ObjetoAutorizacion } from "../../domain/tipos/autorizacion.ts"
import type { Acuse, ConfirmacionAsistencia, Convocatoria } from "../../domain/tipos/convocatoria.ts"

/** The call of a session and what the institutions answer. Each write also appends its Evento, in the same transaction. */
export interface ConvocatoriaRepository {
  /** Oldest first. */
  list(sesionId: string): Promise<readonly Convocatoria[]>
  /** `null`: that version exists; somebody else sent one meanwhile. */
  create(convocatoria: Omit<Convocatoria, "id">): Promise<Convocatoria | null>
  acuses(convocatoriaId: string): Promise<readonly Acuse[]>
  /** `false`: the institution had acknowledged it; the first one stays. */
  acusar(acuse: Acuse): Promise<boolean>
  /** The one that holds for each institution. */
  confirmaciones(sesionId: string): Promise<readonly ConfirmacionAsistencia[]>
  confirmar(confirmacion: ConfirmacionAsistencia): Promise<void>
}

/** What is asked of the presidencia. Each write also appends its Evento, in the same transaction. */
export interface AutorizacionRepository {
  byId(id: string): Promise<Autorizacion | null>
  /** What waits in a session; at most one thing does. */
  abierta(sesionId: string): Promise<Autorizacion | null>
  /** What waits in a body, the oldest first. */
  abiertas(organoId: string): Promise<readonly Autorizacion[]>
  /** The newest one of its kind; `null`: of any. */
  ultima(sesionId: string, objeto: ObjetoAutorizacion | null): Promise<Autorizacion | null>
  /** `null`: something else waits in that session. */
  create(nueva: Omit<Autorizacion, "id">): Promise<Autorizacion | null>
  /** `false`: it no longer waits; somebody else was first. */
  resolver(
    id: string,
    cambios: Pick<Autorizacion, "estado" | "resuelveId" | "resueltaEn" | "motivo" | "medio" | "constancia">,
  ): Promise<boolean>
}

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

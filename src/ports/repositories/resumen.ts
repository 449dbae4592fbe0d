import type { VersionResumen } from "../../domain/tipos/resumen.ts"

export type CambiosVersionResumen = Partial<
  Pick<VersionResumen, "estado" | "contenido" | "motivo" | "personaId" | "publicadoEn">
>

/** Versions of a session's summary. Each write also appends its Evento, in the same transaction. */
export interface ResumenRepository {
  /** Oldest first. */
  list(sesionId: string): Promise<readonly VersionResumen[]>
  /** The sessions of a body, by id, of which a version was published. */
  publicados(organoId: string): Promise<ReadonlySet<string>>
  /** `null`: there is one with that number; somebody else wrote it meanwhile. */
  create(version: Omit<VersionResumen, "id" | "revision">): Promise<VersionResumen | null>
  /** Raises the revision. `null`: it is no longer at `revision`, or it is published and never changes again. */
  update(id: string, revision: number, cambios: CambiosVersionResumen): Promise<VersionResumen | null>
}

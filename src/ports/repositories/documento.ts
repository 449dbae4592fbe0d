import type { Documento } from "../../domain/sesion/documento.ts"

/** Documents of sessions, by their address. Adding one also appends its Evento, in the same transaction. */
export interface DocumentoRepository {
  /** Every version, oldest first. */
  list(sesionId: string): Promise<readonly Documento[]>
  /** `null`: the version that it would replace was replaced meanwhile. */
  add(documento: Omit<Documento, "id">): Promise<Documento | null>
  byId(id: string): Promise<Documento | null>
  /** Who may open it from now on. */
  difundir(id: string, difusion: Documento["difusion"]): Promise<Documento>
}

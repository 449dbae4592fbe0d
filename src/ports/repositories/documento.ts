import type { Documento } from "../../domain/sesion/documento.ts"
import type { Invitacion } from "../../domain/sesion/invitacion.ts"

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

/** Who is invited to which item. Each write also appends its Evento, in the same transaction. */
export interface InvitacionRepository {
  /** Of a session, the oldest first. */
  list(sesionId: string): Promise<readonly Invitacion[]>
  /** In a body, of some institutions. */
  de(organoId: string, institucionIds: readonly string[]): Promise<readonly Invitacion[]>
  /** `false`: it was invited to that item already. */
  invitar(invitacion: Omit<Invitacion, "id" | "sesionId">): Promise<boolean>
  /** `false`: it was not invited to it. */
  retirar(puntoId: string, institucionId: string): Promise<boolean>
}

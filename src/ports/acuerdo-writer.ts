import type { Acuerdo, Compromiso } from "../domain/tipos.ts"

export type CambiosAcuerdo = Partial<Pick<Acuerdo, "texto" | "tipo" | "puntoId" | "difusion">>
export type CorreccionCompromiso = Partial<Pick<Compromiso, "texto" | "fechaCompromiso" | "estado">>

/** Agreements and their commitments while the session that adopts them is open. Each one also appends its Evento. */
export interface AcuerdoWriter {
  /** `null`: the body already has one with that clave, or with one that would be typed alike. */
  create(acuerdo: Omit<Acuerdo, "id">): Promise<Acuerdo | null>
  update(id: string, cambios: CambiosAcuerdo): Promise<Acuerdo>
  createCompromisos(compromisos: readonly Omit<Compromiso, "id">[]): Promise<readonly Compromiso[]>
  /** Puts right what was written: the date here is the original one, which a reprogramación never touches. */
  updateCompromiso(id: string, correccion: CorreccionCompromiso): Promise<Compromiso>
}

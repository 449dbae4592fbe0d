import type { Termino } from "../../domain/acuerdo/palabras.ts"
import type { Acuerdo } from "../../domain/tipos/acuerdo.ts"
import type { Compromiso } from "../../domain/tipos/compromiso.ts"
import type { AlcanceAcuerdos } from "../../domain/visibilidad/visibilidad.ts"

export interface AcuerdoRepository {
  byId(id: string): Promise<Acuerdo | null>
  list(organoId: string): Promise<readonly Acuerdo[]>
  bySesion(sesionId: string): Promise<readonly Acuerdo[]>
  /** Those whose text has the words and that the reader may see, newest session first. */
  buscar(busqueda: BusquedaAcuerdos): Promise<AcuerdosHallados>
}

export interface BusquedaAcuerdos {
  readonly organoId: string
  /** Each one in any of its forms. */
  readonly terminos: readonly Termino[]
  /** All of them, or any: then those with most of them come first. */
  readonly con: "todos" | "alguno"
  readonly lector: AlcanceAcuerdos
  readonly limit: number
  readonly offset: number
}

export interface AcuerdosHallados {
  readonly acuerdos: readonly Acuerdo[]
  /** On all pages. */
  readonly total: number
}

export type CambiosAcuerdo = Partial<Pick<Acuerdo, "texto" | "tipo" | "puntoId" | "difusion">>

export type CorreccionCompromiso = Partial<
  Pick<Compromiso, "texto" | "fechaCompromiso" | "estado" | "corresponsables">
>

/** Agreements and their commitments while the session that adopts them is open. Each one also appends its Evento. */
export interface AcuerdoWriter {
  /** `null`: the body already has one with that clave, or with one that would be typed alike. */
  create(acuerdo: Omit<Acuerdo, "id" | "adopcion">): Promise<Acuerdo | null>
  update(id: string, cambios: CambiosAcuerdo): Promise<Acuerdo>
  /** Of acuerdos of that body. */
  createCompromisos(
    organoId: string,
    compromisos: readonly Omit<Compromiso, "id">[],
  ): Promise<readonly Compromiso[]>
  /** Puts right what was written: the date here is the original one, which a reprogramación never touches. */
  updateCompromiso(id: string, correccion: CorreccionCompromiso): Promise<Compromiso>
}

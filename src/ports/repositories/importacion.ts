import type { ConstanciasDoc } from "../../domain/importacion/constancias.ts"
import type { DocumentoImportacion, ResumenImportacion } from "../../domain/importacion/documento.ts"
import type { AdapterId } from "../../domain/tipos/canal.ts"
import type { EstadoCompromiso } from "../../domain/tipos/compromiso.ts"
import type { EstadoSesion } from "../../domain/tipos/sesion.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"

/** Whole documents in and out of the data. */
export interface ImportRepository {
  /**
   * Runs `work` in one transaction that sees the data as they were when it began, one import at a time: what it compares
   * with is what it writes over. Where somebody changed the same meanwhile, it runs again.
   */
  exclusive<T>(work: () => Promise<T>): Promise<T>
  /**
   * Writes the document in one transaction, by natural keys: all of it or nothing. What is already as the document
   * has it stays untouched, and nothing is ever deleted. Every record created or changed leaves an `Evento`.
   */
  apply(documento: DocumentoImportacion, now: Instante): Promise<ResumenImportacion>
  /** Everything, in an order that depends on nothing but the data. */
  export(): Promise<DocumentoImportacion>
  /** What the data already hold that a document may refer to, or contradict. */
  existing(documento: DocumentoImportacion): Promise<DatosExistentes>
}

export interface DatosExistentes {
  /** `nombres`: what else they are called, to tell which one was meant. */
  readonly organos: readonly {
    readonly clave: string
    readonly padre: string | null
    readonly nombres?: readonly string[]
  }[]
  readonly instituciones: readonly {
    readonly siglas: string
    readonly sucesora: string | null
    readonly nombres?: readonly string[]
  }[]
  readonly personas: readonly { readonly clave: string; readonly nombre?: string }[]
  readonly titulares: readonly {
    readonly persona: string
    readonly organo: string
    readonly institucion: string | null
    readonly desde: Fecha
    readonly hasta: Fecha | null
  }[]
  /** Bodies that have a member, with the term of each seat. */
  readonly asientos: readonly {
    readonly organo: string
    readonly institucion: string
    readonly desde: Fecha | null
    readonly hasta: Fecha | null
  }[]
  readonly canales: readonly {
    readonly organo: string
    readonly clave: string
    readonly adapter: AdapterId
    readonly workspace: string
    readonly canal: string
  }[]
  /** Of the document's bodies: how many of each were recorded. */
  readonly sesiones: readonly {
    readonly organo: string
    readonly clave: string
    readonly estado: EstadoSesion
    /** Somebody did something to it, and not only imports. */
    readonly porPersonas: boolean
    readonly hechos: number
    readonly asistencias: number
    readonly puntos: number
  }[]
  /** Of the document's bodies. */
  readonly acuerdos: readonly {
    readonly organo: string
    readonly sesion: string
    readonly clave: string
    readonly claveNormalizada: string
  }[]
  /** Of the document's bodies, those with one of its claves. */
  readonly compromisos: readonly {
    readonly clave: string
    readonly organo: string
    readonly acuerdo: string
    readonly estado: EstadoCompromiso
    readonly fechaReprogramada: Fecha | null
    readonly reprogramaciones: number
    /** The date that its institution asked for and nobody answered yet. */
    readonly prorrogaPedida: Fecha | null
    readonly porPersonas: boolean
  }[]
  /** Of the sessions of which the document brings some. */
  readonly constancias: readonly ConstanciasDoc[]
}

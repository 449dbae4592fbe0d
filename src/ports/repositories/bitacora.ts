import type { Medio } from "../../domain/tipos/canal.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"

/** Append-only log: who, from where, did what to what. */
export interface NewEvento {
  readonly tipo: string
  /** `sesion:<id>`, `compromiso:<id>`… */
  readonly objeto: string
  readonly organoId: string | null
  readonly personaId: string | null
  readonly plataforma: Medio
  readonly antes: unknown
  readonly despues: unknown
  readonly instante: Instante
}

export interface Evento extends NewEvento {
  readonly id: string
}

export interface News {
  /** Without repetition. */
  readonly objetos: readonly string[]
  /** Where the reading began and ended, for `markRead` alone. */
  readonly from: bigint
  readonly to: bigint
}

export interface EventoRepository {
  append(evento: NewEvento): Promise<void>
  byObjeto(objeto: string): Promise<readonly Evento[]>
  /**
   * What was written about since a reader last said that it was done. Nothing is skipped, however late it commits: what
   * an open transaction wrote comes with a later reading. What was created by an import is no news: nobody spoke of it.
   */
  news(reader: string): Promise<News>
  /** The reader is done with it. Until then it is news again; of two that read the same, one being done is enough. */
  markRead(reader: string, news: News): Promise<void>
}

import type { TipoEvento } from "../../domain/tipos/bitacora.ts"
import type { Medio } from "../../domain/tipos/canal.ts"
import type { Persona } from "../../domain/tipos/directorio.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"

/** Append-only log: who, from where, did what to what. */
export interface NewEvento {
  readonly tipo: TipoEvento
  /** `sesion:<id>`, `compromiso:<id>`… */
  readonly objeto: string
  readonly organoId: string | null
  readonly personaId: string | null
  readonly plataforma: Medio
  readonly antes: unknown
  readonly despues: unknown
  readonly instante: Instante
}

export interface Evento extends Omit<NewEvento, "tipo"> {
  readonly id: string
  /** As it was written, perhaps by another version of the program. */
  readonly tipo: string
}

/** What is asked of a body's log; what is not said restricts nothing. */
export interface FiltroBitacora {
  readonly organoId: string
  /** What was done or read of the session, of its acuerdos and of their compromisos. */
  readonly sesionId?: string
  /** What was done by people with a post of it in the body, whenever they had it, or to its compromisos. */
  readonly institucionId?: string
  readonly personaId?: string
  /** By the clock of the act: from, and before. */
  readonly desde?: Instante
  readonly antesDe?: Instante
  readonly tipos?: readonly string[]
}

/** An entry without what changed: who, from where, by which order, about what. */
export interface Asiento extends OrigenAsiento {
  readonly tipo: string
  readonly objeto: string
  readonly personaId: string | null
  readonly plataforma: Medio
  readonly instante: Instante
  /** What the channel of that place is called; `null`: it is no channel of a body. */
  readonly canal: string | null
}

/** As `OrigenActo`; `null`: nobody asked for it, or it is from before this was kept. */
export interface OrigenAsiento {
  readonly cuenta: string | null
  readonly lugar: string | null
  readonly orden: string | null
}

/** An entry with its link in the chain; `null`: its transaction has not ended. */
export interface AsientoSellado extends Pick<Asiento, "tipo" | "objeto" | "personaId" | "instante"> {
  readonly posicion: number | null
  readonly huella: string | null
}

export interface News {
  /** Without repetition. */
  readonly objetos: readonly string[]
  /** The bodies whose log tells of it, without repetition. */
  readonly organos: readonly string[]
  /** Where the reading began and ended, for `markRead` alone. */
  readonly from: bigint
  readonly to: bigint
}

/** Where an order came from, as the platform vouches for it; never what it said. */
export interface OrigenActo {
  /** Of the platform: `T01/U02`. Of the command line: who is logged in. */
  readonly cuenta: string | null
  /** The channel, with its workspace: `T01/C03`. */
  readonly lugar: string | null
  /** `sesion.crear` */
  readonly orden: string
}

export interface EventoRepository {
  append(evento: NewEvento): Promise<void>
  /** Whatever is appended while `work` runs, by whomever, carries this origin. */
  desde<T>(origen: OrigenActo, work: () => Promise<T>): Promise<T>
  byObjeto(objeto: string): Promise<readonly Evento[]>
  /** The entries of all of these, in the order in which they were written. */
  byObjetos(objetos: readonly string[]): Promise<readonly Evento[]>
  /** Newest first; with what belongs to no body in particular, such as the directory. A page past the end is empty. */
  buscar(
    filtro: FiltroBitacora,
    pagina: { readonly pagina: number; readonly porPagina: number },
  ): Promise<{ readonly total: number; readonly asientos: readonly Asiento[] }>
  /** Everybody who did something in a body, by name. */
  quienes(organoId: string): Promise<readonly Persona[]>
  /** Of the body alone and of these kinds, oldest first. */
  sellados(organoId: string, tipos: readonly string[]): Promise<readonly AsientoSellado[]>
  /** How many of each kind the body has. */
  cuantos(organoId: string): Promise<ReadonlyMap<string, number>>
  /**
   * What was written about since a reader last said that it was done. Nothing is skipped, however late it commits: what
   * an open transaction wrote comes with a later reading. What was created by an import is no news: nobody spoke of it. Nor is
   * what became of a message, or what somebody was told.
   */
  news(reader: string): Promise<News>
  /** The reader is done with it. Until then it is news again; of two that read the same, one being done is enough. */
  markRead(reader: string, news: News): Promise<void>
}

/** What the chain was on a day. */
export interface CabezaBitacora {
  readonly fecha: Fecha
  /** Links there were. */
  readonly tamano: number
  /** Root of the RFC 6962 tree over their fingerprints, hexadecimal. */
  readonly raiz: string
  /** The time-stamping authority that was asked; `null`: none is configured. */
  readonly autoridad: string | null
  readonly calculadaEn: Instante
}

/** What an authority answered about a head (RFC 3161), as it came. */
export interface SelloDeTiempo {
  readonly fecha: Fecha
  readonly autoridad: string
  readonly respuesta: Uint8Array
  readonly recibidaEn: Instante
}

/** The chain over the log and over what is evidence. The database writes it; here it is read. */
export interface RegistroRepository {
  /** Fingerprints of all links in order, hexadecimal, as many at a time as fit. */
  huellas(leer: (huellas: readonly string[]) => void): Promise<void>
  /** Each line of an export, all of one moment; the format is told in docs/verificar-bitacora.mjs. */
  exportar(escribir: (linea: string) => void): Promise<void>
  /** How many links there are. */
  longitud(): Promise<number>
  ultimaCabeza(): Promise<CabezaBitacora | null>
  /** The first one of a day stays. */
  asentarCabeza(cabeza: CabezaBitacora): Promise<void>
  sello(fecha: Fecha): Promise<SelloDeTiempo | null>
  asentarSello(sello: SelloDeTiempo): Promise<void>
}

import type { Instante } from "./tiempo.ts"

/** One version of what is told of a session: what it adds to the facts on record, never the facts themselves. */
export interface VersionResumen {
  readonly id: string
  readonly sesionId: string
  /** 1 is the first one published; every later one corrects the one before it, and says why. */
  readonly version: number
  readonly estado: "borrador" | "aprobado" | "publicado"
  /** Raised by every change of a draft. */
  readonly revision: number
  readonly contenido: ContenidoResumen
  readonly motivo: string | null
  /** Who wrote it last. */
  readonly personaId: string
  readonly creadoEn: Instante
  readonly publicadoEn: Instante | null
}

export interface ContenidoResumen {
  /** At most one for each paragraph. */
  readonly ediciones: readonly EdicionResumen[]
  /** What an erratum puts right; `null`: the version is none. */
  readonly errata: ErrataResumen | null
  /** Keys of what its readers have been told by an erratum, and need not be sent in full. */
  readonly enterados: readonly string[]
}

export interface EdicionResumen {
  /** `punto:<id>`, `hecho:3`… */
  readonly parrafo: string
  /** What was on record when it was edited: if that changes, the edit no longer holds. */
  readonly registrado: string
  readonly texto: string
  readonly personaId: string
  readonly instante: Instante
}

export interface ErrataResumen {
  /** 1 for the first erratum of a session's summary. */
  readonly numero: number
  readonly parrafo: string
  readonly dice: string
  readonly debeDecir: string
  /** Ids of the channels that it went to; none while nobody has confirmed it. */
  readonly canales: readonly string[]
  /**
   * What a correction of the facts themselves changed in the summary: the first one is told in `parrafo`, `dice` and
   * `debeDecir` too. None: only a paragraph was worded in another way.
   */
  readonly hechos: readonly CorreccionDeHecho[]
}

/** A paragraph that says something else because what is on record was put right. */
export interface CorreccionDeHecho {
  readonly parrafo: string
  /** Where it stands in the summary. */
  readonly lugar: string | null
  /** `null`: it was not there. */
  readonly dice: string | null
  /** `null`: it is there no longer. */
  readonly debeDecir: string | null
  /** Ids of the channels whose copy of the summary has it. */
  readonly canales: readonly string[]
}

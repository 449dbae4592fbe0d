import type { Momento, OrdenDeAsunto } from "../../domain/inicio/asunto.ts"
import type { Inhabiles } from "../../domain/tiempo/plazo.ts"
import type { Plataformas } from "../../domain/tipos/canal.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Conexiones } from "../canal/recepcion.ts"
import type { ConsultaPersonal } from "../consulta.ts"

/** For whom matters are looked for: one person, in one body, today. */
export interface Escena extends ConsultaPersonal {
  readonly now: Instante
  readonly plataformas: Plataformas
  readonly conexiones: Conexiones
  /** Of the body. */
  readonly inhabiles: Inhabiles
}

/** As a source finds it; how urgent it is follows from its dates. */
export interface AsuntoHallado extends Momento {
  readonly que: string
  readonly orden: OrdenDeAsunto
  readonly objeto: string | null
  readonly demo: boolean
  /** The days in which it is counted, if they are not the body's. */
  readonly inhabiles?: Inhabiles
}

/** Where the matters of one concept come from. */
export interface Fuente {
  /**
   * The command that says whose matters these are: who may not use it has none of them, and nothing is read. The command
   * of each button is asked for besides.
   */
  readonly requiere: string
  /** A few statements, however much there is: never one for each record of a list that grows. */
  buscar(escena: Escena): Promise<readonly AsuntoHallado[]>
}

import type { LugarDeTexto } from "../domain/testado/lugar.ts"
import type { Terminos } from "../domain/testado/terminos.ts"
import type { ClaseTestada } from "../domain/testado/testado.ts"
import type { Medio } from "../domain/tipos/canal.ts"
import type { Instante } from "../domain/tipos/tiempo.ts"

/** One field of one row where a phrase stands. */
export interface Hallazgo {
  readonly tabla: string
  readonly clave: string
  readonly campo: string
  /** What people know the record by: the clave of an acuerdo, or of the session that a row is of; `null`: nothing. */
  readonly nombre: string | null
  /** Where it stands in full; `null`: only its beginning does, in a list that shortened it. */
  readonly lugar: LugarDeTexto | null
}

/** What an act of erasure says of itself. Nothing of it may hold the phrase. */
export interface ActoDeTestar {
  readonly organoId: string
  /** «[testado: CURP de una persona]». */
  readonly reemplazo: string
  readonly clase: ClaseTestada
  readonly motivo: string
  readonly personaId: string
  readonly plataforma: Medio
  readonly instante: Instante
}

export interface Testado {
  /** Fields of each table in which it stood. */
  readonly lugares: Readonly<Record<string, number>>
  /** Links of the chain whose text went. */
  readonly posiciones: readonly number[]
  /** Ids of the deliveries that said it. */
  readonly entregas: readonly string[]
}

/** How many of each kind went, or would; from when to when, of the log. */
export interface Depurado {
  readonly borradores: number
  readonly recibidos: number
  readonly entregas: number
  readonly bitacora: number
  readonly desde: Instante | null
  readonly hasta: Instante | null
}

/** Takes a text that should not be here out of everywhere. A phrase goes in and never comes out in an error. */
export interface TestadoRepository {
  /** Every place of a body where a phrase stands, whatever its case, accents and white space. */
  buscar(organoId: string, frase: string): Promise<readonly Hallazgo[]>
  /** Whether it is part of a clave, of the body's or an institution's name, or of somebody's who has a post in the body. */
  nombraAlgo(organoId: string, frase: string): Promise<boolean>
  /** Each text of a record and of what is part of it: of a session, of its items, its documents… */
  deRegistro(organoId: string, clave: string): Promise<readonly LugarDeTexto[]>
  /** What stands there; `null`: nothing any more, or it is not the body's. */
  leer(organoId: string, lugar: LugarDeTexto): Promise<string | null>
  /** In one transaction with all else; `null`: it stands nowhere, and nothing was written. */
  testar(acto: ActoDeTestar, frase: string): Promise<Testado | null>
  /** Lets go of what is older than its term, all of it or nothing, and says so in the log. `simular`: only counts it. */
  depurar(
    terminos: Terminos,
    cuando: { readonly instante: Instante; readonly plataforma: Medio; readonly simular: boolean },
  ): Promise<Depurado>
}

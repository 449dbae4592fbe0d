import type { Destination, DestinationCheck, StoredConnection } from "./chat-adapter.ts"
import type { Clock } from "./clock.ts"
import type { CommandDescription } from "./command-description.ts"

/** Commands as a platform has them registered, against those of this version; each as a person writes it. */
export interface OrdenesRegistradas {
  readonly faltan: readonly string[]
  readonly sobran: readonly string[]
  /** Registered with other words or options, by another version. */
  readonly distintas: readonly string[]
}

/** A workspace as its platform tells of it, asked without listening to anybody in it. */
export interface InspectedSpace {
  /** Its own id, and those of the workspaces that the same credentials open. */
  readonly workspaces: readonly string[]
  readonly nombre: string
  /** What the bot needs there and was not granted, by the platform's own names. */
  readonly faltan: readonly string[]
  /** What it does without there, by the platform's own names, and what it does not do for want of it. */
  readonly sinEllo?: readonly { readonly permiso: string; readonly queda: string }[]
  /** The platform's clock minus ours, in milliseconds, to within a second; `null`: it did not say. */
  readonly desfaseMs: number | null
  /** Of a platform that has commands registered by name: how they are, of all workspaces that the settings open. */
  readonly ordenes?: OrdenesRegistradas
  channel(to: Destination): Promise<DestinationCheck>
}

/** What a platform tells of credentials, for whoever looks for what is wrong. Nothing is written there. */
export interface Inspection<Config> {
  /** The workspaces that the settings' own credentials open. OperatorError: they are refused, or nobody answers. */
  own(
    config: Config,
    clock: Clock,
    commands: readonly CommandDescription[],
  ): Promise<readonly InspectedSpace[]>
  /** One that somebody connected. OperatorError: the same. */
  connected?(config: Config, connection: StoredConnection, clock: Clock): Promise<InspectedSpace>
}

/** What the role of the process may do with a table. */
export interface InspectedTable {
  readonly nombre: string
  /** It may alter it, and turn its triggers off. */
  readonly propia: boolean
  readonly leer: boolean
  readonly agregar: boolean
  readonly cambiar: boolean
  readonly borrar: boolean
}

export interface InspectedDatabase {
  readonly kind: "postgresql" | "embebida"
  /** As PostgreSQL writes it: "17.5". */
  readonly version: string
  readonly octetos: number
  /** Of the disk of the embedded database; `null`: a server's cannot be seen from here. */
  readonly libres: number | null
  readonly rol: string
  readonly tablas: readonly InspectedTable[]
  /** Functions and sequences that the bot uses and this role may not. */
  readonly sinUso: readonly string[]
  readonly migraciones: {
    readonly faltan: readonly string[]
    /** The data and this program do not fit together. */
    readonly falla: { readonly que: string; readonly hacer: string } | null
  }
  /** The server's clock minus ours, in milliseconds. */
  readonly desfaseMs: number
}

export type DatabaseInspection =
  | { readonly estado: "vista"; readonly base: InspectedDatabase }
  /** Nothing was ever kept there. */
  | { readonly estado: "nueva" }
  /** The embedded database, while the bot runs. */
  | { readonly estado: "ocupada"; readonly que: string }
  | { readonly estado: "cerrada"; readonly que: string; readonly hacer: string }

/** That somebody plans: of several processes on the same data, whichever did last. By the database's clock. */
export interface LatidoRepository {
  latir(): Promise<void>
  /** Milliseconds since then; `null`: nobody ever did. */
  edad(): Promise<number | null>
}

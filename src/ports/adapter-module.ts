import type { IncomingMessage, ServerResponse } from "node:http"
import type { AdapterId } from "../domain/tipos/canal.ts"
import type { Authorising } from "./authorising.ts"
import type { ChatAdapter } from "./chat-adapter.ts"
import type { Clock } from "./clock.ts"
import type { CommandDescription } from "./command-description.ts"
import type { CheckedConnection } from "./conexiones.ts"
import type { ConnectionNews } from "./connection-news.ts"
import type { ConsoleDemo } from "./console-demo.ts"
import type { Inspection } from "./diagnostico.ts"
import type { FormDrafts } from "./form-drafts.ts"
import type { HttpEndpoint } from "./http-endpoint.ts"
import type { Logger } from "./logger.ts"

/** A Connect-style handler, so that every adapter shares the process's one HTTP server. */
export type HttpHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void

/** What the composition root hands to an adapter. */
export interface AdapterDeps<Config> {
  readonly config: Config
  readonly clock: Clock
  readonly log: Logger
  readonly commands: readonly CommandDescription[]
  /** Adds a handler to the process's HTTP server. The handler calls `next()` for paths that are not its own. */
  readonly mount: (handler: HttpHandler) => void
  /** Where a platform keeps what it cannot hold itself of a form that is being filled in. */
  readonly drafts: FormDrafts
  /** Where it tells what becomes of the workspaces that it opens. */
  readonly news: ConnectionNews
  /** `null`: without a master key nobody can be invited to connect a workspace. */
  readonly authorising: Authorising | null
  /** How this server is reached from outside; `null`: nobody configured it. */
  readonly publicUrl: string | null
  /** Only the console needs it: people, channels and clock of the demonstration. */
  readonly demo: ConsoleDemo
}

export type Environment = Readonly<Record<string, string | undefined>>

/** What one kind of a platform's own ids looks like. */
export interface FormaDeId {
  /** Of the whole id. */
  readonly pattern: RegExp
  /** How it looks and where a person finds it; ends a sentence that says that another text is not one. */
  readonly ayuda: string
}

/** The ids that a file names. A name in their place (`#comite`) is refused where it is read, and not when it is sent to. */
export interface Identificadores {
  readonly workspace: FormaDeId
  readonly channel: FormaDeId
  readonly user: FormaDeId
}

/**
 * What `adapters/<id>/definition.ts` exports: all that is known of a platform without loading its SDK. Everything else
 * that tells platforms apart (import, names in messages, start, help, command line) reads it here.
 */
export interface AdapterDefinition<Config> {
  /** The adapter's folder. What the data call the platform: once in use it never changes. */
  readonly id: AdapterId
  /** What people call it: "Slack". */
  readonly name: string
  readonly ids: Identificadores
  /** Of its own variables. A zod schema; any validator with this method will do. Its messages name no value. */
  readonly schema: EnvSchema<Config>
  /**
   * `yes` when any of its variables asks for it: a half-written configuration must fail at start, not be ignored.
   * `alone`: only where no other platform is asked for.
   */
  wanted(env: Environment): "yes" | "no" | "alone"
  /** `one`: the platform tells every connection everything, so that only one process may listen; all of them send. */
  readonly listeners: "one" | "any"
  /** What it answers on the process's HTTP server and takes a body; nothing else is let through with one. */
  readonly endpoints?: readonly HttpEndpoint[]
  /** The people are made up: an empty database gets the demonstration where there are only such platforms. */
  readonly demonstration?: true
  /** Loads the SDK. */
  load(): Promise<AdapterModule<Config>>
  /**
   * What the start says of it, where that is more than whether it is on. `url`: of the process's HTTP server, or the
   * address of the platform's own page.
   */
  startup?(on: boolean, url: string): string
  /** `plenaria manifiesto <id>`: what the platform creates its application from. `url`: public, where it takes one. */
  manifest?(commands: readonly CommandDescription[], url: string | undefined): Promise<object>
  /** Of a platform whose workspaces are opened each with credentials of its own. */
  readonly connecting?: Connecting<Config>
  /** `plenaria doctor`: what the platform says of the credentials and of the channels. */
  readonly inspection?: Inspection<Config>
  /** `plenaria conectar <id>` where one application is in all workspaces: the address with which it is invited to one. */
  invitation?(config: Config): Promise<string>
  /** `plenaria registrar-comandos <id>`: tells the platform the commands; returns how many it took. */
  registerCommands?(config: Config, commands: readonly CommandDescription[]): Promise<number>
}

/** How somebody connects a workspace by handing over what opens it. */
export interface Connecting<Config> {
  /** What to hand over, one a line, and where to find it. */
  readonly ayuda: string
  /**
   * Asks the platform whose they are. OperatorError: something is missing, or is not what it should be; the message names
   * no secret.
   */
  check(config: Config, lines: readonly string[]): Promise<CheckedConnection>
}

/** Every platform that there is: `adapters/registry.ts`, unless whoever starts hands in another. */
export type AdapterRegistry = readonly AdapterDefinition<unknown>[]

export interface EnvSchema<Config> {
  safeParse(env: unknown):
    | { readonly success: true; readonly data: Config }
    | {
        readonly success: false
        readonly error: {
          readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]
        }
      }
}

/** What `adapters/<id>/index.ts` exports as `adapterModule`, and `load` gives. */
export interface AdapterModule<Config> {
  create(deps: AdapterDeps<Config>): ChatAdapter
}

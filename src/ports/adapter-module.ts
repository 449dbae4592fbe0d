import type { IncomingMessage, ServerResponse } from "node:http"
import type { ChatAdapter } from "./chat-adapter.ts"
import type { Clock } from "./clock.ts"
import type { CommandDescription } from "./command-description.ts"
import type { ConsoleStage } from "./console-stage.ts"
import type { FormDrafts } from "./form-drafts.ts"
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
  /** Only the console needs it: people, channels and clock of the demonstration. */
  readonly stage: ConsoleStage
}

/** What `adapters/<id>/config.ts` exports as `<id>Env`: the adapter's variables, known without loading its SDK. */
export interface AdapterEnv<Config> {
  /** A zod schema; any validator with this method will do. Its messages are Spanish and name no value. */
  readonly schema: EnvSchema<Config>
  /** `true` when any credential is there: a half-written configuration must fail at start, not be ignored. */
  isConfigured(env: Readonly<Record<string, string | undefined>>): boolean
}

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

/** What `adapters/<id>/index.ts` exports as `adapterModule`. */
export interface AdapterModule<Config> {
  create(deps: AdapterDeps<Config>): ChatAdapter
}

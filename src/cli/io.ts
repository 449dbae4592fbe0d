import type { Environment } from "../ports/adapter-module.ts"

/** What an order of the command line reads its settings from and says its answers to. */
export interface CliIo {
  readonly env: Environment
  /** Standard output: the answer, and nothing else. */
  readonly out: (text: string) => void
  /** The lines of standard input, to its end or to an empty one; on a terminal they are not shown. */
  readonly read: () => Promise<readonly string[]>
  /** A question on the terminal, and the line that answers it; `null`: there is no more to read. */
  readonly ask: (question: string) => Promise<string | null>
  /** Standard error: what was refused, and why. */
  readonly err: (text: string) => void
}

import type { Environment } from "../ports/adapter-module.ts"

/** What an order of the command line reads its settings from and says its answers to. */
export interface CliIo {
  readonly env: Environment
  /** Standard output: the answer, and nothing else. */
  readonly out: (text: string) => void
  /** Standard error: what was refused, and why. */
  readonly err: (text: string) => void
}

import { existsSync } from "node:fs"
import type { CliIo } from "./cli/io.ts"
import { asking, linesOf } from "./cli/lines.ts"
import { explain, runCli } from "./cli/run.ts"

/** The `plenaria` command. Exit status: 0 done, 1 refused or failed, 2 bad usage. Errors go to standard error. */

const out = (text: string) => void process.stdout.write(text)
const io: CliIo = {
  env: process.env,
  out,
  ask: asking(process.stdin, out),
  read: () => linesOf(process.stdin),
  err: (text) => void process.stderr.write(text),
}

// `plenaria ensayo … | head`: whoever reads has read enough.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error
  process.exit(0)
})

try {
  if (existsSync(".env")) process.loadEnvFile(".env")
  process.exitCode = await runCli(process.argv.slice(2), io)
} catch (error) {
  process.exitCode = explain(error, io)
}

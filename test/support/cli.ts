import { runCli } from "../../src/cli/run.ts"

interface Finished {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/** An order of the command line as its process runs it, without the process. */
export async function runOrder(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  input: readonly string[] = [],
): Promise<Finished> {
  const pending = [...input]
  const said = { stdout: "", stderr: "" }
  const status = await runCli(args, {
    env,
    read: async () => input,
    ask: async (question) => {
      said.stdout += question
      return pending.shift() ?? null
    },
    out: (text) => {
      said.stdout += text
    },
    err: (text) => {
      said.stderr += text
    },
  })
  return { status, ...said }
}

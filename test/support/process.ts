import { type ChildProcess, spawn } from "node:child_process"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("../..", import.meta.url))

/** From the sources, or, in the folder of what was compiled, from that. */
type Entry = "src/main.ts" | "main.mjs" | "plenaria.mjs"

/** Where it stands and as whom it runs; left out: here, and as whoever runs the tests. */
interface Place {
  readonly cwd?: string
  readonly uid?: number
}

interface Finished {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** What stands between `node` and the file in `npm start`, so that what is measured and tested is what is run. */
function flagsOf(entry: Entry): readonly string[] {
  if (entry === "plenaria.mjs") return []
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    readonly scripts: { readonly start: string }
  }
  const words = scripts.start.split(" ")
  const flags = words.slice(words.indexOf("node") + 1, words.indexOf("start.mjs"))
  return entry === "main.mjs" ? flags : [...flags, "--import", "tsx"]
}

/** A Plenaria process started as its users start it, with an environment of its own. */
export class PlenariaProcess {
  readonly #child: ChildProcess
  readonly #waiting = new Set<() => void>()
  stdout = ""
  stderr = ""
  readonly finished: Promise<Finished>

  constructor(
    entry: Entry,
    args: readonly string[],
    env: Readonly<Record<string, string>>,
    place: Place = {},
  ) {
    this.#child = spawn(process.execPath, [...flagsOf(entry), entry, ...args], {
      cwd: root,
      ...place,
      env: { PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", ...env },
      stdio: ["ignore", "pipe", "pipe"],
    })
    this.#child.stdout?.on("data", (chunk) => this.#hear(() => (this.stdout += chunk)))
    this.#child.stderr?.on("data", (chunk) => this.#hear(() => (this.stderr += chunk)))
    this.finished = new Promise((resolve) => {
      this.#child.once("close", (status) => {
        resolve({ status, stdout: this.stdout, stderr: this.stderr })
        this.#hear(() => {})
      })
    })
  }

  #hear(change: () => unknown): void {
    change()
    for (const check of this.#waiting) check()
  }

  /** Resolves with the match as soon as the standard output has it; rejects when the process ends before. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    const found = new Promise<RegExpExecArray>((resolve) => {
      const check = () => {
        const match = pattern.exec(this.stdout)
        if (!match) return
        this.#waiting.delete(check)
        resolve(match)
      }
      this.#waiting.add(check)
      check()
    })
    const ended = this.finished.then(({ status, stderr }) => {
      throw new Error(`ended with ${status} before saying ${pattern}: ${stderr || this.stdout}`)
    })
    return Promise.race([found, ended])
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal)
  }

  async stop(): Promise<Finished> {
    this.kill("SIGINT")
    return this.finished
  }
}

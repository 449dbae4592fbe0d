import { execFileSync } from "node:child_process"
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { entered } from "../support/consola.ts"
import { PlenariaProcess } from "../support/process.ts"

const root = fileURLToPath(new URL("../..", import.meta.url))
/** Only root may start a process as somebody else; anybody else is unprivileged already. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65534 } : {}
let folder: string
let compiled: string
let data: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "plenaria-compilado-"))
  chmodSync(folder, 0o755)
  compiled = join(folder, "plenaria")
  data = join(folder, "datos")
  execFileSync(process.execPath, ["build.mjs", compiled], { cwd: root })
  readOnly(compiled)
  mkdirSync(data)
  if (NOBODY.uid !== undefined) chownSync(data, NOBODY.uid, NOBODY.uid)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function readOnly(path: string): void {
  const isFolder = statSync(path).isDirectory()
  chmodSync(path, isFolder ? 0o555 : 0o444)
  if (isFolder) for (const name of readdirSync(path)) readOnly(join(path, name))
}

const run = (entry: "main.mjs" | "plenaria.mjs", ...args: readonly string[]) =>
  new PlenariaProcess(
    entry,
    args,
    { HOME: "/nonexistent", DATA_DIR: join(data, "base"), PORT: "0", LOG_LEVEL: "warn" },
    { cwd: compiled, ...NOBODY },
  )

describe("what `npm run build` leaves", () => {
  it("runs under node alone, as somebody without rights, over a tree that nobody may write", async () => {
    const bot = run("main.mjs")
    const [, opened = ""] = await bot.says(/Consola web: (http:\S+)/)
    const { url, headers } = entered(opened)
    expect(await (await fetch(`${url}/salud`)).json()).toMatchObject({ estado: "en servicio" })
    // The page, the demonstration and the migrations are files that it finds beside itself.
    expect(await (await fetch(url, { headers })).text()).toContain("<title>")
    const { status, stderr } = await bot.stop()
    expect(status, stderr).toBe(0)
    expect(existsSync(join(compiled, "data"))).toBe(false)
  })

  it("brings the command line, which answers over the same data", async () => {
    const asked = await run("plenaria.mjs", "preguntar", "/sesion proxima", "--como", "sin-vincular").finished
    expect(asked.stderr).toBe("")
    expect(asked).toMatchObject({ status: 0 })
    expect(await run("plenaria.mjs", "verificar-bitacora").finished).toMatchObject({ status: 0 })
  })

  it("brings the licence of every package that is in it, and nothing that is only for development", () => {
    const names = readdirSync(join(compiled, "node_modules/@electric-sql"))
    expect(names).toEqual(["pglite"])
    expect(readdirSync(compiled)).toContain("AVISOS.txt")
  })
})

import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { runOrder } from "../support/cli.ts"
import type { TestDatabase } from "../support/database.ts"
import { createDemoDatabaseOfToday } from "../support/demo-database.ts"
import { createBareDatabase } from "../support/sql.ts"

/** What each order answers, run in this process; cli-proceso.test.ts has what only a process of its own shows. */
let database: TestDatabase
const ask = (...args: string[]) => runOrder(args, { DATABASE_URL: database.url })

describe("an order that only reads", () => {
  beforeAll(async () => {
    database = await createDemoDatabaseOfToday()
  })
  afterAll(() => database.close())
  it("gives the card itself with --json", async () => {
    const answer = await ask(
      "preguntar",
      "/sesion proxima",
      "--como",
      "enlace-sre",
      "--canal",
      "sre",
      "--json",
    )
    expect(answer.status).toBe(0)
    expect(JSON.parse(answer.stdout)).toMatchObject({ title: expect.any(String), demo: true })
  })

  it("answers for the moment it is told", async () => {
    const answer = await ask(
      "preguntar",
      "/sesion proxima",
      "--como",
      "enlace-sre",
      "--ahora",
      "2199-01-01T10:00",
    )
    expect(answer.status).toBe(0)
    expect(answer.stdout).toMatch(/[Nn]o hay/)
  })

  it("rehearses the calendar of messages, as text and as JSON, and sends none", async () => {
    const range = ["--desde", "2024-02-20", "--hasta", "2024-03-05"]
    const rehearsed = await ask("ensayo", ...range, "--organo", "ci-trata")
    expect(rehearsed).toMatchObject({ status: 0, stderr: "" })
    expect(rehearsed.stdout).toContain("=== viernes 1 de marzo de 2024, 09:00 horas (hora del centro)")
    expect(rehearsed.stdout).toContain("Por qué: Recordatorio a SRE")
    const messages: unknown[] = JSON.parse((await ask("ensayo", ...range, "--json")).stdout)
    expect(rehearsed.stdout).toContain(`: ${messages.length} mensajes. Nada se ha enviado.`)
    expect(messages[0]).toMatchObject({
      cuando: expect.stringMatching(/Z$/),
      organo: "ci-trata",
      canal: { plataforma: "consola" },
      porque: expect.any(String),
      texto: expect.stringContaining("DATOS DE DEMOSTRACIÓN"),
    })
  })

  it.each([
    [["preguntar", "/sesion proxima"], 2, "--como"],
    [["preguntar", "/sesion proxima", "--como", "nadie"], 1, "«nadie»"],
    [["preguntar", "/sesion proxima", "--como", "enlace-sre", "--canal", "luna"], 1, "«luna»"],
    [["preguntar", "/sesion proxima", "--como", "enlace-sre", "--ahora", "ayer"], 1, "«ayer»"],
    [["preguntar", "/sesion baila", "--como", "enlace-sre"], 1, "baila"],
    [["ensayo", "--desde", "2024-02-01"], 2, "--hasta"],
    [["ensayo", "--desde", "ayer", "--hasta", "2024-02-01"], 1, "«ayer»"],
    [["ensayo", "--desde", "2024-02-30", "--hasta", "2024-03-01"], 1, "«2024-02-30»"],
    [["ensayo", "--desde", "2024-03-01", "--hasta", "2024-02-01"], 1, "antes de comenzar"],
    [["ensayo", "--desde", "2024-01-01", "--hasta", "2026-01-01"], 1, "400 días"],
    [["ensayo", "--desde", "2024-01-01", "--hasta", "2024-01-02", "--organo", "x"], 1, "«x»"],
    [["importar", "no-existe.yaml"], 1, "no existe"],
    [["importar"], 2, "archivo"],
    [["bailar"], 2, "bailar"],
    [["manifiesto", "teams"], 1, "«teams»"],
    [["registrar-comandos", "discord"], 1, "DISCORD_TOKEN"],
  ])("%j exits with %i and explains on standard error", async (args, status, explanation) => {
    const answer = await ask(...args)
    expect(answer.status).toBe(status)
    expect(answer.stderr).toContain(explanation)
    expect(answer.stdout).toBe("")
  })

  it("refuses a text without end, and says how long it may be", async () => {
    const endless = `/sesion resumen ${"x".repeat(10_000)}`
    const answer = await ask("preguntar", endless, "--como", "enlace-sre")
    expect(answer).toMatchObject({ status: 1, stdout: "" })
    expect(answer.stderr).toContain("caracteres")
  })

  it("explains itself in Spanish", async () => {
    const { stdout } = await ask("ayuda", "verificar-bitacora")
    expect(stdout).toContain("Uso: plenaria verificar-bitacora [archivo] [opciones]")
    for (const { stdout } of [await ask("--ayuda"), await ask("ayuda", "importar")])
      expect(stdout).not.toMatch(/usage|options|arguments|commands|default/i)
  })

  it("prints a manifest that Slack can read, with the five commands", async () => {
    const answer = await ask("manifiesto", "slack")
    const commands = JSON.parse(answer.stdout).features.slash_commands.map(
      (c: { command: string }) => c.command,
    )
    expect(commands).toEqual(["/sesion", "/acuerdo", "/compromiso", "/directorio", "/plenaria"])
  })
})

describe("an order that writes", () => {
  let folder: string
  beforeEach(async () => {
    database = await createDemoDatabaseOfToday()
    folder = mkdtempSync(join(tmpdir(), "plenaria-cli-"))
  })
  afterEach(async () => {
    rmSync(folder, { recursive: true, force: true })
    await database.close()
  })

  it("lists every problem of a file with its place, and imports nothing of it", async () => {
    const file = join(folder, "malo.yaml")
    writeFileSync(file, "version: 1\norganos:\n  - clave: 7\nsesiones: no\n")
    const before = await ask("exportar")
    const answer = await ask("importar", file)
    expect(answer.status).toBe(1)
    expect(answer.stderr).toMatch(/organos\[0\]/)
    expect(answer.stderr).toMatch(/sesiones: /)
    expect((await ask("exportar")).stdout).toBe(before.stdout)
  })

  it("imports again what it exported without changing anything", async () => {
    const exported = await ask("exportar")
    const file = join(folder, "todo.yaml")
    writeFileSync(file, exported.stdout)
    const answer = await ask("importar", file)
    expect(answer).toMatchObject({ status: 0, stderr: "" })
    expect(answer.stdout).toContain("Sin cambios")
  })

  it("brings an empty database up to date", async () => {
    const bare = await createBareDatabase()
    try {
      const answer = await runOrder(["migrar"], { DATABASE_URL: bare.url })
      expect(answer).toEqual({ status: 0, stdout: "La base de datos está al día.\n", stderr: "" })
      expect((await runOrder(["exportar"], { DATABASE_URL: bare.url })).stdout).toContain("version: 1")
    } finally {
      await bare.drop()
    }
  })
})

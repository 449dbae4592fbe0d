import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { plenaria } from "../support/process.ts"

let folder: string
const ask = (...args: string[]) => plenaria(args, { DATA_DIR: join(folder, "data") })

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "plenaria-cli-"))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe("the plenaria command", () => {
  it("answers on standard output as plain text, with nothing else", async () => {
    const answer = await ask("preguntar", "/sesion resumen 21", "--como", "secretaria-tecnica")
    expect(answer).toMatchObject({ status: 0, stderr: "" })
    expect(answer.stdout).toContain("Vigésimo Primera Sesión Ordinaria")
  })

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
    [["preguntar", `/sesion resumen ${"x".repeat(10_000)}`, "--como", "enlace-sre"], 1, "caracteres"],
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

  it("prints a manifest that Slack can read, with the four commands", async () => {
    const answer = await ask("manifiesto", "slack")
    const commands = JSON.parse(answer.stdout).features.slash_commands.map(
      (c: { command: string }) => c.command,
    )
    expect(commands).toEqual(["/sesion", "/acuerdo", "/compromiso", "/plenaria"])
  })

  it("brings the database up to date", async () => {
    expect(await ask("migrar")).toMatchObject({ status: 0, stdout: "La base de datos está al día.\n" })
  })
})

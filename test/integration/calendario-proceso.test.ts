import { randomUUID } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, it } from "vitest"
import { leerCalendario } from "../support/leer-calendario.ts"
import { PlenariaProcess } from "../support/process.ts"

let folder: string
let bot: PlenariaProcess
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plenaria-calendario-"))
})
afterEach(async () => {
  bot.kill("SIGKILL")
  await bot.finished
  rmSync(folder, { recursive: true, force: true })
})

async function start(env: Readonly<Record<string, string>>): Promise<string> {
  bot = new PlenariaProcess("src/main.ts", [], { DATA_DIR: folder, PORT: "0", LOG_LEVEL: "trace", ...env })
  return (await bot.says(/Consola web: (http:\S+)/))[1] ?? ""
}
async function subscribe(url: string): Promise<string> {
  const texto = "/plenaria suscripcion-crear"
  const body = JSON.stringify({ como: "enlace-sre", canal: null, evento: randomUUID(), texto })
  const headers = { "Content-Type": "application/json" }
  const answer = await (await fetch(`${url}/api/orden`, { method: "POST", headers, body })).text()
  return /https?:[^"]+\/calendario\/[\w-]{43}\.ics/.exec(answer)?.[0] ?? ""
}

it("answers at the public address, to whoever comes by the proxy, and writes none of it in the log", async () => {
  const url = await start({ PUBLIC_URL: "https://plenaria.ejemplo.mx/sesiones/" })
  const address = await subscribe(url)
  expect(address).toMatch(/^https:\/\/plenaria\.ejemplo\.mx\/sesiones\/calendario\//)
  const path = new URL(address).pathname.replace("/sesiones", "")
  const headers = { "X-Forwarded-For": "203.0.113.7", Origin: "https://calendar.example" }
  const response = await fetch(`${url}${path}`, { headers })
  expect(response.status).toBe(200)
  expect(leerCalendario(await response.text()).entradas.length).toBeGreaterThan(1)
  expect((await fetch(`${url}/`, { headers })).status, "the console stays at home").toBe(403)
  expect(bot.stderr + bot.stdout).not.toContain(path)
})

it("without a public address gives the server's own, which answers", async () => {
  const url = await start({})
  const address = await subscribe(url)
  expect(address.startsWith(`${url}/calendario/`)).toBe(true)
  expect((await fetch(address)).status).toBe(200)
})

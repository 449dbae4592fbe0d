import { randomUUID } from "node:crypto"
import { afterEach, beforeEach, expect, it } from "vitest"
import { startBot } from "../../src/composition.ts"
import { startCompiled } from "../support/compilado.ts"
import { addressPrinted, entered } from "../support/consola.ts"
import type { TestDatabase } from "../support/database.ts"
import { createDemoDatabaseOfToday } from "../support/demo-database.ts"
import { leerCalendario } from "../support/leer-calendario.ts"

let database: TestDatabase
beforeEach(async () => {
  database = await createDemoDatabaseOfToday()
})
afterEach(() => database.close())

async function subscribe(opened: string): Promise<string> {
  const { url, headers: cookie } = entered(opened)
  const texto = "/plenaria suscripcion-crear"
  const body = JSON.stringify({ como: "enlace-sre", canal: null, evento: randomUUID(), texto })
  const headers = { "Content-Type": "application/json", ...cookie }
  const answer = await (await fetch(`${url}/api/orden`, { method: "POST", headers, body })).text()
  return /https?:[^"]+\/calendario\/[\w-]{43}\.ics/.exec(answer)?.[0] ?? ""
}

it("answers at the public address, to whoever comes by the proxy, and writes none of it in the log", async () => {
  const bot = await startCompiled({
    DATABASE_URL: database.url,
    PORT: "0",
    LOG_LEVEL: "trace",
    PUBLIC_URL: "https://plenaria.ejemplo.mx/sesiones/",
  })
  try {
    const [, opened = ""] = await bot.says(/Consola web: (http:\S+)/)
    const { url } = entered(opened)
    const address = await subscribe(opened)
    expect(address).toMatch(/^https:\/\/plenaria\.ejemplo\.mx\/sesiones\/calendario\//)
    const path = new URL(address).pathname.replace("/sesiones", "")
    const headers = { "X-Forwarded-For": "203.0.113.7", Origin: "https://calendar.example" }
    const response = await fetch(`${url}${path}`, { headers })
    expect(response.status).toBe(200)
    expect(leerCalendario(await response.text()).entradas.length).toBeGreaterThan(1)
    expect((await fetch(`${url}/`, { headers })).status, "the console stays at home").toBe(403)
    expect(bot.stderr + bot.stdout).not.toContain(path)
  } finally {
    bot.kill("SIGKILL")
    await bot.finished
  }
})

it("without a public address gives the server's own, which answers", async () => {
  const bot = await startBot({ DATABASE_URL: database.url, PORT: "0", LOG_LEVEL: "error" })
  try {
    const address = await subscribe(addressPrinted(bot.platforms.map(({ status }) => status).join("\n")))
    expect(address.startsWith(`${bot.url}/calendario/`)).toBe(true)
    expect((await fetch(address)).status).toBe(200)
  } finally {
    await bot.stop()
  }
})

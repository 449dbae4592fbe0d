import { mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { PlenariaProcess } from "../support/process.ts"

const running: PlenariaProcess[] = []
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plenaria-start-"))
})
afterEach(async () => {
  for (const bot of running.splice(0)) {
    bot.kill("SIGKILL")
    await bot.finished
  }
  rmSync(folder, { recursive: true, force: true })
})

function start(env: Readonly<Record<string, string>> = {}): PlenariaProcess {
  const bot = new PlenariaProcess("src/main.ts", [], {
    DATA_DIR: folder,
    PORT: "0",
    LOG_LEVEL: "warn",
    ...env,
  })
  running.push(bot)
  return bot
}

const urlOf = async (bot: PlenariaProcess) => (await bot.says(/Consola web: (http:\S+)/))[1] ?? ""

/** Everything posted so far, as the page reads it: until the stream says that it is up to date. */
async function posted(url: string): Promise<readonly string[]> {
  const response = await fetch(`${url}/api/novedades`)
  const decoder = new TextDecoder()
  let text = ""
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (text.includes("event: al_dia")) break
  }
  return [...text.matchAll(/^id: (\d+)\nevent: mensaje\ndata: (.*)$/gm)].map(([, id, data = "{}"]) => {
    const { canal, tarjeta } = JSON.parse(data)
    return `${canal} ${id} ${JSON.stringify(tarjeta)}`
  })
}

async function nextBusinessDay(url: string): Promise<void> {
  const headers = { "Content-Type": "application/json" }
  const body = JSON.stringify({ avance: "dia_habil" })
  expect((await fetch(`${url}/api/reloj`, { method: "POST", headers, body })).status).toBe(200)
}

describe("starting Plenaria", () => {
  it("answers on an empty folder, stops cleanly, and starts again with what was there", async () => {
    const first = start()
    expect(await (await fetch(`${await urlOf(first)}/salud`)).json()).toMatchObject({ estado: "en servicio" })
    expect(first.stdout).toContain("Slack: apagado (sin credenciales)")
    const stopped = await first.stop()
    expect(stopped).toMatchObject({ status: 0, stderr: "" })

    const second = start()
    expect((await fetch(`${await urlOf(second)}/salud`)).status).toBe(200)
    expect((await second.stop()).status).toBe(0)
  })

  it("keeps what was posted over a restart, also by kill -9, and posts nothing twice", async () => {
    const first = start()
    const url = await urlOf(first)
    await nextBusinessDay(url)
    const before = await posted(url)
    expect(before.some((message) => message.startsWith("sre "))).toBe(true)
    first.kill("SIGKILL")
    await first.finished

    const second = start()
    const again = await urlOf(second)
    await nextBusinessDay(again)
    const after = await posted(again)
    expect(after.slice(0, before.length)).toEqual(before)
    const contents = after.map((message) => message.replace(/ \d+ /, " "))
    expect(new Set(contents).size).toBe(contents.length)
  })

  it("refuses a data folder that another process holds, and says which", async () => {
    await urlOf(start())
    const refused = await start().finished
    expect(refused.status).toBe(1)
    expect(refused.stderr).toMatch(/en uso/)
  })

  it("recovers the folder of a process that was killed", async () => {
    const killed = start()
    await urlOf(killed)
    killed.kill("SIGKILL")
    await killed.finished
    expect((await fetch(`${await urlOf(start())}/salud`)).status).toBe(200)
  })

  it("says which port is taken and how to choose another", async () => {
    const squatter = createServer()
    const port = await new Promise<number>((resolve) => {
      squatter.listen(0, "127.0.0.1", () => {
        const address = squatter.address()
        resolve(typeof address === "object" && address ? address.port : 0)
      })
    })
    const refused = await start({ PORT: String(port) }).finished
    squatter.close()
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain(`El puerto ${port} ya está en uso`)
    expect(refused.stderr).toContain("PORT=3001 npm start")
  })

  it("says that the database is down, how to mend it, and never the password", async () => {
    const refused = await start({ DATABASE_URL: "postgresql://plenaria:hunter2@127.0.0.1:1/plenaria" })
      .finished
    expect(refused.status).toBe(1)
    expect(refused.stderr).toMatch(/base de datos/)
    expect(refused.stderr).toContain("DATABASE_URL")
    expect(refused.stderr + refused.stdout).not.toContain("hunter2")
  })

  it("lists what is wrong in the settings before opening anything", async () => {
    const refused = await start({ PORT: "noventa", LOG_LEVEL: "mucho" }).finished
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain("La configuración tiene 2 problemas")
    expect(refused.stderr).toContain(".env.example")
  })

  it.each([
    ["Slack without its app token", { SLACK_BOT_TOKEN: "xoxb-1-2" }, "SLACK_APP_TOKEN"],
    [
      "Slack with a token of another kind",
      { SLACK_BOT_TOKEN: "xoxp-1", SLACK_APP_TOKEN: "xapp-1" },
      "SLACK_BOT_TOKEN",
    ],
    ["Discord without its application", { DISCORD_TOKEN: "abc" }, "DISCORD_APP_ID"],
  ])("refuses %s and names the variable", async (_case, env, variable) => {
    const refused = await start(env).finished
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain(variable)
  })
})

import { readdirSync } from "node:fs"
import { createServer } from "node:net"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { startBot } from "../../src/composition.ts"
import { OperatorError } from "../../src/domain/operator-error.ts"
import { startCompiled } from "../support/compilado.ts"
import { entered } from "../support/consola.ts"
import { createDataFolder, type DataFolder, emptyDataFolder } from "../support/data-folder.ts"
import { createTestDatabase } from "../support/database.ts"
import { eventually } from "../support/eventually.ts"
import type { PlenariaProcess } from "../support/process.ts"

const running: PlenariaProcess[] = []
let folder: DataFolder

afterEach(async () => {
  for (const bot of running.splice(0)) {
    bot.kill("SIGKILL")
    await bot.finished
  }
  folder.remove()
})

async function start(env: Readonly<Record<string, string>> = {}): Promise<PlenariaProcess> {
  const bot = await startCompiled({ DATA_DIR: folder.path, PORT: "0", LOG_LEVEL: "warn", ...env })
  running.push(bot)
  return bot
}

/** The address with which the console is opened. */
const addressOf = async (bot: PlenariaProcess) => (await bot.says(/Consola web: (http:\S+)/))[1] ?? ""
const urlOf = async (bot: PlenariaProcess) => entered(await addressOf(bot)).url

/** Everything posted so far, as the page reads it: until the stream says that it is up to date. */
async function posted(address: string): Promise<readonly string[]> {
  const { url, headers } = entered(address)
  const response = await fetch(`${url}/api/novedades`, { headers })
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

async function nextBusinessDay(address: string): Promise<void> {
  const { url, headers: cookie } = entered(address)
  const headers = { "Content-Type": "application/json", ...cookie }
  const body = JSON.stringify({ avance: "dia_habil" })
  expect((await fetch(`${url}/api/reloj`, { method: "POST", headers, body })).status).toBe(200)
}

describe("starting Plenaria", () => {
  it("answers on an empty folder, stops cleanly, and starts again with what was there", async () => {
    folder = emptyDataFolder()
    const first = await start()
    expect(await (await fetch(`${await urlOf(first)}/salud`)).json()).toMatchObject({ estado: "en servicio" })
    expect(first.stdout).toContain("Slack: apagado (sin credenciales)")
    first.kill("SIGTERM")
    await first.says(/Plenaria se detiene/)
    // Whoever is impatient does not cut short what is being ended.
    first.kill("SIGTERM")
    expect(await first.finished).toMatchObject({ status: 0, stderr: "" })

    const second = await start()
    expect((await fetch(`${await urlOf(second)}/salud`)).status).toBe(200)
    for (const said of ["se escribe con detalle", "vuelve a su nivel"]) {
      second.kill("SIGUSR2")
      await eventually(
        async () => second.stderr,
        (stderr) => stderr.includes(said),
      )
    }
    expect((await second.stop()).status).toBe(0)
  })

  it("lets no other process into its folder, and after kill -9 posts nothing twice and loses nothing", async () => {
    folder = await createDataFolder("demonstration")
    const first = await start()
    const url = await addressOf(first)
    const refused = await (await start()).finished
    expect(refused.status).toBe(1)
    expect(refused.stderr).toMatch(/en uso/)

    await nextBusinessDay(url)
    const before = await posted(url)
    expect(before.some((message) => message.startsWith("sre "))).toBe(true)
    first.kill("SIGKILL")
    await first.finished

    const again = await addressOf(await start())
    await nextBusinessDay(again)
    const after = await posted(again)
    expect(after.slice(0, before.length)).toEqual(before)
    const contents = after.map((message) => message.replace(/ \d+ /, " "))
    expect(new Set(contents).size).toBe(contents.length)
  })

  it("lists what is wrong in the settings on standard error, before opening anything", async () => {
    folder = emptyDataFolder()
    const refused = await (await start({ PORT: "noventa", LOG_LEVEL: "mucho" })).finished
    expect(refused).toMatchObject({ status: 1, stdout: "" })
    expect(refused.stderr).toContain("La configuración tiene 2 problemas")
    expect(refused.stderr).toContain(".env.example")
    expect(readdirSync(folder.path)).toEqual([])
  })
})

/** What the process prints before it ends with 1, as the last test above sees it do. */
describe("a start that is refused", () => {
  beforeEach(() => {
    folder = emptyDataFolder()
  })
  async function refusal(env: Readonly<Record<string, string>>): Promise<OperatorError> {
    const refused: unknown = await startBot({
      DATA_DIR: folder.path,
      PORT: "0",
      LOG_LEVEL: "warn",
      ...env,
    }).catch((error: unknown) => error)
    if (refused instanceof OperatorError) return refused
    throw new Error(`it was not refused: ${refused}`)
  }

  it("says which port is taken and how to choose another", async () => {
    const database = await createTestDatabase()
    const squatter = createServer()
    const port = await new Promise<number>((resolve) => {
      squatter.listen(0, "127.0.0.1", () => {
        const address = squatter.address()
        resolve(typeof address === "object" && address ? address.port : 0)
      })
    })
    const { message, hint } = await refusal({ DATABASE_URL: database.url, PORT: String(port) })
    squatter.close()
    await database.close()
    expect(message).toContain(`El puerto ${port} ya está en uso`)
    expect(hint).toContain("PORT=3001 npm start")
  })

  it("says that the database is down, how to mend it, and never the password", async () => {
    const { message, hint } = await refusal({
      DATABASE_URL: "postgresql://plenaria:hunter2@127.0.0.1:1/plenaria",
    })
    expect(message).toMatch(/base de datos/)
    expect(hint).toContain("DATABASE_URL")
    expect(message + hint).not.toContain("hunter2")
  })

  it.each([
    ["Slack without its app token", { SLACK_BOT_TOKEN: "xoxb-1-2" }, "SLACK_APP_TOKEN"],
    [
      "Slack with a token of another kind",
      { SLACK_BOT_TOKEN: "xoxp-1", SLACK_APP_TOKEN: "xapp-1" },
      "SLACK_BOT_TOKEN",
    ],
    ["Discord without its application", { DISCORD_TOKEN: "abc" }, "DISCORD_APP_ID"],
  ])("names the variable: %s", async (_case, env, variable) => {
    expect((await refusal(env)).message).toContain(variable)
  })
})

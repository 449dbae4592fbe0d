import assert from "node:assert/strict"
import { createHmac, randomUUID } from "node:crypto"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import express from "express"
import { adapterModule } from "../../adapters/consola/index.ts"
import type { Form } from "../../src/cards/form.ts"
import { MovableClock } from "../../src/clock.ts"
import { describeCommands } from "../../src/commands/describe.ts"
import { createConsoleDemo } from "../../src/demo/escenario.ts"
import type { ChatAdapter, InboundHandler } from "../../src/ports/chat-adapter.ts"
import { CONSOLA } from "../../src/ports/console-demo.ts"
import { startTestBot } from "./bot.ts"
import type { TestDatabase } from "./database.ts"
import { silentLog } from "./silent-log.ts"
import { silentNews } from "./silent-news.ts"

/** So that a page which is open goes on after a restart. */
const ENTRADA = "entrada-de-las-pruebas-0123456789"

/** What the settings hold for a console of these tests. */
export const CONSOLA_ENV = { CONSOLA: "si", CONSOLA_ENTRADA: ENTRADA } as const

export interface ConsoleServer {
  readonly url: string
  /** What a person opens. */
  readonly address: string
  readonly port: number
  readonly adapter: ChatAdapter
  close(): Promise<void>
}

export interface BotOnConsole extends ConsoleServer {
  readonly clock: MovableClock
  /** Plans and sends what is due. */
  tick(): Promise<void>
}

/** The whole bot with its console. */
export async function botOnConsole(
  database: TestDatabase,
  { port = 0, clock = new MovableClock() }: { readonly port?: number; readonly clock?: MovableClock } = {},
): Promise<BotOnConsole> {
  const bot = await startTestBot(database, { PORT: String(port), ...CONSOLA_ENV }, { clock })
  const adapter = bot.adapters.get(CONSOLA)
  assert(adapter)
  return {
    url: bot.url,
    address: addressPrinted(bot.platforms.map(({ status }) => status).join("\n")),
    port: Number(new URL(bot.url).port),
    adapter,
    clock,
    tick: bot.tick,
    close: bot.stop,
  }
}

/** The console's adapter alone, on a real port. */
export async function startConsole(database: TestDatabase, inbound: InboundHandler): Promise<ConsoleServer> {
  const clock = new MovableClock()
  const demo = createConsoleDemo({
    data: database.unitOfWork,
    messages: database.consoleMessages,
    clock,
    zone: "America/Mexico_City",
    movable: true,
    settle: async () => {},
  })
  const app = express()
  const adapter = adapterModule.create({
    config: CONSOLA_ENV,
    clock,
    log: silentLog,
    commands: describeCommands(),
    mount: (http) => void app.use(http),
    drafts: database.formDrafts,
    news: silentNews,
    authorising: null,
    publicUrl: null,
    demo,
  })
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  await adapter.start(inbound)
  const own = (server.address() as AddressInfo).port
  const url = `http://127.0.0.1:${own}`
  return {
    url,
    address: adapter.page?.address(url) ?? url,
    port: own,
    adapter,
    async close() {
      await adapter.stop()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export interface ConsoleAnswer {
  readonly tarjetas: readonly unknown[]
  readonly reemplaza: boolean
  readonly formulario: Form | null
}

/** The console's address as the start says it. */
export const addressPrinted = (said: string): string => /http:\S+\?entrada=\S+/.exec(said)?.[0] ?? ""

/** A browser that opened the address: the server, and what it hands over from then on. */
export function entered(address: string): {
  readonly url: string
  readonly headers: { readonly Cookie: string }
} {
  const { origin, port, searchParams } = new URL(address)
  const cookie = createHmac("sha256", searchParams.get("entrada") ?? "")
    .update("cookie")
    .digest("base64url")
  return { url: origin, headers: { Cookie: `plenaria-consola-${port}=${cookie}` } }
}

/** The same of a console of these tests, by its server alone. */
export const entering = (url: string) => entered(`${url}/?entrada=${ENTRADA}`).headers

/** Asks the console as its page does. */
export async function postJson(
  url: string,
  path: string,
  body: unknown,
): Promise<{ readonly status: number; readonly body: ConsoleAnswer & { readonly error?: string } }> {
  const response = await fetch(`${url}/api/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...entering(url) },
    body: JSON.stringify(body),
  })
  return {
    status: response.status,
    body: (await response.json()) as ConsoleAnswer & { readonly error?: string },
  }
}

export const newEvent = () => randomUUID()

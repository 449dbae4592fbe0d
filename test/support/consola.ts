import { randomUUID } from "node:crypto"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import express from "express"
import { adapterModule } from "../../adapters/consola/index.ts"
import { cargarDemo } from "../../src/app/importacion/cargar-demo.ts"
import type { Form } from "../../src/cards/form.ts"
import { MovableClock } from "../../src/clock.ts"
import { describeCommands } from "../../src/commands/describe.ts"
import { createStage } from "../../src/demo/escenario.ts"
import { runTick } from "../../src/jobs/tick.ts"
import type { ChatAdapter, InboundHandler } from "../../src/ports/chat-adapter.ts"
import { createTestDatabase, type TestDatabase } from "./database.ts"
import { silentLog } from "./silent-log.ts"

export interface ConsoleServer {
  readonly url: string
  readonly port: number
  readonly adapter: ChatAdapter
  readonly clock: MovableClock
  close(): Promise<void>
}

/** A database with the demonstration in it. */
export async function createDemoDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase()
  await cargarDemo({ importacion: database.importacion, clock: new MovableClock() })
  return database
}

/** The console on a real port, with everything behind it as the bot has it. */
export async function startConsole(
  database: TestDatabase,
  handler: (deps: { readonly clock: MovableClock }) => InboundHandler,
  port = 0,
  clock = new MovableClock(),
): Promise<ConsoleServer> {
  const adapters = new Map<"consola", ChatAdapter>()
  const data = database.unitOfWork
  const stage = createStage({
    data,
    messages: database.consoleMessages,
    clock,
    zone: "America/Mexico_City",
    settle: () => runTick({ data, clock, adapters, log: silentLog }),
  })
  const app = express()
  const adapter = adapterModule.create({
    config: {},
    clock,
    log: silentLog,
    commands: describeCommands(),
    mount: (http) => void app.use(http),
    drafts: database.formDrafts,
    stage,
  })
  adapters.set("consola", adapter)
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve))
  await adapter.start(handler({ clock }))
  const own = (server.address() as AddressInfo).port
  return {
    url: `http://127.0.0.1:${own}`,
    port: own,
    adapter,
    clock,
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

/** Asks the console as its page does. */
export async function postJson(
  url: string,
  path: string,
  body: unknown,
): Promise<{ readonly status: number; readonly body: ConsoleAnswer & { readonly error?: string } }> {
  const response = await fetch(`${url}/api/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  })
  return {
    status: response.status,
    body: (await response.json()) as ConsoleAnswer & { readonly error?: string },
  }
}

export const newEvent = () => randomUUID()

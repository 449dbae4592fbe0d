import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import express from "express"
import { calendarRoutes } from "../../src/http/calendario.ts"
import type { Clock } from "../../src/ports/clock.ts"
import type { UnitOfWork } from "../../src/ports/repositories/unit-of-work.ts"
import { collectingLog } from "./collecting-log.ts"

export interface ServidorCalendario {
  readonly url: string
  logged(): string
  close(): Promise<void>
}

/** The calendars' routes on a server of their own, with the data and the clock of a test. */
export async function startCalendario(data: UnitOfWork, clock: Clock): Promise<ServidorCalendario> {
  const written = collectingLog()
  const app = express().disable("x-powered-by")
  app.use(calendarRoutes({ data, clock, log: written.log }))
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    logged: written.text,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

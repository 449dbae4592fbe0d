import { connect, createServer, type Server, type Socket } from "node:net"
import { describe, expect, it } from "vitest"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import { createRouter } from "../../src/commands/router.ts"
import { openDatabase } from "../../src/db/open.ts"
import { libros } from "../../src/hojas/libros.ts"
import { imagenes } from "../../src/imagen/imagenes.ts"
import type { Logger } from "../../src/ports/logger.ts"
import { NOW } from "../support/conversacion.ts"
import { createDemoDatabase } from "../support/demo-database.ts"
import { PLATAFORMAS } from "../support/plataformas.ts"
import { overTheNetwork } from "../support/postgres.ts"
import { silentLog } from "../support/silent-log.ts"

/** Stands between the router and PostgreSQL, so that a test can cut the line and mend it. */
async function startLine(target: URL) {
  const sockets = new Set<Socket>()
  const listen = (port: number): Promise<Server> =>
    new Promise((resolve) => {
      const server = createServer((client) => {
        const upstream = connect(Number(target.port), target.hostname)
        for (const socket of [client, upstream]) {
          sockets.add(socket)
          socket.on("error", () => {})
          socket.on("close", () => sockets.delete(socket))
        }
        client.pipe(upstream).pipe(client)
      })
      server.listen(port, "127.0.0.1", () => resolve(server))
    })
  let server = await listen(0)
  const address = server.address()
  const port = typeof address === "object" && address ? address.port : 0
  const cut = async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
  const url = new URL(target)
  url.hostname = "127.0.0.1"
  url.port = String(port)
  return {
    url: url.href,
    cut,
    async mend() {
      server = await listen(port)
    },
  }
}

describe("a database that goes away while the bot answers", () => {
  it("is told to the asker with a reference that the log has, and answers go on once it is back", async () => {
    const test = await createDemoDatabase(NOW)
    const clock = { now: () => NOW }
    const line = await startLine(overTheNetwork(test.url))
    const database = await openDatabase({ databaseUrl: line.url, dataDir: "" }, silentLog)
    const references: unknown[] = []
    const log: Logger = { ...silentLog, error: (fields) => references.push(fields.reference) }
    const router = createRouter({
      libros,
      imagenes,
      data: database.unitOfWork,
      clock,
      log,
      plataformas: PLATAFORMAS,
    })
    const ask = async (eventId: string) => {
      const answer = await router.command({
        eventId,
        actor: { adapter: "consola", workspace: "demo", user: "enlace-sre" },
        place: { adapter: "consola", workspace: "demo", channel: "sre" },
        name: "compromiso",
        rawOptions: { kind: "text", text: "mios" },
        receivedAt: NOW,
      })
      return answer.kind === "reply" ? renderPlainText(answer.card) : answer.kind
    }
    try {
      expect(await ask("antes")).toContain("Mis compromisos: SRE")
      await line.cut()
      for (const eventId of ["durante-1", "durante-2"]) {
        const text = await ask(eventId)
        expect(text).toContain("El servicio no está disponible por el momento")
        expect(text).toContain(String(references.at(-1)))
      }
      await line.mend()
      let tries = 0
      const askAgain = () => {
        tries += 1
        return ask(`despues-${tries}`)
      }
      await expect.poll(askAgain, { timeout: 90_000 }).toContain("Mis compromisos: SRE")
      // This event could not be claimed, so the platform's redelivery of it is answered, and once only.
      expect(await ask("durante-2")).toContain("Mis compromisos: SRE")
      expect(await ask("durante-2")).toBe("duplicate")
    } finally {
      await database.close()
      await line.cut()
      await test.close()
    }
  })
})

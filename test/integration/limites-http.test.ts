import { once } from "node:events"
import { readFileSync } from "node:fs"
import { type IncomingHttpHeaders, request, type Server } from "node:http"
import { type AddressInfo, connect, type Socket } from "node:net"
import express from "express"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { adapterRegistry } from "../../adapters/registry.ts"
import {
  boundedBodies,
  boundedServer,
  CONNECTION_LIMITS,
  type ConnectionLimits,
  OWN_ENDPOINTS,
} from "../../src/http/limits.ts"
import type { HttpEndpoint } from "../../src/ports/http-endpoint.ts"
import type { TestDatabase } from "../support/database.ts"
import { createDemoDatabaseOfToday } from "../support/demo-database.ts"
import { botOnSlack, type SlackBot } from "../support/fake-slack/harness.ts"

/** Slack by HTTP, the console and the calendars at once: all that the process ever answers. */
const ENDPOINTS = [...OWN_ENDPOINTS, ...adapterRegistry.flatMap(({ endpoints = [] }) => endpoints)]

let database: TestDatabase
let bot: Pick<SlackBot, "slack" | "close">
let port: number

beforeAll(async () => {
  database = await createDemoDatabaseOfToday()
  bot = await botOnSlack("http", database)
  const { deliverBy } = bot.slack
  port = deliverBy === "socket" ? 0 : Number(new URL(deliverBy.url).port)
})
afterAll(async () => {
  await bot.close()
  await database.close()
})

const pathOf = ({ path }: HttpEndpoint) => path.replace(":token", "x".repeat(43))

/** Says that a body comes, and sends none of it: what is refused for it is refused before it is read. */
function announce(
  method: string,
  path: string,
  headers: IncomingHttpHeaders,
): Promise<{ readonly status: number; readonly headers: IncomingHttpHeaders }> {
  return new Promise((resolve, reject) => {
    const call = request({ host: "127.0.0.1", port, method, path, headers }, (response) => {
      resolve({ status: response.statusCode ?? 0, headers: response.headers })
      call.destroy()
    })
    call.on("error", reject)
    call.flushHeaders()
  })
}

describe("every endpoint", () => {
  it("is one of many", () => {
    const paths = ENDPOINTS.map(({ path }) => path)
    expect(paths).toEqual(expect.arrayContaining(["/salud", "/slack/events", "/api/formulario"]))
  })

  it.each(ENDPOINTS)("$method $path refuses a body beyond its limit without reading it", async (endpoint) => {
    const length = String(endpoint.bodyBytes + 1)
    const tooLong = await announce(endpoint.method, pathOf(endpoint), { "content-length": length })
    expect([tooLong.status, tooLong.headers.connection]).toEqual([413, "close"])
    const unknown = await announce(endpoint.method, pathOf(endpoint), { "transfer-encoding": "chunked" })
    expect([unknown.status, unknown.headers.connection]).toEqual([411, "close"])
  })

  it.each(ENDPOINTS)("$method $path refuses headers beyond theirs", async (endpoint) => {
    const headers = { "x-largo": "x".repeat(CONNECTION_LIMITS.headerBytes) }
    expect((await announce(endpoint.method, pathOf(endpoint), headers)).status).toBe(431)
  })

  it("that nobody declared takes no body at all", async () => {
    for (const path of ["/", "/slack/otra", "/api", "/calendario"])
      expect((await announce("POST", path, { "content-length": "1" })).status).toBe(413)
  })

  it("is in the documentation with its limit", () => {
    const text = readFileSync("docs/operacion.md", "utf8")
    for (const { method, path, bodyBytes } of ENDPOINTS) {
      const octets = bodyBytes === 0 ? "ninguno" : bodyBytes.toLocaleString("es-MX")
      expect(text).toContain(`| \`${method} ${path}\` | ${octets} |`)
    }
  })
})

describe("one who holds a connection", () => {
  const SHORT: ConnectionLimits = {
    ...CONNECTION_LIMITS,
    headersMs: 40,
    requestMs: 80,
    keepAliveMs: 30,
    idleMs: 300,
    everyMs: 10,
  }
  let server: Server
  let socket: Socket

  async function open(limits: ConnectionLimits): Promise<void> {
    const app = express()
    app.use(boundedBodies([{ method: "POST", path: "/", bodyBytes: 100 }]))
    app.use(express.text())
    app.get("/mudo", () => {})
    app.use((_request, response) => void response.send("bien"))
    server = boundedServer(app, limits)
    server.listen(0, "127.0.0.1")
    await once(server, "listening")
    socket = connect((server.address() as AddressInfo).port, "127.0.0.1")
    await once(socket, "connect")
  }
  afterEach(() => {
    socket.destroy()
    server.close()
  })

  /** All that was said until the server closed the connection, which it does by itself. */
  async function untilClosed(sent: string): Promise<string> {
    let heard = ""
    socket.on("data", (chunk) => {
      heard += String(chunk)
    })
    socket.on("error", () => {})
    socket.write(sent)
    await once(socket, "close")
    return heard
  }

  it.each([
    ["does not end the headers", "GET / HTTP/1.1\r\nHost: x\r\n"],
    [
      "does not end the body",
      "POST / HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 50\r\n\r\nuno",
    ],
  ])("and %s is told so and cut", async (_name, sent) => {
    await open(SHORT)
    expect(await untilClosed(sent)).toMatch(/^HTTP\/1\.1 408 /)
  })

  it("after its answer is cut", async () => {
    await open(SHORT)
    expect(await untilClosed("GET / HTTP/1.1\r\nHost: x\r\n\r\n")).toContain("bien")
  })

  it("without anything to be read or written is cut", async () => {
    await open(SHORT)
    expect(await untilClosed("GET /mudo HTTP/1.1\r\nHost: x\r\n\r\n")).toBe("")
  })

  it("gets so many answers and no more", async () => {
    await open({ ...CONNECTION_LIMITS, requestsPerConnection: 2 })
    const heard = await untilClosed("GET / HTTP/1.1\r\nHost: x\r\n\r\n".repeat(3))
    expect(heard.match(/HTTP\/1\.1 200/g)).toHaveLength(2)
    expect(heard).toContain("HTTP/1.1 503")
  })

  it("is one of so many, and the next is not taken", async () => {
    await open({ ...CONNECTION_LIMITS, connections: 1 })
    const next = connect((server.address() as AddressInfo).port, "127.0.0.1")
    next.on("error", () => {})
    await once(next, "close")
    expect(socket.readyState).toBe("open")
  })
})

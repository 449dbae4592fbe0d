import assert from "node:assert/strict"
import { request } from "node:http"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { Entrance } from "../../adapters/consola/entrance.ts"
import type { Receipt } from "../../src/ports/chat-adapter.ts"
import {
  botOnConsole,
  type ConsoleServer,
  entered,
  entering,
  newEvent,
  postJson,
} from "../support/consola.ts"
import type { TestDatabase } from "../support/database.ts"
import { createDemoDatabaseOfToday } from "../support/demo-database.ts"

let database: TestDatabase
let server: ConsoleServer

beforeAll(async () => {
  database = await createDemoDatabaseOfToday()
  server = await botOnConsole(database)
})
afterAll(async () => {
  await server.close()
  await database.close()
})

interface Raw {
  readonly method?: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** A request with headers that fetch would not let one write. */
function raw({ method = "GET", path, headers = {}, body }: Raw): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const own = { ...entering(server.url), ...headers }
    const call = request({ host: "127.0.0.1", port: server.port, method, path, headers: own }, (response) => {
      const chunks: Buffer[] = []
      response.on("data", (chunk: Buffer) => chunks.push(chunk))
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString("utf8") }),
      )
    })
    call.on("error", reject)
    call.end(body)
  })
}

const json = { "Content-Type": "application/json" }
const order = (texto: string, evento = newEvent()) => ({ como: "enlace-sre", canal: null, evento, texto })

describe("the console's server", () => {
  it.each([
    ["a foreign host, as a rebound name would be", { path: "/", headers: { Host: "plenaria.example.org" } }],
    ["a foreign host on its data", { path: "/api/estado", headers: { Host: "192.0.2.7:3000" } }],
    ["a proxy", { path: "/", headers: { "X-Forwarded-For": "192.0.2.7" } }],
    [
      "a page from elsewhere",
      {
        method: "POST",
        path: "/api/orden",
        headers: { ...json, Origin: "https://example.org" },
        body: JSON.stringify(order("/sesion proxima")),
      },
    ],
  ])("refuses %s", async (_case, input) => {
    const { status, text } = await raw(input)
    expect(status).toBe(403)
    expect(text).toContain("solo responde en el mismo equipo")
  })

  it("refuses a form, which any page may send without asking", async () => {
    const form = { "Content-Type": "text/plain" }
    const { status, text } = await raw({
      method: "POST",
      path: "/api/orden",
      headers: form,
      body: JSON.stringify(order("/sesion proxima")),
    })
    expect(status).toBe(415)
    expect(text).toContain("solo acepta solicitudes de su propia página")
  })

  it.each([
    ["broken JSON", "{", 400, "Recargue la página"],
    ["a missing field", JSON.stringify({ texto: "/sesion proxima" }), 400, "Recargue la página"],
    [
      "an unknown field",
      JSON.stringify({ ...order("/sesion proxima"), rol: "secretaria_tecnica" }),
      400,
      "Recargue la página",
    ],
    ["a body beyond its limit", JSON.stringify(order("x".repeat(70_000))), 413, "demasiado largo"],
  ])("explains %s", async (_case, body, status, explanation) => {
    const answer = await raw({ method: "POST", path: "/api/orden", headers: json, body })
    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.text).error).toContain(explanation)
  })

  it("sends its page under a policy that runs nothing from elsewhere", async () => {
    const page = await fetch(server.address)
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'")
    expect(await page.text()).toContain('<html lang="es-MX">')
  })

  it("lets in by the address that is printed, then by a cookie that no script reads and no other site sends", async () => {
    const bare = await fetch(server.url)
    expect([bare.status, await bare.text()]).toEqual([401, expect.stringContaining("dirección completa")])
    const other = await fetch(`${server.url}/?entrada=${"x".repeat(34)}`)
    expect([other.status, other.headers.get("set-cookie")]).toEqual([401, null])
    const first = await fetch(server.address)
    const cookie = first.headers.get("set-cookie") ?? ""
    expect(cookie).toMatch(/^plenaria-consola-\d+=[^;]+; Path=\/; HttpOnly; SameSite=Strict$/)
    const [pair = ""] = cookie.split(";")
    expect((await fetch(server.url, { headers: { Cookie: pair } })).status).toBe(200)
    for (const path of ["/cliente.js", "/index%2ehtml", "/%63liente.js"])
      expect((await fetch(`${server.url}${path}`)).status, `nothing of it without: ${path}`).toBe(401)
    const key = new URL(server.address).searchParams.get("entrada") ?? ""
    expect(pair, "other ports of this machine are shown it").not.toContain(key)
    const [name] = pair.split("=")
    expect((await fetch(server.url, { headers: { Cookie: `${name}=${key}` } })).status).toBe(401)
  })

  it("takes no order, and tells no news, from whoever only found the port", async () => {
    const opened = new URL(server.address)
    for (const path of ["/api/estado", "/api/novedades", `/api/estado${opened.search}`]) {
      const refused = await fetch(`${server.url}${path}`)
      expect([refused.status, await refused.json()]).toEqual([
        401,
        { error: expect.stringContaining("dirección completa") },
      ])
    }
    const posted = await fetch(`${server.url}/api/orden`, {
      method: "POST",
      headers: json,
      body: JSON.stringify(order("/sesion proxima")),
    })
    expect(posted.status).toBe(401)
  })

  it("has another key each time that it starts, unless one is configured", async () => {
    const keys = [new Entrance(undefined), new Entrance(undefined)].map((one) =>
      one.address("http://127.0.0.1"),
    )
    expect(new Set(keys).size).toBe(2)
    for (const key of keys) expect(entered(key).headers.Cookie).toMatch(/=[\w-]{43}$/)
  })

  it("answers a doubled request once", async () => {
    const twice = order("/sesion proxima")
    expect((await postJson(server.url, "orden", twice)).body.tarjetas).toHaveLength(1)
    expect((await postJson(server.url, "orden", twice)).body.tarjetas).toHaveLength(0)
  })

  it("answers 10,000 characters and hostile text with a clear message", async () => {
    const long = await postJson(server.url, "orden", order(`/acuerdo ver ${"x".repeat(10_000)}`))
    expect(JSON.stringify(long.body.tarjetas)).toContain("demasiado largo")
    const hostile = await postJson(
      server.url,
      "orden",
      order("/acuerdo ver <img src=x onerror=alert(1)> @everyone"),
    )
    expect(JSON.stringify(hostile.body.tarjetas)).toContain("<img src=x onerror=alert(1)> @everyone")
  })

  it("resumes the stream after the last news that a page has, changes of older messages included", async () => {
    const to = { adapter: "consola", workspace: "demo", channel: "integrantes" } as const
    const card = (title: string) => ({ title, tone: "aviso", blocks: [], actions: [] }) as const
    const post = async (key: string) => {
      const outcome = await server.adapter.send({ to, card: card(`Mensaje ${key}`), part: 0, key })
      assert(outcome.kind === "accepted")
      return outcome.receipt
    }
    const edit = (receipt: Receipt, title: string) =>
      server.adapter.editing?.edit({ receipt, card: card(title), part: 0, key: "edicion" })
    const first = await post("stream-1")
    expect((await post("stream-1")).messageId, "a key is stored once").toBe(first.messageId)
    const position = lastId(await upToDate({}))
    await post("stream-2")
    const seen = await upToDate({ "Last-Event-ID": position })
    expect(seen).not.toContain("Mensaje stream-1")
    expect(seen).toContain("Mensaje stream-2")

    const later = lastId(seen)
    await edit(first, "Mensaje corregido")
    const change = await upToDate({ "Last-Event-ID": later })
    expect(change).toContain("Mensaje corregido")
    expect(change).toContain('"actualizado":true')
    expect(change).not.toContain("Mensaje stream-2")
    await edit(first, "Mensaje corregido")
    expect(await upToDate({ "Last-Event-ID": lastId(change) }), "the same again is no news").not.toContain(
      "event: mensaje",
    )
  })

  const lastId = (stream: string) => [...stream.matchAll(/^id: (\d+)$/gm)].at(-1)?.[1] ?? ""

  async function upToDate(headers: Readonly<Record<string, string>>): Promise<string> {
    const cookie = entering(server.url)
    const response = await fetch(`${server.url}/api/novedades`, { headers: { ...headers, ...cookie } })
    const decoder = new TextDecoder()
    let text = ""
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true })
      if (text.includes("event: al_dia")) break
    }
    return text
  }
})

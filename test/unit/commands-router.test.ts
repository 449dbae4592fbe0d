import { describe, expect, it } from "vitest"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import { isDatabaseUnavailable, newReference } from "../../src/commands/router/failures.ts"
import { createRouter } from "../../src/commands/router.ts"
import { libros } from "../../src/hojas/libros.ts"
import { imagenes } from "../../src/imagen/imagenes.ts"
import type { InboundCommand } from "../../src/ports/chat-adapter.ts"
import type { Logger } from "../../src/ports/logger.ts"
import type { Repositories, UnitOfWork } from "../../src/ports/repositories/unit-of-work.ts"

/** Data of which every call fails the same way: a database that went away. */
function failing(error: Error): UnitOfWork {
  const repository = new Proxy({}, { get: () => () => Promise.reject(error) })
  const read = new Proxy({}, { get: () => repository }) as Repositories
  return { read, fresh: read, transaction: () => Promise.reject(error) }
}

function collectingLog() {
  const lines: { fields: Readonly<Record<string, unknown>>; message: string }[] = []
  const collect = (fields: Readonly<Record<string, unknown>>, message: string) => {
    lines.push({ fields, message })
  }
  const log: Logger = { debug: collect, info: collect, warn: collect, error: collect }
  return { log, lines }
}

const input: InboundCommand = {
  eventId: "e-1",
  actor: { adapter: "consola", workspace: "demo", user: "enlace-sre" },
  place: { adapter: "consola", workspace: "demo", channel: "sre" },
  name: "sesion",
  rawOptions: { kind: "text", text: "proxima con algo privado" },
  receivedAt: "2024-02-10T16:00:00.000Z",
}
const clock = { now: () => "2024-02-10T16:00:00.000Z" }

async function answerTo(error: Error) {
  const { log, lines } = collectingLog()
  const answer = await createRouter({
    libros,
    imagenes,
    data: failing(error),
    clock,
    log,
    plataformas: new Map(),
  }).command(input)
  if (answer.kind !== "reply") throw new Error("no reply")
  return { card: answer.card, text: renderPlainText(answer.card), lines }
}

describe("a failure while answering", () => {
  it("is told apart when the database is down, even for the first thing that is asked of it", async () => {
    const { card, text } = await answerTo(Object.assign(new Error("connect"), { code: "ECONNREFUSED" }))
    expect(card.tone).toBe("error")
    expect(text).toContain("El servicio no está disponible por el momento")
  })

  it("shows a reference that the log also has, and nothing of the error", async () => {
    const { text, lines } = await answerTo(new Error("secreto interno"))
    const reference = /REF-[0-9A-Z]{4}/.exec(text)?.[0]
    expect(reference).toBeDefined()
    expect(text).not.toContain("secreto")
    expect(new Set(lines.map(({ fields }) => fields.reference))).toEqual(new Set([reference]))
    expect(lines[0]?.fields.error).toBeInstanceOf(Error)
  })

  it("keeps what was typed out of the log", async () => {
    const { lines } = await answerTo(new Error("x"))
    expect(JSON.stringify(lines)).not.toContain("algo privado")
  })

  it("leaves completion without suggestions", async () => {
    const { log, lines } = collectingLog()
    const router = createRouter({
      libros,
      imagenes,
      data: failing(new Error("x")),
      clock,
      log,
      plataformas: new Map(),
    })
    const { actor, place } = input
    const asked = { actor, place, name: "acuerdo", subcommand: "ver", option: "clave", typed: "so" }
    expect(await router.complete(asked)).toEqual([])
    expect(lines).toHaveLength(1)
  })
})

describe("an unavailable database", () => {
  it.each([
    ["Node's socket error", Object.assign(new Error("x"), { code: "ECONNRESET" })],
    ["PostgreSQL shutting down", Object.assign(new Error("x"), { code: "57P01" })],
    ["Prisma's own code", Object.assign(new Error("x"), { code: "P1001" })],
    ["a cause inside", new Error("x", { cause: Object.assign(new Error("y"), { code: "ETIMEDOUT" }) })],
    ["several addresses", new AggregateError([Object.assign(new Error("y"), { code: "ECONNREFUSED" })])],
    ["a closed embedded database", new Error("PGlite is closed")],
    ["an adapter's kind", Object.assign(new Error("x"), { cause: { kind: "DatabaseNotReachable" } })],
  ])("is recognised by %s", (_, error) => {
    expect(isDatabaseUnavailable(error)).toBe(true)
  })

  it("is not what any other error means", () => {
    expect(isDatabaseUnavailable(new TypeError("x is undefined"))).toBe(false)
    expect(isDatabaseUnavailable(Object.assign(new Error("x"), { code: "23505" }))).toBe(false)
    expect(isDatabaseUnavailable(null)).toBe(false)
    const circular = new Error("x")
    circular.cause = circular
    expect(isDatabaseUnavailable(circular)).toBe(false)
  })
})

describe("a reference", () => {
  it("has only characters that cannot be mistaken for another", () => {
    for (let i = 0; i < 200; i += 1) expect(newReference()).toMatch(/^REF-[34679ACDEFGHJKMNPQRTUVWXY]{4}$/)
  })
})

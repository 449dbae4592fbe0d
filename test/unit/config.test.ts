import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { adapterRegistry } from "../../adapters/registry.ts"
import { coreEnvSchema, direccionPublica, parseEnv } from "../../src/config/env.ts"
import { createLogger } from "../../src/config/log.ts"
import { enabledAdapters } from "../../src/core.ts"
import { OperatorError } from "../../src/domain/operator-error.ts"
import type { Environment } from "../../src/ports/adapter-module.ts"

const enabledIds = (env: Environment) => enabledAdapters(env).map(({ id }) => id)
const shapeOf = (schema: unknown) => Object.keys((schema as { shape: Record<string, unknown> }).shape)

describe("the environment", () => {
  it("is the same in .env.example as in the schemas, to the last variable", () => {
    const documented = readFileSync(new URL("../../.env.example", import.meta.url), "utf8")
      .split("\n")
      .flatMap((line) => /^([A-Z_]+)=/.exec(line)?.[1] ?? [])
    const known = [...shapeOf(coreEnvSchema), ...adapterRegistry.flatMap(({ schema }) => shapeOf(schema))]
    expect([...documented].sort()).toEqual([...known].sort())
  })

  it("of .env.example, copied as it is, starts the demonstration", () => {
    const text = readFileSync(new URL("../../.env.example", import.meta.url), "utf8")
    const env = Object.fromEntries([...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map((m) => [m[1], m[2]]))
    const core = parseEnv(coreEnvSchema, env)
    expect(core.DATABASE_URL).toBeUndefined()
    expect(core.PORT).toBe(3000)
    expect(enabledIds(env)).toEqual(["consola"])
  })

  it("lists every problem in Spanish and repeats no value", () => {
    const secret = "mysql://admin:hunter2@db"
    try {
      parseEnv(coreEnvSchema, { DATABASE_URL: secret, PORT: "noventa", TZ_OFICIAL: "Marte/Olimpo" })
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(OperatorError)
      const { message, hint } = error as OperatorError
      expect(message).toContain("La configuración tiene 3 problemas")
      expect(message).toContain("DATABASE_URL: debe comenzar con postgresql://")
      expect(message).toContain("PORT: debe ser un número de puerto")
      expect(message).toContain("TZ_OFICIAL: debe ser una zona IANA")
      expect(message + hint).not.toContain("hunter2")
    }
  })

  it("takes the public address without its last slash, and nothing but an address", () => {
    const at = (PUBLIC_URL: string) => direccionPublica(parseEnv(coreEnvSchema, { PUBLIC_URL }))
    expect(at("https://plenaria.ejemplo.mx/")).toEqual({ base: "https://plenaria.ejemplo.mx", publica: true })
    expect(at("")).toEqual({ base: "http://127.0.0.1:3000", publica: false })
    for (const wrong of ["plenaria.ejemplo.mx", "javascript:alert(1)", "ftp://plenaria.ejemplo.mx"])
      expect(() => at(wrong)).toThrow("PUBLIC_URL: debe ser una dirección")
  })

  it("turns the console off when a real platform is configured, unless asked for", () => {
    const slack = { SLACK_BOT_TOKEN: "xoxb-1" }
    expect(enabledIds(slack)).toEqual(["slack"])
    expect(enabledIds({ ...slack, CONSOLA: "si" })).toEqual(["slack", "consola"])
    expect(enabledIds({ CONSOLA: "no" })).toEqual([])
    expect(enabledIds({ CONSOLA: " " })).toEqual(["consola"])
  })

  it("refuses to guess what was meant by CONSOLA", () => {
    const [consola] = enabledAdapters({ CONSOLA: "quizá" })
    assert(consola)
    expect(() => parseEnv(consola.schema, { CONSOLA: "quizá" })).toThrow("CONSOLA: debe ser auto, si o no")
  })
})

describe("the log", () => {
  function logged(write: (log: ReturnType<typeof createLogger>) => void): string {
    const lines: string[] = []
    write(createLogger("debug", { write: (line: string) => void lines.push(line) }))
    return lines.join("")
  }

  it("never shows a credential, whether in a field, in a text or inside an error", () => {
    const bot = "xoxb-1234567890-abcdef"
    const discord = `${"M".repeat(24)}.abcdef.${"x".repeat(30)}`
    const calendar = "Ab-_".repeat(10)
    const output = logged((log) => {
      log.warn({ url: `https://x.mx/calendario/${calendar}.ics` }, `GET /calendario/sesion/${calendar}.ics`)
      log.info({ token: "plain-secret", client: { token: "nested-secret" } }, "conexión")
      log.error({ error: new Error(`failed with ${bot}`) }, `token ${discord}`)
      log.warn({}, "postgresql://plenaria:clave-secreta@servidor/base")
    })
    for (const secret of ["plain-secret", "nested-secret", bot, discord, calendar, "clave-secreta"]) {
      expect(output).not.toContain(secret)
    }
    expect(output).toContain("[oculto]")
  })
})

import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { adapterRegistry } from "../../adapters/registry.ts"
import { coreEnvSchema } from "../../src/config/env.ts"
import { settingsOf } from "../../src/core.ts"

const shapeOf = (schema: unknown) => Object.keys((schema as { shape: Record<string, unknown> }).shape)
let folder: string
let file: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "plenaria-secretos-"))
  file = join(folder, "secreto")
  writeFileSync(file, " xoxb-1-ejemplo\n")
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe("a secret in a file", () => {
  it("is read for every variable that there is, without its line end", () => {
    const all = [...shapeOf(coreEnvSchema), ...adapterRegistry.flatMap(({ schema }) => shapeOf(schema))]
    for (const name of all) expect(settingsOf({ [`${name}_FILE`]: file })[name], name).toBe("xoxb-1-ejemplo")
  })

  it("is not set where its file is empty, and other programs' files are left alone", () => {
    const empty = join(folder, "vacio")
    writeFileSync(empty, "\n")
    expect(settingsOf({ DISCORD_TOKEN_FILE: empty }).DISCORD_TOKEN).toBe("")
    expect(settingsOf({ SSL_CERT_FILE: join(folder, "no-hay") })).toEqual({
      SSL_CERT_FILE: join(folder, "no-hay"),
    })
  })

  it("can be asked for twice without being taken for given both ways", () => {
    const once = settingsOf({ SLACK_BOT_TOKEN_FILE: file })
    expect(settingsOf(once)).toEqual(once)
  })

  it("that cannot be read, or was also written down, stops the start and says which", () => {
    expect(() => settingsOf({ DATABASE_URL_FILE: join(folder, "no-hay") })).toThrow(
      /DATABASE_URL_FILE: .*no-hay \(ENOENT\)/,
    )
    expect(() => settingsOf({ SLACK_BOT_TOKEN_FILE: file, SLACK_BOT_TOKEN: "xoxb-otro" })).toThrow(
      "SLACK_BOT_TOKEN se configuró dos veces",
    )
  })
})

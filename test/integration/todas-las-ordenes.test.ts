import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { importarDocumento } from "../../src/app/importacion/importar.ts"
import { systemClock } from "../../src/clock.ts"
import { describeCommands } from "../../src/commands/describe.ts"
import type { VisibleAnswer } from "../contract/adapter-contract.ts"
import type { TestDatabase } from "../support/database.ts"
import { createDemoDatabaseOfToday } from "../support/demo-database.ts"
import { botOnDiscord } from "../support/fake-discord/harness.ts"
import { USER as DISCORD_USER, GUILD } from "../support/fake-discord/server.ts"
import { answerTo, botOnSlack } from "../support/fake-slack/harness.ts"
import { USER as SLACK_USER, TEAM } from "../support/fake-slack/workspace.ts"
import { importDeps } from "../support/import-deps.ts"
import { ORDENES_PEDIDAS } from "../support/ordenes-pedidas.ts"

interface Platform {
  typeCommand(text: string): Promise<VisibleAnswer>
  close(): Promise<void>
}

const TODAS = Object.entries(ORDENES_PEDIDAS)
/** That all arrive by HTTP too is asked in `slack-ordenes.test.ts`; what they answer is the same by either way. */
const platforms: readonly (readonly [
  string,
  (database: TestDatabase) => Promise<Platform>,
  asked: typeof TODAS,
])[] = [
  ["Slack in Socket Mode", (database) => startSlack("socket", database), TODAS],
  ["Slack by signed HTTP", (database) => startSlack("http", database), TODAS.filter((_, i) => i % 7 === 0)],
  ["Discord over its gateway", botOnDiscord, TODAS],
]

async function startSlack(mode: "socket" | "http", database: TestDatabase): Promise<Platform> {
  const { slack, close } = await botOnSlack(mode, database)
  return { typeCommand: async (text) => answerTo(slack.typeCommand(text)), close }
}

describe("every command, asked on the real platforms' clients", () => {
  let linked: TestDatabase
  let unlinked: TestDatabase
  let platform: Platform

  beforeAll(async () => {
    unlinked = await createDemoDatabaseOfToday()
    linked = await createDemoDatabaseOfToday()
    const accounts = `version: 1
cuentas:
  - { adapter: slack, workspace: ${TEAM}, usuario: ${SLACK_USER}, persona: secretaria-tecnica }
  - { adapter: discord, workspace: "${GUILD}", usuario: "${DISCORD_USER}", persona: secretaria-tecnica }
`
    const result = await importarDocumento(importDeps(linked, systemClock), accounts)
    expect(result.kind).toBe("ok")
  })
  afterAll(async () => {
    await linked.close()
    await unlinked.close()
  })
  afterEach(() => platform.close())

  for (const [name, start, asked] of platforms) {
    it(`is answered in private in ${name}`, async () => {
      platform = await start(linked)
      const typable = describeCommands().flatMap((command) =>
        command.subcommands.map((sub) => `${command.name} ${sub.name}`),
      )
      expect(Object.keys(ORDENES_PEDIDAS).sort()).toEqual([...typable].sort())
      for (const [command, [argument, fragment]] of asked) {
        const answer = await platform.typeCommand(`/${command} ${argument}`.trim())
        expect(answer.visibleTo, command).toBe("asker")
        expect(answer.text, command).toContain(fragment)
      }
    })

    it(`shows public facts only to an account that is not linked in ${name}`, async () => {
      platform = await start(unlinked)
      expect((await platform.typeCommand("/sesion proxima")).text).toContain(
        "Vigésima Segunda Sesión Ordinaria",
      )
      for (const command of ["/compromiso mios", "/sesion publicar SO-21", "/compromiso lista vencidos"]) {
        const answer = await platform.typeCommand(command)
        expect(answer.visibleTo).toBe("asker")
        expect(answer.text).not.toContain("CI/SO-21")
        expect(answer.text).not.toContain("Publicar en")
      }
    })
  }
})

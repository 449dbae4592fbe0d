import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { importarDocumento } from "../../src/app/importacion/importar.ts"
import { systemClock } from "../../src/clock.ts"
import { until } from "../contract/contract-inbound.ts"
import { startTestBot } from "../support/bot.ts"
import type { TestDatabase } from "../support/database.ts"
import { createDemoDatabaseOfToday } from "../support/demo-database.ts"
import { discordConfig } from "../support/fake-discord/harness.ts"
import { buttonPress, slashCommand, visibleAnswers } from "../support/fake-discord/interactions.ts"
import { modalOf, submitModal } from "../support/fake-discord/modals.ts"
import { readPart } from "../support/fake-discord/read.ts"
import { USER as DISCORD_USER, FakeDiscord, GUILD } from "../support/fake-discord/server.ts"
import { readMessage } from "../support/fake-slack/block-kit.ts"
import { FakeSlack } from "../support/fake-slack/fake-slack.ts"
import { answerTo, slackEnv } from "../support/fake-slack/harness.ts"
import { enter } from "../support/fake-slack/views.ts"
import { TEAM } from "../support/fake-slack/workspace.ts"
import { importDeps } from "../support/import-deps.ts"

const ST = "U0SECRETARIA"
const DATOS = {
  institucion: "SRE",
  nombre: "Julia Méndez Ortiz",
  cargo: "Directora de Enlace",
  calidad: "enlace",
  oficio: "SRE/001/2024",
}
let database: TestDatabase

beforeAll(async () => {
  database = await createDemoDatabaseOfToday()
  const cuentas = `version: 1
cuentas:
  - { adapter: slack, workspace: ${TEAM}, usuario: ${ST}, persona: secretaria-tecnica }
`
  expect((await importarDocumento(importDeps(database, systemClock), cuentas)).kind).toBe("ok")
})
afterAll(() => database.close())

/** Approves, as the Secretaría Técnica in Slack, the request that waits. */
async function aprobar(slack: FakeSlack): Promise<void> {
  const pendientes = await database.unitOfWork.fresh.vinculaciones.pendientes(
    (await database.unitOfWork.fresh.organos.byClave("ci-trata"))?.id ?? "",
  )
  const asked = slack.typeCommand(`/plenaria solicitudes ${pendientes[0]?.numero}`, { user: ST })
  await answerTo(asked)
  const { buttons } = readMessage(asked.shown[0]?.payload)
  const { id = "" } = buttons.find(({ label }) => label.startsWith("Aprobar")) ?? {}
  expect((await answerTo(slack.pressButton(id, { user: ST }))).text).toContain("aprobada")
}

describe("an account that is nobody's, from the form to its first command", () => {
  let slack: FakeSlack
  let discord: FakeDiscord
  let bot: Awaited<ReturnType<typeof startTestBot>>
  beforeAll(async () => {
    slack = await FakeSlack.start()
    discord = await FakeDiscord.start()
    bot = await startTestBot(database, { ...slackEnv(slack, "socket"), ...discordConfig(discord) })
  })
  afterAll(async () => {
    await bot.stop()
    await slack.close()
    await discord.close()
  })

  it("in Slack is told by direct message, and by nothing in any channel", async () => {
    const user = "U0JULIA"
    const asked = slack.typeCommand("/plenaria vincular", { user })
    await until(() => asked.modals.length > 0, "the form")
    const [modal] = asked.modals
    if (!modal) throw new Error("no form")
    for (const [name, value] of Object.entries(DATOS)) enter(modal, name, value)
    const before = slack.workspace.privately.length
    slack.submitModal(modal)
    await until(() => slack.workspace.privately.length > before, "the answer")
    expect(readMessage(slack.workspace.privately[before]?.payload).text).toContain("Solicitud enviada")
    await aprobar(slack)
    await bot.tick()
    const suyos = slack.workspace.privately.filter(({ to, channel }) => to === user && channel === null)
    expect(suyos.map(({ payload }) => readMessage(payload).text).join("\n")).toContain(
      "Su cuenta quedó vinculada",
    )
    expect((await answerTo(slack.typeCommand("/compromiso mios", { user }))).text).toContain("SRE")
  })

  it("in Discord the same, whose direct messages are opened first", async () => {
    const act = async (interaction: ReturnType<typeof slashCommand>) => {
      discord.gateway.dispatch("INTERACTION_CREATE", interaction.payload)
      const seen = () => modalOf(discord, interaction) ?? visibleAnswers(discord, interaction).bodies[0]
      await until(() => seen() !== undefined, "an answer")
      const [body] = visibleAnswers(discord, interaction).bodies
      return { modal: modalOf(discord, interaction), message: body && readPart({ components: [], ...body }) }
    }
    const formOf = async (answer: Awaited<ReturnType<typeof act>>) => {
      if (answer.modal) return answer.modal
      const { id = "" } = answer.message?.buttons[0] ?? {}
      const opened = await act(buttonPress(discord, id))
      if (!opened.modal) throw new Error(`no form: ${opened.message?.text}`)
      return opened.modal
    }
    const form = await formOf(await act(slashCommand(discord, "/plenaria vincular")))
    const datos = { ...DATOS, nombre: "Raúl Prado Gil" }
    // Five fields and what it says above them are more than one of Discord's forms holds.
    const second = await formOf(await act(submitModal(discord, form, datos)))
    const sent = await act(submitModal(discord, second, datos))
    expect(sent.message?.text).toContain("Solicitud enviada")
    await aprobar(slack)
    await bot.tick()
    expect(JSON.stringify(discord.direct)).toContain("Su cuenta quedó vinculada")
    const suya = { adapter: "discord", workspace: GUILD, user: DISCORD_USER } as const
    expect((await database.unitOfWork.fresh.personas.byAccount(suya))?.nombre).toBe("Raúl Prado Gil")
  })
})

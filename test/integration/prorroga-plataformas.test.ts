import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { importarDocumento } from "../../src/app/importacion/importar.ts"
import { systemClock } from "../../src/clock.ts"
import { sumarDias } from "../../src/domain/tiempo/plazo.ts"
import { fechaEnZona } from "../../src/domain/tiempo/tiempo.ts"
import { until } from "../contract/contract-inbound.ts"
import { startTestBot } from "../support/bot.ts"
import type { TestDatabase } from "../support/database.ts"
import { createDemoDatabaseOfToday } from "../support/demo-database.ts"
import { discordConfig } from "../support/fake-discord/harness.ts"
import { buttonPress, slashCommand, visibleAnswers } from "../support/fake-discord/interactions.ts"
import { modalOf, submitModal } from "../support/fake-discord/modals.ts"
import { readPart } from "../support/fake-discord/read.ts"
import {
  CHANNEL as DISCORD_CHANNEL,
  USER as DISCORD_USER,
  FakeDiscord,
  GUILD,
} from "../support/fake-discord/server.ts"
import { readMessage } from "../support/fake-slack/block-kit.ts"
import { FakeSlack } from "../support/fake-slack/fake-slack.ts"
import { answerTo, slackEnv } from "../support/fake-slack/harness.ts"
import { enter } from "../support/fake-slack/views.ts"
import { TEAM } from "../support/fake-slack/workspace.ts"
import { importDeps } from "../support/import-deps.ts"
import { Sql } from "../support/sql.ts"

const ST = "U0SECRETARIA"
const CANAL_ST = "C0SECRETARIA"
const MOTIVO = "El área consultada aún no contesta"
const FECHA = sumarDias(fechaEnZona(systemClock.now(), "America/Mexico_City"), 40)
let database: TestDatabase
let slack: FakeSlack
let discord: FakeDiscord
let bot: Awaited<ReturnType<typeof startTestBot>>

/** The Secretaría Técnica is in Slack and the institution in Discord, each with its channel there. */
beforeAll(async () => {
  database = await createDemoDatabaseOfToday()
  const cuentas = `version: 1
cuentas:
  - { adapter: slack, workspace: ${TEAM}, usuario: ${ST}, persona: secretaria-tecnica }
  - { adapter: discord, workspace: "${GUILD}", usuario: "${DISCORD_USER}", persona: enlace-sre }
`
  expect((await importarDocumento(importDeps(database, systemClock), cuentas)).kind).toBe("ok")
  await Sql.using(database.url, async (sql) => {
    for (const [adapter, workspace, channel, audiencia, siglas] of [
      ["slack", TEAM, CANAL_ST, "secretaria_tecnica", null],
      ["discord", GUILD, DISCORD_CHANNEL, "institucion", "SRE"],
    ])
      await sql.rows(
        `INSERT INTO canal (id, clave, nombre, adapter, workspace, channel, audiencia, organo_id, institucion_id, origen)
          SELECT gen_random_uuid(), $1, $1, $1, $2, $3, $4::audiencia, o.id, (SELECT id FROM institucion WHERE siglas = $5), 'demo'
          FROM organo o WHERE o.padre_id IS NULL`,
        [adapter, workspace, channel, audiencia, siglas],
      )
  })
  slack = await FakeSlack.start()
  slack.workspace.add({ id: CANAL_ST, name: "secretaria" })
  discord = await FakeDiscord.start()
  bot = await startTestBot(database, { ...slackEnv(slack, "socket"), ...discordConfig(discord) })
})
afterAll(async () => {
  await bot.stop()
  await slack.close()
  await discord.close()
  await database.close()
})

async function enDiscord(interaction: ReturnType<typeof slashCommand>) {
  discord.gateway.dispatch("INTERACTION_CREATE", interaction.payload)
  const seen = () => modalOf(discord, interaction) ?? visibleAnswers(discord, interaction).bodies[0]
  await until(() => seen() !== undefined, "an answer")
  const [body] = visibleAnswers(discord, interaction).bodies
  return { modal: modalOf(discord, interaction), message: body && readPart({ components: [], ...body }) }
}

/** The institution asks in its modal; what it is answered. */
async function pide(clave: string): Promise<string> {
  const opened = await enDiscord(slashCommand(discord, `/compromiso prorroga ${clave}`))
  const modal =
    opened.modal ?? (await enDiscord(buttonPress(discord, opened.message?.buttons[0]?.id ?? ""))).modal
  if (!modal) throw new Error(`no form: ${opened.message?.text}`)
  const sent = await enDiscord(submitModal(discord, modal, { fecha: FECHA, motivo: MOTIVO }))
  return sent.message?.text ?? ""
}

/** The message about it that reached the Secretaría Técnica's channel. */
async function enElCanal(clave: string) {
  await bot.tick()
  const messages = slack.workspace.channels.get(CANAL_ST)?.messages ?? []
  const found = messages.map((message) => readMessage(message)).find(({ text }) => text.includes(clave))
  if (found === undefined) throw new Error(`nothing of ${clave}: ${JSON.stringify(messages)}`)
  return found
}

const aLaInstitucion = async () => {
  await bot.tick()
  return JSON.stringify(discord.messages)
}

describe("an institution in Discord asks the Secretaría Técnica in Slack for another date", () => {
  it("which is granted with its button, and told in the institution's channel", async () => {
    const CLAVE = "CI/SE-1/01/DEMO/SRE"
    expect(await pide(CLAVE)).toContain("Prórroga pedida")
    const message = await enElCanal(CLAVE)
    expect(message.text).toContain(MOTIVO)
    const { id = "" } = message.buttons.find(({ label }) => label.startsWith("Conceder hasta el")) ?? {}
    const answered = await answerTo(slack.pressButton(id, { user: ST, channel: CANAL_ST }))
    expect(answered.text).toContain("Prórroga concedida")
    expect(await aLaInstitucion()).toContain("la fecha que se pidió")
  })

  it("which is refused in a modal that asks why, and told with the reason", async () => {
    const CLAVE = "CI/SE-1/02/DEMO/SRE"
    expect(await pide(CLAVE)).toContain("Prórroga pedida")
    const message = await enElCanal(CLAVE)
    const { id = "" } = message.buttons.find(({ label }) => label.startsWith("Negar")) ?? {}
    const pressed = slack.pressButton(id, { user: ST, channel: CANAL_ST })
    await until(() => pressed.modals.length > 0, "the form")
    const [modal] = pressed.modals
    if (!modal) throw new Error("no form")
    enter(modal, "motivo", "El plazo lo fija el acuerdo")
    const before = slack.workspace.privately.length
    slack.submitModal(modal)
    await until(() => slack.workspace.privately.length > before, "the answer")
    expect(readMessage(slack.workspace.privately[before]?.payload).text).toContain("Prórroga negada")
    expect(await aLaInstitucion()).toContain("El plazo lo fija el acuerdo")
  })
})

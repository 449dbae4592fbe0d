import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { importarDocumento } from "../../src/app/importacion/importar.ts"
import { systemClock } from "../../src/clock.ts"
import { until } from "../contract/contract-inbound.ts"
import { startTestBot } from "../support/bot.ts"
import { collectingLog } from "../support/collecting-log.ts"
import type { TestDatabase } from "../support/database.ts"
import { createDemoDatabaseOfToday } from "../support/demo-database.ts"
import { dondequiera } from "../support/dondequiera.ts"
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
import { slackEnv } from "../support/fake-slack/harness.ts"
import { enter } from "../support/fake-slack/views.ts"
import { CHANNEL as SLACK_CHANNEL, USER as SLACK_USER, TEAM } from "../support/fake-slack/workspace.ts"
import { importDeps } from "../support/import-deps.ts"
import { Sql } from "../support/sql.ts"

const MOTIVO = "Se escribió por error el dato de una persona"
let database: TestDatabase
let sql: Sql

beforeAll(async () => {
  database = await createDemoDatabaseOfToday()
  sql = await Sql.connect(database.url)
  const accounts = `version: 1
cuentas:
  - { adapter: slack, workspace: ${TEAM}, usuario: ${SLACK_USER}, persona: secretaria-tecnica }
  - { adapter: discord, workspace: "${GUILD}", usuario: "${DISCORD_USER}", persona: secretaria-tecnica }
`
  expect((await importarDocumento(importDeps(database, systemClock), accounts)).kind).toBe("ok")
  for (const [adapter, workspace, channel] of [
    ["slack", TEAM, SLACK_CHANNEL],
    ["discord", GUILD, DISCORD_CHANNEL],
  ])
    await sql.rows(
      `INSERT INTO canal (id, clave, nombre, adapter, workspace, channel, audiencia, organo_id, origen)
        SELECT gen_random_uuid(), $1, $1, $1, $2, $3, 'integrantes', id, 'demo' FROM organo WHERE padre_id IS NULL`,
      [adapter, workspace, channel],
    )
})
afterAll(async () => {
  await sql.close()
  await database.close()
})

/** A message that waits for its channel, and a record that says the same. */
async function escribir(adapter: string, frase: string): Promise<void> {
  const card = {
    title: "Aviso",
    tone: "aviso",
    blocks: [{ kind: "text", text: `Se cita a ${frase}` }],
    actions: [],
  }
  await sql.rows(
    `INSERT INTO delivery (id, key, purpose, organo_id, canal_id, adapter, workspace, channel, card, not_before, why, created_at)
      SELECT gen_random_uuid(), 'a' || md5($1), 'aviso', organo_id, id, adapter, workspace, channel, $2::jsonb, now(), 'x', now()
      FROM canal WHERE clave = $1`,
    [adapter, JSON.stringify(card)],
  )
  await sql.rows(
    "INSERT INTO avance (id, compromiso_id, texto, registrado_en) SELECT gen_random_uuid(), id, $1, now() FROM compromiso LIMIT 1",
    [`Se vio a ${frase}`],
  )
}

describe("a message that was sent says what should not be here", () => {
  it("on Slack: it is changed in its place, and the phrase that was typed in the modal is kept nowhere", async () => {
    const FRASE = "la señora Xóchitl, de Atlixco"
    const slack = await FakeSlack.start()
    const { log, text } = collectingLog()
    const bot = await startTestBot(database, slackEnv(slack, "socket"), { log })
    try {
      await escribir("slack", FRASE)
      await bot.tick()
      const messages = slack.workspace.channels.get(SLACK_CHANNEL)?.messages ?? []
      expect(JSON.stringify(messages)).toContain(FRASE)

      const asked = slack.typeCommand("/plenaria testar")
      await until(() => asked.modals.length > 0, "the form")
      const [modal] = asked.modals
      if (!modal) throw new Error("no form")
      for (const [field, value] of Object.entries({ frase: FRASE, clase: "victima", motivo: MOTIVO }))
        enter(modal, field, value)
      const before = slack.workspace.privately.length
      slack.submitModal(modal)
      await until(() => slack.workspace.privately.length > before, "the question")
      const question = readMessage(slack.workspace.privately[before]?.payload)
      expect(question.text).toContain("Mensajes enviados que se corrigen en su lugar")
      expect(question.text).not.toContain("Xóchitl")
      expect(await dondequiera(sql, "Xóchitl")).toEqual(["avance.texto (1)", "delivery.card (1)"])

      const confirm = question.buttons.find(({ label }) => label.startsWith("Testar"))
      const pressed = slack.pressButton(confirm?.id ?? "")
      await until(() => pressed.shown.length > 0, "the answer")
      expect(readMessage(pressed.shown[0]?.payload).text).toContain(
        "Slack: pida a quien administra el espacio",
      )
      await bot.tick()
      expect(JSON.stringify(messages)).not.toContain("Xóchitl")
      expect(JSON.stringify(messages)).toContain("[testado: dato de una persona de un caso]")
      expect(await dondequiera(sql, "Xóchitl")).toEqual([])
      expect(text()).not.toContain("Xóchitl")
    } finally {
      await bot.stop()
      await slack.close()
    }
  })

  it("on Discord: so it is, and no step of the form is a draft with the phrase", async () => {
    const FRASE = "el señor Cuitláhuac, de Tepeaca"
    const fake = await FakeDiscord.start()
    const { log, text } = collectingLog()
    const bot = await startTestBot(database, discordConfig(fake), { log })
    const act = async (interaction: ReturnType<typeof slashCommand>) => {
      fake.gateway.dispatch("INTERACTION_CREATE", interaction.payload)
      const seen = () => modalOf(fake, interaction) ?? visibleAnswers(fake, interaction).bodies[0]
      await until(() => seen() !== undefined, "an answer")
      const { bodies } = visibleAnswers(fake, interaction)
      return {
        modal: modalOf(fake, interaction),
        message: bodies[0] && readPart({ components: [], ...bodies[0] }),
      }
    }
    const press = (answer: Awaited<ReturnType<typeof act>>, label: string) => {
      const found = answer.message?.buttons.find((button) => button.label.startsWith(label))
      if (!found) throw new Error(`no button ${label} in ${answer.message?.text}`)
      return act(buttonPress(fake, found.id))
    }
    try {
      await escribir("discord", FRASE)
      await bot.tick()
      expect(JSON.stringify(fake.messages)).toContain(FRASE)

      const first = await act(slashCommand(fake, "/plenaria testar"))
      const { modal } = first.modal ? first : await press(first, "Abrir el formulario")
      if (!modal) throw new Error("no form")
      // Its reason repeats the phrase: it is asked for again, and neither is kept.
      const refused = await act(
        submitModal(fake, modal, { frase: FRASE, clase: "victima", motivo: `Se nombró a ${FRASE}` }),
      )
      expect(refused.message?.text).toContain("motivo repite")
      const cuales = await dondequiera(sql, "Cuitláhuac")
      expect(cuales.filter((cual) => !cual.startsWith("borrador_formulario"))).toEqual([
        "avance.texto (1)",
        "delivery.card (1)",
      ])
      const again = await act(slashCommand(fake, "/plenaria testar"))
      const opened = again.modal ?? (await press(again, "Abrir el formulario")).modal
      if (!opened) throw new Error("no form")
      const question = await act(
        submitModal(fake, opened, { frase: FRASE, clase: "victima", motivo: MOTIVO }),
      )
      expect(question.message?.text).toContain("Confirme lo que se testará")
      expect((await press(question, "Testar")).message?.text).toContain("Texto testado")
      await bot.tick()
      expect(JSON.stringify(fake.messages)).not.toContain("Cuitláhuac")
      expect(JSON.stringify(fake.messages)).toContain("dato de una persona de un caso")
      expect(await dondequiera(sql, "Cuitláhuac")).toEqual([])
      expect(text()).not.toContain("Cuitláhuac")
    } finally {
      await bot.stop()
      await fake.close()
    }
  })
})

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { asuntoDispensas } from "../../src/app/dispensar-datos.ts"
import { importarDocumento } from "../../src/app/importacion/importar.ts"
import { systemClock } from "../../src/clock.ts"
import { until } from "../contract/contract-inbound.ts"
import type { TestDatabase } from "../support/database.ts"
import { createDemoDatabaseOfToday } from "../support/demo-database.ts"
import { botOnDiscord } from "../support/fake-discord/harness.ts"
import { buttonPress, slashCommand, visibleAnswers } from "../support/fake-discord/interactions.ts"
import { modalOf, submitModal } from "../support/fake-discord/modals.ts"
import { readPart } from "../support/fake-discord/read.ts"
import { USER as DISCORD_USER, GUILD } from "../support/fake-discord/server.ts"
import { readMessage } from "../support/fake-slack/block-kit.ts"
import { botOnSlack } from "../support/fake-slack/harness.ts"
import { enter } from "../support/fake-slack/views.ts"
import { USER as SLACK_USER, TEAM } from "../support/fake-slack/workspace.ts"
import { importDeps } from "../support/import-deps.ts"

const CLAVE = "CI/SE-1/03/DEMO/SEGOB"
const MOTIVO = "Es el número del módulo de atención, publicado en su portal"
const textoDe = (donde: string) => `El módulo de ${donde} atiende en el 55 1234 5678`
let database: TestDatabase

beforeAll(async () => {
  database = await createDemoDatabaseOfToday()
  const accounts = `version: 1
cuentas:
  - { adapter: slack, workspace: ${TEAM}, usuario: ${SLACK_USER}, persona: secretaria-tecnica }
  - { adapter: discord, workspace: "${GUILD}", usuario: "${DISCORD_USER}", persona: secretaria-tecnica }
`
  expect((await importarDocumento(importDeps(database, systemClock), accounts)).kind).toBe("ok")
})
afterAll(() => database.close())

/** What is on record of a text: itself, and from where its reason was given. */
async function registrado(texto: string) {
  const { compromisos, organos, eventos } = database.unitOfWork.fresh
  const row = (await compromisos.list({})).find(({ compromiso }) => compromiso.clave === CLAVE)
  const avances = await compromisos.avances(row?.compromiso.id ?? "")
  const [organo] = (await organos.all()).filter(({ padreId }) => padreId === null)
  const dispensas = await eventos.byObjeto(asuntoDispensas(organo?.id ?? ""))
  return {
    avances: avances.filter((avance) => avance.texto === texto).length,
    desde: dispensas.map(({ plataforma }) => plataforma),
  }
}

describe("a public datum in Slack", () => {
  let bot: Awaited<ReturnType<typeof botOnSlack>>
  beforeEach(async () => {
    bot = await botOnSlack("socket", database)
  })
  afterEach(() => bot.close())

  it("is registered as it was typed, once the Secretaría Técnica says why in a modal", async () => {
    const { slack } = bot
    const texto = textoDe("Slack")
    const asked = slack.typeCommand(`/compromiso avance ${CLAVE} ${texto}`)
    await until(() => asked.shown.length > 0, "the refusal")
    expect(asked.shown[0]?.visibleTo).toBe("asker")
    const refusal = readMessage(asked.shown[0]?.payload)
    expect(refusal.text).not.toContain("1234")
    const pressed = slack.pressButton(
      refusal.buttons.find(({ label }) => label === "Es un dato público…")?.id ?? "",
    )
    await until(() => pressed.modals.length > 0, "the form")
    const [modal] = pressed.modals
    if (!modal) throw new Error("no form")
    enter(modal, "motivo", MOTIVO)
    const before = slack.workspace.privately.length
    slack.submitModal(modal)
    await until(() => slack.workspace.privately.length > before, "the answer")
    expect(readMessage(slack.workspace.privately[before]?.payload).text).toContain("Avance registrado")
    expect(await registrado(texto)).toMatchObject({ avances: 1, desde: expect.arrayContaining(["slack"]) })
  })
})

describe("a public datum in Discord", () => {
  let discord: Awaited<ReturnType<typeof botOnDiscord>>
  beforeEach(async () => {
    discord = await botOnDiscord(database)
  })
  afterEach(() => discord.close())

  const act = async (interaction: ReturnType<typeof slashCommand>) => {
    const { fake } = discord
    fake.gateway.dispatch("INTERACTION_CREATE", interaction.payload)
    const seen = () => modalOf(fake, interaction) ?? visibleAnswers(fake, interaction).bodies[0]
    await until(() => seen() !== undefined, "an answer")
    const { bodies, ephemeral } = visibleAnswers(fake, interaction)
    const message = bodies[0] && readPart({ components: [], ...bodies[0] })
    return { modal: modalOf(fake, interaction), message, ephemeral }
  }
  const press = (answer: Awaited<ReturnType<typeof act>>, label: string) => {
    const found = answer.message?.buttons.find((button) => button.label === label)
    if (!found) throw new Error(`no button ${label} in ${answer.message?.text}`)
    return act(buttonPress(discord.fake, found.id))
  }
  /** A bot that takes its time offers the form with a button. */
  const formOf = async (answer: Awaited<ReturnType<typeof act>>) => {
    const { modal } = answer.modal ? answer : await press(answer, "Abrir el formulario")
    if (!modal) throw new Error(`no form: ${answer.message?.text}`)
    return modal
  }

  it("typed in a form, is registered as it was typed, once she says why in another", async () => {
    const texto = textoDe("Discord")
    const form = await formOf(await act(slashCommand(discord.fake, `/compromiso avance ${CLAVE}`)))
    const refusal = await act(submitModal(discord.fake, form, { texto }))
    expect(refusal.message?.text).toContain("El texto parece contener un teléfono")
    expect(refusal.message?.text).not.toContain("1234")
    const why = await formOf(await press(refusal, "Es un dato público…"))
    const done = await act(submitModal(discord.fake, why, { motivo: MOTIVO }))
    expect(done.ephemeral).toBe(true)
    expect(done.message?.text).toContain("Avance registrado")
    expect(await registrado(texto)).toMatchObject({ avances: 1, desde: expect.arrayContaining(["discord"]) })
  })
})

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { cargarDemo } from "../../src/app/importacion/cargar-demo.ts"
import { importarDocumento } from "../../src/app/importacion/importar.ts"
import { MovableClock } from "../../src/clock.ts"
import { until } from "../contract/contract-inbound.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { botOnDiscord } from "../support/fake-discord/harness.ts"
import { buttonPress, slashCommand, visibleAnswers } from "../support/fake-discord/interactions.ts"
import { modalOf, submitModal } from "../support/fake-discord/modals.ts"
import { readPart } from "../support/fake-discord/read.ts"
import { USER as DISCORD_USER, GUILD } from "../support/fake-discord/server.ts"
import { readMessage } from "../support/fake-slack/block-kit.ts"
import { botOnSlack } from "../support/fake-slack/harness.ts"
import { USER as SLACK_USER, TEAM } from "../support/fake-slack/workspace.ts"
import { importDeps } from "../support/import-deps.ts"

/** Monday 3 August 2037, ten o'clock in Mexico City. */
const NOW = "2037-08-03T16:00:00.000Z"
const clock = new MovableClock()
let database: TestDatabase

beforeAll(async () => {
  clock.moveTo(NOW)
  database = await createTestDatabase()
  await cargarDemo({ importacion: database.importacion, clock })
  const accounts = `version: 1
cuentas:
  - { adapter: slack, workspace: ${TEAM}, usuario: ${SLACK_USER}, persona: secretaria-tecnica }
  - { adapter: discord, workspace: "${GUILD}", usuario: "${DISCORD_USER}", persona: secretaria-tecnica }
`
  expect((await importarDocumento(importDeps(database, clock), accounts)).kind).toBe("ok")
})
afterAll(() => database.close())

const sesion = async (clave: string) => {
  const [organo] = (await database.unitOfWork.read.organos.all()).filter(({ padreId }) => padreId === null)
  return database.unitOfWork.read.sesiones.byClave(organo?.id ?? "", clave)
}

describe("a date that may be two, typed in Slack", () => {
  let bot: Awaited<ReturnType<typeof botOnSlack>>
  beforeEach(async () => {
    bot = await botOnSlack("socket", database, { clock })
  })
  afterEach(() => bot.close())

  it("is asked to its asker with a button for each, and the answer takes the question's place", async () => {
    const { slack } = bot
    const sede =
      "Salón de usos múltiples, planta baja, entrada por la calle de atrás, junto al estacionamiento"
    const asked = slack.typeCommand(
      `/sesion crear ordinaria fecha:el próximo viernes hora:6 numero:801 sede:"${sede}"`,
    )
    await until(() => asked.shown.length > 0, "the question")
    expect(asked.shown[0]?.visibleTo).toBe("asker")
    const question = readMessage(asked.shown[0]?.payload)
    expect(question.text).toContain("«el próximo viernes» puede ser:")
    const day = question.buttons.find(({ label }) => label === "viernes 14 de agosto de 2037")
    const next = slack.pressButton(day?.id ?? "")
    await until(() => next.shown.length > 0, "the next question")
    const hour = readMessage(next.shown[0]?.payload).buttons.find(({ label }) => label === "18:00 horas")
    const done = slack.pressButton(hour?.id ?? "")
    await until(() => done.shown.length > 0, "the answer")
    expect(done.shown[0]).toMatchObject({ visibleTo: "asker", replaced: true })
    expect(await sesion("SO-801")).toMatchObject({ fecha: "2037-08-14", hora: "18:00", sede })
  })

  it("opens its form with what was written", async () => {
    const { slack } = bot
    const asked = slack.typeCommand("/sesion crear ordinaria fecha:31 de noviembre numero:802")
    await until(() => asked.shown.length > 0, "the refusal")
    const refusal = readMessage(asked.shown[0]?.payload)
    expect(refusal.text).toContain("noviembre tiene 30 días")
    const pressed = slack.pressButton(refusal.buttons.find(({ label }) => label === "Corregir")?.id ?? "")
    await until(() => pressed.modals.length > 0, "the form")
    expect(pressed.modals[0]?.values).toMatchObject({ fecha: "31 de noviembre", numero: "802" })
  })
})

describe("a date in a form of Discord", () => {
  let discord: Awaited<ReturnType<typeof botOnDiscord>>
  beforeEach(async () => {
    discord = await botOnDiscord(database, { clock })
  })
  afterEach(() => discord.close())

  const act = async (interaction: ReturnType<typeof slashCommand>) => {
    const { fake } = discord
    fake.gateway.dispatch("INTERACTION_CREATE", interaction.payload)
    const seen = () => modalOf(fake, interaction) ?? visibleAnswers(fake, interaction).bodies[0]
    await until(() => seen() !== undefined, "an answer")
    const body = visibleAnswers(fake, interaction).bodies[0]
    return { modal: modalOf(fake, interaction), message: body && readPart({ components: [], ...body }) }
  }
  type Answer = Awaited<ReturnType<typeof act>>
  const press = ({ message }: Answer, label: string) => {
    const found = message?.buttons.find((button) => button.label === label)
    if (!found) throw new Error(`no button ${label} in ${message?.text}`)
    return act(buttonPress(discord.fake, found.id))
  }
  const fill = ({ modal }: Answer, values: Readonly<Record<string, string>>) => {
    if (!modal) throw new Error("no form")
    return act(submitModal(discord.fake, modal, values))
  }
  const create = async (numero: string, fecha: string, hora: string) => {
    const shown = await act(slashCommand(discord.fake, "/sesion crear"))
    // A bot that takes its time offers the form with a button.
    const form = shown.modal ? shown : await press(shown, "Abrir el formulario")
    const first = await fill(form, { numero, fecha })
    return fill(await press(first, "Continuar (2 de 2)"), { hora })
  }

  it("that may be two says so under its field, and one that is clear goes on", async () => {
    const wrong = await create("811", "fin de octubre", "diez y media")
    expect(wrong.message?.text).toContain(
      "puede ser el viernes 30 de octubre de 2037 o el sábado 31 de octubre de 2037",
    )
    const again = await press(wrong, "Corregir")
    await fill(again, { fecha: "viernes 30 de octubre" })
    expect(await sesion("SO-811")).toMatchObject({ fecha: "2037-10-30", hora: "10:30" })
  })

  it("at an unlikely hour is registered once it is confirmed", async () => {
    const question = await create("812", "20/08/2037", "5 am")
    expect(question.message?.text).toContain("¿Es correcto?")
    expect(await sesion("SO-812")).toBeNull()
    await press(question, "Sí, es correcto")
    expect(await sesion("SO-812")).toMatchObject({ hora: "05:00" })
  })
})

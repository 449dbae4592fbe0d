import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { importarDocumento } from "../../src/app/importacion/importar.ts"
import { systemClock } from "../../src/clock.ts"
import { campo, type FormHarness, formulario } from "../contract/contract-forms.ts"
import { RecordingInbound, until } from "../contract/contract-inbound.ts"
import type { TestDatabase } from "../support/database.ts"
import { createDemoDatabaseOfToday } from "../support/demo-database.ts"
import { botOnDiscord, startDiscord } from "../support/fake-discord/harness.ts"
import {
  buttonPress,
  messageCommand,
  slashCommand,
  visibleAnswers,
} from "../support/fake-discord/interactions.ts"
import { modalOf, submitModal } from "../support/fake-discord/modals.ts"
import { readPart } from "../support/fake-discord/read.ts"
import { USER as DISCORD_USER, GUILD } from "../support/fake-discord/server.ts"
import { readMessage } from "../support/fake-slack/block-kit.ts"
import { slackForms } from "../support/fake-slack/forms.ts"
import { answerTo, botOnSlack, startedBot } from "../support/fake-slack/harness.ts"
import { textOf } from "../support/fake-slack/views.ts"
import { PRIVATE_CHANNEL, USER as SLACK_USER, TEAM } from "../support/fake-slack/workspace.ts"
import { importDeps } from "../support/import-deps.ts"
import { Sql } from "../support/sql.ts"

interface Platform {
  readonly forms: FormHarness
  close(): Promise<void>
}

let database: TestDatabase
const STRANGER = "400000000000000099"
const ENLACE = "400000000000000002"

async function onSlack(mode: "socket" | "http"): Promise<Platform> {
  let bot = await botOnSlack(mode, database)
  const { slack } = bot
  const restart = async () => {
    await bot.stop()
    bot = await botOnSlack(mode, database, { slack })
  }
  return { forms: slackForms(slack, restart), close: () => bot.close() }
}

const platforms: readonly (readonly [string, number, () => Promise<Platform>])[] = [
  ["Slack in Socket Mode", 901, () => onSlack("socket")],
  ["Slack by signed HTTP", 902, () => onSlack("http")],
  ["Discord over its gateway", 903, () => botOnDiscord(database)],
]

beforeAll(async () => {
  database = await createDemoDatabaseOfToday()
  const accounts = `version: 1
cuentas:
  - { adapter: slack, workspace: ${TEAM}, usuario: ${SLACK_USER}, persona: secretaria-tecnica }
  - { adapter: discord, workspace: "${GUILD}", usuario: "${DISCORD_USER}", persona: secretaria-tecnica }
  - { adapter: discord, workspace: "${GUILD}", usuario: "${ENLACE}", persona: enlace-sre }
`
  const result = await importarDocumento(importDeps(database, systemClock), accounts)
  expect(result.kind).toBe("ok")
})
afterAll(() => database.close())

const sesion = async (clave: string) => {
  const [organo] = (await database.unitOfWork.read.organos.all()).filter(({ padreId }) => padreId === null)
  return database.unitOfWork.read.sesiones.byClave(organo?.id ?? "", clave)
}

describe.each(platforms)("/sesion crear and /sesion editar in %s", (_name, number, start) => {
  let platform: Platform
  beforeEach(async () => {
    platform = await start()
  })
  afterEach(() => platform.close())

  it("register a session with exactly what was typed, once it is right, also across a restart", async () => {
    const { forms } = platform
    const shown = await forms.open("/sesion crear")
    expect(shown.text).toContain("la siguiente de su serie: SO-")
    expect(shown.values).toMatchObject({ tipo: "ordinaria" })
    const values = {
      numero: String(number),
      etiqueta: `Sesión "Ñandú" ${number} @everyone`,
      fecha: "2035-08-20",
      hora: "10:00",
      modalidad: "mixta",
      sede: "Salón «Benito Juárez» <!channel>",
      enlace: "no es una dirección",
    }
    const wrong = await forms.send(values)
    expect(wrong).toMatchObject({ kind: "form", visibleTo: "asker" })
    expect(wrong.kind === "form" && wrong.text).toContain("https://")
    expect(await sesion(`SO-${number}`)).toBeNull()
    await forms.restart()
    const done = await forms.send({ enlace: "https://reunion.gob.mx/ñ?a=1&b=<2>" })
    expect(done).toMatchObject({ kind: "answer", visibleTo: "asker" })
    expect(done.kind === "answer" && done.text).toContain("lunes 20 de agosto de 2035")
    expect(await sesion(`SO-${number}`)).toMatchObject({
      etiqueta: values.etiqueta,
      fecha: "2035-08-20",
      hora: "10:00",
      modalidad: "mixta",
      sede: values.sede,
      url: "https://reunion.gob.mx/ñ?a=1&b=<2>",
    })
  })

  it("change it from what it holds", async () => {
    const { forms } = platform
    const clave = `SO-${number}`
    const before = await sesion(clave)
    const shown = await forms.open(`/sesion editar ${clave}`)
    expect(shown.values).toMatchObject({ etiqueta: before?.etiqueta, fecha: "2035-08-20" })
    await forms.send({ sede: "Reforma 99" })
    expect(await sesion(clave)).toMatchObject({ ...before, sede: "Reforma 99", revision: expect.any(Number) })
  })
})

describe("a form in several steps in Discord", () => {
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
    const body = visibleAnswers(fake, interaction).bodies[0]
    const message = body && readPart({ components: [], ...body })
    return { modal: modalOf(fake, interaction), message, ...visibleAnswers(fake, interaction) }
  }
  const firstStep = async () => {
    const { modal } = await act(slashCommand(discord.fake, "/sesion crear"))
    if (!modal) throw new Error("no form")
    return act(submitModal(discord.fake, modal, { fecha: "2035-08-20", numero: "910" }))
  }

  it("says in private how to go on, and opens each step as often as it is pressed", async () => {
    const { message, ephemeral } = await firstStep()
    expect(ephemeral).toBe(true)
    expect(message?.text).toContain("Falta la parte 2 de 2")
    const [button] = message?.buttons ?? []
    expect(button?.label).toBe("Continuar (2 de 2)")
    for (let i = 0; i < 2; i += 1)
      expect((await act(buttonPress(discord.fake, button?.id ?? ""))).modal?.text).toContain("(2 de 2)")
    expect(await sesion("SO-910")).toBeNull()
  })

  it("is nobody else's to go on with", async () => {
    const { message } = await firstStep()
    const [button] = message?.buttons ?? []
    const other = await act(buttonPress(discord.fake, button?.id ?? "", "own", STRANGER))
    expect(other.modal).toBeNull()
    expect(other.message?.text).toContain("Este botón ya no funciona")
    expect(other.ephemeral).toBe(true)
    const { modal } = await act(buttonPress(discord.fake, button?.id ?? ""))
    if (!modal) throw new Error("no form")
    const forged = await act(submitModal(discord.fake, modal, {}, STRANGER))
    expect(forged.message?.text).toContain("Este botón ya no funciona")
    expect(await sesion("SO-910")).toBeNull()
  })

  it("takes the place of its own message, and is sent once", async () => {
    const { message } = await firstStep()
    const [button] = message?.buttons ?? []
    const { modal } = await act(buttonPress(discord.fake, button?.id ?? ""))
    if (!modal) throw new Error("no form")
    const done = await act(submitModal(discord.fake, modal, { sede: "Reforma 99" }))
    expect(done).toMatchObject({ replaced: true, ephemeral: true })
    expect(await sesion("SO-910")).toMatchObject({ sede: "Reforma 99" })
    const twice = await act(submitModal(discord.fake, modal, { sede: "Otra" }))
    expect(twice.message?.text).toContain("Este botón ya no funciona")
    expect(await sesion("SO-910")).toMatchObject({ sede: "Reforma 99" })
  })
})

describe("the menu of a message in Discord", () => {
  const MENU = "Proponer como punto"
  let discord: Awaited<ReturnType<typeof botOnDiscord>>
  beforeAll(async () => {
    discord = await botOnDiscord(database)
  })
  afterAll(() => discord.close())

  const use = async (escrito: string, by: string, menu = MENU) => {
    const { fake } = discord
    const used = messageCommand(fake, menu, escrito, by)
    fake.gateway.dispatch("INTERACTION_CREATE", used.payload)
    await until(() => fake.callbacks.has(used.id), "an answer")
    return { modal: modalOf(fake, used), ...visibleAnswers(fake, used) }
  }
  /** Whether a text stands in a draft or in the log. */
  const kept = (text: string) =>
    Sql.using(database.url, async (sql) => {
      const tables = ["borrador_formulario", "evento"]
      const found = tables.map((table) => `SELECT 1 FROM ${table} t WHERE strpos(t::text, $1) > 0`)
      return (await sql.rows(found.join(" UNION ALL "), [text])).length > 0
    })

  it("is registered beside the commands", () => {
    const [{ body } = { body: null }] = discord.fake.registered
    expect(body).toContainEqual({ name: MENU, type: 3 })
  })

  it("opens the form with what was written, which is kept nowhere before it is sent", async () => {
    const escrito = "Protocolo de traslado xilófono\nHay tres criterios distintos.\n\nConviene uno."
    const { modal } = await use(escrito, ENLACE)
    expect(modal?.values).toMatchObject({
      titulo: "Protocolo de traslado xilófono",
      exposicion: "Hay tres criterios distintos.\n\nConviene uno.",
    })
    expect(await kept("xilófono")).toBe(false)
    if (!modal) throw new Error("no form")
    const sent = submitModal(discord.fake, modal, {}, ENLACE)
    discord.fake.gateway.dispatch("INTERACTION_CREATE", sent.payload)
    await until(() => visibleAnswers(discord.fake, sent).bodies.length > 0, "it is answered")
    const [body] = visibleAnswers(discord.fake, sent).bodies
    expect(readPart({ components: [], ...body } as never).text).toContain("Protocolo de traslado xilófono")
    expect(visibleAnswers(discord.fake, sent).ephemeral).toBe(true)
  })

  it("puts a first line that is no title where there is room for it", async () => {
    const larga = "Las instituciones remitirán sus observaciones. ".repeat(20).trim()
    expect((await use(larga, ENLACE)).modal?.values).toMatchObject({ titulo: "", exposicion: larga })
    expect((await use("", ENLACE)).modal?.values).toMatchObject({ titulo: "", exposicion: "" })
  })

  it("refuses in private, by who it is, an enlace who would register an agreement", async () => {
    const { modal, bodies, ephemeral } = await use("Se acuerda", ENLACE, "Registrar como acuerdo")
    expect(modal).toBeNull()
    expect(ephemeral).toBe(true)
    expect(bodies.map((body) => readPart({ components: [], ...body } as never).text)).toEqual([
      expect.stringContaining("es solo para la Secretaría Técnica"),
    ])
  })

  it.each([
    ["whoever is not linked", STRANGER, MENU],
    ["whoever uses what is offered no more", ENLACE, "Otra acción"],
  ])("refuses in private %s", async (_, by, menu) => {
    const { modal, bodies, ephemeral } = await use("Protocolo", by, menu)
    expect(modal).toBeNull()
    expect(bodies).toHaveLength(1)
    expect(ephemeral).toBe(true)
  })
})

describe("the menu of a message in Slack", () => {
  let slack: Awaited<ReturnType<typeof botOnSlack>>
  beforeAll(async () => {
    slack = await botOnSlack("socket", database)
  })
  afterAll(() => slack.close())

  const use = async (callback: string, escrito: string, by = SLACK_USER) => {
    const used = slack.slack.useOnMessage(callback, escrito, by)
    await until(() => used.modals.length + used.shown.length > 0, "an answer")
    expect(used.failures).toEqual([])
    return { modal: used.modals[0], shown: used.shown }
  }
  const kept = (text: string) =>
    Sql.using(database.url, async (sql) => {
      const tables = ["borrador_formulario", "evento"]
      const found = tables.map((table) => `SELECT 1 FROM ${table} t WHERE strpos(t::text, $1) > 0`)
      return (await sql.rows(found.join(" UNION ALL "), [text])).length > 0
    })

  it("opens the form with what was written, as it was read, and it is kept nowhere before it is sent", async () => {
    const { modal } = await use(
      "sesion.proponer",
      "Criterios de traslado ukelele\nVéase <https://www.gob.mx/guia|la guía> &amp; lo de <@U0COLEGA>, <#C0SRE|sre>",
    )
    expect(modal?.values).toMatchObject({
      titulo: "Criterios de traslado ukelele",
      exposicion: "Véase la guía (https://www.gob.mx/guia) & lo de @U0COLEGA, #sre",
    })
    expect(await kept("ukelele")).toBe(false)
  })

  it("takes as much as fits of what is longer, and says so", async () => {
    const { modal } = await use("sesion.proponer", `Traslados\n${"x".repeat(2_500)}`)
    expect(modal?.values.exposicion).toBe("x".repeat(2_000))
    expect(modal && textOf(modal)).toContain("se tomó su principio")
  })

  it.each([
    ["whoever is not linked", "sesion.proponer", "U0NADIE"],
    ["whoever uses what is offered no more", "sesion.borrar", SLACK_USER],
    ["whoever may not do it: an agreement is the Secretaría Técnica's", "acuerdo.registrar", "U0NADIE"],
  ])("refuses in private %s", async (_, callback, by) => {
    const { modal, shown } = await use(callback, "Protocolo", by)
    expect(modal).toBeUndefined()
    expect(shown).toMatchObject([{ visibleTo: "asker" }])
  })
})

describe("the private answer to a form in Slack", () => {
  it("goes to the asker's own conversation with the bot where the bot is not in the channel", async () => {
    const { slack, close } = await botOnSlack("socket", database)
    const asked = slack.typeCommand("/sesion crear", { channel: PRIVATE_CHANNEL })
    await until(() => asked.modals.length > 0, "the form opens")
    const [modal] = asked.modals
    if (!modal) throw new Error("no form")
    Object.assign(modal.values, { fecha: "2035-08-20", numero: "920" })
    slack.submitModal(modal)
    await until(() => slack.workspace.privately.length > 0, "the answer arrives")
    expect(slack.workspace.privately).toMatchObject([{ to: SLACK_USER, channel: null }])
    expect(readMessage(slack.workspace.privately[0]?.payload).text).toContain("SO-920")
    for (const { messages } of slack.workspace.channels.values()) expect(messages).toEqual([])
    await close()
  })

  it("is never another person's: a form that came late opens only for who asked", async () => {
    const { slack, close } = await botOnSlack("socket", database)
    slack.api.failNext("views.open", { error: "expired_trigger_id" })
    const asked = slack.typeCommand("/sesion crear")
    await until(() => asked.shown.length > 0, "a message instead of the form")
    const [button] = readMessage(asked.shown[0]?.payload).buttons
    expect(button?.label).toBe("Abrir el formulario")
    const opened = slack.pressButton(button?.id ?? "")
    await until(() => opened.modals.length > 0, "the button opens it")
    const other = slack.pressButton(button?.id ?? "", { user: "U0OTRAPERSONA" })
    await until(() => other.shown.length > 0, "another person is answered")
    expect(readMessage(other.shown[0]?.payload).text).toContain("Este botón ya no funciona")
    await close()
  })
})

describe("a form that a platform has no room for", () => {
  const inbound = new RecordingInbound()
  const form = formulario([campo("nota", { label: "Nota", value: `x${"ñ".repeat(4_000)}` })])
  inbound.answerWith(async () => ({ kind: "form", form }))

  it("is told in words in Slack, to the asker alone", async () => {
    const { slack, close } = await startedBot("socket", inbound)
    const answer = await answerTo(slack.typeCommand("/sesion editar SO-22"))
    expect(answer.visibleTo).toBe("asker")
    expect(answer.text).toContain("Se escribe así: /sesion editar")
    await close()
  })

  it("is told in words in Discord, to the asker alone", async () => {
    const discord = await startDiscord(inbound)
    const answer = await discord.typeCommand("/sesion editar SO-22")
    expect(answer.visibleTo).toBe("asker")
    expect(answer.text).toContain("Se escribe así: /sesion secretaria editar")
    await discord.close()
  })
})

import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { importarDocumento } from "../../src/app/importacion/importar.ts"
import { until } from "../contract/contract-inbound.ts"
import { startTestBot } from "../support/bot.ts"
import type { TestDatabase } from "../support/database.ts"
import { createDemoDatabase } from "../support/demo-database.ts"
import { despertador } from "../support/despertador.ts"
import { eventually } from "../support/eventually.ts"
import { readMessage } from "../support/fake-slack/block-kit.ts"
import { FakeSlack } from "../support/fake-slack/fake-slack.ts"
import { answerTo, slackEnv } from "../support/fake-slack/harness.ts"
import { type Modal, textOf } from "../support/fake-slack/views.ts"
import { TEAM } from "../support/fake-slack/workspace.ts"
import { importDeps } from "../support/import-deps.ts"
import { TestClock } from "../support/reloj.ts"
import { Sql } from "../support/sql.ts"

const ST = "U0SECRETARIA"
const SRE = "U0ENLACESRE"
const SSPC = "U0ENLACESSPC"
const NADIE = "U0NADIE"
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** The demonstration's dates lie around it. */
const NOW = "2024-03-08T16:00:00.000Z"

let database: TestDatabase
let slack: FakeSlack
let clock: TestClock
let bot: Started

beforeAll(async () => {
  database = await createDemoDatabase(NOW)
  clock = new TestClock("2024-03-08", "10:00")
  const cuenta = (usuario: string, persona: string) =>
    `  - { adapter: slack, workspace: ${TEAM}, usuario: ${usuario}, persona: ${persona} }\n`
  const cuentas = `version: 1\ncuentas:\n${cuenta(ST, "secretaria-tecnica")}${cuenta(SRE, "enlace-sre")}${cuenta(SSPC, "enlace-sspc")}`
  expect((await importarDocumento(importDeps(database, clock), cuentas)).kind).toBe("ok")
  slack = await FakeSlack.start()
  bot = await start()
})
afterAll(async () => {
  await bot.stop()
  await slack.close()
  await database.close()
})

interface Started {
  stop(): Promise<void>
  readonly wake: ReturnType<typeof despertador>
}

async function start(): Promise<Started> {
  const wake = despertador()
  const { scheduler } = wake
  const { stop } = await startTestBot(database, slackEnv(slack, "socket"), { clock, scheduler })
  return { stop, wake }
}

/** What is due. */
const send = (from = bot) => from.wake.send()
/** What the calendar and the log ask for, without the day's reminders, and then what is due. */
async function renew(): Promise<void> {
  await bot.wake.pages()
  await send()
}

const home = (user: string) => readMessage(slack.workspace.homeOf(user))
const published = (user: string) => slack.workspace.homes.filter((one) => one.user === user).length
const asked = async () =>
  (await database.unitOfWork.read.deliveries.list({ states: ["pending"], limit: 100 })).filter(
    ({ forma }) => forma === "portada",
  )

/** Opens it, and waits until it is in the queue. */
async function open(user: string, eventId?: string): Promise<string> {
  const id = slack.openHome(user, "home", eventId)
  await eventually(asked, (all) => all.some(({ to }) => to.channel === `@${user}`))
  return id
}

/** Once every page of before is published. */
async function show(...users: readonly string[]): Promise<void> {
  for (const user of users) await open(user)
  await send()
}

async function typed(text: string, user: string): Promise<string> {
  return (await answerTo(slack.typeCommand(text, { user }))).text
}

/** Presses what the answer to an order offers. */
async function decided(text: string, button: RegExp): Promise<string> {
  const question = slack.typeCommand(text, { user: ST })
  await answerTo(question)
  const { buttons } = readMessage(question.shown.at(-1)?.payload)
  const { id = "" } = buttons.find(({ label }) => button.test(label)) ?? {}
  return (await answerTo(slack.pressButton(id, { user: ST }))).text
}

/** What is on record of having been shown. */
const shown = (user: string) =>
  Sql.using(database.url, (sql) =>
    sql.rows(
      `SELECT "orden" FROM "evento" WHERE "tipo" = 'datos.mostrados' AND "lugar" = '${TEAM}/@${user}'`,
    ),
  )

describe("a person's own page in Slack", () => {
  it("is what waits for them, with the level of each, on record; and how to be linked for whoever is not", async () => {
    await show(SRE, SSPC, ST, NADIE)
    expect(home(SRE).text).toMatch(/^Lo que le espera\n/)
    expect(home(SRE).text).toContain("CI/SO-21/03/2024/SRE")
    expect(home(SRE).text).not.toMatch(/CI\/\S+\/(?!SRE\b|DEMO\/)[A-Z]{3,}/)
    expect(home(SRE).text).toContain("Al viernes 8 de marzo de 2024")
    expect(home(SSPC).text).toContain("SO-22")
    expect(home(SSPC).text).not.toContain("/SRE")
    expect(home(ST).text).toContain("más urgentes de")
    expect(home(NADIE).text).toContain("Su cuenta no está vinculada")
    expect(home(NADIE).text).not.toMatch(/CI\/|SO-\d/)
    expect(await shown(SRE)).toEqual([{ orden: "plenaria.inicio" }])
    expect(await shown(NADIE)).toEqual([])
  })

  it("is asked for once by an event that is told twice, and not at all by another tab", async () => {
    const before = published(SRE)
    const id = await open(SRE)
    slack.openHome(SRE, "home", id)
    slack.openHome(SRE, "messages")
    await open(SSPC)
    await send()
    slack.openHome(SRE, "home", id)
    await show(SSPC)
    expect(published(SRE)).toBe(before + 1)
  })

  it("is pressed as anywhere: a form opens, an answer comes by direct message and says so", async () => {
    const { id = "" } = home(SRE).buttons.find(({ label }) => label.startsWith("Informar de")) ?? {}
    const form = slack.pressOnHome(id, SRE)
    await until(() => form.modals.length > 0, "the form")
    expect(form.failures).toEqual([])
    const privately = slack.workspace.privately
    const before = privately.length
    const answered = slack.pressOnHome("sesion.proxima", SRE)
    await until(() => answered.modals.length > 0, "the notice")
    expect(privately.slice(before)).toMatchObject([{ to: SRE, channel: null }])
    expect(readMessage(privately.at(-1)?.payload).text).toContain("Vigésima Segunda")
    expect(textOf(answered.modals[0] as Modal)).toContain("mensaje directo")
    slack.workspace.messagesTab = false
    const instead = slack.pressOnHome("sesion.proxima", SRE)
    await until(() => instead.modals.length > 0, "the answer itself")
    slack.workspace.messagesTab = true
    expect(textOf(instead.modals[0] as Modal)).toContain("Vigésima Segunda")
    expect(answered.failures).toEqual([])
  })

  it("tells at once what its person does, and what others do a little later, once for all of it", async () => {
    const before = [published(SRE), published(SSPC)]
    await typed("/compromiso cumplido CI/SO-21/07/2024/SRE Se entregaron los insumos", SRE)
    await send()
    expect([published(SRE), published(SSPC)]).toEqual([(before[0] ?? 0) + 1, before[1]])
    expect(home(SRE).text).not.toContain("CI/SO-21/07/2024/SRE")
    await typed("/compromiso devolver CI/SO-21/07/2024/SRE Falta el anexo", ST)
    clock.pass(5 * MINUTE)
    await renew()
    expect(published(SRE), "it was asked for less than ten minutes ago").toBe((before[0] ?? 0) + 1)
    clock.pass(6 * MINUTE)
    await bot.wake.plan()
    await send()
    await renew()
    expect(published(SRE)).toBe((before[0] ?? 0) + 2)
    expect(home(SRE).text).toContain("CI/SO-21/07/2024/SRE, devuelto con observaciones")
    clock.pass(HOUR)
    await renew()
    expect(published(SRE), "nothing changed").toBe((before[0] ?? 0) + 2)
  })

  it("is there again each morning, when the hours of its body begin", async () => {
    clock.set("2024-03-09", "06:00")
    await renew()
    const before = published(SRE)
    clock.set("2024-03-09", "10:00")
    await renew()
    await renew()
    expect(published(SRE)).toBe(before + 1)
    expect(home(SRE).text).toContain("Al sábado 9 de marzo de 2024")
  })

  it("is published though its process died in the middle, by whichever comes next", async () => {
    const other = await start()
    const before = published(SRE)
    await open(SRE)
    slack.api.failNext("views.publish", "silence")
    const dying = send()
    const calls = () => slack.api.requests.filter(({ method }) => method === "views.publish").length
    const already = calls()
    await eventually(calls, (n) => n > already)
    clock.pass(3 * MINUTE)
    await send(other)
    expect(published(SRE)).toBe(before + 1)
    await Promise.all([bot.stop(), dying.catch(() => {})])
    bot = other
    await open(SRE)
    await bot.stop()
    bot = await start()
    await send()
    expect(published(SRE), "asked for before it was stopped").toBe(before + 2)
  })

  it("says nothing of anybody once the account is suspended, or nobody's; one that is suspended is answered nothing", async () => {
    await show(SRE, SSPC)
    await decided(`/directorio cuenta-suspender slack/${TEAM}/${SRE} Se extravió`, /^Suspender la cuenta/)
    expect(await typed(`/plenaria desvincular slack/${TEAM}/${SSPC}`, ST)).toContain("desvincul")
    await send()
    expect(home(SRE).text).toContain("Su cuenta está suspendida")
    expect(home(SSPC).text).toContain("Su cuenta no está vinculada")
    expect(home(SRE).text + home(SSPC).text).not.toMatch(/CI\/|SO-\d/)
    const before = published(SRE)
    slack.openHome(SRE)
    await show(SSPC)
    expect(published(SRE)).toBe(before)
  })

  it("that nobody opens for a week shows no data, and is left alone until somebody does", async () => {
    await show(ST)
    clock.pass(7 * DAY + HOUR)
    await renew()
    expect(home(ST).text).toContain("dejó de mostrar datos")
    const before = published(ST)
    clock.pass(DAY)
    await renew()
    expect(published(ST)).toBe(before)
    await show(ST)
    expect(home(ST).text).toContain("Lo que le espera")
    expect(home(ST).text).not.toContain("dejó de mostrar datos")
  })

  it("where its tab is off is said to whoever runs it, and to no Secretaría Técnica", async () => {
    slack.workspace.homeTab = false
    await show(ST)
    const [last] = await database.unitOfWork.read.deliveries.list({ states: ["rejected"], limit: 1 })
    expect(last).toMatchObject({ forma: "portada", reason: expect.stringContaining("App Home → Home Tab") })
    const { deliveryReview } = database.unitOfWork.read
    expect(await deliveryReview.pageRefused(clock.now())).toContain("App Home → Home Tab")
    expect((await deliveryReview.live(clock.now())).filter(({ state }) => state === "rejected")).toEqual([])
    expect(
      (await database.unitOfWork.read.channelHealth.broken()).map(({ canalId }) => canalId),
    ).not.toContain(last?.canalId)
  })
})

import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { RunningBot } from "../../src/composition.ts"
import { createLogger } from "../../src/config/log.ts"
import { startTestBot } from "../support/bot.ts"
import { createPreparedDatabase, type TestDatabase } from "../support/database.ts"
import { FakeSlack } from "../support/fake-slack/fake-slack.ts"
import { answerTo, slackEnv } from "../support/fake-slack/harness.ts"
import { TestClock } from "../support/reloj.ts"
import { documentoDeLaSala, INSTITUCIONES, lugarDe, PLATAFORMA } from "../support/sala/documento.ts"

const TOKEN = "una-palabra-que-solo-conoce-prometheus"

let slack: FakeSlack
let database: TestDatabase
let bot: RunningBot
const lines: string[] = []
const clock = new TestClock("2024-06-11", "10:00")

const st = () => ({ channel: lugarDe("ST").channel, user: lugarDe("ST").user })
const conReferencia = (referencia: string) =>
  lines.filter((line) => line.includes(referencia)).map((line) => JSON.parse(line) as Record<string, unknown>)
const metricas = (headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${bot.url}/metricas`, { headers }).then(async (response) => ({
    status: response.status,
    texto: await response.text(),
  }))

beforeAll(async () => {
  slack = await FakeSlack.start()
  database = await createPreparedDatabase({
    contents: "rastro: la sala",
    prepare: ({ importacion }) => importacion.apply(documentoDeLaSala(), clock.now()),
  })
  for (const quien of ["ST", ...INSTITUCIONES] as const)
    if (quien === "ST" || PLATAFORMA[quien] === "slack")
      slack.workspace.add({ id: lugarDe(quien).channel, name: quien.toLowerCase() })
  const log = createLogger("info", { write: (line: string) => void lines.push(line) })
  bot = await startTestBot(
    database,
    { ...slackEnv(slack, "socket"), CONSOLA: "si", METRICAS_TOKEN: TOKEN },
    { clock, log },
  )
  await answerTo(slack.typeCommand("/plenaria canal-probar sre", st()))
  await bot.tick()
  await answerTo(slack.typeCommand("/no-hay de esto", st()))
})
afterAll(async () => {
  await bot.stop()
  await slack.close()
  await database.close()
})

describe("the reference of a request", () => {
  it("is on every line from the command to the message that the platform took", () => {
    const corrio = lines
      .map((line) => JSON.parse(line))
      .find((line) => line.command === "plenaria.canal-probar")
    expect(corrio.reference).toMatch(/^REF-[0-9A-Z]{4}$/u)
    const [key] = corrio.deliveries
    const camino = conReferencia(corrio.reference)
    expect(camino.map(({ msg }) => msg)).toEqual([
      "command ran",
      "request answered",
      "Mensaje aceptado por la plataforma.",
    ])
    const [hecho, contestado, aceptado] = camino
    expect(hecho).toMatchObject({ acted: true, deliveries: [key] })
    expect(contestado).toMatchObject({ command: "plenaria.canal-probar", outcome: "contestada" })
    const [mensaje] = slack.workspace.channels.get(lugarDe("SRE").channel)?.messages ?? []
    expect(aceptado).toMatchObject({ key, messageId: mensaje?.ts, delivery: expect.any(String) })
  })

  it("is another one for each, and what somebody wrote is on no line", () => {
    const references = lines
      .map((line) => JSON.parse(line))
      .flatMap(({ msg, reference }) => (msg === "request answered" ? [reference] : []))
    expect(new Set(references).size).toBe(references.length)
    expect(references.length).toBe(2)
    expect(lines.join()).not.toContain("no-hay")
  })
})

describe("GET /metricas", () => {
  it("tells of messages, answers, the database and the log, and of nobody", async () => {
    const { status, texto } = await metricas()
    expect(status).toBe(200)
    for (const linea of [
      'plenaria_entregas_asentadas_total{plataforma="slack",resultado="accepted",causa="ninguna"} 1',
      'plenaria_respuesta_segundos_count{orden="plenaria.canal-probar",resultado="contestada"} 1',
      'plenaria_respuesta_segundos_count{orden="ninguna",resultado="contestada"} 1',
      'plenaria_conexiones{plataforma="slack",estado="activa"} 1',
      'plenaria_entrega_pendiente_segundos{plataforma="slack"} 0',
      'plenaria_plataforma_sin_conexion_segundos{plataforma="slack"} 0',
      "plenaria_base_disponible 1",
    ])
      expect(texto).toContain(linea)
    expect(texto).toMatch(/^plenaria_bitacora_eslabones [1-9]/mu)
    expect(texto).toMatch(/^plenaria_base_latencia_segundos 0\.\d+/mu)
    expect(texto).not.toMatch(/no-hay|Enlace|Secretar|U0/u)
  })

  it("is no page for anybody else: what a proxy passes on needs the token", async () => {
    const deFuera = { "x-forwarded-for": "203.0.113.7" }
    const con = (token: string) => metricas({ ...deFuera, authorization: `Bearer ${token}` })
    expect([(await metricas(deFuera)).status, (await con(`${TOKEN}x`)).status]).toEqual([404, 404])
    expect((await con("")).texto).toBe("")
    expect((await con(TOKEN)).status).toBe(200)
  })
})

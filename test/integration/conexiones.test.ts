import { randomBytes } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { RunningBot } from "../../src/composition.ts"
import { until } from "../contract/contract-inbound.ts"
import { startTestBot } from "../support/bot.ts"
import { runOrder } from "../support/cli.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { eventually } from "../support/eventually.ts"
import { readMessage } from "../support/fake-slack/block-kit.ts"
import type { FakeSlack } from "../support/fake-slack/fake-slack.ts"
import { answerTo, slackEnv } from "../support/fake-slack/harness.ts"
import { FakeSlacks } from "../support/fake-slack/several.ts"
import { TEAM } from "../support/fake-slack/workspace.ts"
import { memoryLog, TestClock } from "../support/reloj.ts"
import { documentoDeLaSala, lugarDe, type Siglas } from "../support/sala/documento.ts"
import { puertaSlack } from "../support/sala/puerta-slack.ts"
import { Asistente } from "../support/sala/sala.ts"
import { Sql } from "../support/sql.ts"

/** Two of the institutions have a workspace of their own; the others are with the Secretaría Técnica. */
const PROPIOS: Readonly<Partial<Record<Siglas, string>>> = { SRE: "T0RELACIONES", SICT: "T0TRANSPORTES" }
const CLAVE = randomBytes(32).toString("base64")

let slacks: FakeSlacks
let database: TestDatabase
let bot: RunningBot
const log = memoryLog()
const clock = new TestClock("2024-06-11", "10:00")

const [own, sre, sict] = [0, 1, 2].map((i) => () => slacks.all[i] as FakeSlack) as [
  () => FakeSlack,
  () => FakeSlack,
  () => FakeSlack,
]
const env = () => ({
  ...slackEnv(own(), "socket"),
  SLACK_API_URL: slacks.apiUrl,
  CLAVE_MAESTRA: CLAVE,
  DATABASE_URL: database.url,
})
const tokens = ({ credentials }: FakeSlack) => [credentials.botToken, credentials.appToken]
const conecta = (slack: FakeSlack, ...more: readonly string[]) =>
  runOrder(["conectar", "slack", ...more], env(), tokens(slack))
const enElCanal = (slack: FakeSlack, quien: Siglas | "ST") =>
  slack.workspace.channels.get(lugarDe(quien).channel)?.messages.map((one) => readMessage(one).text) ?? []
const estado = async (slack: FakeSlack) =>
  (await database.unitOfWork.fresh.conexiones.byWorkspace({ adapter: "slack", workspace: slack.team }))
    ?.estado
const pregunta = (slack: FakeSlack, quien: Siglas, orden: string) => {
  const { channel, user } = lugarDe(quien)
  return answerTo(slack.typeCommand(orden, { channel, user }))
}

beforeAll(async () => {
  slacks = await FakeSlacks.start([TEAM, "T0RELACIONES", "T0TRANSPORTES"])
  database = await createTestDatabase()
  const doc = documentoDeLaSala()
  const espacioDe = (clave: string, workspace: string) =>
    PROPIOS[clave.replace("enlace-", "").toUpperCase() as Siglas] ?? workspace
  await database.importacion.apply(
    {
      ...doc,
      canales: doc.canales.map((one) => ({ ...one, workspace: espacioDe(one.clave, one.workspace) })),
      cuentas: doc.cuentas.map((one) => ({ ...one, workspace: espacioDe(one.persona, one.workspace) })),
    },
    clock.now(),
  )
  for (const quien of ["ST", "SRE", "SICT"] as const)
    for (const slack of slacks.all)
      slack.workspace.add({ id: lugarDe(quien).channel, name: quien.toLowerCase() })
  bot = await startTestBot(database, env(), { clock, log })
}, 60_000)
afterAll(async () => {
  await bot.stop()
  await slacks.close()
  await database.close()
})

const prueba = (quien: Siglas) =>
  answerTo(
    own().typeCommand(`/plenaria canal-probar ${quien.toLowerCase()}`, {
      channel: lugarDe("ST").channel,
      user: lugarDe("ST").user,
    }),
  )
const pasan = async (minutes: number) => {
  clock.pass(minutes * 60_000)
  await bot.tick()
}

const st = () => ({ channel: lugarDe("ST").channel, user: lugarDe("ST").user })
const avisos = () =>
  enElCanal(own(), "ST").filter((text) => text.startsWith("Slack: no se pueden enviar mensajes"))
const enEspera = async () => {
  const waiting = await database.unitOfWork.fresh.deliveries.list({ states: ["pending"], limit: 100 })
  return waiting.flatMap(({ to }) => (to.adapter === "slack" ? to.workspace : [])).sort()
}
/** Convened, so that every institution is owed a message. */
async function convoca(): Promise<void> {
  const puerta = new Asistente(puertaSlack(own()), st())
  await puerta.pide("/sesion crear")
  await puerta.llena({ tipo: "ordinaria", fecha: "2024-08-15", hora: "10:00" })
  await puerta.pide("/sesion punto-agregar SO-22")
  await puerta.llena({ titulo: "Programa Anual de Trabajo", difusion: "integrantes" })
  await puerta.pide("/sesion convocar SO-22")
  await puerta.pulsa(/^Convocar a/)
  await bot.tick()
}

/** One story; each test goes on. */
describe("workspaces that institutions connect while the bot runs", () => {
  it("the settings' own is the first connection, without anybody's doing", async () => {
    const { stdout } = await runOrder(["conexiones"], env())
    expect(stdout).toContain(`slack ${TEAM}`)
    expect(stdout).toContain("ajustes")
  })

  it("before it is connected what is for it waits, and the Secretaría Técnica is told once", async () => {
    expect((await prueba("SRE")).text).toContain("Plenaria no está conectada al espacio de Slack")
    await convoca()
    await pasan(1)
    expect(avisos()).toEqual([])
    for (const minutes of [2, 1, 30]) await pasan(minutes)
    const [aviso, ...mas] = avisos()
    expect(mas).toEqual([])
    expect(aviso).toContain("2 canales de Slack: SICT y SRE")
    expect(aviso).toContain("la administración técnica debe conectar ese espacio")
    expect(enElCanal(sre(), "SRE")).toEqual([])
    expect(await enEspera()).toEqual([sict().team, sre().team].sort())
  })

  it("tokens are taken from standard input, checked with Slack, and kept encrypted", async () => {
    const done = await conecta(sre(), "--institucion", "SRE")
    expect(done).toMatchObject({ status: 0, stdout: expect.stringContaining("T0RELACIONES") })
    const rows = await Sql.using(database.url, (sql) =>
      sql.rows("SELECT * FROM conexion c JOIN evento e ON e.objeto = 'conexion:' || c.id"),
    )
    expect(rows.length).toBeGreaterThan(0)
    const kept = JSON.stringify(rows, (_key, value) =>
      value?.type === "Buffer" ? Buffer.from(value.data).toString("latin1") : value,
    )
    for (const secret of tokens(sre()))
      for (const text of [kept, done.stdout, done.stderr]) expect(text).not.toContain(secret)
    const { stdout } = await runOrder(["conexiones", "--json"], env())
    expect(stdout).not.toContain("secretos")
  })

  it("a token that lacks a permission is refused with the one it lacks, and nothing is kept", async () => {
    sict().api.scopes = sict().api.scopes.filter((scope) => scope !== "pins:write")
    const done = await conecta(sict())
    expect(done).toMatchObject({ status: 1, stderr: expect.stringContaining("pins:write") })
    expect(await estado(sict())).toBeUndefined()
    sict().api.scopes = [...sict().api.scopes, "pins:write"]
  })

  it("is served without a restart: asked there, answered there; and so is the next one", async () => {
    expect(await conecta(sict(), "--institucion", "SICT")).toMatchObject({ status: 0 })
    await bot.tick()
    for (const [slack, quien] of [
      [sre(), "SRE"],
      [sict(), "SICT"],
    ] as const) {
      const { text, visibleTo } = await pregunta(slack, quien, "/compromiso mios")
      expect(text).toContain(quien)
      expect(visibleTo).toBe("asker")
      expect((await prueba(quien)).text).toContain("La prueba está en la cola")
    }
    await pasan(1)
    for (const [slack, quien] of [
      [sre(), "SRE"],
      [sict(), "SICT"],
    ] as const) {
      const messages = enElCanal(slack, quien)
      expect(messages.filter((text) => text.startsWith("Convocatoria: "))).toHaveLength(1)
      expect(messages.join()).toContain("Prueba de canal")
    }
    expect(enElCanal(own(), "ST").join()).toContain("Slack vuelve a estar en servicio")
    expect(await enEspera()).toEqual([])
  })

  it("one that is revoked is closed at once; the others go on, and what is for it waits", async () => {
    sre().uninstall()
    await eventually(
      () => estado(sre()),
      (now) => now === "revocada",
    )
    await until(
      () => bot.adapters.get("slack")?.workspaces?.reaches("T0RELACIONES") === false,
      "it is closed",
    )
    expect((await prueba("SRE")).text).toContain("retiró el acceso a Plenaria")
    await pregunta(sict(), "SICT", "/compromiso mios")
    const { stdout } = await runOrder(["conexiones"], env())
    expect(stdout).toMatch(/T0RELACIONES.*revocada por ese espacio/u)
  })

  it("connected again it gets what is still of use, once", async () => {
    sre().api.revoked = false
    const before = enElCanal(sre(), "SRE").length
    await pasan(5)
    expect(enElCanal(sre(), "SRE")).toHaveLength(before)
    expect(await conecta(sre(), "--institucion", "SRE")).toMatchObject({ status: 0 })
    await pasan(1)
    await until(() => sre().sockets.connected, "it listens again")
    expect((await pregunta(sre(), "SRE", "/compromiso mios")).text).toContain("SRE")
    expect((await prueba("SRE")).text).toContain("La prueba está en la cola")
    await bot.tick()
    expect(enElCanal(sre(), "SRE").length).toBeGreaterThan(before)
    expect(enElCanal(sre(), "SRE").filter((text) => text.startsWith("Convocatoria: "))).toHaveLength(1)
  })

  it("nothing of it is opened with another master key, and that is said", async () => {
    await bot.stop()
    const otra = { ...env(), CLAVE_MAESTRA: randomBytes(32).toString("base64") }
    bot = await startTestBot(database, otra, { clock, log })
    expect((await prueba("SRE")).text).toContain("falta la clave maestra")
    const { status, stderr } = await runOrder(["recifrar"], otra)
    expect([status, stderr]).toEqual([1, expect.stringContaining("T0RELACIONES")])
  })

  it("encrypted anew with the new key, the old one may go", async () => {
    await bot.stop()
    const nueva = { ...env(), CLAVE_MAESTRA: randomBytes(32).toString("base64") }
    const done = await runOrder(["recifrar"], { ...nueva, CLAVE_MAESTRA_ANTERIOR: CLAVE })
    expect(done).toMatchObject({ status: 0, stdout: expect.stringContaining("2 conexiones cifradas") })
    bot = await startTestBot(database, nueva, { clock, log })
    expect((await pregunta(sre(), "SRE", "/compromiso mios")).text).toContain("SRE")
  })

  it("closed by the installation, its credentials are gone from the data", async () => {
    const done = await runOrder(["desconectar", "slack", sict().team], env())
    expect(done).toMatchObject({ status: 0 })
    await bot.tick()
    expect(bot.adapters.get("slack")?.workspaces?.reaches(sict().team)).toBe(false)
    const conexion = await database.unitOfWork.fresh.conexiones.byWorkspace({
      adapter: "slack",
      workspace: sict().team,
    })
    expect(conexion).toMatchObject({ estado: "desconectada", secretos: null })
    expect(await runOrder(["desconectar", "slack", sict().team], env())).toMatchObject({ status: 1 })
  })
})

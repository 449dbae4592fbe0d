import { randomBytes } from "node:crypto"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { GrupoHallado } from "../../src/app/diagnostico/grupos.ts"
import { systemClock } from "../../src/clock.ts"
import { runOrder } from "../support/cli.ts"
import { createPreparedDatabase, type TestDatabase } from "../support/database.ts"
import { discordConfig } from "../support/fake-discord/harness.ts"
import { FakeDiscord } from "../support/fake-discord/server.ts"
import type { FakeSlack } from "../support/fake-slack/fake-slack.ts"
import { slackEnv } from "../support/fake-slack/harness.ts"
import { FakeSlacks } from "../support/fake-slack/several.ts"
import { TEAM } from "../support/fake-slack/workspace.ts"
import { newDelivery } from "../support/new-delivery.ts"
import { overTheNetwork } from "../support/postgres.ts"
import { documentoDeLaSala, INSTITUCIONES, lugarDe, PLATAFORMA } from "../support/sala/documento.ts"
import { Sql } from "../support/sql.ts"

const CLAVE = randomBytes(32).toString("base64")
const PROPIO = "T0RELACIONES"

let slacks: FakeSlacks
let discord: FakeDiscord
let database: TestDatabase
let sql: Sql
/** What the bot of this machine would answer. */
let bot: Server
let salud: { status: number; body: unknown } | null = null

const own = () => slacks.all[0] as FakeSlack
const sre = () => slacks.all[1] as FakeSlack
const canalDe = (quien: "SRE" | "SICT" | "ST" | "SEP") => lugarDe(quien).channel
const env = () => ({
  ...slackEnv(own(), "socket"),
  ...discordConfig(discord),
  SLACK_API_URL: slacks.apiUrl,
  CONSOLA: "si",
  CLAVE_MAESTRA: CLAVE,
  DATABASE_URL: database.url,
  RESPALDO_DIR: "/no-existe",
  PORT: String((bot.address() as AddressInfo).port),
})

async function doctor(extra: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = await runOrder(["doctor", "--json"], { ...env(), ...extra })
  expect(stderr).toBe("")
  for (const secret of [CLAVE, ...slacks.all.flatMap(({ credentials }) => Object.values(credentials))])
    expect(stdout).not.toContain(secret)
  const { grupos } = JSON.parse(stdout) as { readonly grupos: readonly GrupoHallado[] }
  const hallazgos = grupos.flatMap((grupo) => grupo.hallazgos.map((one) => ({ ...one, grupo: grupo.id })))
  const de = (nivel: string) =>
    hallazgos.filter((one) => one.nivel === nivel).map(({ grupo, que }) => `${grupo}: ${que}`)
  return { status, hallazgos, problemas: de("problema"), avisos: de("aviso"), sinVer: de("sin_ver") }
}

beforeAll(async () => {
  slacks = await FakeSlacks.start([TEAM, PROPIO])
  discord = await FakeDiscord.start()
  const doc = documentoDeLaSala()
  const canales = doc.canales.map((one) => (one.clave === "sre" ? { ...one, workspace: PROPIO } : one))
  database = await createPreparedDatabase({
    contents: "doctor: la sala, SRE en su propio espacio",
    prepare: ({ importacion }) => importacion.apply({ ...doc, canales }, "2024-01-01T00:00:00.000Z"),
  })
  sql = await Sql.connect(database.url)
  bot = createServer((request, response) => {
    if (request.url !== "/salud" || salud === null) return void response.destroy()
    response.writeHead(salud.status, { "content-type": "application/json" }).end(JSON.stringify(salud.body))
  })
  await new Promise<void>((resolve) => bot.listen(0, "127.0.0.1", resolve))
  for (const quien of ["ST", ...INSTITUCIONES] as const) {
    const { channel } = lugarDe(quien)
    if (quien === "SRE") sre().workspace.add({ id: channel, name: "sre" })
    else if (quien === "ST" || PLATAFORMA[quien] === "slack")
      own().workspace.add({ id: channel, name: quien })
    else if (PLATAFORMA[quien] === "discord") discord.addChannel(channel)
  }
  const { botToken, appToken } = sre().credentials
  const conectar = ["conectar", "slack", "--institucion", "SRE"]
  expect(await runOrder(conectar, env(), [botToken, appToken])).toMatchObject({ status: 0 })
  await database.unitOfWork.fresh.latido.latir()
  expect(await runOrder(["registrar-comandos", "discord"], env())).toMatchObject({ status: 0 })
})
afterAll(async () => {
  await sql.close()
  await slacks.close()
  await discord.close()
  await database.close()
  bot.closeAllConnections()
  await new Promise((resolve) => bot.close(resolve))
})

describe("plenaria doctor", () => {
  it("finds nothing wrong where everything works, and ends with 0", async () => {
    const { status, problemas, hallazgos } = await doctor()
    expect([problemas, status]).toEqual([[], 0])
    const texto = hallazgos.map(({ que }) => que).join("\n")
    for (const dicho of [
      "Las migraciones están al día.",
      "El reloj coincide con Slack.",
      "El reloj coincide con Discord.",
      "Discord: sus comandos registrados son los de esta versión.",
      `(${TEAM}) de Slack: contesta y tiene todos los permisos.`,
      `(${PROPIO}) de Slack: contesta y tiene todos los permisos.`,
      "En 11 canales existen",
      "Ningún mensaje espera.",
    ])
      expect(texto).toContain(dicho)
    const { stdout, status: dicho } = await runOrder(["doctor"], env())
    expect([dicho, stdout]).toEqual([0, expect.stringContaining("Funciona, con 2 avisos.")])
    expect(stdout).toContain("puede apagar su protección")
  })

  it("says which commands a platform has that are not of this version, and how they are registered again", async () => {
    const ultimas = discord.registered.at(-1)
    const [primera, ...otras] = (ultimas?.body ?? []) as readonly { readonly options: readonly object[] }[]
    if (ultimas === undefined || primera === undefined) throw new Error("nothing is registered")
    const de = (body: unknown) => discord.registered.push({ ...ultimas, body })
    const [una, dos, ...resto] = primera.options
    de([
      { ...primera, options: [{ ...una, description: "de antes" }, ...resto] },
      ...otras,
      { name: "vieja", description: "Ya no existe" },
    ])
    const { problemas, hallazgos } = await doctor()
    const [dicho] = problemas.filter((one) => one.includes("sus comandos registrados"))
    expect(dicho).toContain(`faltan «sesion ${(dos as { name: string }).name}»`)
    expect(dicho).toContain(`son de otra versión «sesion ${(una as { name: string }).name}»`)
    expect(dicho).toContain("sobran «vieja»")
    expect(JSON.stringify(hallazgos)).toContain("registrar-comandos discord")
    discord.registered.pop()
    expect((await doctor()).problemas).toEqual([])
  })

  it("asks no platform to listen: the bot keeps every event", async () => {
    expect([discord.gateway.identifies, own().sockets.connected, sre().sockets.connected]).toEqual([
      0,
      false,
      false,
    ])
  })

  it("names every variable that is wrong, without its value, and looks at the rest", async () => {
    const { status, problemas } = await doctor({ LIMITES_FACTOR: "mucho-9x", DISCORD_APP_ID: "aplicacion" })
    expect(status).toBe(1)
    expect(problemas.filter((one) => one.startsWith("ajustes"))).toEqual([
      expect.stringMatching(/LIMITES_FACTOR: debe ser un número/u),
      expect.stringMatching(/DISCORD_APP_ID: debe ser un identificador/u),
    ])
    expect(problemas.join()).not.toMatch(/mucho-9x|aplicacion/u)
  })

  it("says of each connection what is missing, and of each channel why nothing gets there", async () => {
    own().api.scopes = own().api.scopes.filter((scope) => scope !== "pins:write")
    sre().workspace.add({ id: canalDe("SRE"), name: "sre", open: true })
    own().workspace.add({ id: canalDe("SICT"), name: "sict", archived: true })
    own().workspace.add({ id: canalDe("ST"), name: "st", open: true })
    discord.guild.open.add(canalDe("SEP"))
    discord.gateway.permissions &= ~((1n << 11n) | (1n << 44n))
    const { status, problemas, avisos } = await doctor()
    expect(status).toBe(1)
    expect(problemas).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^conexiones: .*le faltan permisos: pins:write/u),
        expect.stringMatching(/^canales: ci-trata\/sict: .*archiv/u),
        expect.stringMatching(/^canales: ci-trata\/st: está registrado como de la Secretaría Técnica/u),
        expect.stringMatching(/^canales: ci-trata\/sep: Al bot le faltan permisos.*Enviar mensajes/u),
      ]),
    )
    // In the institution's own workspace only its own people read it.
    expect(avisos).toContainEqual(expect.stringMatching(/^canales: ci-trata\/sre: .*es público/u))
    expect(avisos).toContainEqual(
      expect.stringMatching(/^conexiones: .*no pone las sesiones en los eventos/u),
    )
    discord.gateway.permissions |= (1n << 11n) | (1n << 44n)
    expect((await doctor()).problemas).toContainEqual(
      expect.stringMatching(/^canales: ci-trata\/sep: está registrado como de una institución/u),
    )
    discord.guild.open.clear()
    own().api.scopes = [...own().api.scopes, "pins:write"]
    for (const quien of ["SICT", "ST"] as const) own().workspace.add({ id: canalDe(quien), name: quien })
    sre().workspace.add({ id: canalDe("SRE"), name: "sre" })
  })

  it("says that the platform took a token back, and that a key does not open what is kept", async () => {
    sre().api.revoked = true
    expect((await doctor()).problemas).toEqual([
      expect.stringMatching(/^conexiones: .*T0RELACIONES.*\(token_revoked\)/u),
      expect.stringMatching(/^canales: ci-trata\/sre: ninguna conexión abre/u),
    ])
    sre().api.revoked = false
    const { problemas } = await doctor({ CLAVE_MAESTRA: randomBytes(32).toString("base64") })
    expect(problemas[0]).toMatch(/T0RELACIONES.*no se abren con la clave maestra/u)
  })

  it("says whose clock differs, and by how much", async () => {
    own().api.aheadMs = 10.5 * 60_000
    expect((await doctor()).problemas).toEqual([
      "reloj: El reloj de este equipo va 10 minutos atrás respecto a Slack.",
    ])
    own().api.aheadMs = 0
  })

  it("says what waits and since when, what is in doubt, and that nobody plans", async () => {
    const { unitOfWork: data } = database
    const vieja = await newDelivery(data, "sict")
    for (const key of ["espera", "incierta"])
      await data.read.deliveries.enqueue({ ...vieja, key }, systemClock.now())
    await sql.run(`UPDATE delivery SET state = 'uncertain' WHERE key = 'incierta';
      UPDATE delivery SET not_before = now() - interval '90 minutes';
      UPDATE latido SET en = now() - interval '10 minutes'`)
    const { problemas, avisos } = await doctor()
    expect(problemas).toEqual([
      "entregas: 1 mensaje espera, el primero desde hace 90 minutos.",
      "proceso: La última vez que un proceso planeó fue hace 10 minutos.",
    ])
    expect(avisos).toContainEqual(expect.stringContaining("1 mensaje quedó incierto"))
    await sql.run("DELETE FROM delivery; UPDATE latido SET en = now()")
  })

  it("tells what the bot of this machine says of itself", async () => {
    const discordFuera = { plataforma: "discord", estado: "sin_conexion" }
    salud = { status: 503, body: { estado: "con fallas", plataformas: [discordFuera] } }
    expect((await doctor()).problemas).toEqual([
      expect.stringMatching(/^proceso: .*con fallas \(discord: sin conexion\)/u),
    ])
    salud = null
  })

  it("does not migrate: it says what is missing, and that the rest was not looked at", async () => {
    const ultima = "migration_name = (SELECT max(migration_name) FROM _prisma_migrations)"
    await sql.run(`UPDATE _prisma_migrations SET rolled_back_at = now() WHERE ${ultima}`)
    const { problemas } = await doctor()
    expect(problemas).toEqual([expect.stringMatching(/^base: Falta 1 migración/u)])
    const [fila] = await sql.rows(
      "SELECT count(*)::int AS n FROM _prisma_migrations WHERE rolled_back_at IS NOT NULL",
    )
    expect(fila?.n).toBe(1)
    await sql.run("UPDATE _prisma_migrations SET rolled_back_at = NULL")
  })

  it("says that the database does not answer, without its password", async () => {
    const url = overTheNetwork(database.url)
    url.port = "1"
    url.password = "secretísima"
    const { status, problemas } = await doctor({ DATABASE_URL: url.href })
    expect([status, problemas.join()]).toEqual([
      1,
      expect.stringContaining("base: La base de datos no responde"),
    ])
    expect(problemas.join()).not.toContain("secret")
  })
})

import { randomBytes } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { until } from "../contract/contract-inbound.ts"
import { runOrder } from "../support/cli.ts"
import { abrirEspacios, type Espacios } from "../support/espacios.ts"
import { eventually } from "../support/eventually.ts"
import type { FakeSlack } from "../support/fake-slack/fake-slack.ts"
import { TEAM } from "../support/fake-slack/workspace.ts"
import type { Siglas } from "../support/sala/documento.ts"
import { Sql } from "../support/sql.ts"

let espacios: Espacios
beforeAll(async () => {
  espacios = await abrirEspacios({ SRE: "T0RELACIONES", SICT: "T0TRANSPORTES" })
}, 60_000)
afterAll(() => espacios.close())

const sre = () => espacios.de("SRE")
const sict = () => espacios.de("SICT")
const tokens = ({ credentials }: FakeSlack) => [credentials.botToken, credentials.appToken]
const conecta = (slack: FakeSlack, ...more: readonly string[]) =>
  runOrder(["conectar", "slack", ...more], espacios.env(), tokens(slack))
const lista = () => runOrder(["conexiones"], espacios.env())
const alcanza = ({ team }: FakeSlack) => espacios.bot().adapters.get("slack")?.workspaces?.reaches(team)
const prueba = (quien: Siglas) => espacios.st.pide(`/plenaria canal-probar ${quien.toLowerCase()}`)

const avisos = () =>
  espacios
    .enElCanal(espacios.own, "ST")
    .filter((text) => text.startsWith("Slack: no se pueden enviar mensajes"))
const enEspera = async () => {
  const waiting = await espacios.database.unitOfWork.fresh.deliveries.list({
    states: ["pending"],
    limit: 100,
  })
  return waiting.flatMap(({ to }) => (to.adapter === "slack" ? to.workspace : [])).sort()
}
/** One story; each test goes on. */
describe("workspaces that institutions connect while the bot runs", () => {
  it("the settings' own is the first connection, without anybody's doing", async () => {
    const { stdout } = await lista()
    expect(stdout).toContain(`slack ${TEAM}`)
    expect(stdout).toContain("ajustes")
  })

  it("before it is connected what is for it waits, and the Secretaría Técnica is told once", async () => {
    expect((await prueba("SRE")).text).toContain("Plenaria no está conectada al espacio de Slack")
    await espacios.convoca()
    await espacios.pasan(1)
    expect(avisos()).toEqual([])
    for (const minutes of [2, 1, 30]) await espacios.pasan(minutes)
    const [aviso, ...mas] = avisos()
    expect(mas).toEqual([])
    expect(aviso).toContain("2 canales de Slack: SICT y SRE")
    expect(aviso).toContain("la administración técnica debe conectar ese espacio")
    expect(espacios.enElCanal(sre(), "SRE")).toEqual([])
    expect(await enEspera()).toEqual([sict().team, sre().team].sort())
    const { status } = await fetch(`${espacios.bot().url}/salud`)
    expect(status, "what waits for somebody else's workspace is no failure of this process").toBe(200)
  })

  it("tokens are taken from standard input, checked with Slack, and kept encrypted", async () => {
    const done = await conecta(sre(), "--institucion", "SRE")
    expect(done).toMatchObject({ status: 0, stdout: expect.stringContaining("T0RELACIONES") })
    const rows = await Sql.using(espacios.database.url, (sql) =>
      sql.rows("SELECT * FROM conexion c JOIN evento e ON e.objeto = 'conexion:' || c.id"),
    )
    expect(rows.length).toBeGreaterThan(0)
    const kept = JSON.stringify(rows, (_key, value) =>
      value?.type === "Buffer" ? Buffer.from(value.data).toString("latin1") : value,
    )
    for (const secret of tokens(sre()))
      for (const text of [kept, done.stdout, done.stderr]) expect(text).not.toContain(secret)
    const { stdout } = await runOrder(["conexiones", "--json"], espacios.env())
    expect(stdout).not.toContain("secretos")
  })

  it("a token that lacks a permission is refused with the one it lacks, and nothing is kept", async () => {
    sict().api.scopes = sict().api.scopes.filter((scope) => scope !== "pins:write")
    const done = await conecta(sict())
    expect(done).toMatchObject({ status: 1, stderr: expect.stringContaining("pins:write") })
    expect(await espacios.estado(sict())).toBeUndefined()
    sict().api.scopes = [...sict().api.scopes, "pins:write"]
  })

  it("is served without a restart: asked there, answered there; and so is the next one", async () => {
    expect(await conecta(sict(), "--institucion", "SICT")).toMatchObject({ status: 0 })
    await espacios.pasan(0)
    for (const [slack, quien] of [
      [sre(), "SRE"],
      [sict(), "SICT"],
    ] as const) {
      const { text, visibleTo } = await espacios.pregunta(slack, quien, "/compromiso mios")
      expect(text).toContain(quien)
      expect(visibleTo).toBe("asker")
      expect((await prueba(quien)).text).toContain("La prueba está en la cola")
    }
    await espacios.pasan(1)
    for (const [slack, quien] of [
      [sre(), "SRE"],
      [sict(), "SICT"],
    ] as const) {
      const messages = espacios.enElCanal(slack, quien)
      expect(messages.filter((text) => text.startsWith("Convocatoria: "))).toHaveLength(1)
      expect(messages.join()).toContain("Prueba de canal")
    }
    expect(espacios.enElCanal(espacios.own, "ST").join()).toContain("Slack vuelve a estar en servicio")
    expect(await enEspera()).toEqual([])
  })

  it("one that is told late of what happened to an earlier installation stays open", async () => {
    sre().tellsOfRemoval(new Date("2024-01-01T00:00:00.000Z"))
    await espacios.pregunta(sre(), "SRE", "/compromiso mios")
    expect(await espacios.estado(sre())).toBe("activa")
    expect(alcanza(sre())).not.toBe(false)
  })

  it("one that is revoked is closed at once; the others go on, and what is for it waits", async () => {
    sre().uninstall()
    await eventually(
      () => espacios.estado(sre()),
      (now) => now === "revocada",
    )
    await until(() => alcanza(sre()) === false, "it is closed")
    expect((await prueba("SRE")).text).toContain("retiró el acceso a Plenaria")
    await espacios.pregunta(sict(), "SICT", "/compromiso mios")
    const { stdout } = await lista()
    expect(stdout).toMatch(/T0RELACIONES.*revocada por ese espacio/u)
  })

  it("connected again it gets what is still of use, once", async () => {
    sre().api.revoked = false
    const before = espacios.enElCanal(sre(), "SRE").length
    await espacios.pasan(5)
    expect(espacios.enElCanal(sre(), "SRE")).toHaveLength(before)
    expect(await conecta(sre(), "--institucion", "SRE")).toMatchObject({ status: 0 })
    await espacios.pasan(1)
    await until(() => sre().sockets.connected, "it listens again")
    expect((await espacios.pregunta(sre(), "SRE", "/compromiso mios")).text).toContain("SRE")
    expect((await prueba("SRE")).text).toContain("La prueba está en la cola")
    await espacios.pasan(0)
    expect(espacios.enElCanal(sre(), "SRE").length).toBeGreaterThan(before)
    expect(espacios.enElCanal(sre(), "SRE").filter((text) => text.startsWith("Convocatoria: "))).toHaveLength(
      1,
    )
  })

  it("nothing of it is opened with another master key, and that is said", async () => {
    const otra = { ...espacios.env(), CLAVE_MAESTRA: randomBytes(32).toString("base64") }
    await espacios.restart(otra)
    expect((await prueba("SRE")).text).toContain("falta la clave maestra")
    const { status, stderr } = await runOrder(["recifrar"], otra)
    expect([status, stderr]).toEqual([1, expect.stringContaining("T0RELACIONES")])
  })

  it("encrypted anew with the new key, the old one may go", async () => {
    const nueva = { ...espacios.env(), CLAVE_MAESTRA: randomBytes(32).toString("base64") }
    const done = await runOrder(["recifrar"], {
      ...nueva,
      CLAVE_MAESTRA_ANTERIOR: espacios.env().CLAVE_MAESTRA ?? "",
    })
    expect(done).toMatchObject({ status: 0, stdout: expect.stringContaining("2 conexiones cifradas") })
    await espacios.restart(nueva)
    expect((await espacios.pregunta(sre(), "SRE", "/compromiso mios")).text).toContain("SRE")
  })

  it("closed by the installation, its credentials are gone from the data", async () => {
    const done = await runOrder(["desconectar", "slack", sict().team], espacios.env())
    expect(done).toMatchObject({ status: 0 })
    await espacios.pasan(0)
    expect(alcanza(sict())).toBe(false)
    const conexion = await espacios.database.unitOfWork.fresh.conexiones.byWorkspace({
      adapter: "slack",
      workspace: sict().team,
    })
    expect(conexion).toMatchObject({ estado: "desconectada", secretos: null })
    expect(await runOrder(["desconectar", "slack", sict().team], espacios.env())).toMatchObject({ status: 1 })
  })
})

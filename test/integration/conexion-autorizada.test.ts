import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { until } from "../contract/contract-inbound.ts"
import { runOrder } from "../support/cli.ts"
import { abrirEspacios, type Espacios } from "../support/espacios.ts"
import { SHARED_APP } from "../support/fake-slack/several.ts"
import { Sql } from "../support/sql.ts"

const PUBLICA = "https://plenaria.ejemplo.gob.mx"
const EQUIPO = "T0SEGURIDAD"

let espacios: Espacios
beforeAll(async () => {
  espacios = await abrirEspacios(
    { SSPC: EQUIPO },
    {
      sharing: [EQUIPO],
      more: {
        PUBLIC_URL: PUBLICA,
        SLACK_CLIENT_ID: SHARED_APP.clientId,
        SLACK_CLIENT_SECRET: SHARED_APP.clientSecret,
      },
    },
  )
  espacios.de("SSPC").deliverBy = { url: `${espacios.bot().url}/slack/events` }
}, 60_000)
afterAll(() => espacios.close())

const sspc = () => espacios.de("SSPC")
/** As a browser goes there, through the proxy in front of the server. */
const at = (address: string, init: RequestInit = {}) =>
  fetch(address.replace(PUBLICA, espacios.bot().url), { redirect: "manual", ...init })
/** The button of the page that the link opens. */
const sets = (codigo: string) =>
  at(`${PUBLICA}/slack/conectar`, { method: "POST", body: new URLSearchParams({ codigo }) })
const enlace = async () => {
  const { text } = await espacios.st.pide("/plenaria conectar SSPC")
  return /https:\S+codigo=([\w-]+)/u.exec(text)?.[1] ?? ""
}
const goesToSlack = async (codigo: string) => {
  const { status, headers } = await sets(codigo)
  expect(status).toBe(303)
  return new URL(headers.get("location") ?? "")
}
/** What the browser keeps since it set out. */
const kept = (state: string) => ({ headers: { cookie: `otra=1; plenaria_vuelta=${state}` } })
const comesBack = (asked: URL, code: string, browser = kept(asked.searchParams.get("state") ?? "")) => {
  const { redirect_uri = "", state = "" } = Object.fromEntries(asked.searchParams)
  return at(`${redirect_uri}?${new URLSearchParams({ code, state })}`, browser)
}

/** One story; each test goes on. */
describe("a workspace that its own administrators authorise with the link of the Secretaría Técnica", () => {
  let codigo = ""
  let asked: URL

  it("only the Secretaría Técnica gets a link, and its code is not kept", async () => {
    codigo = await enlace()
    expect(codigo.length).toBeGreaterThan(40)
    const rows = await Sql.using(espacios.database.url, async (sql) => [
      ...(await sql.rows("SELECT * FROM invitacion_conexion")),
      ...(await sql.rows("SELECT * FROM evento")),
    ])
    expect(rows.length).toBeGreaterThan(1)
    expect(JSON.stringify(rows)).not.toContain(codigo)
  })

  it("looking at the link uses nothing up, and its page can be neither framed nor kept", async () => {
    const looked = await at(`${PUBLICA}/slack/conectar?codigo=${codigo}`)
    const html = await looked.text()
    expect(html).toContain("Continuar en Slack")
    expect(html).toContain(codigo)
    expect(looked.headers.get("content-security-policy")).toContain("frame-ancestors 'none'")
    expect(looked.headers.get("cache-control")).toBe("no-store")
    const forged = await (await at(`${PUBLICA}/slack/conectar?codigo="><script>alert(1)</script>`)).text()
    expect(forged).not.toContain("<script")
  })

  it("Slack is asked for the permissions of the manifest, with a secret that it gives back", async () => {
    asked = await goesToSlack(codigo)
    expect(asked.pathname).toBe("/oauth/v2/authorize")
    expect(asked.searchParams.get("client_id")).toBe(SHARED_APP.clientId)
    expect(asked.searchParams.get("scope")).toBe(sspc().api.scopes.join(","))
    expect(asked.searchParams.get("redirect_uri")).toBe(`${PUBLICA}/slack/autorizado`)
  })

  it("whoever comes back without it, or cancels, connects nothing and uses nothing up", async () => {
    const stranger = new URL(asked)
    stranger.searchParams.set("state", "otro")
    expect((await comesBack(stranger, espacios.slacks.approve(sspc()))).status).toBe(410)
    const sentThere = await comesBack(asked, espacios.slacks.approve(sspc()), kept("de-otra-persona"))
    expect(sentThere.status, "somebody whom another sent to Slack").toBe(410)
    const cancelled = await at(
      `${PUBLICA}/slack/autorizado?error=access_denied&state=${asked.searchParams.get("state")}`,
    )
    expect(await cancelled.text()).toContain("El enlace aún sirve")
    expect(await espacios.estado(sspc())).toBeUndefined()
  })

  it("authorised, it waits for the Secretaría Técnica, who is told; nothing is answered or sent there", async () => {
    asked = await goesToSlack(codigo)
    const done = await comesBack(asked, espacios.slacks.approve(sspc()))
    expect([done.status, await done.text()]).toEqual([
      200,
      expect.stringContaining("confirmará con su institución"),
    ])
    expect(await espacios.estado(sspc())).toBe("por_confirmar")
    await espacios.pasan(1)
    const [aviso] = espacios.enElCanal(espacios.own, "ST").slice(-1)
    expect(aviso).toContain("Confirme el espacio de trabajo de SSPC")
    expect(aviso).toContain(EQUIPO)
    const { text } = await espacios.pregunta(sspc(), "SSPC", "/compromiso mios")
    expect(text).toContain("todavía no está conectado")
    expect((await espacios.st.pide("/plenaria conexiones")).text).toContain(
      "la Secretaría Técnica la confirme",
    )
  })

  it("the link and what Slack gave back are good once", async () => {
    expect((await sets(codigo)).status).toBe(410)
    expect((await comesBack(asked, espacios.slacks.approve(sspc()))).status).toBe(410)
  })

  it("confirmed, it is served without a restart, by the requests that the one application signs", async () => {
    const { text } = await espacios.st.pulsaEnSuCanal(/^Confirmar$/)
    expect(text).toContain("Conexión confirmada: SSPC")
    await espacios.pasan(1)
    expect((await espacios.pregunta(sspc(), "SSPC", "/compromiso mios")).text).toContain("SSPC")
    expect((await espacios.st.pide("/plenaria canal-probar sspc")).text).toContain("está en la cola")
    await espacios.pasan(0)
    expect(espacios.enElCanal(sspc(), "SSPC").join()).toContain("Prueba de canal")
    expect((await espacios.st.pide("/plenaria conexion-confirmar T0SEGURIDAD")).text).toContain(
      "No hay nada por confirmar",
    )
  })

  it("authorised once more by the same institution, it goes on with the new token", async () => {
    asked = await goesToSlack(await enlace())
    const again = await comesBack(asked, espacios.slacks.approve(sspc()))
    expect(await again.text()).toContain("Su espacio sigue conectado")
    expect(await espacios.estado(sspc())).toBe("activa")
  })

  it("with the link of another institution it is not taken over: it goes on as it is", async () => {
    const { text } = await espacios.st.pide("/plenaria conectar FGR")
    asked = await goesToSlack(/codigo=([\w-]+)/u.exec(text)?.[1] ?? "")
    expect((await comesBack(asked, espacios.slacks.approve(sspc()))).status).toBe(409)
    expect(await espacios.estado(sspc())).toBe("activa")
    await espacios.pasan(1)
    expect((await espacios.pregunta(sspc(), "SSPC", "/compromiso mios")).text).toContain("SSPC")
  })

  it("nobody's application sends the bot's answers to another machine of the network", async () => {
    const inner: string[] = []
    const server = createServer((request, response) => {
      inner.push(request.url ?? "")
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.2", resolve))
    const { port } = server.address() as AddressInfo
    const payload = {
      type: "block_actions",
      user: { id: "U0NADIE", team_id: EQUIPO },
      team: { id: EQUIPO },
      channel: { id: "C0SSPC" },
      container: { type: "message", message_ts: "1.2", channel_id: "C0SSPC", is_ephemeral: false },
      trigger_id: "9.9.9",
      actions: [{ type: "button", action_id: "sesion.proxima", block_id: "b", action_ts: "1.2" }],
      response_url: `http://127.0.0.2:${port}/interno`,
    }
    const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
    expect(await sspc().sign(body, "application/x-www-form-urlencoded")).toBe(200)
    await until(
      () => sspc().workspace.privately.some(({ to }) => to === "U0NADIE"),
      "it is answered in the channel, in private",
    )
    server.close()
    expect(inner).toEqual([])
  })

  it("what was shown before is not what is confirmed, once somebody authorised it anew", async () => {
    await runOrder(["desconectar", "slack", EQUIPO], espacios.env())
    const authorised = async () => {
      espacios.clock.pass(60_000)
      asked = await goesToSlack(await enlace())
      expect((await comesBack(asked, espacios.slacks.approve(sspc()))).status).toBe(200)
      await espacios.pasan(0)
      const [aviso] = (await espacios.st.canal()).slice(-1)
      return aviso?.buttons.find(({ label }) => label === "Confirmar")?.id ?? ""
    }
    const earlier = await authorised()
    const later = await authorised()
    expect((await espacios.st.pulsaDeAntes(earlier)).text).toContain("No hay nada por confirmar")
    expect((await espacios.st.pulsaDeAntes(later)).text).toContain("Conexión confirmada: SSPC")
  })

  it("rejected, what it was opened with is gone", async () => {
    await runOrder(["desconectar", "slack", EQUIPO], espacios.env())
    asked = await goesToSlack(await enlace())
    expect((await comesBack(asked, espacios.slacks.approve(sspc()))).status).toBe(200)
    const { text } = await espacios.st.pide("/plenaria conexion-rechazar T0SEGURIDAD")
    expect(text).toContain("Conexión rechazada: SSPC")
    const kept = await espacios.database.unitOfWork.fresh.conexiones.byWorkspace({
      adapter: "slack",
      workspace: EQUIPO,
    })
    expect(kept).toMatchObject({ estado: "desconectada", secretos: null })
  })

  it("nothing more than a code is taken at the door", async () => {
    const big = await at(`${PUBLICA}/slack/conectar`, { method: "POST", body: `codigo=${"x".repeat(5_000)}` })
    expect(big.status).toBe(413)
  })
})

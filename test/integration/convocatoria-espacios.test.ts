import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { runOrder } from "../support/cli.ts"
import { CONSOLA_ENV } from "../support/consola.ts"
import { abrirEspacios, type Espacios } from "../support/espacios.ts"
import { eventually } from "../support/eventually.ts"
import { discordConfig } from "../support/fake-discord/harness.ts"
import { FakeDiscord } from "../support/fake-discord/server.ts"
import type { FakeSlack } from "../support/fake-slack/fake-slack.ts"
import { SHARED_APP } from "../support/fake-slack/several.ts"
import { INSTITUCIONES, lugarDe, PLATAFORMA, type Siglas } from "../support/sala/documento.ts"
import { puertaConsola } from "../support/sala/puerta-consola.ts"
import { puertaDiscord } from "../support/sala/puerta-discord.ts"
import { puertaSlack } from "../support/sala/puerta-slack.ts"
import { Asistente } from "../support/sala/sala.ts"

const PUBLICA = "https://plenaria.ejemplo.gob.mx"

let discord: FakeDiscord
let espacios: Espacios
let asistentes: ReadonlyMap<Siglas, Asistente>
beforeAll(async () => {
  discord = await FakeDiscord.start()
  for (const siglas of INSTITUCIONES)
    if (PLATAFORMA[siglas] === "discord") discord.addChannel(lugarDe(siglas).channel)
  espacios = await abrirEspacios(
    { SRE: "T0RELACIONES", SSPC: "T0SEGURIDAD" },
    {
      sharing: ["T0SEGURIDAD"],
      more: {
        ...discordConfig(discord),
        ...CONSOLA_ENV,
        PUBLIC_URL: PUBLICA,
        SLACK_CLIENT_ID: SHARED_APP.clientId,
        SLACK_CLIENT_SECRET: SHARED_APP.clientSecret,
      },
    },
  )
  const consola = puertaConsola(espacios.bot, espacios.database.consoleMessages)
  const propios: Partial<Record<Siglas, FakeSlack>> = { SRE: espacios.de("SRE"), SSPC: espacios.de("SSPC") }
  for (const siglas of INSTITUCIONES)
    if (PLATAFORMA[siglas] === "slack" && !propios[siglas])
      espacios.own.workspace.add({ id: lugarDe(siglas).channel, name: siglas.toLowerCase() })
  const puertaDe = (siglas: Siglas) => {
    if (PLATAFORMA[siglas] === "discord") return puertaDiscord(discord)
    return PLATAFORMA[siglas] === "consola" ? consola : puertaSlack(propios[siglas] ?? espacios.own)
  }
  asistentes = new Map(
    INSTITUCIONES.map((siglas) => [siglas, new Asistente(puertaDe(siglas), lugarDe(siglas))]),
  )
}, 90_000)
afterAll(async () => {
  await espacios.close()
  await discord.close()
})

const de = (siglas: Siglas) => asistentes.get(siglas) as Asistente
const recibidos = async (siglas: Siglas, title: RegExp) =>
  (await de(siglas).canal()).filter(({ text }) => title.test(text)).length
const todos = async (title: RegExp) =>
  Object.fromEntries(
    await Promise.all(INSTITUCIONES.map(async (siglas) => [siglas, await recibidos(siglas, title)] as const)),
  )
const cadaUna = (n: number) => Object.fromEntries(INSTITUCIONES.map((siglas) => [siglas, n]))

/** As the institution's IT goes through the link. */
async function autoriza(siglas: Siglas): Promise<void> {
  const slack = espacios.de(siglas)
  const { url } = espacios.bot()
  slack.deliverBy = { url: `${url}/slack/events` }
  const { text } = await espacios.st.pide(`/plenaria conectar ${siglas}`)
  const body = new URLSearchParams({ codigo: /codigo=([\w-]+)/u.exec(text)?.[1] ?? "" })
  const sent = await fetch(`${url}/slack/conectar`, { method: "POST", body, redirect: "manual" })
  const state = new URL(sent.headers.get("location") ?? "").searchParams.get("state") ?? ""
  const back = new URLSearchParams({ state, code: espacios.slacks.approve(slack) })
  const headers = { cookie: `plenaria_vuelta=${state}` }
  expect((await fetch(`${url}/slack/autorizado?${back}`, { headers })).status).toBe(200)
  await espacios.pasan(0)
  await espacios.st.pulsaEnSuCanal(/^Confirmar$/)
}

/** One story; each test goes on. */
describe("one process before three workspaces of Slack, a server of Discord and the console", () => {
  it("has one by the settings, one by its own tokens and one by a link, and nobody restarts it", async () => {
    const { credentials } = espacios.de("SRE")
    const tokens = [credentials.botToken, credentials.appToken]
    const done = await runOrder(["conectar", "slack", "--institucion", "SRE"], espacios.env(), tokens)
    expect(done.status).toBe(0)
    await autoriza("SSPC")
    await espacios.pasan(1)
    const { text } = await espacios.st.pide("/plenaria conexiones")
    expect(text).toContain("en todos se puede escribir")
  })

  it("brings a convocatoria to fourteen institutions, once to each, and the acuse of each comes back", async () => {
    const { st } = espacios
    await espacios.convoca()
    expect(await todos(/^Convocatoria: /)).toEqual(cadaUna(1))
    for (const siglas of INSTITUCIONES)
      expect((await de(siglas).pulsaEnSuCanal(/^Acuso recibo/)).text, siglas).toContain("Acuse registrado")
    expect((await st.pide("/sesion acuses SO-22")).text).toContain(
      "14 de 14 instituciones han acusado recibo",
    )
  })

  it("goes on when one of them is revoked: only its institution has to be told by other means", async () => {
    espacios.de("SRE").uninstall()
    await eventually(
      () => espacios.estado(espacios.de("SRE")),
      (estado) => estado === "revocada",
    )
    const { st } = espacios
    await st.pide("/sesion rectificar SO-22")
    const { text } = await st.llena({ hora: "11:00", motivo: "Por agenda de la Presidencia." })
    expect(text).toContain("1 destino no lo recibe por ahora")
    expect(text).toContain("SRE (canal Canal SRE, Slack)")
    await espacios.pasan(0)
    expect(await todos(/^Rectificación/)).toEqual({ ...cadaUna(1), SRE: 0 })
    await espacios.pasan(3)
    const avisos = espacios
      .enElCanal(espacios.own, "ST")
      .filter((aviso) => aviso.startsWith("Slack: no se pueden"))
    expect(avisos).toEqual([expect.stringContaining("1 canal de Slack: SRE")])
    expect((await st.pide("/plenaria entregas")).text).toContain("No pueden salir todavía")
  })
})

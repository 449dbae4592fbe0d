import { randomBytes } from "node:crypto"
import type { RunningBot } from "../../src/composition.ts"
import { startTestBot } from "./bot.ts"
import { createTestDatabase, type TestDatabase } from "./database.ts"
import { discordConfig } from "./fake-discord/harness.ts"
import { readPart } from "./fake-discord/read.ts"
import { FakeDiscord } from "./fake-discord/server.ts"
import { readMessage } from "./fake-slack/block-kit.ts"
import type { FakeSlack } from "./fake-slack/fake-slack.ts"
import { slackEnv } from "./fake-slack/harness.ts"
import { FakeSlacks, SHARED_APP } from "./fake-slack/several.ts"
import { TEAM } from "./fake-slack/workspace.ts"
import { memoryLog, TestClock } from "./reloj.ts"
import type { Mensaje } from "./sala/puerta.ts"
import { puertaDiscord } from "./sala/puerta-discord.ts"
import { puertaSlack } from "./sala/puerta-slack.ts"
import { Asistente } from "./sala/sala.ts"

const PROPIO = "T0RELACIONES"

/** Where the people of each institution already write: the body's own workspace, SRE's own, or a server of Discord. */
export const DONDE = {
  SEGOB: "slack",
  SICT: "slack",
  SSPC: "slack",
  STPS: "slack",
  BIENESTAR: "slack",
  SRE: "propio",
  SALUD: "propio",
  SEP: "propio",
  SECTUR: "discord",
  SNDIF: "discord",
  CEAV: "discord",
  INMUJERES: "discord",
  INM: "discord",
  FGR: "discord",
} as const
export type Siglas = keyof typeof DONDE
export const CATORCE = Object.keys(DONDE) as readonly Siglas[]

/** A person of the new body, where they write. */
export interface Quien {
  readonly chat: Asistente
  /** What they got by themselves, in order. */
  directos(): readonly Mensaje[]
}

/** An empty database, before two workspaces of Slack and a server of Discord. */
export interface ComisionNueva {
  readonly database: TestDatabase
  readonly clock: TestClock
  readonly st: Quien
  readonly bot: RunningBot
  /** `n`: another account of the same institution, in the same channel. */
  de(siglas: Siglas, n?: number): Quien
  /** The administrator of SRE's workspace goes through the link that the bot gave. */
  autoriza(enlace: string): Promise<number>
  pasan(minutes: number): Promise<void>
  errors(): readonly string[]
  close(): Promise<void>
}

export async function abrirComisionNueva(): Promise<ComisionNueva> {
  const slacks = await FakeSlacks.start([TEAM, PROPIO], [PROPIO])
  const [own, suyo] = slacks.all
  if (own === undefined || suyo === undefined) throw new Error("no workspace")
  const discord = await FakeDiscord.start()
  const database = await createTestDatabase()
  const clock = new TestClock("2026-03-02", "10:00")
  const log = memoryLog()
  const env = {
    DATABASE_URL: database.url,
    ...slackEnv(own, "socket"),
    SLACK_API_URL: slacks.apiUrl,
    SLACK_CLIENT_ID: SHARED_APP.clientId,
    SLACK_CLIENT_SECRET: SHARED_APP.clientSecret,
    PUBLIC_URL: "https://plenaria.ejemplo.gob.mx",
    CLAVE_MAESTRA: randomBytes(32).toString("base64"),
    ...discordConfig(discord),
  }
  own.workspace.add({ id: "C0ST", name: "secretaria-tecnica" })
  CATORCE.forEach((siglas, i) => {
    if (DONDE[siglas] === "discord") {
      discord.addChannel(canalDiscord(i))
      discord.guild.closed.add(canalDiscord(i))
    } else
      (DONDE[siglas] === "slack" ? own : suyo).workspace.add({
        id: `C0${siglas}`,
        name: siglas.toLowerCase(),
      })
  })
  const bot = await startTestBot(database, env, { clock, log })

  const enSlack = (slack: FakeSlack, user: string, channel: string): Quien => ({
    chat: new Asistente(puertaSlack(slack), { user, channel }),
    directos: () =>
      slack.workspace.privately
        .filter((one) => one.to === user && one.channel === null)
        .map(({ payload }) => readMessage(payload)),
  })
  const enDiscord = (i: number, n: number): Quien => ({
    chat: new Asistente(puertaDiscord(discord), {
      user: `40000000000000${n}1${i + 10}`,
      channel: canalDiscord(i),
    }),
    directos: () => discord.direct.map((body) => readPart({ components: [], ...Object(body) })),
  })

  const personas = new Map<string, Quien>()
  const abrir = (siglas: Siglas, n: number): Quien => {
    const donde = DONDE[siglas]
    if (donde === "discord") return enDiscord(CATORCE.indexOf(siglas), n)
    return enSlack(donde === "slack" ? own : suyo, `U0${siglas}${n || ""}`, `C0${siglas}`)
  }

  return {
    database,
    clock,
    bot,
    st: enSlack(own, "U0ST", "C0ST"),
    de(siglas, n = 0) {
      const quien = personas.get(`${siglas}${n}`) ?? abrir(siglas, n)
      personas.set(`${siglas}${n}`, quien)
      return quien
    },
    async autoriza(enlace) {
      const { url } = bot
      suyo.deliverBy = { url: `${url}/slack/events` }
      const body = new URLSearchParams({ codigo: /codigo=([\w-]+)/u.exec(enlace)?.[1] ?? "" })
      const sent = await fetch(`${url}/slack/conectar`, { method: "POST", body, redirect: "manual" })
      const state = new URL(sent.headers.get("location") ?? "").searchParams.get("state") ?? ""
      const back = new URLSearchParams({ state, code: slacks.approve(suyo) })
      const headers = { cookie: `plenaria_vuelta=${state}` }
      return (await fetch(`${url}/slack/autorizado?${back}`, { headers })).status
    },
    async pasan(minutes) {
      clock.pass(minutes * 60_000)
      await bot.tick()
    },
    errors: () => log.lines.filter(({ level }) => level === "error").map(({ message }) => message),
    async close() {
      await bot.stop()
      await slacks.close()
      await discord.close()
      await database.close()
    },
  }
}

const canalDiscord = (i: number) => `3000000000000001${i + 10}`

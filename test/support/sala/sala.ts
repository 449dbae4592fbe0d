import { instanteDe } from "../../../src/domain/tiempo/tiempo.ts"
import type { Sesion } from "../../../src/domain/tipos/sesion.ts"
import type { Fecha, Hora } from "../../../src/domain/tipos/tiempo.ts"
import type { Environment } from "../../../src/ports/adapter-module.ts"
import type { Evento } from "../../../src/ports/repositories/bitacora.ts"
import type { UnitOfWork } from "../../../src/ports/repositories/unit-of-work.ts"
import { startTestBot } from "../bot.ts"
import { CONSOLA_ENV } from "../consola.ts"
import { ZONA } from "../cuerpo-colegiado.ts"
import { createTestDatabase } from "../database.ts"
import { discordConfig } from "../fake-discord/harness.ts"
import { FakeDiscord } from "../fake-discord/server.ts"
import { FakeSlack } from "../fake-slack/fake-slack.ts"
import { slackEnv } from "../fake-slack/harness.ts"
import { memoryLog, TestClock } from "../reloj.ts"
import { documentoDeLaSala, INSTITUCIONES, lugarDe, type Plataforma, type Siglas } from "./documento.ts"
import type { Mensaje, Publicado, Puerta, Visto } from "./puerta.ts"
import { puertaConsola } from "./puerta-consola.ts"
import { puertaDiscord } from "./puerta-discord.ts"
import { puertaSlack } from "./puerta-slack.ts"

/**
 * A whole body in session: fourteen institutions and the Secretaría Técnica before Slack (Socket Mode), Discord and the
 * console at once, by the real SDKs, on one PostgreSQL.
 */
export interface Sala {
  readonly data: UnitOfWork
  readonly discord: FakeDiscord
  readonly st: Asistente
  de(siglas: Siglas): Asistente
  publico(): Promise<readonly Publicado[]>
  /** It is this hour, and everything that is due is planned and sent. */
  son(fecha: Fecha, hora: Hora): Promise<void>
  /** Everything that is due is sent. */
  reparte(): Promise<void>
  sesion(clave: string): Promise<Sesion>
  eventos(objeto: string): Promise<readonly Evento[]>
  /** The bot stops, and starts again with these platforms off. */
  reinicia(apagadas: readonly Plataforma[]): Promise<void>
  /** What went wrong inside, as the log has it. */
  errors(): readonly string[]
  close(): Promise<void>
}

/** A person before her platform. */
export class Asistente {
  readonly #puerta: Puerta
  readonly #lugar: { readonly user: string; readonly channel: string }
  #visto: Visto | null = null

  constructor(puerta: Puerta, lugar: { readonly user: string; readonly channel: string }) {
    this.#puerta = puerta
    this.#lugar = lugar
  }

  async pide(typed: string): Promise<Visto> {
    return this.#ve(await this.#puerta.type(this.#lugar, typed))
  }

  /** A button of what she has before her. */
  async pulsa(label: RegExp): Promise<Visto> {
    return this.#ve(await this.#puerta.press(this.#lugar, boton(this.#visto, label)))
  }

  /** A button of the newest message of her channel that has it. */
  async pulsaEnSuCanal(label: RegExp): Promise<Visto> {
    const messages = [...(await this.canal())].reverse()
    const message = messages.find(({ buttons }) => buttons.some((button) => label.test(button.label)))
    return this.#ve(await this.#puerta.press(this.#lugar, boton(message ?? messages[0] ?? null, label)))
  }

  /** A button whose id she kept, from before things moved on. */
  async pulsaDeAntes(actionId: string): Promise<Visto> {
    return this.#ve(await this.#puerta.press(this.#lugar, actionId))
  }

  /** Fills in the form that she has before her, and sends it. */
  async llena(values: Readonly<Record<string, string>>): Promise<Visto> {
    if (!this.#visto?.form) throw new Error(`no form is open, but: ${this.#visto?.text}`)
    return this.#ve(await this.#visto.form.send(values))
  }

  canal(): Promise<readonly Publicado[]> {
    return this.#puerta.channel(this.#lugar.channel)
  }

  #ve(visto: Visto): Visto {
    if (!visto.onlyHers) throw new Error(`an answer that everybody sees: ${visto.text}`)
    this.#visto = visto
    return visto
  }
}

function boton(message: Mensaje | null, label: RegExp): string {
  const found = message?.buttons.find((button) => label.test(button.label))
  if (!found) {
    const there = message?.buttons.map((button) => button.label).join(", ")
    throw new Error(`no button ${label} among: ${there}\n${message?.text}`)
  }
  return found.id
}

/** `apagadas`: platforms without credentials; their people stand before a door that nobody opens. */
export async function abrirSala({ apagadas = [] as readonly Plataforma[] } = {}): Promise<Sala> {
  const database = await createTestDatabase()
  const data = database.unitOfWork
  const clock = new TestClock("2024-06-11", "10:00")
  const log = memoryLog()
  await database.importacion.apply(documentoDeLaSala(), clock.now())

  const slack = await FakeSlack.start()
  const discord = await FakeDiscord.start()
  for (const quien of [...INSTITUCIONES, "ST" as const]) {
    const { adapter, channel } = lugarDe(quien)
    if (adapter === "slack") slack.workspace.add({ id: channel, name: quien.toLowerCase() })
    if (adapter === "discord") discord.addChannel(channel)
  }
  const envs: Readonly<Record<Plataforma, Environment>> = {
    slack: slackEnv(slack, "socket"),
    discord: discordConfig(discord),
    consola: CONSOLA_ENV,
  }
  const inicia = (sin: readonly Plataforma[]) => {
    const env = Object.entries(envs).map(([id, own]) => (sin.some((one) => one === id) ? {} : own))
    return startTestBot(database, Object.assign({}, ...env), { clock, log })
  }
  let bot = await inicia(apagadas)

  const puertas: Readonly<Record<Plataforma, Puerta>> = {
    slack: puertaSlack(slack),
    discord: puertaDiscord(discord),
    consola: puertaConsola(() => bot, database.consoleMessages),
  }
  const asistente = (quien: Siglas | "ST") => {
    const lugar = lugarDe(quien)
    return new Asistente(puertas[lugar.adapter], lugar)
  }
  const asistentes = new Map(INSTITUCIONES.map((siglas) => [siglas, asistente(siglas)]))

  return {
    data,
    discord,
    st: asistente("ST"),
    de: (siglas) => asistentes.get(siglas) ?? asistente(siglas),
    publico: () => puertas.consola.channel(lugarDe("PUBLICO").channel),
    async son(fecha, hora) {
      clock.moveTo(instanteDe(fecha, hora, ZONA))
      await bot.tick()
    },
    reparte: () => bot.tick(),
    async reinicia(sin) {
      await bot.stop()
      bot = await inicia(sin)
    },
    async sesion(clave) {
      const [organo] = await data.fresh.organos.all()
      const sesion = await data.fresh.sesiones.byClave(organo?.id ?? "", clave)
      if (sesion === null) throw new Error(`no session ${clave}`)
      return sesion
    },
    eventos: (objeto) => data.read.eventos.byObjeto(objeto),
    errors: () => log.lines.filter(({ level }) => level === "error").map(({ message }) => message),
    async close() {
      await bot.stop()
      await slack.close()
      await discord.close()
      await database.close()
    },
  }
}

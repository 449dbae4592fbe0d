import { randomUUID } from "node:crypto"
import { calendarioDeSesion, leerSuscripcion } from "../../../src/app/calendario/leer.ts"
import type { Card } from "../../../src/cards/card.ts"
import type { Form } from "../../../src/cards/form.ts"
import { renderPlainText } from "../../../src/cards/plain-text.ts"
import { optionsOf } from "../../../src/commands/definition/options.ts"
import { allCommands } from "../../../src/commands/registry.ts"
import { createRouter } from "../../../src/commands/router.ts"
import type { Instante } from "../../../src/domain/tipos/tiempo.ts"
import { dispatchAll, runTick, type TickDeps } from "../../../src/jobs/tick.ts"
import type { InboundAnswer, InboundHandler } from "../../../src/ports/chat-adapter.ts"
import type { Logger } from "../../../src/ports/logger.ts"
import { collectingLog } from "../collecting-log.ts"
import type { TestDatabase } from "../database.ts"
import { createDemostracionVivida } from "../demostracion-vivida.ts"
import { PLATAFORMAS } from "../plataformas.ts"
import { Sql } from "../sql.ts"
import { Azar } from "./azar.ts"
import { canalesQueLeen, type Lector, personasQueLeen, registrarLectores } from "./lectores.ts"
import { ordenPara, respuestasA, valorPara } from "./ocurrencias.ts"
import { hechoDe, type Lugar, puedeLeer } from "./oraculo.ts"
import { CANARIO, INEXISTENTE, OCULTA, plantar, repartirNiveles } from "./plantar.ts"
import { registrador } from "./registrador.ts"

const HOY = "2024-08-05"
const AHORA = `${HOY}T16:00:00.000Z`
const LUGARES = [
  "directo",
  "directo",
  "sre",
  "salud",
  "secretaria-tecnica",
  "integrantes",
  "publico",
  "sin-registrar",
]
const CONDUCEN = ["secretaria-tecnica", "presidencia", "suple-presidencia"]
const QUE_MUESTRAN = allCommands.filter(({ acts }) => acts === false)
/** So many are kept of what was seen to press, to fill in and to read. */
const MEMORIA = 300
/** After so many steps what is to go out goes. */
const CADA = 8

interface Visto<T> {
  readonly que: T
  readonly de: string
}

/** What somebody did, and what is wrong with what came of it. */
export interface Fuga {
  readonly paso: number
  readonly hizo: string
  readonly mal: string
}

export interface Paseo {
  readonly semilla: number
  readonly pasos: number
  /** Answers and messages that were read. */
  readonly leidos: number
  /** Words found in them, each of which its reader may have read. */
  readonly hallados: number
  readonly fugas: readonly Fuga[]
}

/** One walk over a database of its own: everybody does anything; stops at the first thing that is wrong. */
export async function pasear(
  semilla: number,
  pasos: number,
  alcanza: (fugas: number) => boolean = (n) => n > 0,
): Promise<Paseo> {
  const database = await createDemostracionVivida()
  try {
    const paseante = await Paseante.sobre(database, semilla)
    return await paseante.anda(pasos, alcanza).finally(() => paseante.termina())
  } finally {
    await database.close()
  }
}

class Paseante {
  readonly #semilla: number
  readonly #azar: Azar
  readonly #database: TestDatabase
  readonly #sql: Sql
  readonly #router: InboundHandler
  readonly #tick: TickDeps
  readonly #salidas: ReturnType<typeof registrador>["recoge"]
  readonly #log = collectingLog()
  readonly #lugares: ReadonlyMap<string, Lugar>
  readonly #personas: ReadonlyMap<string, Lector>
  readonly #canales: ReadonlyMap<string, Lector>
  readonly #botones: Visto<string>[] = []
  readonly #formularios: Visto<Form>[] = []
  readonly #calendarios: Visto<string>[] = []
  readonly #claves: string[] = []
  readonly #permitido = new Map<string, boolean>()
  readonly #errores: string[] = []
  readonly #fugas: Fuga[] = []
  #now: Instante = AHORA
  #paso = 0
  #hizo = ""
  #leidos = 0
  #hallados = 0
  #registrado = 0

  static async sobre(database: TestDatabase, semilla: number): Promise<Paseante> {
    const azar = new Azar(semilla)
    const plantado = await Sql.using(database.url, async (sql) => {
      await sql.run("SET session_replication_role = replica")
      await registrarLectores(sql)
      await repartirNiveles(sql, azar)
      return plantar(sql)
    })
    const sql = await Sql.connect(database.url)
    const leen = { personas: await personasQueLeen(sql, HOY), canales: await canalesQueLeen(sql) }
    return new Paseante(database, sql, { semilla, azar, lugares: plantado, ...leen })
  }

  private constructor(
    database: TestDatabase,
    sql: Sql,
    con: {
      readonly semilla: number
      readonly azar: Azar
      readonly lugares: ReadonlyMap<string, Lugar>
      readonly personas: ReadonlyMap<string, Lector>
      readonly canales: ReadonlyMap<string, Lector>
    },
  ) {
    this.#semilla = con.semilla
    this.#azar = con.azar
    this.#database = database
    this.#sql = sql
    this.#lugares = con.lugares
    this.#personas = con.personas
    this.#canales = con.canales
    const clock = { now: () => this.#now }
    const { adapter, recoge } = registrador(clock)
    this.#salidas = recoge
    const { log } = this.#log
    const vigilado: Logger = {
      ...log,
      debug: (fields, message) => log.debug(fields, message),
      info: (fields, message) => log.info(fields, message),
      warn: (fields, message) => log.warn(fields, message),
      error: (fields, message) => {
        const { error } = fields
        this.#errores.push(`${message}: ${error instanceof Error ? error.stack : JSON.stringify(fields)}`)
        log.error(fields, message)
      },
    }
    const data = database.database.unitOfWork
    this.#router = createRouter({
      data,
      clock,
      log: vigilado,
      plataformas: PLATAFORMAS,
      limits: { factor: 1e9 },
    })
    const adapters = new Map([[adapter.id, adapter]])
    this.#tick = { data, clock, adapters, log: vigilado, plataformas: PLATAFORMAS }
  }

  termina(): Promise<void> {
    return this.#sql.close()
  }

  async anda(pasos: number, alcanza: (fugas: number) => boolean): Promise<Paseo> {
    while (this.#paso < pasos && !alcanza(this.#fugas.length)) {
      this.#paso += 1
      await this.#da()
      await this.#mira()
    }
    return {
      semilla: this.#semilla,
      pasos: this.#paso,
      leidos: this.#leidos,
      hallados: this.#hallados,
      fugas: this.#fugas,
    }
  }

  #da(): Promise<void> {
    const paso = this.#azar.segun<() => Promise<void>>([
      [40, () => this.#ordena()],
      [25, () => this.#pulsa()],
      [14, () => this.#llena()],
      [8, () => this.#completa()],
      [4, () => this.#lee()],
      [4, () => this.#compara()],
      [2, () => this.#pasaElTiempo()],
    ])
    return paso()
  }

  #quien(de?: string): string {
    if (de !== undefined && this.#azar.cae(0.5) && this.#personas.has(de)) return de
    return this.#azar.cae(0.3) ? this.#azar.uno(CONDUCEN) : this.#azar.uno([...this.#personas.keys()])
  }

  #desde(user: string) {
    const channel = this.#azar.uno(LUGARES)
    return {
      eventId: randomUUID(),
      actor: { adapter: "consola", workspace: "demo", user } as const,
      place: { adapter: "consola", workspace: "demo", channel } as const,
      receivedAt: this.#now,
    }
  }

  async #ordena(): Promise<void> {
    const user = this.#quien()
    const command = this.#azar.uno(this.#azar.cae(0.5) ? QUE_MUESTRAN : allCommands)
    const values = ordenPara(this.#azar, command, { claves: this.#claves })
    const { name, subcommand } = command
    const text = [
      subcommand,
      ...Object.entries(values).map(([option, value]) => `${option}:"${value}"`),
    ].join(" ")
    const rawOptions = this.#azar.cae(0.7)
      ? ({ kind: "typed", subcommand, values } as const)
      : ({ kind: "text", text } as const)
    this.#hizo = `${user} /${name} ${text}`
    await this.#contesta(user, await this.#router.command({ ...this.#desde(user), name, rawOptions }))
  }

  async #pulsa(): Promise<void> {
    const visto = this.#cualquiera(this.#botones)
    if (visto === undefined) return
    const user = this.#quien(visto.de)
    this.#hizo = `${user} [${visto.que}]`
    await this.#contesta(user, await this.#router.action({ ...this.#desde(user), actionId: visto.que }))
  }

  async #llena(): Promise<void> {
    const visto = this.#cualquiera(this.#formularios)
    if (visto === undefined) return
    const user = this.#quien(visto.de)
    const [target = ""] = visto.que.id.split(":")
    const command = allCommands.find((one) => `${one.name}.${one.subcommand}` === target)
    const values = respuestasA(this.#azar, visto.que, command, { claves: this.#claves })
    this.#hizo = `${user} {${visto.que.id}} ${JSON.stringify(values)}`
    const input = { ...this.#desde(user), formId: visto.que.id, values }
    await this.#contesta(user, await this.#router.submit(input))
  }

  /** Half of the time among the newest. */
  #cualquiera<T>(vistos: readonly Visto<T>[]): Visto<T> | undefined {
    if (vistos.length === 0) return undefined
    return this.#azar.uno(this.#azar.cae(0.5) ? vistos.slice(-12) : vistos)
  }

  async #completa(): Promise<void> {
    const user = this.#quien()
    const command = this.#azar.uno(allCommands)
    const options = optionsOf(command)
    if (options.length === 0) return
    const option = this.#azar.uno(options)
    const { actor, place } = this.#desde(user)
    const { name, subcommand } = command
    this.#hizo = `${user} /${name} ${subcommand} ${option.name}:…`
    const typed = this.#azar.uno(["", "", "s", "canario", "CI"])
    const choices = await this.#router.complete({
      actor,
      place,
      name,
      subcommand,
      option: option.name,
      typed,
    })
    await this.#busca(JSON.stringify(choices), this.#persona(user))
  }

  /** A calendar by its address, for whoever it was given to. */
  async #lee(): Promise<void> {
    const visto = this.#cualquiera(this.#calendarios)
    if (visto === undefined) return
    this.#hizo = `${visto.de} lee ${visto.que}`
    const lectura = { read: this.#database.database.unitOfWork.fresh, now: this.#now }
    for (const leer of [leerSuscripcion, calendarioDeSesion]) {
      const texto = (await leer(lectura, visto.que))?.texto ?? ""
      await this.#busca(texto, this.#canales.get(visto.de) ?? this.#persona(visto.de))
    }
  }

  /** Hidden and not there at all are answered alike. */
  async #compara(): Promise<void> {
    const oculta = await this.#sql.rows("SELECT 1 FROM sesion WHERE clave = $1 AND difusion = 'interna'", [
      OCULTA,
    ])
    if (oculta.length === 0) return
    const user = this.#quien()
    if (CONDUCEN.includes(user)) return
    const command = this.#azar.uno(allCommands.filter((one) => optionsOf(one).some(nombraAlgo)))
    const { name, subcommand } = command
    const options = optionsOf(command).filter(
      ({ required, ...one }) => nombraAlgo(one) || this.#azar.cae(required ? 1 : 0.3),
    )
    const de = (sesion: string, { completes }: { readonly completes: string | null }) =>
      ({ sesion, acuerdo: `CI/${sesion}/01/2024` })[completes ?? ""] ?? `CI/${sesion}/01/2024/SEP`
    const otros = options.map((one) => [one, valorPara(this.#azar, one, { claves: [] })] as const)
    const values = (sesion: string) =>
      Object.fromEntries(otros.map(([one, value]) => [one.name, nombraAlgo(one) ? de(sesion, one) : value]))
    const desde = this.#desde(user)
    const ask = async (sesion: string) =>
      JSON.stringify(
        await this.#router.command({
          ...desde,
          eventId: randomUUID(),
          name,
          rawOptions: { kind: "typed", subcommand, values: values(sesion) },
        }),
      ).replaceAll(/(?<!\d)(?:77|88)(?!\d)/gu, "NN")
    this.#hizo = `${user} /${name} ${subcommand} ${JSON.stringify(values(OCULTA))}`
    const [dicho, noHay] = [await ask(OCULTA), await ask(INEXISTENTE)]
    if (dicho !== noHay) this.#mal(`hidden and missing differ:\n${dicho}\n${noHay}`)
    await this.#busca(dicho, this.#persona(user))
  }

  async #pasaElTiempo(): Promise<void> {
    const horas = this.#azar.uno([1, 3, 14, 24])
    this.#now = new Date(Date.parse(this.#now) + horas * 3_600_000).toISOString()
    this.#hizo = `+${horas} h`
    await runTick(this.#tick)
  }

  #persona(user: string): Lector {
    return this.#personas.get(user) ?? { nombre: user, cargos: [] }
  }

  async #contesta(user: string, answer: InboundAnswer): Promise<void> {
    if (answer.kind === "duplicate") return
    if (answer.kind === "form") {
      guarda(this.#formularios, { que: answer.form, de: user })
      await this.#busca(JSON.stringify(answer.form), this.#persona(user))
      return
    }
    this.#aprende(answer.card, user)
    await this.#busca(JSON.stringify(answer.card), this.#persona(user))
    if (answer.card.tone === "error" && !seExplica(answer.card))
      this.#mal(`a refusal that does not say what to do:\n${renderPlainText(answer.card)}`)
  }

  #aprende(card: Card, de: string): void {
    for (const { id } of card.actions) {
      guarda(this.#botones, { que: id, de })
      const clave = id.split(/[: ]/u)[1]
      if (clave) guarda(this.#claves, clave)
    }
    for (const [, token = ""] of JSON.stringify(card).matchAll(/calendario\/(?:sesion\/)?([\w-]{43})\.ics/gu))
      guarda(this.#calendarios, { que: token, de })
  }

  /** What left for the channels, and what was written in the log. */
  async #mira(): Promise<void> {
    if (this.#paso % CADA === 0) await dispatchAll(this.#tick)
    for (const { channel, dice, card } of this.#salidas()) {
      const nombre = `#${channel}`
      this.#aprende(card, nombre)
      await this.#busca(dice, this.#canales.get(nombre) ?? { nombre, cargos: [] })
    }
    const escrito = this.#log.text()
    const [dicho] = escrito.slice(this.#registrado).match(CANARIO) ?? []
    if (dicho !== undefined) this.#mal(`${dicho} in the log`)
    this.#registrado = escrito.length
    for (const error of this.#errores.splice(0)) this.#mal(error)
  }

  async #busca(dice: string, lector: Lector): Promise<void> {
    this.#leidos += 1
    // Lines of a calendar are folded anywhere.
    const entero = dice.replaceAll(/\\r\\n[ \t]|\r\n[ \t]/gu, "")
    for (const hallado of new Set(entero.match(CANARIO) ?? [])) {
      const palabra = hallado.toLowerCase()
      const lugar = this.#lugares.get(palabra)
      if (lugar === undefined) continue
      this.#hallados += 1
      if (await this.#puede(palabra, lugar, lector)) continue
      const donde = entero.indexOf(hallado)
      const contexto = entero.slice(Math.max(0, donde - 120), donde + 160)
      const hecho = JSON.stringify(await hechoDe(this.#sql, lugar))
      this.#mal(
        `${lugar.tabla}.${lugar.columna} ${lugar.llave} reached ${lector.nombre}: …${contexto}… ${hecho}`,
      )
    }
  }

  async #puede(palabra: string, lugar: Lugar, lector: Lector): Promise<boolean> {
    const clave = `${palabra} ${lector.nombre}`
    if (this.#permitido.get(clave) !== true)
      this.#permitido.set(clave, puedeLeer(lugar, await hechoDe(this.#sql, lugar), lector))
    return this.#permitido.get(clave) === true
  }

  #mal(mal: string): void {
    this.#fugas.push({ paso: this.#paso, hizo: this.#hizo, mal })
  }
}

const nombraAlgo = ({ completes }: { readonly completes: string | null }) =>
  completes !== null && completes !== "institucion"

function guarda<T>(en: T[], uno: T): void {
  en.push(uno)
  if (en.length > MEMORIA) en.splice(0, en.length - MEMORIA)
}

/** More than a title: what happened and what to do, or something to press. */
const seExplica = ({ blocks, actions }: Card) => blocks.length > 0 || actions.length > 0

/** What a failure says: how to have it again. */
export const relato = ({ semilla, fugas }: Paseo) =>
  fugas
    .map(
      ({ paso, hizo, mal }) => `seed ${semilla}, step ${paso}: ${hizo.slice(0, 300)}\n  ${mal.slice(0, 900)}`,
    )
    .join("\n")

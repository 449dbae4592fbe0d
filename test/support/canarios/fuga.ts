import { randomUUID } from "node:crypto"
import { calendarioDeSesion, leerSuscripcion } from "../../../src/app/calendario/leer.ts"
import type { Card } from "../../../src/cards/card.ts"
import { renderPlainText } from "../../../src/cards/plain-text.ts"
import { optionsOf } from "../../../src/commands/definition/options.ts"
import { allCommands } from "../../../src/commands/registry.ts"
import { createRouter } from "../../../src/commands/router.ts"
import type { Instante } from "../../../src/domain/tipos/tiempo.ts"
import { libros } from "../../../src/hojas/libros.ts"
import { imagenes } from "../../../src/imagen/imagenes.ts"
import { dispatchAll, runTick, type TickDeps } from "../../../src/jobs/tick.ts"
import type { InboundAnswer, InboundHandler } from "../../../src/ports/chat-adapter.ts"
import type { TestDatabase } from "../database.ts"
import { createDemostracionVivida } from "../demostracion-vivida.ts"
import { PLATAFORMAS } from "../plataformas.ts"
import { Sql } from "../sql.ts"
import { Azar } from "./azar.ts"
import { canalesQueLeen, type Lector, personasQueLeen, registrarLectores } from "./lectores.ts"
import { cualquiera, Memoria } from "./memoria.ts"
import { ordenPara, respuestasA, valorPara } from "./ocurrencias.ts"
import type { Lugar } from "./oraculo.ts"
import { INEXISTENTE, OCULTA, plantar, repartirNiveles } from "./plantar.ts"
import { registrador } from "./registrador.ts"
import { type Paseo, Vigia } from "./vigia.ts"

const HOY = "2024-08-05"
const AHORA = `${HOY}T16:00:00.000Z`
const LUGARES = ["directo", "sre", "salud", "secretaria-tecnica", "integrantes", "publico", "sin-registrar"]
const CONDUCEN = ["secretaria-tecnica", "presidencia", "suple-presidencia"]
const VIGILAN = ["contraloria", "transparencia"]
const QUE_MUESTRAN = allCommands.filter(({ acts }) => acts === false)
/** After so many steps what is to go out goes. */
const CADA = 8

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
  readonly #vigia: Vigia
  readonly #personas: ReadonlyMap<string, Lector>
  readonly #canales: ReadonlyMap<string, Lector>
  readonly #memoria = new Memoria()
  #now: Instante = AHORA

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
    this.#vigia = new Vigia(sql, con.lugares)
    this.#personas = con.personas
    this.#canales = con.canales
    const clock = { now: () => this.#now }
    const { adapter, recoge } = registrador(clock)
    this.#salidas = recoge
    const data = database.database.unitOfWork
    this.#router = createRouter({
      libros,
      imagenes,
      data,
      clock,
      log: this.#vigia.log,
      plataformas: PLATAFORMAS,
      limits: { factor: 1e9 },
    })
    const adapters = new Map([[adapter.id, adapter]])
    this.#tick = { data, clock, adapters, log: this.#vigia.log, plataformas: PLATAFORMAS }
  }

  termina(): Promise<void> {
    return this.#sql.close()
  }

  async anda(pasos: number, alcanza: (fugas: number) => boolean): Promise<Paseo> {
    while (this.#vigia.paso < pasos && !alcanza(this.#vigia.fugas.length)) {
      this.#vigia.paso += 1
      await this.#da()
      await this.#mira()
    }
    const { paso, leidos, hallados, fugas } = this.#vigia
    return { semilla: this.#semilla, pasos: paso, leidos, hallados, fugas }
  }

  #da(): Promise<void> {
    const paso = this.#azar.segun<() => Promise<void>>([
      [40, () => this.#ordena()],
      [25, () => this.#pulsa()],
      [14, () => this.#llena()],
      [8, () => this.#completa()],
      [4, () => this.#lee()],
      [8, () => this.#compara()],
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
    const values = ordenPara(this.#azar, command, this.#memoria)
    const { name, subcommand } = command
    const text = [
      subcommand,
      ...Object.entries(values).map(([option, value]) => `${option}:"${value}"`),
    ].join(" ")
    const rawOptions = this.#azar.cae(0.7)
      ? ({ kind: "typed", subcommand, values } as const)
      : ({ kind: "text", text } as const)
    this.#vigia.hizo = `${user} /${name} ${text}`
    await this.#contesta(user, await this.#router.command({ ...this.#desde(user), name, rawOptions }))
  }

  async #pulsa(): Promise<void> {
    const visto = cualquiera(this.#azar, this.#memoria.botones)
    if (visto === undefined) return
    const user = this.#quien(visto.de)
    this.#vigia.hizo = `${user} [${visto.que}]`
    await this.#contesta(user, await this.#router.action({ ...this.#desde(user), actionId: visto.que }))
  }

  async #llena(): Promise<void> {
    const visto = cualquiera(this.#azar, this.#memoria.formularios)
    if (visto === undefined) return
    const user = this.#quien(visto.de)
    const [target = ""] = visto.que.id.split(":")
    const command = allCommands.find((one) => `${one.name}.${one.subcommand}` === target)
    const values = respuestasA(this.#azar, visto.que, command, this.#memoria)
    this.#vigia.hizo = `${user} {${visto.que.id}} ${JSON.stringify(values)}`
    const input = { ...this.#desde(user), formId: visto.que.id, values }
    await this.#contesta(user, await this.#router.submit(input))
  }

  async #completa(): Promise<void> {
    const user = this.#quien()
    const command = this.#azar.uno(allCommands)
    const options = optionsOf(command)
    if (options.length === 0) return
    const option = this.#azar.uno(options)
    const { actor, place } = this.#desde(user)
    const { name, subcommand } = command
    this.#vigia.hizo = `${user} /${name} ${subcommand} ${option.name}:…`
    const typed = this.#azar.uno(["", "", "s", "canario", "CI"])
    const choices = await this.#router.complete({
      actor,
      place,
      name,
      subcommand,
      option: option.name,
      typed,
    })
    await this.#vigia.lee(JSON.stringify(choices), this.#persona(user))
  }

  /** A calendar by its address, for whoever it was given to. */
  async #lee(): Promise<void> {
    const visto = cualquiera(this.#azar, this.#memoria.calendarios)
    if (visto === undefined) return
    this.#vigia.hizo = `${visto.de} lee ${visto.que}`
    const lectura = { read: this.#database.database.unitOfWork.fresh, now: this.#now }
    for (const leer of [leerSuscripcion, calendarioDeSesion]) {
      const texto = (await leer(lectura, visto.que))?.texto ?? ""
      await this.#vigia.lee(texto, this.#canales.get(visto.de) ?? this.#persona(visto.de))
    }
  }

  /** An institution that owes something of the hidden session knows its clave, and is offered what is its own by it. */
  async #leTocaAlgo(user: string): Promise<boolean> {
    const suyas = this.#persona(user).cargos.map(({ institucion }) => institucion)
    const rows = await this.#sql.rows(
      `SELECT 1 FROM compromiso c JOIN institucion i ON i.id = c.institucion_id
       WHERE c.clave LIKE '%' || $1 || '/%' AND i.siglas = ANY ($2)`,
      [OCULTA, suyas.filter((una) => una !== null)],
    )
    return rows.length > 0
  }

  /** Hidden and not there at all are answered alike. */
  async #compara(): Promise<void> {
    const oculta = await this.#sql.rows("SELECT 1 FROM sesion WHERE clave = $1 AND difusion = 'interna'", [
      OCULTA,
    ])
    if (oculta.length === 0) return
    const user = this.#quien()
    if (CONDUCEN.includes(user) || (await this.#leTocaAlgo(user))) return
    const command = this.#azar.uno(allCommands.filter((one) => optionsOf(one).some(nombraAlgo)))
    // They read the register of every session, and what is exported of it.
    if (VIGILAN.includes(user) && command.audience === "leen_bitacora") return
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
      )
        .replaceAll(/(?<!\d)(?:77|88)(?!\d)/gu, "NN")
        // What was written and is kept for «Corregir» has a name of its own each time.
        .replaceAll(/("plenaria\.\w+):[\w-]{22}/gu, "$1:ID")
    this.#vigia.hizo = `${user} /${name} ${subcommand} ${JSON.stringify(values(OCULTA))}`
    const [dicho, noHay] = [await ask(OCULTA), await ask(INEXISTENTE)]
    if (dicho !== noHay) this.#vigia.mal(`hidden and missing differ:\n${dicho}\n${noHay}`)
    await this.#vigia.lee(dicho, this.#persona(user))
  }

  async #pasaElTiempo(): Promise<void> {
    const horas = this.#azar.uno([1, 3, 14, 24])
    this.#now = new Date(Date.parse(this.#now) + horas * 3_600_000).toISOString()
    this.#vigia.hizo = `+${horas} h`
    await runTick(this.#tick)
  }

  #persona(user: string): Lector {
    return this.#personas.get(user) ?? { nombre: user, cargos: [] }
  }

  async #contesta(user: string, answer: InboundAnswer): Promise<void> {
    if (answer.kind === "duplicate") return
    if (answer.kind === "form") {
      this.#memoria.veFormulario(answer.form, user)
      await this.#vigia.lee(JSON.stringify(answer.form), this.#persona(user))
      return
    }
    this.#memoria.ve(answer.card, user)
    await this.#vigia.lee(JSON.stringify(answer.card), this.#persona(user))
    if (answer.card.tone === "error" && !seExplica(answer.card))
      this.#vigia.mal(`a refusal that does not say what to do:\n${renderPlainText(answer.card)}`)
  }

  /** What left for the channels, and what was written in the log. */
  async #mira(): Promise<void> {
    if (this.#vigia.paso % CADA === 0) {
      await dispatchAll(this.#tick)
      this.#vigia.olvida()
    }
    for (const { channel, dice, card } of this.#salidas()) {
      const nombre = `#${channel}`
      this.#memoria.ve(card, nombre)
      await this.#vigia.lee(dice, this.#canales.get(nombre) ?? { nombre, cargos: [] })
    }
    this.#vigia.miraElRegistro()
  }
}

const nombraAlgo = ({ completes }: { readonly completes: string | null }) =>
  completes !== null && completes !== "institucion"

/** More than a title: what happened and what to do, or something to press. */
const seExplica = ({ blocks, actions }: Card) => blocks.length > 0 || actions.length > 0

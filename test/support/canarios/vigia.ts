import type { Logger } from "../../../src/ports/logger.ts"
import { collectingLog } from "../collecting-log.ts"
import type { Sql } from "../sql.ts"
import type { Lector } from "./lectores.ts"
import { hechoDe, type Lugar, puedeLeer } from "./oraculo.ts"
import { CANARIO } from "./plantar.ts"

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

/** Reads everything that gets to anybody, and the log. */
export class Vigia {
  readonly fugas: Fuga[] = []
  /** Answers and messages that were read. */
  leidos = 0
  /** Words found in them, each of which its reader may have read. */
  hallados = 0
  paso = 0
  hizo = ""
  /** What the program writes its log to. */
  readonly log: Logger
  readonly #escrito = collectingLog()
  readonly #sql: Sql
  readonly #lugares: ReadonlyMap<string, Lugar>
  readonly #permitido = new Set<string>()
  readonly #errores: string[] = []
  #registrado = 0

  constructor(sql: Sql, lugares: ReadonlyMap<string, Lugar>) {
    this.#sql = sql
    this.#lugares = lugares
    const { log } = this.#escrito
    this.log = {
      debug: (fields, message) => log.debug(fields, message),
      info: (fields, message) => log.info(fields, message),
      warn: (fields, message) => log.warn(fields, message),
      error: (fields, message) => {
        const { error } = fields
        this.#errores.push(`${message}: ${error instanceof Error ? error.stack : JSON.stringify(fields)}`)
        log.error(fields, message)
      },
    }
  }

  mal(mal: string): void {
    this.fugas.push({ paso: this.paso, hizo: this.hizo, mal })
  }

  /** Levels may have changed. */
  olvida(): void {
    this.#permitido.clear()
  }

  miraElRegistro(): void {
    const escrito = this.#escrito.text()
    const [dicho] = escrito.slice(this.#registrado).match(CANARIO) ?? []
    if (dicho !== undefined) this.mal(`${dicho} in the log`)
    this.#registrado = escrito.length
    for (const error of this.#errores.splice(0)) this.mal(error)
  }

  async lee(dice: string, lector: Lector): Promise<void> {
    this.leidos += 1
    // Lines of a calendar are folded anywhere.
    const entero = dice.replaceAll(/\\r\\n[ \t]|\r\n[ \t]/gu, "")
    for (const hallado of new Set(entero.match(CANARIO) ?? [])) {
      const palabra = hallado.toLowerCase()
      const lugar = this.#lugares.get(palabra)
      if (lugar === undefined) continue
      this.hallados += 1
      if (await this.#puede(palabra, lugar, lector)) continue
      const donde = entero.indexOf(hallado)
      const contexto = entero.slice(Math.max(0, donde - 120), donde + 160)
      const hecho = JSON.stringify(await hechoDe(this.#sql, lugar))
      this.mal(`${lugar.tabla}.${lugar.columna} reached ${lector.nombre}: …${contexto}… ${hecho}`)
    }
  }

  async #puede(palabra: string, lugar: Lugar, lector: Lector): Promise<boolean> {
    const clave = `${palabra} ${lector.nombre}`
    if (this.#permitido.has(clave)) return true
    const puede = puedeLeer(lugar, await hechoDe(this.#sql, lugar), lector)
    if (puede) this.#permitido.add(clave)
    return puede
  }
}

/** What a failure says: how to have it again. */
export const relato = ({ semilla, fugas }: Paseo) =>
  fugas
    .map(
      ({ paso, hizo, mal }) => `seed ${semilla}, step ${paso}: ${hizo.slice(0, 300)}\n  ${mal.slice(0, 900)}`,
    )
    .join("\n")

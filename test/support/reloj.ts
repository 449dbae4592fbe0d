import { MovableClock } from "../../src/clock.ts"
import { instanteDe, sumarMs } from "../../src/domain/tiempo/tiempo.ts"
import type { Fecha, Hora, Instante } from "../../src/domain/tipos/tiempo.ts"
import type { Logger } from "../../src/ports/logger.ts"

const ZONA = "America/Mexico_City"

/** A clock that a test sets, and that stands still otherwise. */
export class TestClock extends MovableClock {
  #now: Instante

  constructor(fecha: Fecha, hora: Hora) {
    super()
    this.#now = instanteDe(fecha, hora, ZONA)
  }

  override now(): Instante {
    return this.#now
  }

  override moveTo(instant: Instante): void {
    this.#now = instant
  }

  set(fecha: Fecha, hora: Hora): void {
    this.#now = instanteDe(fecha, hora, ZONA)
  }

  pass(ms: number): void {
    this.#now = sumarMs(this.#now, ms)
  }
}

export interface LogLine {
  readonly level: keyof Logger
  readonly message: string
}

export function memoryLog(): Logger & { readonly lines: LogLine[] } {
  const lines: LogLine[] = []
  const at = (level: keyof Logger) => (_fields: unknown, message: string) =>
    void lines.push({ level, message })
  return { lines, debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") }
}

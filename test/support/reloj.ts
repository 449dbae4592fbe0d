import { instanteDe, sumarMs } from "../../src/domain/tiempo/tiempo.ts"
import type { Fecha, Hora, Instante } from "../../src/domain/tipos/tiempo.ts"
import type { Clock } from "../../src/ports/clock.ts"
import type { Logger } from "../../src/ports/logger.ts"

const ZONA = "America/Mexico_City"

/** A clock that a test sets. */
export class TestClock implements Clock {
  #now: Instante

  constructor(fecha: Fecha, hora: Hora) {
    this.#now = instanteDe(fecha, hora, ZONA)
  }

  now(): Instante {
    return this.#now
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

import { Temporal } from "temporal-polyfill"
import type { Instante } from "./domain/tipos/tiempo.ts"
import type { Clock } from "./ports/clock.ts"

const nowOfMachine = (): Instante => Temporal.Now.instant().toString({ smallestUnit: "millisecond" })

export const systemClock: Clock = { now: nowOfMachine }

/** A clock that stands still, for `--ahora`. */
export const fixedClock = (instant: Instante): Clock => ({ now: () => instant })

/** The demonstration's clock: it runs like the machine's, ahead of it by what it was moved. A restart returns it to real time. */
export class MovableClock implements Clock {
  #aheadMs = 0

  now(): Instante {
    return Temporal.Now.instant()
      .add({ milliseconds: this.#aheadMs })
      .toString({ smallestUnit: "millisecond" })
  }

  /** Moves forward to an instant; an earlier one is ignored, because time never goes back. */
  moveTo(instant: Instante): void {
    const ahead = Temporal.Instant.from(instant)
      .since(Temporal.Instant.from(this.now()))
      .total("milliseconds")
    if (ahead > 0) this.#aheadMs += ahead
  }

  get moved(): boolean {
    return this.#aheadMs > 0
  }
}

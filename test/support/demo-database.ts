import { cargarDemo } from "../../src/app/importacion/cargar-demo.ts"
import { systemClock } from "../../src/clock.ts"
import { fechaEnZona, instanteDe } from "../../src/domain/tiempo/tiempo.ts"
import type { Instante } from "../../src/domain/tipos/tiempo.ts"
import { createPreparedDatabase, type TestDatabase } from "./database.ts"

const ZONA = "America/Mexico_City"

/** The demonstration as the bot loads it at this instant: its dates lie around that day. */
export function createDemoDatabase(now: Instante): Promise<TestDatabase> {
  const clock = { now: () => now }
  return createPreparedDatabase(`the demonstration at ${now}`, ({ importacion }) =>
    cargarDemo({ importacion, clock }),
  )
}

/** The demonstration loaded this morning, for what goes by the machine's clock. */
export function createDemoDatabaseOfToday(): Promise<TestDatabase> {
  return createDemoDatabase(instanteDe(fechaEnZona(systemClock.now(), ZONA), "00:00", ZONA))
}

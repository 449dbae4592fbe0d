import { cargarDemo } from "../../src/app/importacion/cargar-demo.ts"
import { systemClock } from "../../src/clock.ts"
import { fechaEnZona, instanteDe } from "../../src/domain/tiempo/tiempo.ts"
import type { Instante } from "../../src/domain/tipos/tiempo.ts"
import { createPreparedDatabase, type Preparation, type TestDatabase } from "./database.ts"

const ZONA = "America/Mexico_City"

/** The demonstration as the bot loads it at this instant: its dates lie around that day. */
export const demoAt = (now: Instante): Preparation => ({
  contents: `the demonstration at ${now}`,
  prepare: ({ importacion }) => cargarDemo({ importacion, clock: { now: () => now } }),
})

/** The same loaded this morning, for what goes by the machine's clock. */
export const demoOfToday = (): Preparation =>
  demoAt(instanteDe(fechaEnZona(systemClock.now(), ZONA), "00:00", ZONA))

export const createDemoDatabase = (now: Instante): Promise<TestDatabase> =>
  createPreparedDatabase(demoAt(now))

export const createDemoDatabaseOfToday = (): Promise<TestDatabase> => createPreparedDatabase(demoOfToday())

import { expect, it } from "vitest"
import { pasear } from "../support/canarios/fuga.ts"
import { relato } from "../support/canarios/vigia.ts"

const PASOS = 250
/** `CANARIOS=todo` walks a hundred thousand steps, which takes half an hour of processor. */
const CUANTAS = process.env.CANARIOS === "todo" ? 400 : 12
const SEMILLAS = Array.from({ length: CUANTAS }, (_, i) => 101 + i)

it.each(SEMILLAS)(
  `nobody reads what is not for them, whatever is asked, pressed or filled in (${PASOS} steps, seed %i)`,
  async (semilla) => {
    expect(relato(await pasear(semilla, PASOS))).toBe("")
  },
)

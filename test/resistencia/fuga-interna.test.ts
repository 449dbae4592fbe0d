import { expect, it } from "vitest"
import { pasear } from "../support/canarios/fuga.ts"
import { relato } from "../support/canarios/vigia.ts"

const PASOS = 250
const SEMILLAS = Array.from({ length: 12 }, (_, i) => 101 + i)

it.each(SEMILLAS)(
  `nobody reads what is not for them, whatever is asked, pressed or filled in (${PASOS} steps, seed %i)`,
  async (semilla) => {
    expect(relato(await pasear(semilla, PASOS))).toBe("")
  },
)

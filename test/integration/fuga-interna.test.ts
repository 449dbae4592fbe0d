import { expect, it } from "vitest"
import { pasear } from "../support/canarios/fuga.ts"
import { relato } from "../support/canarios/vigia.ts"

const PASOS = 120

it.each([1, 7])(
  `nobody reads what is not for them, whatever is asked, pressed or filled in (${PASOS} steps, seed %i)`,
  async (semilla) => {
    const paseo = await pasear(semilla, PASOS)
    expect(relato(paseo)).toBe("")
    expect(paseo.hallados).toBeGreaterThan(PASOS / 10)
  },
)

import { describe, expect, it } from "vitest"
import { ayudaTema } from "../../src/cards/ayuda.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import { campoFaltan } from "../../src/cards/sesion/proxima.ts"
import { describeCommands } from "../../src/commands/describe.ts"

const summaries = describeCommands().flatMap(({ subcommands }) =>
  subcommands.flatMap(({ options }) => options.map(({ summary }) => summary)),
)
const help = renderPlainText(ayudaTema("Sesiones", { comandos: [], caben: [], ejemplo: null }))

describe("an example of a written date", () => {
  it.each([...summaries, help].filter((text) => /\d de [a-zé]+/u.test(text)))(
    "holds in any year: %s",
    (text) => {
      expect(text).not.toMatch(/(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo) \d/u)
      expect(text).not.toMatch(/\b20\d\d\b/u)
    },
  )
})

describe("how long there is to a session", () => {
  it.each([
    ["2026-11-27", 0, "Cuándo: hoy"],
    ["2026-11-28", 0, "Cuándo: mañana (menos de un día hábil)"],
    ["2026-11-30", 1, "Falta: 1 día hábil"],
    ["2026-12-04", 5, "Faltan: 5 días hábiles"],
  ])("is said of %s", (fecha, dias, said) => {
    const { label, value } = campoFaltan("2026-11-27", fecha, dias)
    expect(`${label}: ${value}`).toBe(said)
  })
})

import { afterEach, beforeEach, expect, it, vi } from "vitest"
import { alternarDetalle, createLogger } from "../../src/config/log.ts"

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function escrita() {
  const lines: string[] = []
  const log = createLogger("info", { write: (line: string) => void lines.push(JSON.parse(line).msg) })
  return { log, lines, alternar: alternarDetalle(log) }
}

it("all details are written for ten minutes, and then as before", () => {
  const { log, lines, alternar } = escrita()
  log.debug({}, "antes")
  alternar()
  log.debug({}, "detalle")
  vi.advanceTimersByTime(10 * 60_000)
  log.debug({}, "después")
  expect(lines).toEqual([
    "La bitácora técnica se escribe con detalle.",
    "detalle",
    "La bitácora técnica vuelve a su nivel.",
  ])
})

it("asked for again, it ends at once; and once more, it begins anew", () => {
  const { log, lines, alternar } = escrita()
  for (let i = 0; i < 3; i += 1) alternar()
  vi.advanceTimersByTime(9 * 60_000)
  log.debug({ token: "xoxb-secreto-000000" }, "otra vez")
  expect(lines.at(-1)).toBe("otra vez")
})

it("details hide what is secret as everything else does", () => {
  const lines: string[] = []
  const log = createLogger("info", { write: (line: string) => void lines.push(line) })
  alternarDetalle(log)()
  log.debug({ token: "xoxb-secreto-000000" }, "con xapp-1-otro-secreto-000")
  expect(lines.join()).not.toContain("secreto")
})

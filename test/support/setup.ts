import { afterEach, expect } from "vitest"

/** A test that makes the program complain on the console has found something: it fails. */
const said: string[] = []
for (const level of ["error", "warn"] as const) {
  console[level] = (...parts: unknown[]) => {
    said.push(`console.${level}: ${parts.map(String).join(" ")}`)
  }
}

afterEach(() => {
  expect(said.splice(0), "nothing may be printed as a warning or an error").toEqual([])
})

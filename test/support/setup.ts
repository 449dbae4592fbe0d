import { afterAll, afterEach, expect } from "vitest"

/** A test that makes the program, or Node about the program, complain has found something: it fails. */
const said: string[] = []
for (const level of ["error", "warn"] as const) {
  console[level] = (...parts: unknown[]) => {
    said.push(`console.${level}: ${parts.map(String).join(" ")}`)
  }
}
/** A use that a library is about to end, listeners that pile up, and the like; not that Node itself is trying something. */
const hear = (warning: Error) => {
  if (warning.name !== "ExperimentalWarning")
    said.push(`${warning.name}: ${warning.message}\n${warning.stack}`)
}
process.on("warning", hear)

const nothingWasSaid = () =>
  expect(said.splice(0), "nothing may be printed as a warning or an error").toEqual([])
afterEach(nothingWasSaid)
afterAll(() => {
  process.off("warning", hear)
  nothingWasSaid()
})

import { describe, expect, it } from "vitest"
import { statementNames } from "../../src/db/engine/statement-names.ts"

describe("the name under which a statement is prepared", () => {
  it("is given from the second time on, and stays the same and its own", () => {
    const nameOf = statementNames()
    expect([nameOf({ sql: "SELECT 1" }), nameOf({ sql: "SELECT 2" })]).toEqual([undefined, undefined])
    const one = nameOf({ sql: "SELECT 1" })
    const two = nameOf({ sql: "SELECT 2" })
    expect(one).toEqual(expect.any(String))
    expect(new Set([one, two, nameOf({ sql: "SELECT 1" }), nameOf({ sql: "SELECT 2" })])).toEqual(
      new Set([one, two]),
    )
    expect(one).not.toBe(two)
  })

  it("is given to so many and no more, whatever is asked", () => {
    const nameOf = statementNames(3)
    const asked = Array.from({ length: 10_000 }, (_, i) => `SELECT ${i % 100}`)
    const names = new Set(asked.map((sql) => nameOf({ sql })).filter((name) => name !== undefined))
    expect(names.size).toBe(3)
  })
})

import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { valuesOf } from "../../src/cards/form.ts"
import type { FormDrafts } from "../../src/ports/form-drafts.ts"
import { campo, formulario } from "../contract/contract-forms.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { MemoryDrafts } from "../support/memory-drafts.ts"

const ANA = { adapter: "discord", workspace: "S1", user: "U1" } as const
const NOW = "2026-08-01T12:00:00Z"
const form = formulario([campo("sede", { value: "Reforma «99»" }), campo("nota")])

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const stores: readonly (readonly [string, () => FormDrafts])[] = [
  ["the database", () => database.formDrafts],
  ["the tests' memory", () => new MemoryDrafts()],
]

describe.each(stores)("drafts of forms in %s", (_name, create) => {
  const save = async () => {
    const drafts = create()
    return { drafts, id: await drafts.save(ANA, form, NOW) }
  }

  it("gives a form back as it was, under an id that nobody guesses", async () => {
    const { drafts, id } = await save()
    expect(id).toMatch(/^[\w-]{22}$/)
    expect(await drafts.find(ANA, id, NOW)).toEqual(form)
    expect(await drafts.save(ANA, form, NOW)).not.toBe(id)
  })

  it("adds what was typed, to its own fields only", async () => {
    const { drafts, id } = await save()
    const filled = await drafts.fill(ANA, id, { nota: "línea\n'otra'", ajeno: "x" }, NOW)
    expect(filled && valuesOf(filled)).toEqual({ sede: "Reforma «99»", nota: "línea\n'otra'" })
    expect(await drafts.find(ANA, id, NOW)).toEqual(filled)
  })

  it("is nobody else's: another account, workspace or platform", async () => {
    const { drafts, id } = await save()
    const others = [
      { ...ANA, user: "U2" },
      { ...ANA, workspace: "S2" },
      { ...ANA, adapter: "slack" as const },
    ]
    for (const other of others) {
      expect(await drafts.find(other, id, NOW)).toBeNull()
      expect(await drafts.fill(other, id, { nota: "x" }, NOW)).toBeNull()
      expect(await drafts.take(other, id, "e1", NOW)).toEqual({ kind: "gone" })
    }
    expect(await drafts.find(ANA, id, NOW)).toEqual(form)
  })

  it("is forgotten after a day", async () => {
    const { drafts, id } = await save()
    expect(await drafts.find(ANA, id, "2026-08-02T11:59:59Z")).toEqual(form)
    expect(await drafts.find(ANA, id, "2026-08-02T12:00:00Z")).toBeNull()
    expect(await drafts.take(ANA, id, "e1", "2026-08-02T12:00:00Z")).toEqual({ kind: "gone" })
  })

  it("is sent once, and the event that sent it is known again", async () => {
    const { drafts, id } = await save()
    expect(await drafts.take(ANA, id, "e1", NOW)).toEqual({ kind: "taken", form })
    expect(await drafts.take(ANA, id, "e1", NOW)).toEqual({ kind: "repeated" })
    expect(await drafts.take(ANA, id, "e2", NOW)).toEqual({ kind: "gone" })
    expect(await drafts.find(ANA, id, NOW)).toBeNull()
    expect(await drafts.fill(ANA, id, { nota: "x" }, NOW)).toBeNull()
  })

  it("is sent by one of many who send it at once", async () => {
    const drafts = create()
    // Rounds: only when all the connections are open do several read it before the first has sent it.
    for (let round = 0; round < 10; round += 1) {
      const id = await drafts.save(ANA, form, NOW)
      const events = Array.from({ length: 8 }, (_, i) => drafts.take(ANA, id, `e${i}`, NOW))
      const kinds = (await Promise.all(events)).map(({ kind }) => kind).sort()
      expect(kinds).toEqual([...Array(7).fill("gone"), "taken"])
    }
  })
})

describe("drafts in the database", () => {
  it("hold nothing of what was typed once they were sent, and go when another is saved after a day", async () => {
    const { formDrafts } = database
    const id = await formDrafts.save(ANA, form, NOW)
    await formDrafts.take(ANA, id, "e1", NOW)
    await formDrafts.save(ANA, form, "2026-08-03T12:00:00Z")
    expect(await formDrafts.take(ANA, id, "e1", NOW)).toEqual({ kind: "gone" })
  })
})

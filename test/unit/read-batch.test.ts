import { expect, it } from "vitest"
import { readBatch } from "../../src/db/base/read-batch.ts"

interface Row {
  readonly id: string
}

/** A table that has every id and is read from the last one to the first, and what it was asked. */
function table() {
  const asked: (readonly string[])[] = []
  const read = readBatch<Row>(
    ({ id }) => id,
    async (ids) => {
      asked.push(ids)
      if (ids.includes("broken")) throw new Error("cannot be read")
      return [...ids]
        .sort()
        .reverse()
        .map((id) => ({ id }))
    },
  )
  return { asked, read }
}

it("reads together what is asked in one turn, and gives each caller its own rows in the order of the table", async () => {
  const { asked, read } = table()
  // They get there by ways of different lengths.
  const later = async (turns: number, ids: readonly string[]) => {
    for (let i = 0; i < turns; i += 1) await Promise.resolve()
    return read(ids)
  }
  const answers = await Promise.all([later(0, ["a", "b"]), later(3, ["c"]), later(7, ["b", "d"])])
  expect(answers).toEqual([[{ id: "b" }, { id: "a" }], [{ id: "c" }], [{ id: "d" }, { id: "b" }]])
  expect(asked).toEqual([["a", "b", "c", "d"]])
  expect(await read(["a"])).toEqual([{ id: "a" }])
  expect(asked).toHaveLength(2)
})

it("tells everyone who shared a query that it failed, and reads again for who asks next", async () => {
  const { read } = table()
  const [one, other] = await Promise.allSettled([read(["a"]), read(["broken"])])
  expect([one.status, other.status]).toEqual(["rejected", "rejected"])
  expect(await read(["a"])).toEqual([{ id: "a" }])
})

it("asks for no more at once than a query may name, except for who asks for more alone", async () => {
  const { asked, read } = table()
  const many = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i}`)
  const answers = await Promise.all([read(many("a", 1_500)), read(many("b", 600)), read(many("c", 2_500))])
  expect(answers.map(({ length }) => length)).toEqual([1_500, 600, 2_500])
  expect(asked.map(({ length }) => length)).toEqual([1_500, 600, 2_500])
})

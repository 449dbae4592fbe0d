import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { FairQueue } from "../../src/commands/router/admision/fair-queue.ts"

interface Run {
  readonly account: string
  readonly end: () => void
}

/** A queue with what it has started and not ended, in the order in which it did. */
function watched(limits: { readonly total: number; readonly each: number }) {
  const queue = new FairQueue(limits as never)
  const underWay: Run[] = []
  const started: string[] = []
  const ask = (account: string) =>
    queue.run(
      account,
      () =>
        new Promise<void>((end) => {
          started.push(account)
          underWay.push({ account, end })
        }),
    )
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve))
  async function endFirst(): Promise<void> {
    underWay.shift()?.end()
    await settle()
  }
  return { queue, underWay, started, ask, settle, endFirst }
}

describe("the queue of what is asked", () => {
  it("answers who asks once after one turn of those who ask for much, however much they ask", async () => {
    const { started, underWay, ask, settle, endFirst } = watched({ total: 4, each: 2 })
    const asked = [...Array(200)].flatMap(() => [ask("ruido uno"), ask("ruido dos")])
    await settle()
    asked.push(ask("callada"))
    await settle()
    expect(underWay).toHaveLength(4)
    for (let turn = 0; turn < 3; turn += 1) await endFirst()
    expect(started.slice(0, 7)).toContain("callada")
    while (underWay.length > 0) await endFirst()
    await Promise.all(asked)
    expect(started).toHaveLength(401)
  })

  it("begins at once what an account with nothing under way asks, when there is room", async () => {
    const { underWay, ask, settle, endFirst } = watched({ total: 16, each: 2 })
    const asked = [...Array(50)].map(() => ask("ruido"))
    asked.push(ask("callada"))
    await settle()
    expect(underWay.map(({ account }) => account)).toEqual(["ruido", "ruido", "callada"])
    while (underWay.length > 0) await endFirst()
    await Promise.all(asked)
  })

  it("goes on after what fails, and forgets who has nothing there", async () => {
    const queue = new FairQueue()
    await expect(queue.run("una", () => Promise.reject(new Error("x")))).rejects.toThrow("x")
    expect(await queue.run("una", async () => 7)).toBe(7)
    expect(queue.of("una")).toBe(0)
  })

  it("never has more under way than its limits, keeps each account's order and starts all that was asked", async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant("ask" as const), account: fc.constantFrom("a", "b", "c", "d") }),
      fc.record({ kind: fc.constant("end" as const) }),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 60 }),
        fc.integer({ min: 1, max: 3 }),
        async (steps, each) => {
          const total = each + 1
          const { underWay, started, ask, settle, endFirst } = watched({ total, each })
          const asked: Promise<void>[] = []
          const wanted: string[] = []
          for (const one of steps) {
            if (one.kind === "end") await endFirst()
            else {
              wanted.push(one.account)
              asked.push(ask(one.account))
              await settle()
            }
            expect(underWay.length).toBeLessThanOrEqual(total)
            for (const account of "abcd")
              expect(underWay.filter((run) => run.account === account).length).toBeLessThanOrEqual(each)
            const idle = new Set(wanted).size > 0 && started.length < wanted.length && underWay.length < total
            // Room is left only where all that wait have as much under way as they may.
            if (idle)
              for (const account of new Set(wanted)) {
                const waits = count(wanted, account) > count(started, account)
                if (waits) expect(underWay.filter((run) => run.account === account)).toHaveLength(each)
              }
          }
          while (underWay.length > 0) await endFirst()
          await Promise.all(asked)
          expect(started.toSorted()).toEqual(wanted.toSorted())
        },
      ),
      { numRuns: 60 },
    )
  })
})

const count = (all: readonly string[], one: string) => all.filter((each) => each === one).length

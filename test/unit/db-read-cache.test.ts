import { describe, expect, it } from "vitest"
import { ReadCache } from "../../src/db/cache/read-cache.ts"

/** A reading whose end the test decides. */
function held<T>() {
  let finish: (value: T) => void = () => {}
  const value = new Promise<T>((resolve) => {
    finish = resolve
  })
  return { load: () => value, finish: (read: T) => finish(read) }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

describe("what was read is kept", () => {
  it("for whoever asks the same, until something changes", async () => {
    const cache = new ReadCache(() => true)
    let stored = "before"
    const read = () => cache.read("k", async () => stored)
    expect(await read()).toBe("before")
    stored = "after"
    expect(await read()).toBe("before")
    expect(await cache.read("another", async () => stored)).toBe("after")
    cache.forget()
    expect(await read()).toBe("after")
  })

  it("only while changes are sure to be heard of", async () => {
    let trusted = true
    const cache = new ReadCache(() => trusted)
    await cache.read("k", async () => "old")
    trusted = false
    expect(await cache.read("k", async () => "new")).toBe("new")
    expect(await cache.read("unseen", async () => "read without trust")).toBe("read without trust")
    trusted = true
    expect(await cache.read("unseen", async () => "read again")).toBe("read again")
  })

  it("and cannot be changed by those who share it", async () => {
    const cache = new ReadCache(() => true)
    const shared = await cache.read("k", async () => [{ dates: ["2024-02-16"] }])
    expect(() => shared[0]?.dates.push("2024-02-17")).toThrow(TypeError)
  })
})

describe("a change while something is being read", () => {
  it("leaves what was read to who asked before it, and to nobody else", async () => {
    const cache = new ReadCache(() => true)
    const slow = held<string>()
    const asked = cache.read("k", slow.load)
    cache.forget()
    const next = cache.read("k", async () => "new")
    slow.finish("old")
    expect(await asked).toBe("old")
    expect(await next).toBe("new")
    await settled()
    expect(await cache.read("k", async () => "unused")).toBe("new")
  })

  it("is not undone when what was being read arrives late, or fails", async () => {
    const cache = new ReadCache(() => true)
    const slow = held<readonly number[]>()
    const asked = cache.read("k", slow.load)
    const failing = cache.read("f", () => settled().then(() => Promise.reject(new Error("cut"))))
    cache.forget()
    await cache.read("f", async () => "kept")
    slow.finish([1, 2, 3])
    await asked
    await expect(failing).rejects.toThrow("cut")
    await settled()
    expect(cache.rows).toBe(1)
    expect(await cache.read("f", async () => "unused")).toBe("kept")
  })
})

describe("memory", () => {
  it("a failure is not kept", async () => {
    const cache = new ReadCache(() => true)
    await expect(cache.read("k", () => Promise.reject(new Error("cut")))).rejects.toThrow("cut")
    expect(await cache.read("k", async () => "read")).toBe("read")
  })

  it("stays within its bounds: the oldest answers go first, and a very long one is not kept", async () => {
    const cache = new ReadCache(() => true, { rows: 10, rowsOfOne: 5 })
    for (let i = 0; i < 100; i += 1) await cache.read(`k${i}`, async () => [1, 2, 3])
    await settled()
    expect(cache.rows).toBe(9)
    expect(await cache.read("k99", async () => "unused")).toEqual([1, 2, 3])
    expect(await cache.read("k0", async () => "again")).toBe("again")
    await cache.read("long", async () => [1, 2, 3, 4, 5, 6])
    await settled()
    expect(await cache.read("long", async () => "again")).toBe("again")
  })

  it("a question as long as a book is not kept", async () => {
    const cache = new ReadCache(() => true)
    await cache.read("k".repeat(501), async () => "once")
    expect(cache.rows).toBe(0)
  })
})

import { within } from "../within.ts"
import { type DispatchOptions, empezarEnvios, type Sending } from "./dispatch.ts"
import type { DispatchDeps } from "./envio.ts"

/** Sends that end within this time, in milliseconds, are followed by one claim and not by one each. */
const TOGETHER_MS = 20
/** What becomes due while platforms are slow waits at most this long, in milliseconds. */
const LOOK_AGAIN_MS = 1_000
/** More claims than a day's messages can need: only a bug would keep it going for ever. */
const MAX_CLAIMS = 100_000

/**
 * Sends until nothing is due. Each channel goes on by itself: one that waits for its pace, or whose platform is slow,
 * keeps no other waiting. `stopping`: claims no more, and ends when what is under way has ended.
 */
export async function dispatchPending(
  deps: DispatchDeps,
  options: DispatchOptions,
  stopping: () => boolean,
): Promise<void> {
  const underWay = new Set<Sending>()
  const failures: unknown[] = []
  for (let claims = 0; claims < MAX_CLAIMS && !stopping() && failures.length === 0; claims += 1) {
    const { sending } = await empezarEnvios(deps, options, [...underWay])
    for (const { adapter, done } of sending) {
      const one: Sending = { adapter, done: done.finally(() => underWay.delete(one)) }
      one.done.catch((error: unknown) => failures.push(error))
      underWay.add(one)
    }
    if (underWay.size === 0) break
    await someOf([...underWay].map(({ done }) => done))
  }
  await Promise.allSettled([...underWay].map(({ done }) => done))
  // The database failed: the claims that it cut off are swept and looked up later. Say so after the others are done.
  if (failures.length > 0) throw failures[0]
}

/** Until one has ended, and those that end right after it; or until it is time to look for what became due. */
async function someOf(underWay: readonly Promise<unknown>[]): Promise<void> {
  const ends = underWay.map((one) => one.catch(() => {}))
  await within(LOOK_AGAIN_MS, Promise.race(ends))
  await within(TOGETHER_MS, Promise.all(ends))
}

/** Only for what never comes: a busy machine is no reason to fail. */
const PATIENCE_MS = 90_000

/**
 * Asks again until the answer satisfies, for what happens a moment later. Fails when it never does. What comes at once
 * is seen at once, and what takes long is asked for less and less often.
 */
export async function eventually<T>(
  ask: () => Promise<T> | T,
  satisfies: (answer: T) => boolean,
  withinMs = PATIENCE_MS,
): Promise<T> {
  const start = performance.now()
  for (;;) {
    const answer = await ask()
    if (satisfies(answer)) return answer
    const waited = performance.now() - start
    if (waited > withinMs) throw new Error(`never came: the last answer was ${JSON.stringify(answer)}`)
    await new Promise((resolve) => setTimeout(resolve, Math.min(Math.max(5, waited / 10), 250)))
  }
}

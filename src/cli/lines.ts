import { createInterface } from "node:readline"
import { Writable } from "node:stream"

/** To the end, or to the first empty line. What is typed on a terminal is a secret and is not shown. */
export async function linesOf(input: NodeJS.ReadStream): Promise<readonly string[]> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reading = createInterface({ input, output: nowhere, terminal: input.isTTY === true })
  const lines: string[] = []
  for await (const line of reading) {
    if (line.trim() === "") break
    lines.push(line)
  }
  reading.close()
  return lines
}

/** Questions one after another, each answered with a line; `null` once there is no more to read. */
export function asking(input: NodeJS.ReadableStream, out: (text: string) => void) {
  let lines: AsyncIterator<string> | null = null
  return async (question: string): Promise<string | null> => {
    lines ??= createInterface({ input })[Symbol.asyncIterator]()
    out(question)
    const { value, done } = await lines.next()
    return done ? null : value
  }
}

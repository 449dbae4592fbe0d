import { createHmac } from "node:crypto"
import { Agent, request } from "node:http"
import { TEAM } from "../support/fake-slack/workspace.ts"

export interface Measured {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
}

interface SignedTarget {
  readonly port: number
  readonly path: string
  readonly signingSecret: string
}

/** Whoever asks by themselves has a turn of their own: no more than a few answers at a time go to one person. */
const PEOPLE = 64

let sequence = 0

/** One slash command as Slack sends it: form-encoded and signed. Each has a trigger of its own, so that none is a repetition. */
function sendCommand(target: SignedTarget, agent: Agent, text: string): Promise<string> {
  sequence += 1
  const body = new URLSearchParams({
    command: "/sesion",
    text,
    team_id: TEAM,
    team_domain: "bench",
    channel_id: "C0BENCH",
    channel_name: "general",
    user_id: `U0BENCH${sequence % PEOPLE}`,
    user_name: "bench",
    api_app_id: "A0BENCH",
    response_url: "http://127.0.0.1:9/unused",
    trigger_id: `bench.${process.pid}.${sequence}`,
  }).toString()
  const timestamp = Math.floor(Date.now() / 1000).toString()
  const signature = createHmac("sha256", target.signingSecret).update(`v0:${timestamp}:${body}`).digest("hex")
  return new Promise((resolve, reject) => {
    const call = request(
      {
        host: "127.0.0.1",
        port: target.port,
        path: target.path,
        method: "POST",
        agent,
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          "content-length": Buffer.byteLength(body),
          "x-slack-request-timestamp": timestamp,
          "x-slack-signature": `v0=${signature}`,
        },
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on("data", (chunk: Buffer) => chunks.push(chunk))
        response.on("end", () => {
          const answer = Buffer.concat(chunks).toString("utf8")
          if (response.statusCode === 200) resolve(answer)
          else reject(new Error(`HTTP ${response.statusCode}: ${answer.slice(0, 200)}`))
        })
      },
    )
    call.on("error", reject)
    call.end(body)
  })
}

/** Sends `count` commands over `concurrency` connections. `check` refuses an answer that is not the real one. */
export async function measure(
  target: SignedTarget,
  options: {
    readonly count: number
    readonly concurrency: number
    readonly text: string
    check(answer: string): boolean
  },
): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.concurrency })
  const times: number[] = []
  let left = options.count
  const started = performance.now()
  const worker = async () => {
    while (left > 0) {
      left -= 1
      const before = performance.now()
      const answer = await sendCommand(target, agent, options.text)
      times.push(performance.now() - before)
      if (!options.check(answer)) throw new Error(`Unexpected answer: ${answer.slice(0, 300)}`)
    }
  }
  await Promise.all(Array.from({ length: options.concurrency }, worker))
  const seconds = (performance.now() - started) / 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (quantile: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * quantile))] ?? Number.NaN
  return { perSecond: options.count / seconds, p50: at(0.5), p99: at(0.99) }
}

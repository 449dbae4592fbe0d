type Json = Readonly<Record<string, unknown>>

const CREATE_EVENTS = 1n << 44n
const SCHEDULED = 1
const CANCELED = 4
const EXTERNAL = 3

/** The scheduled events of a guild (discord.com/developers/docs/resources/guild-scheduled-event). */
export class FakeEvents {
  readonly all: Json[] = []
  readonly #bot: string
  readonly #id: () => string

  constructor(bot: string, id: () => string) {
    this.#bot = bot
    this.#id = id
  }

  answer(
    method: string,
    path: string,
    body: Json,
    permissions: bigint,
  ): readonly [status: number, answer: unknown] {
    if (method === "GET") return [200, this.all.filter(({ status }) => status === SCHEDULED)]
    if ((permissions & CREATE_EVENTS) === 0n) return [403, { message: "Missing Permissions", code: 50013 }]
    if (method === "POST") {
      const problem = problemOf(body)
      if (problem !== null) return [400, { message: `Invalid Form Body\n${problem}`, code: 50035 }]
      const made = { ...body, id: this.#id(), creator_id: this.#bot, status: SCHEDULED }
      this.all.push(made)
      return [200, made]
    }
    const at = this.all.findIndex(({ id }) => path.endsWith(`/${String(id)}`))
    const before = this.all[at]
    if (before === undefined) return [404, { message: "Unknown Guild Scheduled Event", code: 10070 }]
    if (body.status !== undefined && body.status !== CANCELED)
      return [400, { message: "Invalid status", code: 180000 }]
    const after = { ...before, ...body }
    const problem = body.status === CANCELED ? null : problemOf(after)
    if (problem !== null) return [400, { message: `Invalid Form Body\n${problem}`, code: 50035 }]
    this.all[at] = after
    return [200, after]
  }
}

function problemOf(body: Json): string | null {
  const { name, description, entity_metadata: where, entity_type: type, channel_id: channel } = body
  const between = (text: unknown, most: number) =>
    typeof text === "string" && text.length >= 1 && text.length <= most
  if (!between(name, 100)) return "name: Must be between 1 and 100 in length."
  if (!between(description, 1_000)) return "description: Must be between 1 and 1000 in length."
  if (type !== EXTERNAL || channel !== null) return "entity_type: an external event has no channel"
  if (!between(Object(where).location, 100)) return "location: Must be between 1 and 100 in length."
  const [start, end] = [body.scheduled_start_time, body.scheduled_end_time].map((at) =>
    Date.parse(String(at)),
  )
  if (!(Number(start) < Number(end))) return "scheduled_end_time: is required for external events"
  return null
}

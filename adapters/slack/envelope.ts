import { z } from "zod"

/** What Slack delivers, checked before anything reads it: the signature says who sent it, not what is in it. */
const text = z.string().min(1)
const person = z.looseObject({ id: text, team_id: text.optional() })
const team = z.looseObject({ id: text }).nullish()

const command = z.looseObject({
  command: text,
  text: z.string().optional(),
  team_id: text,
  channel_id: text,
  user_id: text,
  response_url: text,
})

const pressed = z.looseObject({
  type: z.literal("block_actions"),
  user: person,
  team,
  channel: z.looseObject({ id: text }).optional(),
  container: z.looseObject({ type: text }),
  view: z.looseObject({ type: text }).nullish(),
  actions: z.array(z.looseObject({ action_id: text })).min(1),
})

const onMessage = z.looseObject({
  type: z.literal("message_action"),
  callback_id: text,
  user: person,
  team,
  channel: z.looseObject({ id: text }),
  message: z.looseObject({ text: z.string().optional() }),
})

const submission = z.looseObject({
  type: z.literal("view_submission"),
  user: person,
  team,
  view: z.looseObject({
    id: text,
    callback_id: z.string(),
    private_metadata: z.string(),
    title: z.looseObject({ text: z.string() }),
    blocks: z.array(z.looseObject({ type: text })),
    state: z.looseObject({ values: z.record(z.string(), z.record(z.string(), z.looseObject({}))) }),
  }),
})

const onHome = z.looseObject({ view: z.looseObject({ type: z.literal("home") }) })

const event = z.looseObject({ event: z.looseObject({ type: text }) })
const typed = z.looseObject({ type: text })

/** `known`: the bot has an answer. `other`: Slack is right to send it, and the bot has nothing to say. */
export type Envelope = "known" | "other" | "malformed"

export function envelopeOf(body: unknown): Envelope {
  const has = (key: string) => typeof body === "object" && body !== null && key in body
  const checked = (schema: z.ZodType) => (schema.safeParse(body).success ? "known" : "malformed")
  if (has("event")) return checked(event)
  if (has("command")) return checked(command)
  const kind = typed.safeParse(body)
  if (!kind.success) return "malformed"
  switch (kind.data.type) {
    case "block_actions":
      // A button outside of a message and of a person's own page is none of the bot's: there is nowhere to answer it.
      return has("response_url") || onHome.safeParse(body).success || checked(pressed) === "malformed"
        ? checked(pressed)
        : "other"
    case "message_action":
      return checked(onMessage)
    case "view_submission":
      return checked(submission)
    default:
      return "other"
  }
}

/** The workspace and the Enterprise Grid that a request names, before anybody trusts it, the nearest first. */
export function claimedWorkspaces(body: string): readonly string[] {
  const fields = new URLSearchParams(body)
  for (const one of [json(body), json(fields.get("payload")), Object.fromEntries(fields)]) {
    const read = naming.safeParse(one)
    if (!read.success) continue
    const { team_id, team: of, enterprise_id, enterprise } = read.data
    const named = [team_id, of?.id, enterprise_id, enterprise?.id].flatMap((id) => id ?? [])
    if (named.length > 0) return named
  }
  return []
}

const naming = z.looseObject({
  team_id: text.nullish(),
  team,
  enterprise_id: text.nullish(),
  enterprise: z.looseObject({ id: text }).nullish(),
})

function json(written: string | null): unknown {
  try {
    return JSON.parse(written ?? "")
  } catch {
    return null
  }
}

import { randomBytes } from "node:crypto"

export interface PostedMessage {
  readonly ts: string
  readonly user: string
  readonly text: string
  readonly blocks: unknown
  readonly metadata:
    | { readonly event_type?: string; readonly event_payload?: Record<string, unknown> }
    | undefined
  readonly options: Readonly<Record<string, unknown>>
}

export interface FakeChannel {
  readonly id: string
  readonly name: string
  readonly member: boolean
  readonly archived: boolean
  readonly messages: PostedMessage[]
}

/** Something that a person sees in a channel after a command or a button. */
export interface Shown {
  readonly visibleTo: "asker" | "everyone"
  readonly payload: unknown
  readonly replaced: boolean
  readonly by: "acknowledgement" | "response_url"
}

/** A command or button under way, as Slack follows it. */
export interface Interaction {
  readonly id: string
  readonly kind: "slash_commands" | "interactive"
  readonly payload: Readonly<Record<string, unknown>>
  readonly shown: Shown[]
  /** What went wrong, as Slack would tell the asker: `operation_timeout`, `dispatch_failed`, `invalid_blocks`. */
  readonly failures: string[]
  /** Uses left of the `response_url`. */
  uses: number
}

export const TEAM = "T0PLENARIA"
export const USER = "U0ENLACESRE"
export const BOT_USER = "U0PLENARIA"
export const CHANNEL = "C0SRE"
export const PRIVATE_CHANNEL = "C0AJENO"

/** The workspace as it stands: channels, messages, commands under way. */
export class Workspace {
  readonly channels = new Map<string, FakeChannel>()
  readonly interactions = new Map<string, Interaction>()
  #lastTs = 0

  constructor() {
    this.add({ id: CHANNEL, name: "sre-trata" })
    this.add({ id: PRIVATE_CHANNEL, name: "ajeno", member: false })
    this.add({ id: "C0ARCHIVO", name: "archivado", archived: true })
  }

  add({
    id,
    name,
    member = true,
    archived = false,
  }: {
    id: string
    name: string
    member?: boolean
    archived?: boolean
  }) {
    this.channels.set(id, { id, name, member, archived, messages: [] })
  }

  /** Like Slack's: seconds with six decimals, never the same twice. */
  nextTs(): string {
    this.#lastTs = Math.max(Date.now() * 1_000, this.#lastTs + 1)
    return (this.#lastTs / 1_000_000).toFixed(6)
  }

  begin(kind: Interaction["kind"], payload: Interaction["payload"]): Interaction {
    const interaction = { id: idOf(payload), kind, payload, shown: [], failures: [], uses: 5 }
    this.interactions.set(interaction.id, interaction)
    return interaction
  }
}

const idOf = (payload: Interaction["payload"]) => String(payload.response_url).split("/").at(-1) ?? ""
export const randomId = () => randomBytes(8).toString("hex")
export const triggerId = () => `${Date.now()}.${Math.floor(Math.random() * 1e9)}.${randomId()}${randomId()}`

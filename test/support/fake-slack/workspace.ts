import { randomBytes } from "node:crypto"
import type { Modal } from "./views.ts"

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
  readonly member: boolean
  archived: boolean
  /** What its people make of it: its name, whether anybody of the workspace reads it, whether another workspace does. */
  name: string
  open: boolean
  shared: boolean
  readonly messages: PostedMessage[]
  /** The `ts` of each pinned message. */
  readonly pins: Set<string>
}

/** Something that a person sees in a channel after a command or a button. */
export interface Shown {
  readonly visibleTo: "asker" | "everyone"
  readonly payload: unknown
  readonly replaced: boolean
  readonly by: "acknowledgement" | "response_url" | "message"
}

/** A command or button under way, as Slack follows it. */
export interface Interaction {
  readonly id: string
  readonly kind: "slash_commands" | "interactive"
  readonly payload: Readonly<Record<string, unknown>>
  readonly shown: Shown[]
  /** What went wrong, as Slack would tell the asker: `operation_timeout`, `dispatch_failed`, `invalid_blocks`. */
  readonly failures: string[]
  /** Opened by its trigger. */
  readonly modals: Modal[]
  /** Slack heard that it arrived. */
  acknowledged: boolean
  /** A modal's submission was acknowledged. */
  answered: boolean
  /** Uses left of the `response_url`. */
  uses: number
}

/**
 * How long an acknowledgement is waited for, and a trigger opens a modal. Slack gives three seconds to both, counted on
 * its own machines; here a busy one would make a bot late that is not.
 */
export const ACK_WITHIN_MS = 60_000

export const TEAM = "T0PLENARIA"
export const USER = "U0ENLACESRE"
export const BOT_USER = "U0PLENARIA"
export const CHANNEL = "C0SRE"
export const PRIVATE_CHANNEL = "C0AJENO"

/** The workspace as it stands: channels, messages, commands under way. */
export class Workspace {
  readonly channels = new Map<string, FakeChannel>()
  readonly interactions = new Map<string, Interaction>()
  readonly modals = new Map<string, Modal>()
  /** People who are guests of the workspace. */
  readonly guests = new Set<string>()
  /** Messages that one person sees, by themselves in a channel or in their conversation with the bot. */
  readonly privately: { readonly to: string; readonly channel: string | null; readonly payload: unknown }[] =
    []
  /** The application's Messages tab: without it nobody gets a message from the bot in a conversation of their own. */
  messagesTab = true
  /** The application's Home tab, and what each person's was, one after the other. */
  homeTab = true
  readonly homes: { readonly user: string; readonly view: unknown }[] = []
  readonly #triggers = new Map<string, { readonly by: Interaction; readonly since: number }>()
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
    open = false,
  }: {
    id: string
    name: string
    member?: boolean
    archived?: boolean
    open?: boolean
  }) {
    this.channels.set(id, { id, name, member, archived, open, shared: false, messages: [], pins: new Set() })
  }

  /** Like Slack's: seconds with six decimals, never the same twice. */
  nextTs(): string {
    this.#lastTs = Math.max(Date.now() * 1_000, this.#lastTs + 1)
    return (this.#lastTs / 1_000_000).toFixed(6)
  }

  /** What somebody's Home tab shows now. */
  homeOf(user: string): unknown {
    return this.homes.findLast((one) => one.user === user)?.view
  }

  begin(kind: Interaction["kind"], payload: Interaction["payload"]): Interaction {
    const interaction = {
      id: idOf(payload),
      kind,
      payload,
      shown: [],
      failures: [],
      modals: [],
      acknowledged: false,
      answered: false,
      uses: 5,
    }
    this.interactions.set(interaction.id, interaction)
    return interaction
  }

  /** From now on, for a while, the interaction's trigger opens a modal. */
  arm(interaction: Interaction): void {
    this.#triggers.set(String(interaction.payload.trigger_id), { by: interaction, since: performance.now() })
  }

  /** The interaction whose trigger this is, which is then spent; or Slack's error. */
  exchange(trigger: string): Interaction | string {
    const known = this.#triggers.get(trigger)
    if (!known) return "invalid_trigger_id"
    if (known.by.modals.length > 0) return "exchanged_trigger_id"
    return performance.now() - known.since > ACK_WITHIN_MS ? "expired_trigger_id" : known.by
  }
}

const idOf = (payload: Interaction["payload"]) =>
  payload.response_url === undefined ? randomId() : (String(payload.response_url).split("/").at(-1) ?? "")
export const randomId = () => randomBytes(8).toString("hex")
export const triggerId = () => `${Date.now()}.${Math.floor(Math.random() * 1e9)}.${randomId()}${randomId()}`

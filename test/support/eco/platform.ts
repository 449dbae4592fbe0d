import { randomUUID } from "node:crypto"
import type { Form } from "../../../src/cards/form.ts"

/** What Eco keeps of a message: plain text, the addresses in it, and buttons. */
export interface EcoPayload {
  readonly text: string
  readonly links: readonly string[]
  readonly buttons: readonly { readonly id: string; readonly label: string; readonly url?: string }[]
}

export interface EcoMessage {
  readonly id: string
  readonly key: string
  payload: EcoPayload
  pinned: boolean
}

/** Who does something, and in which channel. */
export interface EcoPlace {
  readonly user: string
  readonly channel: string
}

export type EcoEvent = EcoPlace & { readonly eventId: string } & (
    | { readonly kind: "typed"; readonly text: string }
    | { readonly kind: "pressed"; readonly actionId: string }
    | { readonly kind: "sent"; readonly formId: string; readonly values: Readonly<Record<string, string>> }
  )

/** What the asker, and nobody else, is shown. */
export interface EcoAnswer {
  readonly messages: readonly EcoPayload[]
  readonly replaces: boolean
  readonly form: Form | null
  /** The form that was sent stays open: nothing came of it. */
  readonly refused: boolean
}

/** A chat platform with nothing but what a bot needs of one, in memory. It has one workspace. */
export class EcoPlatform {
  readonly workspace = "plaza"
  readonly channels = new Map<string, EcoMessage[]>()
  /** The bot, while it listens. */
  bot: ((event: EcoEvent) => Promise<EcoAnswer>) | null = null

  /** `null`: there is no such channel. */
  post(channel: string, key: string, payload: EcoPayload): EcoMessage | null {
    const messages = this.channels.get(channel)
    if (!messages) return null
    const message = { id: `m${messages.length + 1}`, key, payload, pinned: false }
    messages.push(message)
    return message
  }

  /** Somebody does something; `eventId`: again, with the same id. */
  async happens(
    event: DistributiveOmit<EcoEvent, "eventId">,
    eventId: string = randomUUID(),
  ): Promise<EcoAnswer> {
    if (!this.bot) throw new Error("no bot listens to Eco")
    return this.bot({ ...event, eventId })
  }
}

type DistributiveOmit<T, Key extends PropertyKey> = T extends unknown ? Omit<T, Key> : never

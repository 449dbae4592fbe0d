import type { Card } from "../cards/card.ts"
import type { AdapterId } from "../domain/tipos/canal.ts"
import type { Instante } from "../domain/tipos/tiempo.ts"

/** The console's adapter: the demonstration speaks through it and no other. */
export const CONSOLA: AdapterId = "consola"

export interface DemoPerson {
  /** The `user` of the console account, e.g. `enlace-sre`. */
  readonly user: string
  readonly name: string
  /** "Enlace · SRE" */
  readonly role: string
  readonly demo: boolean
}

export interface DemoChannel {
  readonly channel: string
  readonly name: string
  /** "Institución: Secretaría de Relaciones Exteriores" */
  readonly description: string
}

export interface ConsoleMessage {
  /** Increasing number: the order in which messages are read. */
  readonly id: number
  /** Increasing number of what happened to messages, posting or change: the position for live updates. */
  readonly revision: number
  readonly channel: string
  readonly key: string
  readonly card: Card
  readonly sentAt: Instante
  /** When it was last changed; `null` while it stands as it was posted. */
  readonly editedAt: Instante | null
  /** Since when it is kept at the head of its channel; `null`: it is not. */
  readonly pinnedAt: Instante | null
}

/** Where the console keeps what was posted to its channels, so that a restart shows it again. */
export interface ConsoleMessageStore {
  /** Messages posted or changed after `afterRevision`, in that order, at most `limit`; of all channels for `null`. */
  messages(channel: string | null, afterRevision: number, limit: number): Promise<readonly ConsoleMessage[]>
  messageByKey(channel: string, key: string): Promise<ConsoleMessage | null>
  /** Stores a message once for each key; the second call returns the first message. */
  append(channel: string, key: string, card: Card, sentAt: Instante): Promise<ConsoleMessage>
  /** Puts a card in the place of the message's own; the same card again changes nothing. `null`: no such message. */
  replace(channel: string, id: number, card: Card, editedAt: Instante): Promise<ConsoleMessage | null>
  /** Pins it; one that is pinned already stays as it is. `null`: no such message. */
  pin(channel: string, id: number, pinnedAt: Instante): Promise<ConsoleMessage | null>
}

/** What the console shows besides the bot's own answers. Implemented in src/demo/escenario.ts. */
export interface ConsoleDemo extends ConsoleMessageStore {
  readonly workspace: string
  people(): Promise<readonly DemoPerson[]>
  channels(): Promise<readonly DemoChannel[]>
  /** The page is about to show what was posted to its channels: that it did is on record before. */
  leida(): Promise<void>
  /** No platform that reaches people is on beside the console. */
  readonly clockMovable: boolean
  /**
   * Moves the demonstration clock forward, then runs planner and dispatcher until nothing is due. `null`: it is not
   * movable, and nothing was done.
   */
  advance(by: "dia" | "dia_habil" | "hora"): Promise<Instante | null>
  /** `true` while the clock has been moved away from real time. */
  clockMoved(): boolean
}

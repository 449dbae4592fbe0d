import type { AdapterLimits } from "../../src/ports/chat-adapter.ts"

/** Published limits (discord.com/developers/docs: embeds, message components, application commands). Tests derive from this table. */
export const limits: AdapterLimits & {
  readonly title: number
  readonly embedTotal: number
  readonly buttonsPerRow: number
  readonly rows: number
  readonly nonce: number
  readonly choices: number
  readonly choiceText: number
  readonly commandDescription: number
  readonly subcommands: number
  readonly options: number
  readonly url: number
  readonly mentions: number
} = {
  textLength: 4_096,
  blocksPerMessage: 1,
  actionsPerMessage: 25,
  actionLabelLength: 80,
  actionIdLength: 100,
  perChannelPerSecond: 1,
  /** The global rate limit of a bot; what answers a command is not counted. */
  budget: { perSecond: 50, of: "bot" },
  title: 256,
  embedTotal: 6_000,
  buttonsPerRow: 5,
  rows: 5,
  nonce: 25,
  choices: 25,
  choiceText: 100,
  commandDescription: 100,
  subcommands: 25,
  options: 25,
  url: 512,
  /** Of the 100 ids that a message may allow, those that fit its 2,000 characters of text. */
  mentions: 80,
}

/** Largest file of a message without any server's boost. */
export const MAX_FILE = 10 * 1024 * 1024

/** Messages after the first, of an application that only the person installed; for any other there is no such limit. */
export const FOLLOW_UPS_OF_USER_INSTALL = 5

/** Discord wants an answer within 3 s; what takes longer than this is deferred and answered afterwards. */
export const ANSWER_WITHIN_MS = 2_000
/** A send that has no answer by then is uncertain. */
export const SEND_TIMEOUT_MS = 15_000
/** The start fails when the gateway is not ready by then. */
export const START_WITHIN_MS = 60_000

/** Published limits of a message of components alone: all of them, those inside others too, and all of their text. */
export const componentLimits = { components: 40, text: 4_000 } as const

/** Published limits of an event of a guild. */
export const eventLimits = { name: 100, location: 100, description: 1_000 } as const

/** Published limits of a modal and of what stands in it (discord.com/developers/docs: components reference, modals). */
export const modalLimits = {
  title: 45,
  customId: 100,
  components: 5,
  text: 4_000,
  label: 45,
  description: 100,
  value: 4_000,
  placeholder: 100,
  options: 25,
  /** Label and value of an option. */
  option: 100,
} as const

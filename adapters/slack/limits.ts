import type { AdapterLimits } from "../../src/ports/chat-adapter.ts"
import type { HttpEndpoint } from "../../src/ports/http-endpoint.ts"

/** Published limits (docs.slack.dev: Block Kit reference, chat.postMessage, rate limits). Tests derive from this table. */
export const limits: AdapterLimits & {
  readonly header: number
  readonly blockText: number
  readonly fallbackText: number
  readonly messageBytes: number
} = {
  /** Never reached: `messageBytes` is met before. */
  textLength: 12_000,
  /**
   * All of one message's blocks as JSON. Slack publishes no number; it answers `msg_blocks_too_long` at about 13,200
   * characters of text plus something for each block, and counts rich text dearer (slackapi/bolt-js 2509 and 2867).
   */
  messageBytes: 12_000,
  blocksPerMessage: 50,
  /** Buttons in one `actions` block. */
  actionsPerMessage: 25,
  actionLabelLength: 75,
  actionIdLength: 255,
  perChannelPerSecond: 1,
  /** chat.postMessage is limited by channel; for a workspace Slack speaks of "several hundred" a minute and gives no number. */
  budget: null,
  header: 150,
  /** A text object takes 3,000. */
  blockText: 2_900,
  /** Slack cuts `text` above this. Screen readers read it in place of the blocks, so it holds all of a part. */
  fallbackText: 40_000,
}

/** A `response_url` takes five messages in thirty minutes. */
export const FOLLOW_UPS = 5
/** Slack wants an answer within 3 s; what takes longer than this is acknowledged first and answered afterwards. */
export const ANSWER_WITHIN_MS = 2_000
/** A send that has no answer by then is uncertain. */
export const SEND_TIMEOUT_MS = 15_000
/** Stopping waits no longer than this for answers under way. */
export const DRAIN_MS = 15_000

/** How long to wait before answering in two steps, for a send, and for answers under way at the end; tests shorten them. */
export interface Patience {
  readonly answerWithinMs: number
  readonly sendTimeoutMs: number
  readonly drainMs: number
}

/** Published limits of a modal and of what stands in it (docs.slack.dev: views, Block Kit reference). */
export const viewLimits = {
  title: 24,
  submit: 24,
  blocks: 100,
  blockId: 255,
  callbackId: 255,
  /** Label and hint of an input. */
  label: 2_000,
  text: 3_000,
  placeholder: 150,
  /** Text typed into one input. */
  input: 3_000,
  options: 100,
  option: 75,
  optionValue: 150,
} as const

/** Published limits of a Home tab (docs.slack.dev: views.publish; 250 kB), somewhat below. */
export const homeLimits = { blocks: 100, bytes: 240_000 } as const

/** A modal waits 3 s for its acknowledgement, which also says whether its answer got to the person by another way. */
export const ACKNOWLEDGE_WITHIN_MS = 2_600

/** A trigger opens a modal for 3 s; later it is not even tried. */
export const OPEN_WITHIN_MS = 2_900

/** Where an institution's IT begins, and where Slack sends them back to. The form's one field is the invitation's code. */
export const CONNECT: HttpEndpoint = { method: "POST", path: "/slack/conectar", bodyBytes: 1_024 }
export const AUTHORISED: HttpEndpoint = { method: "GET", path: "/slack/autorizado", bodyBytes: 0 }

/** Where Slack posts, in HTTP mode. A form that is sent comes whole, of at most 250 kB, and escaped. */
export const EVENTS: HttpEndpoint = { method: "POST", path: "/slack/events", bodyBytes: 1_048_576 }

import { createHash } from "node:crypto"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import type { AdapterId } from "../../src/domain/tipos/canal.ts"
import type {
  AdapterLimits,
  ChatAdapter,
  EditingFacet,
  EditRequest,
  EventosFacet,
  LookupFacet,
  PinningFacet,
  PinRequest,
  PortadaFacet,
  PortadaRequest,
  Receipt,
  Rendered,
  SendOutcome,
  SendRequest,
} from "../../src/ports/chat-adapter.ts"
import type { Clock } from "../../src/ports/clock.ts"
import { PLATAFORMAS } from "./plataformas.ts"

export interface EditedMessage {
  readonly messageId: string
  readonly key: string
  readonly part: number
  readonly text: string
}

export interface PostedMessage {
  readonly channel: string
  readonly key: string
  readonly part: number
  readonly text: string
  readonly at: string
}

/** `post`: the platform takes the message. `outcome` overrides what the caller is told about it. */
interface Script {
  readonly post: boolean
  readonly outcome?: SendOutcome
  /** The answer waits for this. */
  readonly gate?: Promise<void>
  readonly throws?: Error
}

/** A stand-in for a chat platform behind the port: what it holds is `posted`; scripts say how each next send goes. */
export class FakeChat implements ChatAdapter {
  readonly id: AdapterId
  readonly name: string
  readonly posted: PostedMessage[] = []
  readonly limits: AdapterLimits
  readonly lookup?: LookupFacet
  readonly editing?: EditingFacet
  readonly pinning?: PinningFacet
  readonly eventos?: EventosFacet
  readonly portada?: PortadaFacet
  /** What each person's page was, one after the other. */
  readonly portadas: { readonly channel: string; readonly key: string; readonly text: string }[] = []
  /** Ids of the pinned messages. */
  readonly pinned = new Set<string>()
  /** Every edit that the platform took, in order. */
  readonly edited: EditedMessage[] = []
  /** Every send, whether the platform took it or not. */
  attempts = 0
  parts = 1
  #clock: Clock
  #scripts: Script[] = []
  #editScripts: Script[] = []
  #pinScripts: Script[] = []
  #portadaScripts: Script[] = []

  constructor(
    clock: Clock,
    options: {
      readonly id?: AdapterId
      readonly lookup?: "finds" | "cannot say"
      readonly pace?: number
      /** Requests a second in all. */
      readonly budget?: number
      readonly editing?: boolean
      readonly pinning?: boolean
      readonly portada?: boolean
    } = {},
  ) {
    this.#clock = clock
    this.id = options.id ?? "slack"
    this.name = PLATAFORMAS.get(this.id) ?? this.id
    this.limits = {
      textLength: 4000,
      blocksPerMessage: 50,
      actionsPerMessage: 5,
      actionLabelLength: 75,
      actionIdLength: 100,
      perChannelPerSecond: options.pace ?? 1_000_000,
      budget: options.budget === undefined ? null : { perSecond: options.budget, of: "bot" },
    }
    if (options.editing === true) this.editing = { edit: (request) => this.#edit(request) }
    if (options.pinning === true) this.pinning = { pin: (request) => this.#pin(request) }
    if (options.portada === true) this.portada = { publish: (request) => this.#publish(request) }
    const { lookup } = options
    if (lookup === undefined) return
    this.lookup = {
      find: async (to, key) => {
        if (lookup === "cannot say") return { kind: "unknown", detail: "no history" }
        const message = this.posted.find((each) => each.key === key && each.channel === to.channel)
        return message === undefined
          ? { kind: "absent" }
          : { kind: "found", receipt: this.#receipt(to, message) }
      },
    }
  }

  /** What the next sends do, in order; after that every send is accepted. */
  next(...scripts: Script[]): void {
    this.#scripts.push(...scripts)
  }

  /** The same for edits; `post`: the platform changes the message. */
  nextEdit(...scripts: Script[]): void {
    this.#editScripts.push(...scripts)
  }

  /** The same for pins; `post`: the platform pins the message. */
  nextPin(...scripts: Script[]): void {
    this.#pinScripts.push(...scripts)
  }

  /** The same for pages; `post`: the platform shows it. */
  nextPortada(...scripts: Script[]): void {
    this.#portadaScripts.push(...scripts)
  }

  /** What the messages of the chat read now, in the order in which they were sent. */
  texts(): readonly string[] {
    return this.posted.map(
      ({ text }, i) => this.edited.findLast(({ messageId }) => messageId === `m${i + 1}`)?.text ?? text,
    )
  }

  async start(): Promise<void> {}
  async stop(): Promise<void> {}

  render(card: Parameters<ChatAdapter["render"]>[0]): Rendered {
    const text = renderPlainText(card)
    return {
      parts: Array.from({ length: this.parts }, (_, i) => `${text} (${i + 1}/${this.parts})`),
      text,
      findings: [],
    }
  }

  async send({ to, card, part, key }: SendRequest): Promise<SendOutcome> {
    this.attempts += 1
    const script = this.#scripts.shift() ?? { post: true }
    const message = { channel: to.channel, key, part, text: renderPlainText(card), at: this.#clock.now() }
    if (script.post) this.posted.push(message)
    await script.gate
    if (script.throws !== undefined) throw script.throws
    return script.outcome ?? { kind: "accepted", receipt: this.#receipt(to, message) }
  }

  async #edit({ receipt, card, part, key }: EditRequest): Promise<SendOutcome> {
    const script = this.#editScripts.shift() ?? { post: true }
    const { messageId } = receipt
    if (script.post) this.edited.push({ messageId, key, part, text: renderPlainText(card) })
    await script.gate
    if (script.throws !== undefined) throw script.throws
    return script.outcome ?? { kind: "accepted", receipt: { ...receipt, key } }
  }

  async #pin({ receipt, key }: PinRequest): Promise<SendOutcome> {
    const script = this.#pinScripts.shift() ?? { post: true }
    if (script.post) this.pinned.add(receipt.messageId)
    await script.gate
    if (script.throws !== undefined) throw script.throws
    return script.outcome ?? { kind: "accepted", receipt: { ...receipt, key } }
  }

  async #publish({ to, card, key }: PortadaRequest): Promise<SendOutcome> {
    const script = this.#portadaScripts.shift() ?? { post: true }
    const text = renderPlainText(card)
    if (script.post) this.portadas.push({ channel: to.channel, key, text })
    await script.gate
    if (script.throws !== undefined) throw script.throws
    const contentHash = createHash("sha256").update(text).digest("hex")
    const receipt = { ...to, messageId: "portada", acceptedAt: this.#clock.now(), key, contentHash }
    return script.outcome ?? { kind: "accepted", receipt }
  }

  async checkDestination() {
    return { kind: "ok", name: "canal" } as const
  }

  #receipt(to: SendRequest["to"], message: PostedMessage): Receipt {
    return {
      adapter: this.id,
      workspace: to.workspace,
      channel: to.channel,
      messageId: `m${this.posted.indexOf(message) + 1}`,
      acceptedAt: this.#clock.now(),
      key: message.key,
      contentHash: createHash("sha256").update(message.text).digest("hex"),
    }
  }
}

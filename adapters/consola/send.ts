import { createHash } from "node:crypto"
import { EventEmitter } from "node:events"
import type { Card } from "../../src/cards/card.ts"
import {
  cuentaDeDirecto,
  type Destination,
  type DestinationCheck,
  type EditRequest,
  type LookupResult,
  type PinRequest,
  type Receipt,
  type SendOutcome,
  type SendRequest,
} from "../../src/ports/chat-adapter.ts"
import type { Clock } from "../../src/ports/clock.ts"
import type { ConsoleDemo, ConsoleMessage } from "../../src/ports/console-demo.ts"
import { databaseFailed, messageGone, partUnknown, unknownChannel } from "./outcomes.ts"
import { render } from "./render.ts"

/** Posts to the console's channels and tells the open pages. */
export class Channels {
  readonly #demo: ConsoleDemo
  readonly #clock: Clock
  /** Emits `message` whenever a channel got one, or one changed; pages then read what they lack. */
  readonly news = new EventEmitter().setMaxListeners(0)

  constructor(demo: ConsoleDemo, clock: Clock) {
    this.#demo = demo
    this.#clock = clock
  }

  async send({ to, card, part, key }: SendRequest): Promise<SendOutcome> {
    const payload = render(card).parts[part] as Card | undefined
    if (!payload) return partUnknown()
    try {
      if (!(await this.#exists(to))) return unknownChannel(to.channel)
      const message = await this.#demo.append(to.channel, key, payload, this.#clock.now())
      this.news.emit("message")
      return { kind: "accepted", receipt: receiptOf(to, message) }
    } catch {
      return databaseFailed()
    }
  }

  /** The message keeps its place; who has it open sees it change there. */
  async edit({ receipt, card, part, key }: EditRequest): Promise<SendOutcome> {
    const payload = render(card).parts[part] as Card | undefined
    if (!payload) return partUnknown()
    try {
      if (!(await this.#exists(receipt))) return unknownChannel(receipt.channel)
      const now = this.#clock.now()
      const message = await this.#demo.replace(receipt.channel, Number(receipt.messageId), payload, now)
      if (message === null) return messageGone()
      this.news.emit("message")
      const acceptedAt = message.editedAt ?? now
      return { kind: "accepted", receipt: { ...receiptOf(receipt, message), acceptedAt, key } }
    } catch {
      return databaseFailed()
    }
  }

  /** It heads its channel from then on, on every page that is open. */
  async pin({ receipt, key }: PinRequest): Promise<SendOutcome> {
    try {
      const { channel, messageId } = receipt
      const now = this.#clock.now()
      const message = await this.#demo.pin(channel, Number(messageId), now)
      if (message === null) return messageGone()
      this.news.emit("message")
      return { kind: "accepted", receipt: { ...receiptOf(receipt, message), acceptedAt: now, key } }
    } catch {
      return databaseFailed()
    }
  }

  async check(to: Destination): Promise<DestinationCheck> {
    const channel = (await this.#demo.channels()).find((candidate) => candidate.channel === to.channel)
    if (channel && to.workspace === this.#demo.workspace) return { kind: "ok", name: channel.name }
    const reason = `El canal «${to.channel}» no existe en la consola. Revise la clave del canal en los datos importados.`
    return { kind: "unusable", reason, platformCode: "canal_desconocido" }
  }

  async find(to: Destination, key: string): Promise<LookupResult> {
    try {
      const message = await this.#demo.messageByKey(to.channel, key)
      return message ? { kind: "found", receipt: receiptOf(to, message) } : { kind: "absent" }
    } catch {
      return { kind: "unknown", detail: "La base de datos no respondió." }
    }
  }

  async #exists(to: Destination): Promise<boolean> {
    // What is for one person alone needs no channel of the demonstration.
    return cuentaDeDirecto(to.channel) !== null || (await this.check(to)).kind === "ok"
  }
}

function receiptOf({ adapter, workspace, channel }: Destination, message: ConsoleMessage): Receipt {
  return {
    adapter,
    workspace,
    channel,
    messageId: String(message.id),
    acceptedAt: message.sentAt,
    key: message.key,
    contentHash: createHash("sha256").update(JSON.stringify(message.card)).digest("hex"),
  }
}

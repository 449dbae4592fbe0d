import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { eventually } from "../eventually.ts"
import { FakeEvents } from "./events.ts"
import { meets, type SendFault, json as send } from "./faults.ts"
import { FakeGateway } from "./gateway.ts"
import { FakeGuild } from "./guild.ts"
import {
  asStored,
  commandsProblem,
  completionProblems,
  isOnlyComponents,
  list,
  messageProblem,
  modalProblem,
} from "./published-limits.ts"

export const BOT_ID = "100000000000000001"
export const APP_ID = "100000000000000002"
export const GUILD = "200000000000000001"
export const CHANNEL = "300000000000000001"
export const NO_ACCESS = "300000000000000002"
export const USER = "400000000000000001"
/** Under which the command at that place of the list was registered. */
export const commandId = (i: number) => `60000000000000000${i}`
export const TOKEN = "MTAwMDAwMDAwMDAwMDAwMDAx.fake00.for-tests-only-and-nothing-else"

type Json = Record<string, unknown>
export interface StoredMessage extends Json {
  readonly id: string
  readonly nonce: string
  readonly author: { readonly id: string; readonly bot: boolean }
}

/** What one interaction was answered with, as the person on Discord sees it. */
export interface Callback {
  readonly type: number
  readonly data: Json
}

const EPOCH = 1_420_070_400_000n
/** How long an interaction waits for its first answer: three seconds on Discord, which a busy machine here would pass. */
const ANSWER_MS = 60_000
const EPHEMERAL = 64
const DIRECT = "300000000000000009"
/** Of an application that a person installed for themselves alone. */
const MAX_FOLLOW_UPS = 5
const READ_HISTORY = 1n << 16n
const ATTACH_FILES = 1n << 15n
const PIN_MESSAGES = 1n << 51n
const MAX_PINS = 50
const CALLBACK = { message: 4, deferred: 5, deferredUpdate: 6, update: 7, completion: 8, modal: 9 } as const

/** A Discord over real sockets: the REST routes that the adapter uses, and the gateway. Formats as published for v10. */
export class FakeDiscord {
  readonly gateway = new FakeGateway(TOKEN, {
    application: APP_ID,
    bot: BOT_ID,
    guild: GUILD,
    channel: CHANNEL,
  })
  readonly guild = new FakeGuild({ guild: GUILD, bot: BOT_ID }, () => this.gateway.permissions)
  readonly events = new FakeEvents(BOT_ID, () => this.snowflake())
  readonly messages: StoredMessage[] = []
  readonly callbacks = new Map<string, Callback>()
  /** Ephemeral or not, by interaction token: original answer and follow-ups, in order. */
  readonly answers = new Map<string, { flags: number; readonly body: Json; readonly inPlace?: boolean }[]>()
  readonly registered: { readonly path: string; readonly body: unknown }[] = []
  readonly requests: string[] = []
  /** Files that came with answers to interactions. */
  readonly answerFiles: Json[] = []
  /** What was said to create or change messages. */
  readonly bodies: Json[] = []
  readonly #channels = new Set([CHANNEL])
  /** The type of its channels, as in the documentation: 0 is a text channel. */
  channelType = 0
  /** Ids of pinned messages. */
  readonly pins = new Set<string>()
  readonly #faults = new Map<"POST" | "PATCH" | "PIN" | "EVENT", SendFault>()
  #cutNextCallback = false
  #paceNextFollowUp = false
  /** Tokens of interactions with an application that only the person installed. */
  readonly userInstalled = new Set<string>()
  /** Tokens of interactions with a message of components alone, which stays one. */
  readonly onComponents = new Set<string>()
  /** What people got by themselves; with `directMessages` off they take none. */
  readonly direct: Json[] = []
  directMessages = true
  readonly #acknowledged = new Set<string>()
  #sequence = 0n
  readonly #server: Server

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#route(request, response).catch(() => response.destroy())
    })
    this.#server.on("upgrade", (request, socket, head) => this.gateway.accept(request, socket, head))
  }

  static async start(): Promise<FakeDiscord> {
    const fake = new FakeDiscord()
    await new Promise<void>((resolve) => fake.#server.listen(0, "127.0.0.1", resolve))
    fake.gateway.url = fake.#gatewayUrl()
    return fake
  }

  get api(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/api`
  }

  #gatewayUrl(): string {
    return this.api.replace("http", "ws").replace("/api", "/")
  }

  /** Another text channel of the guild. */
  addChannel(id: string): void {
    this.#channels.add(id)
    this.gateway.channels.push(id)
  }

  failNextSend(fault: SendFault): void {
    this.#faults.set("POST", fault)
  }

  failNextEdit(fault: SendFault): void {
    this.#faults.set("PATCH", fault)
  }

  failNextEvent(fault: SendFault): void {
    this.#faults.set("EVENT", fault)
  }

  failNextPin(fault: SendFault): void {
    this.#faults.set("PIN", fault)
  }

  /** Takes the next answer to an interaction, and cuts the connection before it says so. */
  cutNextCallback(): void {
    this.#cutNextCallback = true
  }

  /** Discord asks to wait before the next message that follows an answer. */
  paceNextFollowUp(): void {
    this.#paceNextFollowUp = true
  }

  snowflake(): string {
    this.#sequence += 1n
    return (((BigInt(Date.now()) - EPOCH) << 22n) + this.#sequence).toString()
  }

  async close(): Promise<void> {
    this.gateway.close()
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  async #route(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    const url = new URL(request.url ?? "/", "http://fake")
    const path = decodeURIComponent(url.pathname).replace(/^\/api\/v10/, "")
    const route = `${request.method} ${path}`
    this.requests.push(route)
    const { body, files } = await bodyOf(request)
    const isCallback = path.startsWith("/interactions/") || path.startsWith("/webhooks/")
    if (isCallback) this.answerFiles.push(...files)
    if (!isCallback && request.headers.authorization !== `Bot ${TOKEN}`) {
      return send(response, 401, { message: "401: Unauthorized", code: 0 })
    }
    if (route === "GET /users/@me")
      return send(response, 200, { id: BOT_ID, username: "Plenaria", bot: true })
    if (route === "GET /applications/@me") return send(response, 200, { id: APP_ID, name: "Plenaria" })
    const known = this.guild.answer(route)
    if (known) return send(response, 200, known)
    if (route === "GET /gateway/bot") {
      const limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 }
      return send(response, 200, { url: this.#gatewayUrl(), shards: 1, session_start_limit: limit })
    }
    if (request.method === "PUT" && path.startsWith("/applications/")) {
      const problem = commandsProblem(body)
      if (problem) return send(response, 400, problem)
      this.registered.push({ path, body })
      return send(response, 200, body)
    }
    if (request.method === "GET" && path.startsWith("/applications/")) {
      const last = this.registered.findLast((one) => one.path === path)
      const commands = list(last?.body).map((command, i) => ({ ...command, id: commandId(i) }))
      return send(response, 200, commands)
    }
    const pin = /^PUT \/channels\/(\d+)\/messages\/pins\/(\d+)$/.exec(route)
    if (pin) return this.#pin(pin[1] ?? "", pin[2] ?? "", response)
    if (route === "POST /users/@me/channels")
      return send(response, 200, { id: DIRECT, type: 1, recipients: [] })
    if (route === `POST /channels/${DIRECT}/messages`) return this.#directMessage(body as Json, response)
    if (path.startsWith(`/guilds/${GUILD}/scheduled-events`)) {
      const fault = this.#faults.get("EVENT") ?? null
      if (request.method === "POST") this.#faults.delete("EVENT")
      if (request.method === "POST" && meets(fault, response) === "answered") return undefined
      const [status, answer] = this.events.answer(
        request.method ?? "",
        path,
        Object(body),
        this.gateway.permissions,
      )
      if (request.method === "POST" && fault === "cut_after_read") return response.destroy()
      return send(response, status, answer)
    }
    const channel = /^\/channels\/(\d+)(\/messages(?:\/(\d+))?)?$/.exec(path)
    if (channel) {
      const [, id = "", messages, message = null] = channel
      const where = { id, isMessages: messages !== undefined, message, files }
      return this.#channel(request.method ?? "", where, url, body as Json, response)
    }
    const callback = /^\/interactions\/(\d+)\/([^/]+)\/callback$/.exec(path)
    if (callback) {
      const withResponse = url.searchParams.get("with_response") === "true"
      return this.#callback(callback[1] ?? "", callback[2] ?? "", body as Json, withResponse, response)
    }
    const webhook = /^\/webhooks\/\d+\/([^/]+)(\/messages\/@original)?$/.exec(path)
    if (webhook) return this.#webhook(request.method ?? "", webhook[1] ?? "", body as Json, response)
    return send(response, 404, { message: "404: Not Found", code: 0 })
  }

  #channel(
    method: string,
    {
      id,
      isMessages,
      message,
      files,
    }: {
      readonly id: string
      readonly isMessages: boolean
      readonly message: string | null
      readonly files: readonly Json[]
    },
    url: URL,
    body: Json,
    response: ServerResponse,
  ): unknown {
    if (id === NO_ACCESS) return send(response, 403, { message: "Missing Access", code: 50001 })
    if (!this.#channels.has(id)) return send(response, 404, { message: "Unknown Channel", code: 10003 })
    if (!isMessages) {
      const last_message_id = this.messages.at(-1)?.id ?? null
      return send(response, 200, {
        id,
        type: this.channelType,
        guild_id: GUILD,
        name: "sre",
        last_message_id,
        permission_overwrites: this.guild.overwritesOf(id),
      })
    }
    if (method === "GET") return send(response, 200, this.#history(id, url))
    if (method !== "POST" && method !== "PATCH")
      return send(response, 405, { message: "405: Method Not Allowed", code: 0 })
    this.bodies.push(body)
    if (files.length > 0 && (this.gateway.permissions & ATTACH_FILES) === 0n)
      return send(response, 403, { message: "Missing Permissions", code: 50013 })
    const fault = this.#faults.get(method) ?? null
    this.#faults.delete(method)
    if (meets(fault, response) === "answered") return undefined
    const [status, answer] =
      method === "PATCH" ? this.#edited(message ?? "", body, files) : this.#created(id, body, files)
    if (fault === "cut_after_read") return response.destroy()
    if (fault === "hang") return undefined
    return send(response, status, answer)
  }

  /** Pinning again changes nothing; a channel holds fifty. */
  #pin(channel: string, id: string, response: ServerResponse): unknown {
    if (channel === NO_ACCESS) return send(response, 403, { message: "Missing Access", code: 50001 })
    const fault = this.#faults.get("PIN") ?? null
    this.#faults.delete("PIN")
    if (meets(fault, response) === "answered") return undefined
    if ((this.gateway.permissions & PIN_MESSAGES) === 0n)
      return send(response, 403, { message: "Missing Permissions", code: 50013 })
    if (!this.messages.some((message) => message.id === id && message.channel_id === channel))
      return send(response, 404, { message: "Unknown Message", code: 10008 })
    if (this.pins.size >= MAX_PINS && !this.pins.has(id))
      return send(response, 400, { message: "Maximum number of pins reached for the channel", code: 30003 })
    this.pins.add(id)
    if (fault === "cut_after_read") return response.destroy()
    if (fault === "hang") return undefined
    return response.writeHead(204).end()
  }

  #created(channel: string, body: Json, files: readonly Json[]): readonly [status: number, answer: unknown] {
    const problem = messageProblem(body)
    if (problem) return [400, problem]
    const nonce = String(body.nonce ?? "")
    const repeated = body.enforce_nonce
      ? this.messages.find((message) => message.nonce === nonce && message.channel_id === channel)
      : undefined
    const message = repeated ?? {
      ...body,
      attachments: this.#stored(files),
      nonce,
      id: this.snowflake(),
      channel_id: channel,
      author: { id: BOT_ID, bot: true },
      timestamp: new Date().toISOString(),
      edited_timestamp: null,
    }
    if (!repeated) this.messages.push(message)
    return [200, { ...asStored(message), nonce }]
  }

  /** What the request does not name stays as it was; embeds and components are replaced whole. */
  #edited(id: string, body: Json, files: readonly Json[]): readonly [status: number, answer: unknown] {
    const at = this.messages.findIndex((message) => message.id === id)
    const before = this.messages[at]
    if (!before) return [404, { message: "Unknown Message", code: 10008 }]
    if (before.author.id !== BOT_ID)
      return [403, { message: "Cannot edit a message authored by another user", code: 50005 }]
    const kept = list(before.attachments).filter(
      (each) =>
        body.attachments === undefined || list(body.attachments).some((named) => named.id === each.id),
    )
    const attachments = [...kept, ...this.#stored(files)]
    const after = { ...before, ...body, attachments, id, edited_timestamp: new Date().toISOString() }
    const problem = messageProblem(after)
    if (problem) return [400, problem]
    this.messages[at] = after
    return [200, asStored(after)]
  }

  /** Each file of a request becomes an attachment with an id of Discord's own. */
  #stored(files: readonly Json[]): readonly Json[] {
    return files.map((file) => ({ ...file, id: this.snowflake() }))
  }

  /**
   * After a snowflake, oldest of them nearest to it, newest first as Discord lists them; the nonce is not given back.
   * To a bot that may not read the history, Discord lists nothing, and says nothing about it.
   */
  #history(channel: string, url: URL): readonly Json[] {
    if ((this.gateway.permissions & READ_HISTORY) === 0n) return []
    const after = BigInt(url.searchParams.get("after") ?? 0)
    const limit = Number(url.searchParams.get("limit") ?? 50)
    const inChannel = this.messages.filter(({ channel_id }) => channel_id === channel)
    const later = inChannel.filter(({ id }) => BigInt(id) > after).slice(0, limit)
    return later.reverse().map(asStored)
  }

  /** Resolves once what was typed or pressed last has its first answer, if only that another will come. */
  async acknowledged(): Promise<void> {
    await eventually(
      () => this.callbacks.has(String(this.gateway.lastInteraction)),
      (acknowledged) => acknowledged,
    )
  }

  #callback(id: string, token: string, body: Json, withResponse: boolean, response: ServerResponse): unknown {
    if (this.callbacks.has(id))
      return send(response, 400, { message: "Interaction has already been acknowledged.", code: 40060 })
    // An interaction's own id says when it happened.
    if (Date.now() - Number((BigInt(id) >> 22n) + EPOCH) > ANSWER_MS)
      return send(response, 404, { message: "Unknown interaction", code: 10062 })
    const type = Number(body.type)
    const data = (body.data ?? {}) as Json
    const inPlace = type === CALLBACK.update && this.onComponents.has(token)
    const problem = inPlace && !isOnlyComponents(data) ? NOT_LEGACY : callbackProblem(type, data)
    if (problem) return send(response, 400, problem)
    this.callbacks.set(id, { type, data })
    this.#acknowledged.add(token)
    const answers = this.answers.get(token) ?? []
    if (type === CALLBACK.message) answers.push({ flags: Number(data.flags ?? 0), body: data })
    // The message whose button was pressed, or whose modal was sent, is the answer's place; here it is always ephemeral.
    if (type === CALLBACK.deferredUpdate)
      answers.push({ flags: EPHEMERAL, body: {}, inPlace: this.onComponents.has(token) })
    if (type === CALLBACK.deferred) answers.push({ flags: Number(data.flags ?? 0), body: {} })
    this.answers.set(token, answers)
    if (this.#cutNextCallback) {
      this.#cutNextCallback = false
      return response.destroy()
    }
    if (withResponse) return send(response, 200, { interaction: { id, type: 2 }, resource: { type } })
    return response.writeHead(204).end()
  }

  #directMessage(body: Json, response: ServerResponse): unknown {
    if (!this.directMessages)
      return send(response, 403, { message: "Cannot send messages to this user", code: 50007 })
    const problem = messageProblem(body)
    if (problem) return send(response, 400, problem)
    this.direct.push(body)
    return send(response, 200, { ...MESSAGE, ...body, id: this.snowflake(), channel_id: DIRECT })
  }

  #webhook(method: string, token: string, body: Json, response: ServerResponse): unknown {
    if (!this.#acknowledged.has(token))
      return send(response, 404, { message: "Unknown Webhook", code: 10015 })
    const problem = method === "DELETE" ? null : messageProblem(body)
    if (problem) return send(response, 400, problem)
    const answers = this.answers.get(token) ?? []
    const deferred = method === "PATCH" && answers[0]?.inPlace === true
    if (deferred && !isOnlyComponents(body)) return send(response, 400, NOT_LEGACY)
    const message = { ...MESSAGE, id: this.snowflake(), channel_id: CHANNEL }
    if (method === "POST" && this.#paceNextFollowUp) {
      this.#paceNextFollowUp = false
      return meets("rate_limited", response)
    }
    if (method === "POST" && this.userInstalled.has(token) && answers.length > MAX_FOLLOW_UPS)
      return send(response, 400, {
        message: "This interaction has hit the maximum number of follow ups",
        code: 40094,
      })
    if (method === "DELETE") {
      this.answers.set(token, [])
      return response.writeHead(204).end()
    }
    if (method === "PATCH") {
      const flags = answers[0]?.flags ?? 0
      this.answers.set(token, [{ flags, body }, ...answers.slice(1)])
    } else {
      answers.push({ flags: Number(body.flags ?? 0), body })
      this.answers.set(token, answers)
    }
    return send(response, 200, { ...message, ...body })
  }
}

/** What was sent as components alone takes nothing else in its place. */
const NOT_LEGACY = {
  code: 50035,
  message: "Invalid Form Body\ncontent: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
}

const MESSAGE = {
  author: { id: BOT_ID, bot: true },
  timestamp: new Date(0).toISOString(),
  content: "",
  embeds: [],
  attachments: [],
  mentions: [],
  mention_roles: [],
  type: 20,
}

function callbackProblem(type: number, data: Json) {
  if (type === CALLBACK.message || type === CALLBACK.update) return messageProblem(data)
  if (type === CALLBACK.modal) return modalProblem(data)
  if (type !== CALLBACK.completion) return null
  const [message] = completionProblems(data.choices)
  return message === undefined ? null : { code: 50035, message }
}

/** A request with files is a form: the message as JSON in one field, and each file in another. */
async function bodyOf(
  request: IncomingMessage,
): Promise<{ readonly body: unknown; readonly files: readonly Json[] }> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const bytes = Buffer.concat(chunks)
  const type = request.headers["content-type"] ?? ""
  if (!type.startsWith("multipart/form-data"))
    return { body: bytes.length === 0 ? {} : JSON.parse(bytes.toString("utf8")), files: [] }
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData()
  const body = JSON.parse(String(form.get("payload_json")))
  const files: Json[] = []
  for (const [field, value] of form) {
    const index = /^files\[(\d+)\]$/.exec(field)?.[1]
    if (index === undefined || typeof value === "string") continue
    const named = list(body.attachments).find(({ id }) => String(id) === index)
    files.push({
      filename: String(named?.filename ?? value.name),
      content_type: value.type,
      content: await value.text(),
    })
  }
  return { body, files }
}

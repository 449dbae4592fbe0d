import type { IncomingMessage, ServerResponse } from "node:http"
import { blocksError, homeError, readMrkdwn } from "./block-kit.ts"
import { type Modal, valuesShown, viewError } from "./views.ts"
import { BOT_USER, type FakeChannel, randomId, type Workspace } from "./workspace.ts"

export type Fault =
  | "rate_limited"
  | "rate_limited_bare"
  /** Once more after no time at all. */
  | "rate_limited_briefly"
  | "server_error"
  /** It does nothing, and never answers. */
  | "silence"
  /** It does what was asked, and never answers. */
  | "hang"
  | "not_json"
  | "cut_before_read"
  | "cut_after_read"

export interface Credentials {
  readonly botToken: string
  readonly appToken: string
  readonly signingSecret: string
}

type Arguments = Readonly<Record<string, unknown>>
type Answer = Readonly<Record<string, unknown>>
const refused = (error: string): Answer => ({ ok: false, error })

/** Slack's Web API methods that the bot calls, with their published arguments, answers and errors. */
export class WebApi {
  readonly #workspace: Workspace
  readonly #credentials: Credentials & { readonly team: string }
  readonly #openSocket: () => string
  readonly #faults = new Map<string, (Fault | { readonly error: string })[]>()
  /** Every request, by method. */
  readonly requests: { readonly method: string; readonly args: Arguments }[] = []
  revoked = false
  /** The application is installed for a whole Enterprise Grid; `null`: for this workspace alone. */
  grid: { readonly id: string; readonly teams: readonly string[] } | null = null
  /** What its clock is ahead of this machine's, in milliseconds. */
  aheadMs = 0
  /** What the application was granted. */
  scopes: readonly string[] = [
    "commands",
    "chat:write",
    "pins:write",
    "channels:read",
    "groups:read",
    "channels:history",
    "groups:history",
    "im:history",
    "app_mentions:read",
    "users:read",
  ]
  /** The workspace's setting about how long messages may be changed. */
  editWindowClosed = false

  constructor(
    workspace: Workspace,
    credentials: Credentials & { readonly team: string },
    openSocket: () => string,
  ) {
    this.#workspace = workspace
    this.#credentials = credentials
    this.#openSocket = openSocket
  }

  /** The next call of this method meets this; calls after it are as usual. */
  failNext(method: string, fault: Fault | { readonly error: string }): void {
    this.#faults.set(method, [...(this.#faults.get(method) ?? []), fault])
  }

  handle(method: string, body: string, request: IncomingMessage, response: ServerResponse): void {
    const args = argumentsOf(body, request.headers["content-type"] ?? "")
    this.requests.push({ method, args })
    const fault = this.#faults.get(method)?.shift()
    if (fault === "silence") return
    if (fault === "cut_before_read") return void request.socket.destroy()
    if (fault === "rate_limited" || fault === "rate_limited_bare" || fault === "rate_limited_briefly") {
      const seconds = fault === "rate_limited" ? "7" : "0"
      const headers = fault === "rate_limited_bare" ? {} : { "retry-after": seconds }
      json(response, 429, refused("ratelimited"), headers)
      return
    }
    if (fault === "server_error") return void response.writeHead(500).end("Internal Server Error")
    if (fault === "not_json") return void response.writeHead(200).end("<html>Portal cautivo</html>")
    const answer =
      typeof fault === "object" ? refused(fault.error) : this.#answer(method, args, tokenOf(request, args))
    if (fault === "hang") return
    if (fault === "cut_after_read") return void request.socket.destroy()
    const date = new Date(Date.now() + this.aheadMs).toUTCString()
    json(response, 200, answer, { "x-oauth-scopes": this.scopes.join(","), date })
  }

  #answer(method: string, args: Arguments, token: string): Answer {
    if (method === "apps.connections.open") {
      if (token !== this.#credentials.appToken) return refused("invalid_auth")
      return { ok: true, url: this.#openSocket() }
    }
    if (token === "") return refused("not_authed")
    if (token !== this.#credentials.botToken) return refused("invalid_auth")
    if (this.revoked) return refused("token_revoked")
    switch (method) {
      case "auth.test":
        return {
          ok: true,
          url: "https://plenaria.slack.com/",
          team: "Plenaria",
          team_id: this.#credentials.team,
          user_id: BOT_USER,
          bot_id: "B0PLENARIA",
          is_enterprise_install: this.grid !== null,
          ...(this.grid && { team_id: this.grid.id, enterprise_id: this.grid.id, team: "Gobierno" }),
        }
      case "auth.teams.list":
        return this.#teamsOfGrid(args)
      case "chat.postMessage":
        return this.#post(args)
      case "chat.update":
        return this.#update(args)
      case "chat.postEphemeral":
        return this.#postEphemeral(args)
      case "views.open":
        return this.#open(args)
      case "views.update":
        return this.#updateView(args)
      case "views.publish":
        return this.#publish(args)
      case "pins.add":
        return this.#pin(args)
      case "conversations.info":
        return this.#info(args)
      case "users.info":
        return {
          ok: true,
          user: { id: args.user, is_restricted: this.#workspace.guests.has(String(args.user)) },
        }
      case "conversations.history":
        return this.#history(args)
      default:
        return refused("unknown_method")
    }
  }

  /** One a page, so that whoever asks has to go on. */
  #teamsOfGrid({ cursor }: Arguments): Answer {
    const teams = this.grid?.teams ?? []
    const at = Number(cursor ?? 0)
    const next_cursor = at + 1 < teams.length ? String(at + 1) : ""
    const page = teams.slice(at, at + 1).map((id) => ({ id, name: id }))
    return { ok: true, teams: page, response_metadata: { next_cursor } }
  }

  #open(args: Arguments): Answer {
    const error = viewError(args.view)
    if (error) return refused(error)
    const by = this.#workspace.exchange(String(args.trigger_id))
    if (typeof by === "string") return refused(by)
    const view = Object(args.view)
    const user = String(by.payload.user_id ?? Object(by.payload.user).id)
    const id = `V${randomId().toUpperCase()}`
    const modal: Modal = { id, user, view, values: valuesShown(view), errors: {}, open: true }
    this.#workspace.modals.set(modal.id, modal)
    by.modals.push(modal)
    return { ok: true, view: { ...view, id: modal.id } }
  }

  #publish(args: Arguments): Answer {
    if (!this.#workspace.homeTab) return refused("not_enabled")
    if (!/^[UW][A-Z0-9]+$/.test(String(args.user_id))) return refused("invalid_arguments")
    const error = homeError(args.view)
    if (error) return refused(error)
    this.#workspace.homes.push({ user: String(args.user_id), view: args.view })
    return { ok: true, view: { ...Object(args.view), id: `V0HOME${args.user_id}` } }
  }

  #updateView(args: Arguments): Answer {
    const modal = this.#workspace.modals.get(String(args.view_id))
    if (!modal?.open) return refused("not_found")
    const error = viewError(args.view)
    if (error) return refused(error)
    const view = Object(args.view)
    Object.assign(modal, { values: valuesShown(view, modal), view, errors: {} })
    return { ok: true, view: { ...view, id: modal.id } }
  }

  #postEphemeral(args: Arguments): Answer {
    const channel = this.#workspace.channels.get(String(args.channel))
    if (!channel) return refused("channel_not_found")
    if (!channel.member) return refused("user_not_in_channel")
    const invalid = blocksError(args.blocks ?? [])
    if (invalid) return refused(invalid)
    this.#workspace.privately.push({ to: String(args.user), channel: channel.id, payload: args })
    return { ok: true, message_ts: this.#workspace.nextTs() }
  }

  #post(args: Arguments): Answer {
    // A person's id: their own conversation with the bot.
    if (/^U/.test(String(args.channel))) {
      if (!this.#workspace.messagesTab) return refused("messages_tab_disabled")
      const wrong = blocksError(args.blocks ?? [])
      if (wrong) return refused(wrong)
      this.#workspace.privately.push({ to: String(args.channel), channel: null, payload: args })
      return { ok: true, channel: "D0PLENARIA", ts: this.#workspace.nextTs() }
    }
    const channel = this.#workspace.channels.get(String(args.channel))
    if (!channel) return refused("channel_not_found")
    if (!channel.member) return refused("not_in_channel")
    if (channel.archived) return refused("is_archived")
    const problem = contentProblem(args)
    if (problem) return refused(problem)
    const { text = "", blocks = [] } = args
    const metadata = args.metadata === undefined ? undefined : Object(args.metadata)
    if (metadata && (!metadata.event_type || typeof metadata.event_payload !== "object"))
      return refused("invalid_metadata_format")
    const ts = this.#workspace.nextTs()
    channel.messages.push({ ts, user: BOT_USER, text: String(text), blocks, metadata, options: args })
    return {
      ok: true,
      channel: channel.id,
      ts,
      message: { type: "message", ts, text, blocks, bot_id: "B0PLENARIA" },
    }
  }

  /** The metadata stays unless new one is given. */
  #update(args: Arguments): Answer {
    const channel = this.#workspace.channels.get(String(args.channel))
    if (!channel?.member) return refused("channel_not_found")
    if (channel.archived) return refused("is_inactive")
    const at = channel.messages.findIndex(({ ts }) => ts === String(args.ts))
    const before = channel.messages[at]
    if (!before) return refused("message_not_found")
    if (before.user !== BOT_USER) return refused("cant_update_message")
    if (this.editWindowClosed) return refused("edit_window_closed")
    const problem = contentProblem(args)
    if (problem) return refused(problem)
    const { text = "", blocks = [], metadata = before.metadata } = args
    if (hasRichText(before.blocks) && !hasRichText(blocks)) return refused("block_mismatch")
    const after = { ...before, text: String(text), blocks, metadata: metadata as typeof before.metadata }
    channel.messages[at] = { ...after, options: args }
    return { ok: true, channel: channel.id, ts: before.ts, text, message: { text, user: BOT_USER } }
  }

  #pin(args: Arguments): Answer {
    const channel = this.#workspace.channels.get(String(args.channel))
    if (!channel?.member) return refused("channel_not_found")
    const ts = String(args.timestamp)
    if (!channel.messages.some((message) => message.ts === ts)) return refused("message_not_found")
    if (channel.pins.has(ts)) return refused("already_pinned")
    channel.pins.add(ts)
    return { ok: true }
  }

  #info(args: Arguments): Answer {
    const channel = this.#workspace.channels.get(String(args.channel))
    if (!channel) return refused("channel_not_found")
    const { id, name, member, archived, open, shared } = channel
    const is = {
      is_channel: true,
      is_member: member,
      is_archived: archived,
      is_private: !open,
      is_ext_shared: shared,
    }
    return { ok: true, channel: { id, name, ...is } }
  }

  #history(args: Arguments): Answer {
    const channel = this.#workspace.channels.get(String(args.channel))
    if (!channel) return refused("channel_not_found")
    if (!channel.member) return refused("not_in_channel")
    const limit = Math.min(Number(args.limit ?? 100), 999)
    const newestFirst = [...since(channel, Number(args.oldest ?? 0))].reverse()
    const from = args.cursor ? Number(Buffer.from(String(args.cursor), "base64").toString()) : 0
    const more = newestFirst.length > from + limit
    const withMetadata = String(args.include_all_metadata) === "true"
    const messages = newestFirst.slice(from, from + limit).map(({ ts, text, blocks, metadata }) => ({
      type: "message",
      ts,
      text,
      blocks,
      ...(withMetadata && metadata ? { metadata } : {}),
    }))
    const next_cursor = more ? Buffer.from(String(from + limit)).toString("base64") : ""
    return { ok: true, messages, has_more: more, response_metadata: { next_cursor } }
  }
}

function contentProblem({ text = "", blocks = [] }: Arguments): string | null {
  const invalid = blocksError(blocks)
  if (invalid) return invalid
  if (text === "" && Array.isArray(blocks) && blocks.length === 0) return "no_text"
  return String(text).length > 40_000 ? "msg_too_long" : null
}

const hasRichText = (blocks: unknown) =>
  Array.isArray(blocks) && blocks.some((block) => Object(block).type === "rich_text")

const since = (channel: FakeChannel, oldest: number) =>
  channel.messages.filter(({ ts }) => Number(ts) > oldest)

/** Forms carry structured arguments as JSON text. */
function argumentsOf(body: string, contentType: string): Arguments {
  if (contentType.includes("application/json")) return JSON.parse(body || "{}")
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([name, value]) => [
      name,
      ["blocks", "metadata", "view"].includes(name) ? JSON.parse(value) : value,
    ]),
  )
}

function tokenOf(request: IncomingMessage, args: Arguments): string {
  return request.headers.authorization?.replace(/^Bearer /, "") ?? String(args.token ?? "")
}

export function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response
    .writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers })
    .end(JSON.stringify(body))
}

/** What the fallback text of a message would set off. */
export const liveInFallback = (text: string) => readMrkdwn(text).live

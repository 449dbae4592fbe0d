import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { eventually } from "../eventually.ts"
import { blocksError } from "./block-kit.ts"
import { FORM, postBody, postSigned, type SignatureOptions } from "./signed-client.ts"
import { type Acknowledgement, SocketMode } from "./socket-mode.ts"
import { type Modal, stateOf, valuesShown, viewError } from "./views.ts"
import { type Credentials, json, WebApi } from "./web-api.ts"
import {
  BOT_USER,
  CHANNEL,
  type Interaction,
  randomId,
  type Shown,
  TEAM,
  triggerId,
  USER,
  Workspace,
} from "./workspace.ts"

export const CREDENTIALS: Credentials = {
  botToken: "xoxb-prueba-000000000000",
  appToken: "xapp-1-prueba-000000000000",
  signingSecret: "8f742231b10e8888abcd99yyyzzz85a5",
}

/** An application in a workspace. */
export interface Installed {
  readonly team: string
  readonly credentials: Credentials
}

/**
 * Slack, as much of it as the bot meets, over real sockets: Web API, Socket Mode, signed requests and response_url.
 * Formats and limits follow docs.slack.dev; what people would see is in `workspace`.
 */
export class FakeSlack {
  readonly team: string
  readonly credentials: Credentials
  readonly workspace = new Workspace()
  readonly sockets = new SocketMode()
  readonly api: WebApi
  /** `socket`, or the bot's request URL. */
  deliverBy: "socket" | { readonly url: string } = "socket"
  readonly #server: Server
  #url = ""

  private constructor({ team, credentials }: Installed) {
    this.team = team
    this.credentials = credentials
    this.api = new WebApi(
      this.workspace,
      { ...credentials, team },
      () => `${this.#url.replace("http", "ws")}/link?ticket=${this.sockets.newTicket()}`,
    )
    this.#server = createServer((request, response) => void this.#handle(request, response))
    this.#server.on("upgrade", (request, socket, head) => this.sockets.upgrade(request, socket, head))
  }

  static async start(installed: Installed = { team: TEAM, credentials: CREDENTIALS }): Promise<FakeSlack> {
    const slack = new FakeSlack(installed)
    await new Promise<void>((resolve) => slack.#server.listen(0, "127.0.0.1", resolve))
    slack.#url = `http://127.0.0.1:${(slack.#server.address() as AddressInfo).port}`
    return slack
  }

  /** For `SLACK_API_URL`. */
  get apiUrl(): string {
    return `${this.#url}/api/`
  }

  /** Someone types a slash command in a channel. */
  typeCommand(text: string, who: { readonly user?: string; readonly channel?: string } = {}): Interaction {
    const [command = "", ...rest] = text.split(" ")
    const payload = {
      token: "obsoleto",
      team_id: this.team,
      team_domain: "plenaria",
      channel_id: who.channel ?? CHANNEL,
      channel_name: "sre-trata",
      user_id: who.user ?? USER,
      user_name: "nombre.visible",
      command,
      text: rest.join(" "),
      api_app_id: "A0PLENARIA",
      is_enterprise_install: "false",
      response_url: this.#responseUrl(),
      trigger_id: triggerId(),
    }
    return this.#deliver(this.workspace.begin("slash_commands", payload))
  }

  /** Someone presses a button, on an answer only they see or on a channel's message. */
  pressButton(
    actionId: string,
    on: {
      readonly ephemeral?: boolean
      readonly url?: string
      readonly user?: string
      readonly channel?: string
      /** Whose person presses, in a channel that two workspaces share. */
      readonly team?: string
    } = {},
  ): Interaction {
    const messageTs = this.workspace.nextTs()
    const payload = {
      type: "block_actions",
      user: { ...NAMES, id: on.user ?? USER, team_id: on.team ?? this.team },
      api_app_id: "A0PLENARIA",
      token: "obsoleto",
      container: {
        type: "message",
        message_ts: messageTs,
        channel_id: on.channel ?? CHANNEL,
        is_ephemeral: on.ephemeral ?? true,
      },
      trigger_id: triggerId(),
      team: { id: this.team, domain: "plenaria" },
      enterprise: null,
      is_enterprise_install: false,
      channel: { id: on.channel ?? CHANNEL, name: "sre-trata" },
      state: { values: {} },
      response_url: this.#responseUrl(),
      actions: [
        {
          type: "button",
          action_id: actionId,
          block_id: "b1",
          text: { type: "plain_text", text: "Botón", emoji: false },
          ...(on.url ? { url: on.url } : {}),
          action_ts: messageTs,
        },
      ],
    }
    return this.#deliver(this.workspace.begin("interactive", payload))
  }

  /** Someone presses a button on their own Home tab, which is in no channel. */
  pressOnHome(actionId: string, user: string): Interaction {
    return this.interact({
      type: "block_actions",
      user: { ...NAMES, id: user, team_id: this.team },
      api_app_id: "A0PLENARIA",
      container: { type: "view", view_id: `V0HOME${user}` },
      view: { id: `V0HOME${user}`, ...Object(this.workspace.homeOf(user)) },
      actions: [
        {
          type: "button",
          action_id: actionId,
          block_id: "b1",
          text: { type: "plain_text", text: "Botón", emoji: false },
          action_ts: this.workspace.nextTs(),
        },
      ],
    })
  }

  /** Someone uses what the menu of a message offers, on what somebody else wrote. */
  useOnMessage(callbackId: string, text: string, user = USER, channel = CHANNEL): Interaction {
    return this.interact({
      type: "message_action",
      callback_id: callbackId,
      user: { ...NAMES, id: user, team_id: this.team },
      channel: { id: channel, name: "sre-trata" },
      message_ts: this.workspace.nextTs(),
      message: { type: "message", user: "U0COLEGA", ts: this.workspace.nextTs(), text },
      response_url: this.#responseUrl(),
      action_ts: this.workspace.nextTs(),
    })
  }

  /** Someone looks at a tab of the bot's own page; the event's id, which Slack repeats when it tells it again. */
  openHome(user: string, tab: "home" | "messages" = "home", eventId = `Ev${randomId()}`): string {
    this.#tell({ type: "app_home_opened", user, tab, channel: "D0PLENARIA" }, new Date(), eventId)
    return eventId
  }

  /** Someone sends a modal as it stands filled in. */
  submitModal(modal: Modal, as = modal.user, team = this.team): Interaction {
    const payload = {
      type: "view_submission",
      team: { id: this.team, domain: "plenaria" },
      user: { ...NAMES, id: as, team_id: team },
      api_app_id: "A0PLENARIA",
      token: "obsoleto",
      trigger_id: triggerId(),
      view: {
        ...modal.view,
        id: modal.id,
        team_id: this.team,
        hash: "1700000000.abcdef12",
        previous_view_id: null,
        root_view_id: modal.id,
        app_id: "A0PLENARIA",
        app_installed_team_id: this.team,
        bot_id: "B0PLENARIA",
        state: { values: stateOf(modal) },
      },
      response_urls: [],
      is_enterprise_install: false,
      enterprise: null,
    }
    return this.#deliver(this.workspace.begin("interactive", payload))
  }

  /** The same event once more, as after a lost acknowledgement. */
  repeat(interaction: Interaction): Interaction {
    return this.#deliver(interaction)
  }

  /** Something interactive of any kind, as Slack's documentation shows it. */
  interact(payload: Readonly<Record<string, unknown>>): Interaction {
    const whole = {
      team: { id: this.team },
      user: { ...NAMES, id: USER, team_id: this.team },
      trigger_id: triggerId(),
      ...payload,
    }
    return this.#deliver(this.workspace.begin("interactive", whole))
  }

  /** A message in somebody's conversation with the bot; its further fields as the Events API has them. */
  writeToBot(text: string, rest: Readonly<Record<string, unknown>> = {}): void {
    this.#tell({ type: "message", channel_type: "im", user: USER, text, channel: "D0PLENARIA", ...rest })
  }

  /** Somebody calls the bot by its name in a channel. */
  mentionBot(text: string, rest: Readonly<Record<string, unknown>> = {}): void {
    this.#tell({ type: "app_mention", user: USER, text: `<@${BOT_USER}> ${text}`, channel: CHANNEL, ...rest })
  }

  /** A message written by a bot, as the Events API tells it; nobody waits for the acknowledgement. */
  botSays(text: string): void {
    this.#tell({ type: "message", bot_id: "B0OTRO", user: "U0OTRO", text, channel: CHANNEL })
  }

  /** Its administrators remove the application: its token dies, and Slack tells it. */
  uninstall(): void {
    this.api.revoked = true
    this.tellsOfRemoval(new Date())
  }

  /** The application was removed then; that Slack tells it only now changes nothing of what is installed since. */
  tellsOfRemoval(at: Date): void {
    this.#tell({ type: "tokens_revoked", tokens: { oauth: [], bot: [BOT_USER] } }, at)
    this.#tell({ type: "app_uninstalled" }, at)
  }

  /** What Slack tells by itself of a channel: `channel_rename`, `member_joined_channel`… */
  tells(event: Readonly<Record<string, unknown>>): void {
    this.#tell(event)
  }

  #tell(event: Readonly<Record<string, unknown>>, at = new Date(), event_id = `Ev${randomId()}`): void {
    const payload = {
      type: "event_callback",
      team_id: this.team,
      api_app_id: "A0PLENARIA",
      event_id,
      event_time: Math.floor(at.getTime() / 1_000),
      event: { ...event, ts: this.workspace.nextTs() },
    }
    if (this.deliverBy === "socket") void this.sockets.deliver("events_api", payload)
    else void postSigned(this.deliverBy.url, "events_api", payload, this.credentials.signingSecret)
  }

  /** Posts a command to the bot with a signature of one's own making; the HTTP status. */
  async forge(text: string, options: SignatureOptions): Promise<number> {
    const payload = {
      team_id: this.team,
      channel_id: CHANNEL,
      user_id: USER,
      command: text,
      text: "",
      response_url: this.#responseUrl(),
      trigger_id: triggerId(),
    }
    return this.sign(new URLSearchParams(payload).toString(), FORM, options)
  }

  /** Posts any body to the bot, signed as Slack signs; the HTTP status. */
  async sign(body: string, contentType: string, options: SignatureOptions = {}): Promise<number> {
    if (this.deliverBy === "socket") throw new Error("Only HTTP requests are signed.")
    return (
      await postBody(this.deliverBy.url, { body, contentType }, this.credentials.signingSecret, options)
    ).status
  }

  /** Resolves once what was done last is acknowledged: whatever answers it later comes by another way. */
  async acknowledged(): Promise<void> {
    const newest = [...this.workspace.interactions.values()].at(-1)
    await eventually(
      () => newest?.acknowledged,
      (acknowledged) => acknowledged !== false,
    )
  }

  #responseUrl(): string {
    return `${this.#url}/response/${randomId()}`
  }

  #deliver(interaction: Interaction): Interaction {
    this.workspace.arm(interaction)
    void this.#acknowledged(interaction).then((answer) => {
      interaction.acknowledged = answer?.kind === "acknowledged"
      if (!answer) interaction.failures.push("dispatch_failed")
      else if (answer.kind === "timeout") interaction.failures.push("operation_timeout")
      else if (interaction.kind === "slash_commands") show(interaction, answer.payload, "acknowledgement")
      else if (interaction.payload.type === "view_submission") this.#respond(interaction, answer.payload)
    })
    return interaction
  }

  /** What becomes of a modal that was sent. */
  #respond(interaction: Interaction, payload: unknown): void {
    const modal = this.workspace.modals.get(String(Object(interaction.payload.view).id))
    if (!modal?.open) return
    const { response_action, errors, view } = Object(payload)
    const known = Object.keys(modal.values)
    interaction.answered = true
    if (response_action === undefined) modal.open = false
    else if (response_action === "errors") {
      const sound =
        Object.keys(errors).length > 0 && Object.keys(errors).every((name) => known.includes(name))
      if (sound) modal.errors = errors
      else interaction.failures.push("invalid_errors")
    } else if (response_action === "update" && viewError(view) === null)
      Object.assign(modal, { values: valuesShown(view, modal), view, errors: {} })
    else interaction.failures.push("invalid_response_action")
  }

  async #acknowledged({ kind, payload }: Interaction): Promise<Acknowledgement | null> {
    if (this.deliverBy === "socket") return this.sockets.deliver(kind, payload)
    const { status, body } = await postSigned(
      this.deliverBy.url,
      kind,
      payload,
      this.credentials.signingSecret,
    )
    if (status === 0) return { kind: "timeout" }
    return status === 200 ? { kind: "acknowledged", payload: parsed(body) } : null
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request)
    const [, area, name = ""] = (request.url ?? "").split("/")
    if (area === "api") return this.api.handle(name, body, request, response)
    const interaction = area === "response" ? this.workspace.interactions.get(name) : undefined
    if (!interaction || interaction.uses <= 0) return json(response, 404, { ok: false, error: "used_url" })
    interaction.uses -= 1
    const error = show(interaction, parsed(body), "response_url")
    if (error) return json(response, 500, { ok: false, error })
    response.writeHead(200).end("ok")
  }

  async close(): Promise<void> {
    this.sockets.close()
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}

const NAMES = { username: "nombre.visible", name: "nombre.visible" }

/** Puts an answer on the screen, unless Slack would refuse it; the refusal's code. */
function show(interaction: Interaction, payload: unknown, by: Shown["by"]): string | null {
  const { text, blocks, response_type, replace_original } = Object(payload)
  if (text === undefined && blocks === undefined) return by === "response_url" ? "no_text" : null
  const error = blocks === undefined ? null : blocksError(blocks)
  if (error) {
    interaction.failures.push(error)
    return error
  }
  const visibleTo = response_type === "in_channel" ? "everyone" : "asker"
  interaction.shown.push({ visibleTo, payload, replaced: replace_original === true, by })
  return null
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return body === "" ? {} : { text: body }
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = ""
  for await (const chunk of request.setEncoding("utf8")) body += chunk
  return body
}

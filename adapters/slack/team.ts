import { App, type ExpressReceiver, SocketModeReceiver } from "@slack/bolt"
import { WebClient } from "@slack/web-api"
import { OperatorError } from "../../src/domain/operator-error.ts"
import type { CambioDeCanal } from "../../src/domain/tipos/canal.ts"
import type { Instante } from "../../src/domain/tipos/tiempo.ts"
import type { AdapterDeps, HttpHandler } from "../../src/ports/adapter-module.ts"
import type { Destination, InboundHandler } from "../../src/ports/chat-adapter.ts"
import { watchChannels } from "./channel-news.ts"
import type { SlackConfig } from "./config.ts"
import { SocketConnection } from "./connection.ts"
import { fetchOfSlack } from "./fetch.ts"
import { Forms } from "./forms.ts"
import { acknowledgeUnreadable, checkDeliveries, createHttpReceiver } from "./gate.ts"
import { Vouched } from "./identity.ts"
import type { Patience } from "./limits.ts"
import { boltLogger } from "./log.ts"
import { Conversation } from "./receive.ts"
import { Channels } from "./send.ts"
import { explained } from "./start-problems.ts"

/** How an application hears: on a socket that it opens with its own token, or by requests that Slack signs. */
export type Hearing =
  | { readonly by: "socket"; readonly appToken: string }
  | { readonly by: "http"; readonly signingSecret: string }

/** What opens one workspace. */
export interface Credentials {
  readonly botToken: string
  readonly hearing: Hearing
  /** The workspace, or the Enterprise Grid, that was connected; `null`: the settings' own, whichever Slack says. */
  readonly team: string | null
  /** Whose the application is: its administrators could sign what Slack never sent. */
  readonly application: "installation" | "institution"
}

export type TeamDeps = Pick<AdapterDeps<SlackConfig>, "config" | "clock" | "log" | "drafts">

/** What a workspace tells of itself, and not of anybody in it. */
export interface TeamNews {
  opened(team: {
    readonly id: string
    readonly name: string
    readonly scopes: readonly string[]
  }): Promise<void>
  /** Slack took the access back: the application was removed, or its token. */
  gone(reason: string): void
  /** Something about one of its channels changed. */
  channel(place: Destination, cambio: CambioDeCanal | null): void
}

/** One workspace: an application of its own, with its token, what it hears by, and who is answered there. */
export class Team {
  readonly channels: Channels
  /** What Slack posts to this application; `null`: it comes by the socket. */
  readonly receive: HttpHandler | null
  readonly #client: WebClient
  readonly #conversation: Conversation
  readonly #socket: SocketConnection | null
  readonly #patience: Patience
  readonly #bound: string | null
  readonly #news: TeamNews
  #id: string | null
  readonly #now: () => Instante
  /** When Slack was last asked about the token and knew it; `null`: not yet. */
  #held: Instante | null = null
  /** Of an Enterprise Grid: the workspaces that it was installed for. */
  #covered: ReadonlySet<string> = new Set()

  constructor(
    { botToken, hearing, team, application }: Credentials,
    { config, clock, log, drafts }: TeamDeps,
    patience: Patience,
    news: TeamNews,
  ) {
    this.#patience = patience
    this.#news = news
    this.#now = () => clock.now()
    this.#bound = team
    this.#id = team
    const logger = boltLogger(log)
    const api = config.SLACK_API_URL ? { slackApiUrl: `${config.SLACK_API_URL.replace(/\/$/, "")}/` } : {}
    // One retry authority: the deliveries' table for sends, SocketConnection for connecting.
    const once = {
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: patience.sendTimeoutMs,
    }
    this.#client = new WebClient(botToken, { ...api, ...once, logger })
    this.channels = new Channels(this.#client, clock)
    const receiver: ExpressReceiver | SocketModeReceiver =
      hearing.by === "http"
        ? createHttpReceiver(hearing.signingSecret, logger)
        : new SocketModeReceiver({
            appToken: hearing.appToken,
            logger,
            autoReconnectEnabled: false,
            installerOptions: { clientOptions: { ...api, ...once } },
            processEventErrorHandler: acknowledgeUnreadable,
          })
    const app = new App({
      receiver,
      logger,
      convoStore: false,
      // The token is checked in start(), where its failure can be explained.
      authorize: async () => ({ botToken }),
      clientOptions: { ...api, ...once, fetch: fetchOfSlack(patience.sendTimeoutMs, config.SLACK_API_URL) },
    })
    app.error(async (error) => log.error({ adapter: "slack", error }, "Bolt could not process an event."))
    checkDeliveries(app, log)
    const socket =
      receiver instanceof SocketModeReceiver ? new SocketConnection(receiver.client, log, clock) : null
    this.#socket = socket
    this.receive = receiver instanceof SocketModeReceiver ? null : (receiver.app as HttpHandler)
    const vouched = new Vouched(application === "institution" ? team : null, (id) => this.covers(id))
    this.#conversation = new Conversation({
      clock,
      log,
      client: this.#client,
      answerWithinMs: patience.answerWithinMs,
      connection: () => socket?.current ?? 0,
      forms: new Forms({ client: this.#client, drafts, clock, log }),
      vouched,
    })
    this.#conversation.listen(app)
    watchChannels(app, { client: this.#client, log }, (from, channel, cambio) => {
      const { adapter, workspace } = vouched.place(from, channel)
      news.channel({ adapter, workspace, channel }, cambio)
    })
    // docs.slack.dev: app_uninstalled, tokens_revoked. What people revoke of their own is none of the bot's.
    const gone = (motivo: string, body: { readonly event_time: number }) => {
      if (this.#heldAfter(body.event_time))
        log.warn({ adapter: "slack" }, "Slack told late of a token of before.")
      else news.gone(motivo)
    }
    app.event("app_uninstalled", async ({ body }) =>
      gone("La aplicación se desinstaló de ese espacio de Slack.", body),
    )
    app.event("tokens_revoked", async ({ event, body }) => {
      if (event.tokens.bot?.length) gone("El token del bot se revocó en ese espacio de Slack.", body)
    })
  }

  /** The workspace's id; `null`: Slack has not said yet whose token it is. */
  get id(): string | null {
    return this.#id
  }

  /** By signed HTTP it is Slack that comes: there is no connection to lose. */
  get lostSince(): Instante | null {
    return this.#socket?.lostSince ?? null
  }

  /**
   * Whether Slack recognised the token after it says, in seconds since 1970, that something had happened to one: Slack tells
   * again what was not acknowledged, and then the application may have been installed anew.
   */
  #heldAfter(eventTime: number): boolean {
    const ended = new Date((eventTime + 1) * 1_000).toISOString()
    return this.#held !== null && ended <= this.#held
  }

  /** Asks Slack whose token it is, and listens. OperatorError: Slack refuses, or is not there. */
  async start(inbound: InboundHandler): Promise<void> {
    // What an institution handed over is in no setting.
    const [bot, application] =
      this.#bound === null
        ? (["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN"] as const)
        : (["el token del bot", "el token de aplicación"] as const)
    const asked = this.#now()
    const said = await explained(bot, () => this.#client.auth.test())
    this.#held = asked
    const id = said.is_enterprise_install ? said.enterprise_id : said.team_id
    if (this.#bound !== null && id !== this.#bound) throw notOf(this.#bound, id)
    this.#id = id ?? null
    if (said.is_enterprise_install) this.#covered = new Set(await explained(bot, () => this.#teamsOfGrid()))
    const { scopes = [] } = said.response_metadata ?? {}
    if (id) await this.#news.opened({ id, name: said.team ?? id, scopes })
    this.#conversation.open(inbound)
    const socket = this.#socket
    if (socket) await explained(application, () => socket.open())
  }

  /** Its token is dead, of which Slack told nobody: the application was removed while nobody listened. */
  takenBack(): void {
    this.#news.gone(
      "Slack ya no acepta el token de ese espacio: la aplicación se retiró o su token se revocó.",
    )
  }

  /** Whether it is this workspace, or one of its Enterprise Grid. */
  covers(workspace: string): boolean {
    return this.#id === workspace || this.#covered.has(workspace)
  }

  async #teamsOfGrid(): Promise<readonly string[]> {
    const teams: string[] = []
    for (let cursor: string | undefined = ""; cursor !== undefined; ) {
      const page = await this.#client.auth.teams.list({ limit: 1_000, ...(cursor ? { cursor } : {}) })
      teams.push(...(page.teams ?? []).flatMap(({ id }) => id ?? []))
      cursor = page.response_metadata?.next_cursor || undefined
    }
    return teams
  }

  /** Ends what is under way. */
  async stop(): Promise<void> {
    await this.#conversation.close(this.#patience.drainMs)
    await this.#socket?.close()
  }
}

/** What is written to one workspace must not appear in another. */
const notOf = (team: string, id: string | undefined) =>
  new OperatorError(
    `El token del espacio ${team} de Slack es de otro espacio (${id ?? "desconocido"}).`,
    "Conecte ese espacio con el token de su propia aplicación.",
  )

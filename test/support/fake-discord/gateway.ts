import type { IncomingMessage } from "node:http"
import type { Duplex } from "node:stream"
import { type WebSocket, WebSocketServer } from "ws"

interface Ids {
  readonly application: string
  readonly bot: string
  readonly guild: string
  readonly channel: string
}

interface Frame {
  readonly op: number
  readonly d: { readonly token?: string; readonly seq?: number; readonly session_id?: string } | null
}

const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  resume: 6,
  reconnect: 7,
  invalid: 9,
  hello: 10,
  ack: 11,
} as const

/** View, send, embed links, read history; pin, and make events. */
export const ALL_NEEDED =
  (1n << 10n) | (1n << 11n) | (1n << 14n) | (1n << 15n) | (1n << 16n) | (1n << 51n) | (1n << 44n)

/** The gateway: hello, identify, ready, heartbeats, resume, and dispatches with a sequence that a resume replays. */
export class FakeGateway {
  readonly #token: string
  readonly #ids: Ids
  readonly #wss = new WebSocketServer({ noServer: true })
  readonly #sent: { readonly s: number; readonly frame: string }[] = []
  readonly #waiting = new Set<() => void>()
  #socket: WebSocket | null = null
  #session = 1
  #sequence = 0
  /** Other channels of the guild, told when the bot comes in. */
  readonly channels: string[] = []
  /** Told by the server, which knows its own port. */
  url = ""
  identifies = 0
  resumes = 0
  heartbeats = 0
  /** What the client asked to receive, as its bits. */
  intents = 0
  heartbeatMs = 45_000
  /** `false`: heartbeats are taken and not acknowledged, as when half of a connection is dead. */
  acknowledges = true
  /** Close code with which every identify is refused from now on. */
  refusal: number | null = null
  /** Whether connections get a hello; without it the client waits. */
  greets = true
  /** Id of what somebody last typed or pressed. */
  lastInteraction: string | null = null
  /** What the bot may do in the guild. */
  permissions = ALL_NEEDED

  constructor(token: string, ids: Ids) {
    this.#token = token
    this.#ids = ids
  }

  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#wss.handleUpgrade(request, socket, head, (ws) => {
      this.#socket = ws
      ws.on("message", (raw) => this.#receive(ws, JSON.parse(raw.toString())))
      if (this.greets) this.#frame(ws, OP.hello, { heartbeat_interval: this.heartbeatMs })
    })
  }

  dispatch(type: string, data: unknown): void {
    this.#sequence += 1
    if (type === "INTERACTION_CREATE") this.lastInteraction = String(Object(data).id)
    const frame = JSON.stringify({ op: OP.dispatch, t: type, s: this.#sequence, d: data })
    this.#sent.push({ s: this.#sequence, frame })
    this.#socket?.send(frame)
  }

  /** Cuts the connection as a network does; the client comes back and resumes. */
  drop(): void {
    const socket = this.#socket
    this.#socket = null
    socket?.terminate()
  }

  /** Asks the client to come back, as Discord does before it restarts a node. */
  askReconnect(): void {
    if (this.#socket) this.#frame(this.#socket, OP.reconnect, null)
  }

  /** Forgets the session: the client may not resume, and identifies again. */
  forgetSession(): void {
    this.#session += 1
    this.#sent.length = 0
    if (this.#socket) this.#frame(this.#socket, OP.invalid, false)
  }

  /** Closes with a code of Discord's own, such as 4004 when the token is replaced. */
  closeWith(code: number): void {
    this.#socket?.close(code)
  }

  /** Resolves when `condition` holds; checked after every frame received. */
  async until(condition: () => boolean): Promise<void> {
    if (condition()) return
    await new Promise<void>((resolve) => {
      const check = () => {
        if (!condition()) return
        this.#waiting.delete(check)
        resolve()
      }
      this.#waiting.add(check)
    })
  }

  close(): void {
    for (const client of this.#wss.clients) client.terminate()
    this.#wss.close()
  }

  #frame(ws: WebSocket, op: number, d: unknown): void {
    ws.send(JSON.stringify({ op, d }))
  }

  #receive(ws: WebSocket, { op, d }: Frame): void {
    if (op === OP.heartbeat) {
      this.heartbeats += 1
      if (this.acknowledges) this.#frame(ws, OP.ack, null)
    } else if (op === OP.identify) {
      this.identifies += 1
      this.intents = Number((d as { intents?: number } | null)?.intents ?? 0)
      const refusal = this.refusal ?? (d?.token === this.#token ? null : 4004)
      if (refusal === null) this.#ready()
      else ws.close(refusal)
    } else if (op === OP.resume) {
      this.resumes += 1
      this.#resume(ws, d)
    }
    for (const check of this.#waiting) check()
  }

  #resume(ws: WebSocket, d: Frame["d"]): void {
    if (d?.token !== this.#token) ws.close(4004)
    else if (d.session_id !== this.#sessionId()) this.#frame(ws, OP.invalid, false)
    else {
      for (const { s, frame } of this.#sent) if (s > Number(d.seq ?? 0)) ws.send(frame)
      this.dispatch("RESUMED", {})
    }
  }

  #sessionId(): string {
    return `fake-session-${this.#session}`
  }

  #ready(): void {
    const { application, bot, guild, channel } = this.#ids
    const user = { id: bot, username: "Plenaria", discriminator: "0", avatar: null, bot: true }
    this.dispatch("READY", {
      v: 10,
      user,
      guilds: [{ id: guild, unavailable: true }],
      session_id: this.#sessionId(),
      resume_gateway_url: this.url,
      application: { id: application, flags: 0 },
    })
    this.dispatch("GUILD_CREATE", {
      id: guild,
      name: "Comisión",
      owner_id: "400000000000000009",
      channels: [channel, ...this.channels].map((id) => ({
        id,
        type: 0,
        name: "sre",
        position: 0,
        permission_overwrites: [],
      })),
      // The role with the guild's own id is @everyone.
      roles: [{ id: guild, name: "@everyone", position: 0, permissions: String(this.permissions), color: 0 }],
      members: [
        { user, roles: [], joined_at: "2024-01-01T00:00:00.000Z", deaf: false, mute: false, flags: 0 },
      ],
      emojis: [],
      stickers: [],
      threads: [],
      member_count: 1,
    })
  }
}

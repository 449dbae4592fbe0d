import type { IncomingMessage } from "node:http"
import type { Duplex } from "node:stream"
import { type WebSocket, WebSocketServer } from "ws"

interface Ids {
  readonly application: string
  readonly bot: string
  readonly guild: string
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
const SESSION = "fake-session"

/** The gateway: hello, identify, ready, heartbeats, resume, and dispatches with a sequence that a resume replays. */
export class FakeGateway {
  readonly #token: string
  readonly #ids: Ids
  readonly #wss = new WebSocketServer({ noServer: true })
  readonly #sent: { readonly s: number; readonly frame: string }[] = []
  readonly #waiting = new Set<() => void>()
  #socket: WebSocket | null = null
  /** Told by the server, which knows its own port. */
  url = ""
  #sequence = 0
  identifies = 0
  resumes = 0
  heartbeats = 0

  constructor(token: string, ids: Ids) {
    this.#token = token
    this.#ids = ids
  }

  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#wss.handleUpgrade(request, socket, head, (ws) => {
      this.#socket = ws
      ws.on("message", (raw) => this.#receive(ws, JSON.parse(raw.toString())))
      ws.send(JSON.stringify({ op: OP.hello, d: { heartbeat_interval: 45_000 } }))
    })
  }

  dispatch(type: string, data: unknown): void {
    this.#sequence += 1
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

  #receive(ws: WebSocket, { op, d }: { op: number; d: { token?: string; seq?: number } | null }): void {
    if (op === OP.heartbeat) {
      this.heartbeats += 1
      ws.send(JSON.stringify({ op: OP.ack }))
    } else if (op === OP.identify) {
      this.identifies += 1
      if (d?.token === this.#token) this.#ready()
      else ws.close(4004, "Authentication failed.")
    } else if (op === OP.resume) {
      this.resumes += 1
      for (const { s, frame } of this.#sent) if (s > Number(d?.seq ?? 0)) ws.send(frame)
      this.dispatch("RESUMED", {})
    }
    for (const check of this.#waiting) check()
  }

  #ready(): void {
    const { application, bot, guild } = this.#ids
    this.dispatch("READY", {
      v: 10,
      user: { id: bot, username: "Plenaria", discriminator: "0", avatar: null, bot: true },
      guilds: [{ id: guild, unavailable: true }],
      session_id: SESSION,
      resume_gateway_url: this.url,
      application: { id: application, flags: 0 },
    })
    this.dispatch("GUILD_CREATE", {
      id: guild,
      name: "Comisión",
      owner_id: bot,
      channels: [{ id: "300000000000000001", type: 0, name: "sre", position: 0, permission_overwrites: [] }],
      roles: [],
      members: [],
      emojis: [],
      stickers: [],
      threads: [],
      member_count: 1,
    })
  }
}

import type { IncomingMessage } from "node:http"
import type { Duplex } from "node:stream"
import { type WebSocket, WebSocketServer } from "ws"
import { ACK_WITHIN_MS, randomId } from "./workspace.ts"

export type Acknowledgement =
  | { readonly kind: "acknowledged"; readonly payload: unknown }
  | { readonly kind: "timeout" }

/** The WebSocket side of Socket Mode: tickets, greeting, envelopes and their acknowledgement. */
export class SocketMode {
  readonly #server = new WebSocketServer({ noServer: true })
  readonly #tickets = new Set<string>()
  readonly #sockets = new Set<WebSocket>()
  readonly #waiting = new Map<string, { readonly by: WebSocket; taken(payload: unknown): void }>()
  /** How many connections ever greeted. */
  connections = 0
  /** `false`: connections open and are never greeted. */
  greets = true

  newTicket(): string {
    const ticket = randomId()
    this.#tickets.add(ticket)
    return ticket
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? "/", "http://slack").searchParams.get("ticket") ?? ""
    // A ticket opens one connection.
    if (!this.#tickets.delete(ticket)) return void socket.end("HTTP/1.1 401 Unauthorized\r\n\r\n")
    this.#server.handleUpgrade(request, socket, head, (connection) => this.#welcome(connection))
  }

  #welcome(connection: WebSocket): void {
    if (!this.greets) return
    this.#sockets.add(connection)
    this.connections += 1
    connection.on("close", () => this.#sockets.delete(connection))
    connection.on("message", (data) => {
      const { envelope_id, payload } = JSON.parse(String(data))
      const waiting = this.#waiting.get(envelope_id)
      // Only the connection that brought an envelope may acknowledge it.
      if (waiting?.by !== connection) return
      this.#waiting.delete(envelope_id)
      waiting.taken(payload)
    })
    connection.send(
      JSON.stringify({
        type: "hello",
        num_connections: this.#sockets.size,
        connection_info: { app_id: "A0PLENARIA" },
        debug_info: { host: "applink-1", build_number: 1, approximate_connection_time: 18_060 },
      }),
    )
  }

  get connected(): boolean {
    return this.#sockets.size > 0
  }

  /** One envelope over one of the connections; `null` when there is none. */
  deliver(type: string, payload: unknown): Promise<Acknowledgement> | null {
    const [connection] = this.#sockets
    if (!connection) return null
    const envelope_id = `${randomId()}-${randomId()}`
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(envelope_id)
        resolve({ kind: "timeout" })
      }, ACK_WITHIN_MS)
      const taken = (answer: unknown) => {
        clearTimeout(timer)
        resolve({ kind: "acknowledged", payload: answer })
      }
      this.#waiting.set(envelope_id, { by: connection, taken })
      connection.send(
        JSON.stringify({ envelope_id, type, accepts_response_payload: type !== "events_api", payload }),
      )
    })
  }

  /** What Slack does every hour or so: asks the client to come back on another connection. */
  renew(): void {
    const message = { type: "disconnect", reason: "refresh_requested", debug_info: { host: "applink-1" } }
    for (const connection of this.#sockets) connection.send(JSON.stringify(message))
    this.#sockets.clear()
  }

  /** The network fails: no closing handshake. */
  cut(): void {
    for (const connection of this.#server.clients) connection.terminate()
  }

  close(): void {
    this.cut()
    this.#server.close()
  }
}

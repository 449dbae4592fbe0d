import { connect, createServer, type Server, type Socket } from "node:net"

/** Stands between the program and a server, so that a test can cut the wire and mend it. */
export class CuttableProxy {
  readonly #target: { readonly host: string; readonly port: number }
  readonly #sockets = new Set<Socket>()
  #server: Server | null = null
  #port = 0

  constructor(target: { readonly host: string; readonly port: number }) {
    this.#target = target
  }

  get port(): number {
    return this.#port
  }

  /** Lets connections through; always on the same port. */
  mend(): Promise<void> {
    const server = createServer((client) => this.#join(client, connect(this.#target)))
    this.#server = server
    return new Promise((resolve, reject) => {
      server.once("error", reject)
      server.listen(this.#port, "127.0.0.1", () => {
        const address = server.address()
        if (typeof address === "object" && address) this.#port = address.port
        resolve()
      })
    })
  }

  /** Breaks what is connected and refuses what comes. */
  cut(): Promise<void> {
    const server = this.#server
    this.#server = null
    for (const socket of this.#sockets) socket.destroy()
    return new Promise((resolve) => (server ? server.close(() => resolve()) : resolve()))
  }

  #join(client: Socket, target: Socket): void {
    for (const [socket, other] of [
      [client, target],
      [target, client],
    ] as const) {
      this.#sockets.add(socket)
      socket.on("error", () => {})
      socket.once("close", () => {
        this.#sockets.delete(socket)
        other.destroy()
      })
      socket.pipe(other)
    }
  }
}

import type { EventEmitter } from "node:events"
import type { Request, Response } from "express"

interface Numbered {
  readonly id: number
}

const HEARTBEAT_MS = 20_000

/**
 * Server-sent events. A page says the last message it has (also when its browser reconnects by itself) and is sent what
 * came after, then told that it is up to date (`al_dia`); news only wake it up to read, so nothing is skipped nor sent out
 * of order.
 */
export function createStream(news: EventEmitter, after: (id: number) => Promise<readonly Numbered[]>) {
  const open = new Set<Response>()

  async function connect(request: Request, response: Response): Promise<void> {
    let last = Number(request.headers["last-event-id"] ?? request.query.despues ?? 0) || 0
    let reading = false
    let again = false
    response.writeHead(200, {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store",
      Connection: "keep-alive",
    })
    open.add(response)

    const readOnce = async () => {
      do {
        again = false
        for (const message of await after(last)) {
          last = Math.max(last, message.id)
          response.write(`id: ${message.id}\nevent: mensaje\ndata: ${JSON.stringify(message)}\n\n`)
          again = true
        }
      } while (again)
      response.write("event: al_dia\ndata: {}\n\n")
    }
    const read = () => {
      again = true
      if (reading) return
      reading = true
      readOnce()
        // The database is down: closing makes the browser come back by itself and ask from where it was.
        .catch(() => response.end())
        .finally(() => {
          reading = false
        })
    }
    const heartbeat = setInterval(() => response.write(": aquí\n\n"), HEARTBEAT_MS)
    news.on("message", read)
    response.on("close", () => {
      clearInterval(heartbeat)
      news.off("message", read)
      open.delete(response)
    })
    response.write("retry: 1000\n\n")
    read()
  }

  return {
    connect,
    /** To every open page at once, outside the numbered messages. */
    announce(event: string, data: unknown) {
      for (const response of open) response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    },
    close() {
      for (const response of open) response.end()
    },
  }
}

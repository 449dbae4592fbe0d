import type { EventEmitter } from "node:events"
import type { Request, Response } from "express"

interface Numbered {
  readonly revision: number
}

interface Announcement {
  readonly event: string
  readonly data: unknown
}

const HEARTBEAT_MS = 15_000

/**
 * Server-sent events. A page says the last revision it has (also when its browser reconnects by itself) and is sent what
 * was posted or changed after it, then told that it is up to date (`al_dia`); news only wake it up to read, so nothing is skipped nor sent out
 * of order. `pulse` is said on connecting and then as a heartbeat.
 */
export function createStream(
  news: EventEmitter,
  after: (revision: number) => Promise<readonly Numbered[]>,
  pulse: () => Announcement,
) {
  const open = new Set<Response>()

  async function connect(request: Request, response: Response): Promise<void> {
    let last = positionOf(request)
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
          last = Math.max(last, message.revision)
          say(response, `id: ${message.revision}\nevent: mensaje\ndata: ${JSON.stringify(message)}\n\n`)
          again = true
        }
      } while (again)
      say(response, "event: al_dia\ndata: {}\n\n")
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
    const heartbeat = setInterval(() => say(response, unnumbered(pulse())), HEARTBEAT_MS)
    news.on("message", read)
    response.on("close", () => {
      clearInterval(heartbeat)
      news.off("message", read)
      open.delete(response)
    })
    say(response, `retry: 1000\n\n${unnumbered(pulse())}`)
    read()
  }

  return {
    connect,
    /** To every open page at once, outside the numbered messages. */
    announce(announcement: Announcement) {
      for (const response of open) say(response, unnumbered(announcement))
    },
    close() {
      for (const response of open) response.end()
    },
  }
}

/** A stream that was closed while something was read for it takes no more. */
function say(response: Response, text: string): void {
  if (!response.writableEnded) response.write(text)
}

const unnumbered = ({ event, data }: Announcement) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`

function positionOf(request: Request): number {
  const position = Number(request.headers["last-event-id"] ?? request.query.despues)
  return Number.isSafeInteger(position) && position > 0 ? position : 0
}

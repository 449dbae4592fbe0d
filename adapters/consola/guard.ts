import type { NextFunction, Request, Response } from "express"

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/
const OWN_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i

/** Headers that only a proxy adds: behind one, everybody would seem to be this machine. */
const PROXY_HEADERS = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"] as const

/**
 * In the console one chooses who one is, so it must never leave this machine. The Host header is checked because a
 * page elsewhere can make a browser resolve its own name to 127.0.0.1, and the Origin because it can make it post here:
 * it must be this very server, not another one of this machine.
 * A request that is not for the console's paths passes: Slack posts to the same server.
 */
export function onlyThisMachine(request: Request, response: Response, next: NextFunction): void {
  if (isOwn(request)) {
    if (request.method === "POST" && isApi(request.path) && !request.is("application/json")) {
      response.status(415).json({ error: "La consola solo acepta solicitudes de su propia página." })
      return
    }
    next()
    return
  }
  if (!isConsolePath(request.path)) {
    next("router")
    return
  }
  response
    .status(403)
    .type("text/plain; charset=utf-8")
    .send("La consola de Plenaria solo responde en el mismo equipo en el que se ejecuta: http://127.0.0.1\n")
}

function isOwn({ socket, headers }: Request): boolean {
  const host = headers.host ?? ""
  const local = LOOPBACK.test(socket.remoteAddress ?? "") && OWN_HOST.test(host)
  const proxied = PROXY_HEADERS.some((name) => headers[name] !== undefined)
  const own = headers.origin === undefined || headers.origin.toLowerCase() === `http://${host.toLowerCase()}`
  return local && !proxied && own
}

/** Express takes any capitals. */
export const isApi = (path: string) => /^\/api(\/|$)/i.test(path)

/** As it is served: Express finds a file by what its address means, however it is written. */
export const isConsolePath = (path: string) => {
  const plain = decoded(path)
  return plain === "/" || isApi(plain) || /\.(html|css|js|svg)$/i.test(plain)
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/**
 * `data:` for images alone: the picture of a card comes inside the card, and an image neither runs anything nor, being
 * inside the page already, tells anybody that it is looked at.
 */
export function secureHeaders(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader(
    "Content-Security-Policy",
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
  )
  response.setHeader("X-Content-Type-Options", "nosniff")
  response.setHeader("Referrer-Policy", "no-referrer")
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin")
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin")
  response.setHeader("Cache-Control", "no-store")
  next()
}

import type { NextFunction, Request, Response } from "express"

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/
const OWN_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i

/**
 * In the console one chooses who one is, so it must never leave this machine. The Host header is checked because a
 * page elsewhere can make a browser resolve its own name to 127.0.0.1, and the Origin because it can make it post here.
 * A request that is not for the console's paths passes: Slack posts to the same server.
 */
export function onlyThisMachine(request: Request, response: Response, next: NextFunction): void {
  const local = LOOPBACK.test(request.socket.remoteAddress ?? "") && OWN_HOST.test(request.headers.host ?? "")
  const origin = request.headers.origin
  const own = origin === undefined || isOwnOrigin(origin)
  if (local && own && !request.headers["x-forwarded-for"]) {
    if (request.path.startsWith("/api") && request.method === "POST" && !request.is("application/json")) {
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

function isOwnOrigin(origin: string): boolean {
  try {
    return OWN_HOST.test(new URL(origin).host)
  } catch {
    return false
  }
}

const isConsolePath = (path: string) =>
  path === "/" || path.startsWith("/api") || /\.(html|css|js|svg)$/.test(path)

export function secureHeaders(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader(
    "Content-Security-Policy",
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
  )
  response.setHeader("X-Content-Type-Options", "nosniff")
  response.setHeader("Referrer-Policy", "no-referrer")
  response.setHeader("Cache-Control", "no-store")
  next()
}

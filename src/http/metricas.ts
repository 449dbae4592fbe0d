import { createHash, timingSafeEqual } from "node:crypto"
import { type Request, type RequestHandler, Router } from "express"
import type { Registry } from "prom-client"

/** Of this machine itself; what a proxy on it passes on says so. */
const LOOPBACK: ReadonlySet<string> = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"])

/** `GET /metricas`, for Prometheus: from this machine, or with the token. To anybody else there is no such page. */
export function metricsRoutes(registry: Registry, token: string | undefined): Router {
  const router = Router()
  router.get("/metricas", guard(token), (_request, response, next) => {
    registry.metrics().then((text) => response.type(registry.contentType).send(text), next)
  })
  return router
}

const guard =
  (token: string | undefined): RequestHandler =>
  (request, response, next) => {
    if (isLocal(request) || (token !== undefined && hasToken(request, token))) return next()
    response.status(404).end()
  }

function isLocal({ socket, headers }: Request): boolean {
  const passedOn = headers["x-forwarded-for"] !== undefined || headers.forwarded !== undefined
  return !passedOn && LOOPBACK.has(socket.remoteAddress ?? "")
}

/** Of both only the fingerprints are compared, which have one length: how long it takes tells nothing. */
function hasToken({ headers: { authorization = "" } }: Request, token: string): boolean {
  const [, given = ""] = /^Bearer (.+)$/u.exec(authorization) ?? []
  const of = (text: string) => createHash("sha256").update(text).digest()
  return timingSafeEqual(of(given), of(token))
}

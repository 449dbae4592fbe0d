import { createServer, type RequestListener, type Server } from "node:http"
import type { RequestHandler } from "express"
import type { HttpEndpoint } from "../ports/http-endpoint.ts"

/** What one connection may take of the process, whatever it asks for. Times in milliseconds. */
export interface ConnectionLimits {
  /** From the first octet of a request to the end of its headers; then 408. */
  readonly headersMs: number
  /** From the first octet of a request to the last; then 408. */
  readonly requestMs: number
  /** Between two requests of a connection that stays open. */
  readonly keepAliveMs: number
  /** Without anything read or written: whoever asks and does not read the answer is cut. */
  readonly idleMs: number
  /** How often what took too long is looked for. */
  readonly everyMs: number
  /** Of all the headers together, in octets; then 431. */
  readonly headerBytes: number
  readonly requestsPerConnection: number
  readonly connections: number
}

export const CONNECTION_LIMITS: ConnectionLimits = {
  headersMs: 10_000,
  requestMs: 20_000,
  keepAliveMs: 5_000,
  // The console's stream of news says something every fifteen seconds.
  idleMs: 60_000,
  everyMs: 1_000,
  headerBytes: 16_384,
  requestsPerConnection: 1_000,
  connections: 1_000,
}

/** What the process itself answers; each platform adds its own (`definition.ts`). */
export const OWN_ENDPOINTS: readonly HttpEndpoint[] = [
  { method: "GET", path: "/salud", bodyBytes: 0 },
  { method: "GET", path: "/metricas", bodyBytes: 0 },
  { method: "GET", path: "/calendario/:token.ics", bodyBytes: 0 },
  { method: "GET", path: "/calendario/sesion/:token.ics", bodyBytes: 0 },
  { method: "GET", path: "/descarga/:token", bodyBytes: 0 },
  { method: "POST", path: "/descarga/:token", bodyBytes: 0 },
]

export function boundedServer(
  handler: RequestListener,
  limits: ConnectionLimits = CONNECTION_LIMITS,
): Server {
  const server = createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      keepAliveTimeout: limits.keepAliveMs,
      connectionsCheckingInterval: limits.everyMs,
      maxHeaderSize: limits.headerBytes,
    },
    handler,
  )
  server.maxRequestsPerSocket = limits.requestsPerConnection
  server.maxConnections = limits.connections
  server.setTimeout(limits.idleMs)
  return server
}

/**
 * Refuses a body before anything of it is read: of more octets than its endpoint takes (413), or of a length that is
 * not said (411). What no endpoint asks for takes none, so that one which nobody declared is closed and not open.
 */
export function boundedBodies(endpoints: readonly HttpEndpoint[]): RequestHandler {
  const most = new Map(endpoints.map(({ method, path, bodyBytes }) => [`${method} ${path}`, bodyBytes]))
  return (request, response, next) => {
    const { "content-length": length, "transfer-encoding": chunked } = request.headers
    const allowed = most.get(`${request.method} ${plain(request.path)}`) ?? 0
    const status = chunked !== undefined ? 411 : Number(length ?? 0) > allowed ? 413 : null
    if (status === null) return next()
    response.status(status).set("Connection", "close").type("text/plain").send(REFUSED[status])
  }
}

/** As Express takes it: in any capitals, with or without a diagonal at its end. */
const plain = (path: string) => path.toLowerCase().replace(/(?<=.)\/$/u, "")

const REFUSED = {
  411: "La solicitud debe decir cuánto mide su contenido.\n",
  413: "El contenido de la solicitud es demasiado grande.\n",
} as const

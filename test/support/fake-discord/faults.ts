import type { ServerResponse } from "node:http"

/** What the next message that is sent, or changed, meets. Headers and bodies as published for API v10. */
export type SendFault =
  | "rate_limited"
  /** The limit of the whole bot, on every route. */
  | "rate_limited_global"
  /** Of whoever writes to the channel or server, not of this bot alone; it does not count as an invalid request. */
  | "rate_limited_shared"
  /** Cloudflare's: no JSON, and no word about when to come back. */
  | "rate_limited_bare"
  | "server_error"
  /** What is sent through a proxy that answers by itself. */
  | "not_json"
  | "cut_before_read"
  | "cut_after_read"
  /** It takes the request and never answers. */
  | "hang"
  | "revoked"
  /** Refused with a published JSON code; with none, by something that is not Discord. */
  | { readonly status: number; readonly code?: number }

/** `answered`: nothing was done, and the fault is all that the bot learns of it. */
export function meets(fault: SendFault | null, response: ServerResponse): "answered" | "goes on" {
  if (fault === null || fault === "cut_after_read" || fault === "hang") return "goes on"
  if (fault === "cut_before_read") response.destroy()
  else if (fault === "server_error") json(response, 500, { message: "500: Internal Server Error", code: 0 })
  else if (fault === "revoked") json(response, 401, { message: "401: Unauthorized", code: 0 })
  else if (fault === "not_json") page(response, 200)
  else if (fault === "rate_limited_bare") page(response, 429)
  else if (typeof fault === "string") rateLimited(fault, response)
  else if (fault.code === undefined) page(response, fault.status)
  else json(response, fault.status, { message: "Refused", code: fault.code })
  return "answered"
}

function rateLimited(fault: SendFault, response: ServerResponse): void {
  const global = fault === "rate_limited_global"
  const scope = global ? "global" : fault === "rate_limited_shared" ? "shared" : "user"
  response.setHeader("retry-after", global ? "3" : "1")
  response.setHeader("x-ratelimit-scope", scope)
  if (global) response.setHeader("x-ratelimit-global", "true")
  else {
    response.setHeader("x-ratelimit-limit", "5")
    response.setHeader("x-ratelimit-remaining", "0")
    response.setHeader("x-ratelimit-reset-after", "0.3")
    response.setHeader("x-ratelimit-bucket", "fake")
  }
  json(response, 429, { message: "You are being rate limited.", retry_after: global ? 3 : 0.3, global })
}

function page(response: ServerResponse, status: number): void {
  response.writeHead(status, { "content-type": "text/html" }).end("<html>Portal cautivo</html>")
}

export function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body))
}

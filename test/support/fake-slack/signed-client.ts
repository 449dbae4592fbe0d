import { createHmac } from "node:crypto"
import { ACK_WITHIN_MS } from "./workspace.ts"

/** How to sign wrongly; nothing: as Slack does (docs.slack.dev, "Verifying requests from Slack"). */
export interface SignatureOptions {
  readonly secret?: string
  /** Seconds that the request's timestamp lags behind. */
  readonly age?: number
  readonly unsigned?: boolean
}

/** Slack's request to the bot; `status` 0: no answer in the time that Slack waits. */
export async function postSigned(
  url: string,
  kind: string,
  payload: unknown,
  secret: string,
  options: SignatureOptions = {},
): Promise<{ readonly status: number; readonly body: string }> {
  return postBody(url, bodyOf(kind, payload), secret, options)
}

interface Body {
  readonly body: string
  readonly contentType: string
}

export async function postBody(
  url: string,
  { body, contentType }: Body,
  secret: string,
  options: SignatureOptions,
): Promise<{ readonly status: number; readonly body: string }> {
  const timestamp = String(Math.floor(Date.now() / 1_000) - (options.age ?? 0))
  const hmac = createHmac("sha256", options.secret ?? secret).update(`v0:${timestamp}:${body}`)
  const signature = {
    "x-slack-signature": `v0=${hmac.digest("hex")}`,
    "x-slack-request-timestamp": timestamp,
  }
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": contentType, ...(options.unsigned ? {} : signature) },
      body,
      signal: AbortSignal.timeout(ACK_WITHIN_MS),
    })
    return { status: response.status, body: await response.text() }
  } catch {
    return { status: 0, body: "" }
  }
}

export const FORM = "application/x-www-form-urlencoded"

function bodyOf(kind: string, payload: unknown): Body {
  if (kind === "events_api") return { body: JSON.stringify(payload), contentType: "application/json" }
  const fields = kind === "interactive" ? { payload: JSON.stringify(payload) } : Object(payload)
  return { body: new URLSearchParams(fields).toString(), contentType: FORM }
}

import { isValidSlackRequest } from "@slack/bolt"
import express, { type Request, type Response } from "express"
import { z } from "zod"
import type { HttpHandler } from "../../src/ports/adapter-module.ts"
import { claimedWorkspaces } from "./envelope.ts"
import { EVENTS } from "./limits.ts"
import type { Credentials, Team } from "./team.ts"

interface Hearer {
  readonly credentials: Credentials
  readonly team: Team
}

const NOT_YET =
  "Este espacio de Slack todavía no está conectado a Plenaria, o se cerró su conexión, y no se hizo nada. Si acaba de autorizarse, falta que la Secretaría Técnica lo confirme; si ya estaba conectado, avísele."

/**
 * Slack posts for all applications to one address. Whose a request is follows from who signed it; of several workspaces
 * that one application is installed in, from the one that it names. `ownSecret`: of the installation's own application.
 */
export function signedRequests(ownSecret: string | null, hearers: () => readonly Hearer[]): HttpHandler {
  const router = express.Router()
  const read = express.raw({ type: () => true, limit: EVENTS.bodyBytes })
  router.post(EVENTS.path, read, (request: Request, response: Response, next) => {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
    const text = body.toString()
    const known = new Map<string, boolean>()
    const signed = (secret: string): boolean => {
      // One application may be in hundreds of workspaces.
      const is = known.get(secret) ?? isSignedWith(secret, text, request.headers)
      known.set(secret, is)
      return is
    }
    const those = hearers().filter(
      ({ credentials: { hearing } }) => hearing.by === "http" && signed(hearing.signingSecret),
    )
    const claimed = claimedWorkspaces(text)
    const named = claimed.flatMap((workspace) => those.find(({ team }) => team.covers(workspace)) ?? [])[0]
    // Until Slack has said whose the settings' token is, they take what they signed; and so does an institution's own
    // application, which can speak of its own workspace alone.
    const unknown = ({ credentials, team }: Hearer) => team.id === null || isInstitutions(credentials)
    const hearer = named ?? (claimed.length === 0 ? those[0] : those.find(unknown))
    if (hearer?.team.receive) {
      // As Bolt takes what was read before it.
      Object.assign(request, { rawBody: body })
      hearer.team.receive(request, response, next)
    } else if (those.length > 0 || (ownSecret !== null && signed(ownSecret))) unserved(text, response)
    else response.writeHead(401).end()
  })
  return (request, response, next) => router(request as Request, response as Response, next)
}

const isInstitutions = ({ application }: Credentials) => application === "institution"

/** Slack is right to send it; nobody is there to answer. */
function unserved(body: string, response: Response): void {
  const verification = z.object({ type: z.literal("url_verification"), challenge: z.string() })
  const asked = verification.safeParse(parsed(body))
  if (asked.success) response.json({ challenge: asked.data.challenge })
  else if (new URLSearchParams(body).has("command"))
    response.json({ response_type: "ephemeral", text: NOT_YET })
  else response.status(200).end()
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

function isSignedWith(
  signingSecret: string,
  body: string,
  headers: Readonly<Record<string, unknown>>,
): boolean {
  return (
    signingSecret !== "" &&
    isValidSlackRequest({
      signingSecret,
      body,
      headers: {
        "x-slack-signature": String(headers["x-slack-signature"]),
        "x-slack-request-timestamp": Number(headers["x-slack-request-timestamp"]),
      },
    })
  )
}

import { WebClient } from "@slack/web-api"
import express, { type Request, type Response } from "express"
import type { HttpHandler } from "../../src/ports/adapter-module.ts"
import type { Authorising } from "../../src/ports/authorising.ts"
import type { CheckedConnection } from "../../src/ports/conexiones.ts"
import type { SlackConfig } from "./config.ts"
import { platform } from "./identity.ts"
import { AUTHORISED, CONNECT, SEND_TIMEOUT_MS } from "./limits.ts"
import { SCOPES } from "./manifest.ts"
import type { TeamDeps } from "./team.ts"

interface Invitations {
  readonly url: (code: string) => string
  readonly handler: HttpHandler
}

/**
 * How an institution's IT lets the installation's own application into its workspace (docs.slack.dev: installing with
 * OAuth). `null`: the settings hold no application that can be installed elsewhere.
 */
export function invitationsOf(
  { config, log }: Pick<TeamDeps, "config" | "log">,
  authorising: Authorising,
  publicUrl: string,
): Invitations | null {
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = config
  if (!clientId || !clientSecret) return null
  const redirectUri = `${publicUrl}${AUTHORISED.path}`
  const router = express.Router()
  const secure = publicUrl.startsWith("https:")
  const cookie = { httpOnly: true, sameSite: "lax", secure, path: AUTHORISED.path } as const
  const page = (response: Response, status: number, title: string, text: string, code?: string) =>
    void response
      .status(status)
      .set(HEADERS)
      .type("html")
      .send(html(title, text, code))

  // A link is looked at by whatever shows a preview of it: only the button sets out.
  router.get(CONNECT.path, (request, response) => {
    const code = asked(request, "codigo")
    if (!CODE.test(code)) page(response, 410, "El enlace ya no sirve", OVER)
    else page(response, 200, "Conectar su espacio de Slack con Plenaria", BEFORE, code)
  })

  router.post(CONNECT.path, express.urlencoded({ extended: false }), async (request, response) => {
    const code = String(Object(request.body).codigo ?? "")
    const state = await authorising.open(platform.id, code)
    if (state === null) return page(response, 410, "El enlace ya no sirve", OVER)
    const address = new URL(authorizeUrl(config))
    address.search = new URLSearchParams({
      client_id: clientId,
      scope: SCOPES.join(","),
      state,
      redirect_uri: redirectUri,
    }).toString()
    response.cookie(COOKIE, state, { ...cookie, maxAge: COOKIE_MS })
    response.set(HEADERS).redirect(303, address.href)
  })

  router.get(AUTHORISED.path, async (request, response) => {
    if (asked(request, "error") !== "")
      return page(
        response,
        200,
        "No se autorizó",
        "Slack informó que la autorización se canceló. El enlace aún sirve.",
      )
    // Whoever set out comes back, and not somebody whom they sent there.
    const mine = cookieOf(request) === asked(request, "state")
    response.clearCookie(COOKIE, cookie)
    if (!mine) return page(response, 410, "El enlace ya no sirve", OVER)
    try {
      const granted = () =>
        exchange(config, { clientId, clientSecret, code: asked(request, "code"), redirectUri })
      const done = await authorising.complete(platform.id, asked(request, "state"), granted)
      if (done === "vencida") page(response, 410, "El enlace ya no sirve", OVER)
      else if (done === "ya_conectado") page(response, 409, "Ese espacio ya está conectado", CONNECTED)
      else if (done === "renovada") page(response, 200, "Su espacio sigue conectado", RENEWED)
      else page(response, 200, "Falta la confirmación de la Secretaría Técnica", AFTER)
    } catch (error) {
      log.warn({ adapter: platform.id, error }, "An authorisation could not be completed.")
      page(response, 502, "No se pudo completar", FAILED)
    }
  })

  return {
    url: (code) => `${publicUrl}${CONNECT.path}?codigo=${code}`,
    handler: (request, response, next) => router(request as Request, response as Response, next),
  }
}

const COOKIE = "plenaria_vuelta"
const COOKIE_MS = 30 * 60_000

const cookieOf = (request: Request): string =>
  new RegExp(`(?:^|; )${COOKIE}=([\\w-]+)`, "u").exec(request.headers.cookie ?? "")?.[1] ?? ""

/** As they are made: what is anything else is not shown again in a page. */
const CODE = /^[\w-]{1,200}$/u

const BEFORE =
  "Una Secretaría Técnica invita a su institución a recibir en su propio Slack las convocatorias, los compromisos y los resúmenes de su órgano. Al continuar, Slack le pedirá elegir el espacio de trabajo y autorizar la aplicación; hágalo con una cuenta que pueda instalar aplicaciones. Plenaria solo lee los canales a los que se le invite y lo que se le escriba directamente."
const AFTER =
  "Su espacio quedó autorizado. La Secretaría Técnica recibió un aviso y confirmará con su institución que es suyo; mientras tanto, no se envía nada. Ya puede cerrar esta página e invitar a Plenaria al canal en que su institución recibirá los mensajes."
const OVER = "Se usó, venció o no es de esta instalación. Pida otro a la Secretaría Técnica."
const CONNECTED =
  "Ya recibe los mensajes de Plenaria de otra manera, o por otra institución, y no se cambió nada. Si debe conectarse con este enlace, pida a la administración técnica que cierre antes la otra conexión."
const RENEWED = "La autorización se renovó. No hace falta nada más; ya puede cerrar esta página."
const FAILED =
  "Slack no confirmó la autorización. Pida otro enlace a la Secretaría Técnica y vuelva a intentarlo."

function asked(request: Request, name: string): string {
  const value = request.query[name]
  return typeof value === "string" ? value : ""
}

/**
 * A page of its own, without scripts, that no other page shows and no cache keeps; its address goes nowhere else. Where its
 * form leads is not limited: browsers hold that against what Slack leads on to, which is each company's own sign-in.
 */
const HEADERS = {
  "content-security-policy": `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'`,
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
}

/** `code`: with a button that goes on with it. */
function html(title: string, text: string, code?: string): string {
  const form =
    code === undefined
      ? ""
      : `<form method="post" action="${CONNECT.path}"><input type="hidden" name="codigo" value="${code}"><button>Continuar en Slack</button></form>`
  return `<!doctype html>
<html lang="es-MX"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>body{font:1.0625rem/1.5 system-ui,sans-serif;max-width:38rem;margin:3rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}h1{font-size:1.5rem;line-height:1.25}button{font:inherit;padding:.75rem 1.25rem;border:0;border-radius:.375rem;background:#6b1532;color:#fff;cursor:pointer}button:focus-visible{outline:3px solid #1b1b1b;outline-offset:2px}</style>
<main><h1>${title}</h1><p>${text}</p>${form}</main></html>`
}

/** Slack's own page; a Slack at another address has it there. */
function authorizeUrl({ SLACK_API_URL: url }: SlackConfig): string {
  return url ? new URL("/oauth/v2/authorize", url).href : "https://slack.com/oauth/v2/authorize"
}

/** What was granted, in exchange for the code that Slack sent back. It is good once and for ten minutes. */
async function exchange(
  { SLACK_API_URL: url }: SlackConfig,
  given: {
    readonly clientId: string
    readonly clientSecret: string
    readonly code: string
    readonly redirectUri: string
  },
): Promise<CheckedConnection> {
  const client = new WebClient(undefined, {
    ...(url ? { slackApiUrl: `${url.replace(/\/$/, "")}/` } : {}),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: SEND_TIMEOUT_MS,
  })
  const { clientId: client_id, clientSecret: client_secret, code, redirectUri: redirect_uri } = given
  const granted = await client.oauth.v2.access({ client_id, client_secret, code, redirect_uri })
  const grid = granted.is_enterprise_install === true
  const place = grid ? granted.enterprise : granted.team
  if (!place?.id || !granted.access_token || granted.refresh_token)
    throw new Error("Slack granted something that the bot cannot use: a token that expires, or none.")
  const permisos = granted.scope?.split(",") ?? []
  return {
    workspace: place.id,
    nombre: place.name ?? place.id,
    medio: "oauth",
    permisos,
    faltan: SCOPES.filter((scope) => !permisos.includes(scope)),
    credentials: { bot: granted.access_token },
  }
}

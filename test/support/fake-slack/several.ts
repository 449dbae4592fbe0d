import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { FakeSlack } from "./fake-slack.ts"
import { json } from "./web-api.ts"
import { randomId } from "./workspace.ts"

/** An application that can be installed in any workspace, as «Basic Information» shows it. */
export const SHARED_APP = { clientId: "111.222", clientSecret: "secreto-de-la-aplicacion" } as const

/** Several workspaces behind Slack's one address: each token opens its own. */
export class FakeSlacks {
  readonly all: readonly FakeSlack[]
  readonly #codes = new Map<string, FakeSlack>()
  readonly #server: Server
  #url = ""

  private constructor(all: readonly FakeSlack[]) {
    this.all = all
    this.#server = createServer((request, response) => void this.#handle(request, response))
  }

  /** `sharing`: those in which the first one's application is, once it is let in. */
  static async start(teams: readonly string[], sharing: readonly string[] = []): Promise<FakeSlacks> {
    const secretOf = (team: string) => `${team.toLowerCase()}firma`.padEnd(32, "0")
    const started = teams.map((team) =>
      FakeSlack.start({
        team,
        credentials: {
          botToken: `xoxb-${team.toLowerCase()}-000000000000`,
          appToken: `xapp-1-${team.toLowerCase()}-000000000000`,
          signingSecret: secretOf(sharing.includes(team) ? (teams[0] ?? team) : team),
        },
      }),
    )
    const slacks = new FakeSlacks(await Promise.all(started))
    await new Promise<void>((resolve) => slacks.#server.listen(0, "127.0.0.1", resolve))
    slacks.#url = `http://127.0.0.1:${(slacks.#server.address() as AddressInfo).port}`
    return slacks
  }

  /** For `SLACK_API_URL`. */
  get apiUrl(): string {
    return `${this.#url}/api/`
  }

  /** Its administrator lets the application in: the code that Slack sends back with them, good once. */
  approve(slack: FakeSlack): string {
    const code = randomId()
    this.#codes.set(code, slack)
    return code
  }

  #exchange(body: string): object {
    const asked = Object.fromEntries(new URLSearchParams(body))
    const { clientId, clientSecret } = SHARED_APP
    if (asked.client_id !== clientId || asked.client_secret !== clientSecret)
      return { ok: false, error: "bad_client_secret" }
    const slack = this.#codes.get(asked.code ?? "")
    this.#codes.delete(asked.code ?? "")
    if (!slack) return { ok: false, error: "invalid_code" }
    return {
      ok: true,
      app_id: "A0PLENARIA",
      authed_user: { id: "U0ADMINISTRA" },
      token_type: "bot",
      bot_user_id: "U0PLENARIA",
      access_token: slack.credentials.botToken,
      scope: slack.api.scopes.join(","),
      team: { id: slack.team, name: `Espacio ${slack.team}` },
      enterprise: null,
      is_enterprise_install: false,
    }
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = ""
    for await (const chunk of request.setEncoding("utf8")) body += chunk
    const token = request.headers.authorization?.replace(/^Bearer /, "")
    const whose = this.all.find(({ credentials }) =>
      [credentials.botToken, credentials.appToken].includes(token ?? ""),
    )
    const method = (request.url ?? "").split("/")[2] ?? ""
    if (method === "oauth.v2.access") json(response, 200, this.#exchange(body))
    else if (whose) whose.api.handle(method, body, request, response)
    else json(response, 200, { ok: false, error: "invalid_auth" })
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
    for (const slack of this.all) await slack.close()
  }
}

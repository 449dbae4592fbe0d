import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { FakeSlack } from "./fake-slack.ts"
import { json } from "./web-api.ts"

/** Several workspaces behind Slack's one address: each token opens its own. */
export class FakeSlacks {
  readonly all: readonly FakeSlack[]
  readonly #server: Server
  #url = ""

  private constructor(all: readonly FakeSlack[]) {
    this.all = all
    this.#server = createServer((request, response) => void this.#handle(request, response))
  }

  static async start(teams: readonly string[]): Promise<FakeSlacks> {
    const started = teams.map((team) =>
      FakeSlack.start({
        team,
        credentials: {
          botToken: `xoxb-${team.toLowerCase()}-000000000000`,
          appToken: `xapp-1-${team.toLowerCase()}-000000000000`,
          signingSecret: `${team.toLowerCase()}firma`.padEnd(32, "0"),
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

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = ""
    for await (const chunk of request.setEncoding("utf8")) body += chunk
    const token = request.headers.authorization?.replace(/^Bearer /, "")
    const whose = this.all.find(({ credentials }) =>
      [credentials.botToken, credentials.appToken].includes(token ?? ""),
    )
    const method = (request.url ?? "").split("/")[2] ?? ""
    if (whose) whose.api.handle(method, body, request, response)
    else json(response, 200, { ok: false, error: "invalid_auth" })
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
    for (const slack of this.all) await slack.close()
  }
}

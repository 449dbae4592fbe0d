import { isDeepStrictEqual } from "node:util"
import { isValidSlackRequest } from "@slack/bolt"
import express, { type RequestHandler } from "express"
import { OperatorError } from "../../src/domain/operator-error.ts"
import type { Instante } from "../../src/domain/tipos/tiempo.ts"
import type { HttpHandler } from "../../src/ports/adapter-module.ts"
import type { InboundHandler, StoredConnection } from "../../src/ports/chat-adapter.ts"
import { claimedTeam } from "./envelope.ts"
import { EVENTS, type Patience } from "./limits.ts"
import { type Credentials, Team, type TeamDeps } from "./team.ts"

interface Connected {
  readonly credentials: Credentials
  readonly team: Team
  /** Since when it could not be opened, and why; `null`: it is open. */
  problem: { readonly since: Instante; readonly reason: string } | null
}

/** The workspaces that this process serves: the settings' own, and those that institutions connected. */
export class Teams {
  readonly #deps: TeamDeps
  readonly #patience: Patience
  readonly #own: Team | null
  readonly #ownSecret: string | undefined
  readonly #connected = new Map<string, Connected>()
  #inbound: InboundHandler | null = null
  #serving: Promise<void> = Promise.resolve()

  constructor(own: Credentials | null, deps: TeamDeps, patience: Patience) {
    this.#deps = deps
    this.#patience = patience
    this.#own = own && new Team(own, deps, patience)
    this.#ownSecret = own?.signingSecret
  }

  /** OperatorError: Slack refuses the settings' own credentials, or is not there. */
  async start(inbound: InboundHandler): Promise<void> {
    await this.#own?.start(inbound)
    this.#inbound = inbound
    await this.#tryClosed()
  }

  async stop(): Promise<void> {
    this.#inbound = null
    await this.#serving
    await Promise.all(this.#all().map((team) => team.stop()))
  }

  /** One after another: what is opened and closed meanwhile must not cross. */
  serve(connections: readonly StoredConnection[]): Promise<void> {
    this.#serving = this.#serving.then(() => this.#change(connections))
    return this.#serving
  }

  /** Whoever can speak there; `null`: nobody can, as far as is known. Before the start nobody is sure whose the token is. */
  at(workspace: string): Team | null {
    const connected = this.#connected.get(workspace)
    if (connected) return connected.problem === null ? connected.team : null
    return this.#own !== null && (this.#own.id ?? workspace) === workspace ? this.#own : null
  }

  /** `null`: Slack has not said yet whose the token is. */
  reaches(workspace: string): boolean | null {
    if (this.#connected.has(workspace)) return true
    if (this.#own === null) return false
    return this.#own.id === null ? null : this.#own.id === workspace
  }

  /** Where the bot is, as people may be told. */
  get known(): readonly string[] {
    return [...(this.#own?.id ? [this.#own.id] : []), ...this.#connected.keys()]
  }

  /** Of one workspace, or of whichever is lost for longest. */
  lostSince(workspace?: string): Instante | null {
    const lost = [
      { id: this.#own?.id ?? null, since: this.#own?.lostSince ?? null },
      ...[...this.#connected].map(([id, { team, problem }]) => ({
        id,
        since: problem?.since ?? team.lostSince,
      })),
    ]
    const those = lost.filter(({ id, since }) => since !== null && (workspace ?? id) === id)
    return those.map(({ since }) => since).sort()[0] ?? null
  }

  /** What Slack posts, to the application that signed it; in one where several may stand, its body is read first. */
  readonly receive: HttpHandler = (request, response, next) => {
    if (this.#connected.size === 0 && this.#own?.receive) return this.#own.receive(request, response, next)
    this.#router(request as Parameters<RequestHandler>[0], response as Parameters<RequestHandler>[1], next)
  }

  readonly #router = express
    .Router()
    .post(
      EVENTS.path,
      express.raw({ type: () => true, limit: EVENTS.bodyBytes }),
      (request, response, next) => {
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
        const team = this.#signer(body.toString(), request.headers)
        if (!team?.receive) return void response.writeHead(401).end()
        // As Bolt takes what was read before it.
        Object.assign(request, { rawBody: body })
        team.receive(request, response, next)
      },
    )

  /** Whose signature it is; of several applications with the same secret, the one of the workspace that it names. */
  #signer(body: string, headers: Readonly<Record<string, unknown>>): Team | null {
    const signed = (signingSecret: string | undefined) =>
      signingSecret !== undefined &&
      isValidSlackRequest({
        signingSecret,
        body,
        headers: {
          "x-slack-signature": String(headers["x-slack-signature"]),
          "x-slack-request-timestamp": Number(headers["x-slack-request-timestamp"]),
        },
      })
    const those = [...this.#connected.values()].filter(({ credentials }) => signed(credentials.signingSecret))
    if (those.length > 0) {
      const claimed = claimedTeam(body)
      const named = those.find(({ credentials }) => credentials.team === claimed)
      if (named) return named.team
    }
    if (signed(this.#ownSecret)) return this.#own
    return those[0]?.team ?? null
  }

  async #change(connections: readonly StoredConnection[]): Promise<void> {
    const wanted = new Map(connections.map((one) => [one.workspace, credentialsOf(one)]))
    for (const [workspace, { credentials, team }] of this.#connected) {
      if (isDeepStrictEqual(wanted.get(workspace), credentials)) continue
      this.#connected.delete(workspace)
      await team.stop()
    }
    for (const [workspace, credentials] of wanted) {
      if (this.#connected.has(workspace)) continue
      const team = new Team(credentials, this.#deps, this.#patience)
      const since = this.#deps.clock.now()
      this.#connected.set(workspace, { credentials, team, problem: { since, reason: "todavía no se abre" } })
    }
    await this.#tryClosed()
  }

  /** Those that could not be opened are tried again; one that cannot keeps nobody else waiting for long. */
  async #tryClosed(): Promise<void> {
    const inbound = this.#inbound
    if (inbound === null) return
    const closed = [...this.#connected.values()].filter(({ problem }) => problem !== null)
    await Promise.all(closed.map((one) => this.#open(one, inbound)))
  }

  async #open(connected: Connected, inbound: InboundHandler): Promise<void> {
    const { log } = this.#deps
    const workspace = connected.credentials.team
    try {
      await connected.team.start(inbound)
      connected.problem = null
      log.info({ adapter: "slack", workspace }, "Se abrió la conexión con un espacio de Slack.")
    } catch (error) {
      const reason = error instanceof OperatorError ? error.message : "error interno"
      connected.problem = { since: connected.problem?.since ?? this.#deps.clock.now(), reason }
      log.warn({ adapter: "slack", workspace, error }, "A workspace of Slack could not be opened.")
    }
  }

  #all(): readonly Team[] {
    const connected = [...this.#connected.values()].map(({ team }) => team)
    return this.#own ? [this.#own, ...connected] : connected
  }
}

const credentialsOf = ({ workspace, credentials }: StoredConnection): Credentials => ({
  botToken: credentials.bot ?? "",
  appToken: credentials.app,
  signingSecret: credentials.firma,
  team: workspace,
})

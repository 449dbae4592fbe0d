import { isDeepStrictEqual } from "node:util"
import { OperatorError } from "../../src/domain/operator-error.ts"
import type { Instante } from "../../src/domain/tipos/tiempo.ts"
import type { AdapterDeps, HttpHandler } from "../../src/ports/adapter-module.ts"
import type { InboundHandler, SendOutcome, StoredConnection } from "../../src/ports/chat-adapter.ts"
import type { SlackConfig } from "./config.ts"
import { platform } from "./identity.ts"
import type { Patience } from "./limits.ts"
import { platformCodeOf } from "./outcomes.ts"
import { signedRequests } from "./signed-requests.ts"
import { type Credentials, type Hearing, Team, type TeamDeps, type TeamNews } from "./team.ts"

type Deps = TeamDeps & Pick<AdapterDeps<SlackConfig>, "news">

interface Closed {
  readonly since: Instante
  readonly reason: string
}

interface Served {
  readonly credentials: Credentials
  readonly team: Team
  /** Since when it could not be opened or was taken back, and why; `null`: it is open. */
  closed: Closed | null
}

/** The workspaces that this process serves: the settings' own, and those that institutions connected. */
export class Teams {
  readonly #deps: Deps
  readonly #patience: Patience
  readonly #own: Served | null
  readonly #connected = new Map<string, Served>()
  #inbound: InboundHandler | null = null
  #serving: Promise<void> = Promise.resolve()
  /** What Slack posts, to the application that signed it. */
  readonly receive: HttpHandler

  constructor(own: Credentials | null, deps: Deps, patience: Patience) {
    this.#deps = deps
    this.#patience = patience
    this.#own = own && this.#served(own, null)
    this.receive = signedRequests(deps.config.SLACK_SIGNING_SECRET ?? null, () => this.#all())
  }

  /** OperatorError: Slack refuses the settings' own credentials, or is not there. */
  async start(inbound: InboundHandler): Promise<void> {
    await this.#own?.team.start(inbound)
    const { news } = this.#deps
    const id = this.#own?.team.id
    await news.present(platform.id, id ? [id] : [])
    this.#inbound = inbound
    await this.#tryClosed()
  }

  async stop(): Promise<void> {
    this.#inbound = null
    await this.#serving
    await Promise.all(this.#all().map(({ team }) => team.stop()))
  }

  /** One after another: what is opened and closed meanwhile must not cross. */
  serve(connections: readonly StoredConnection[]): Promise<void> {
    const changed = this.#serving.then(() => this.#change(connections))
    this.#serving = changed.catch((error: unknown) =>
      this.#deps.log.error(
        { adapter: "slack", error },
        "The workspaces that are served could not be changed.",
      ),
    )
    return this.#serving
  }

  /** Whoever can speak there; `null`: nobody can, as far as is known. Before the start nobody is sure whose the token is. */
  at(workspace: string): Team | null {
    const served = this.#of(workspace)
    return served === null || served.closed ? null : served.team
  }

  /** `null`: Slack has not said yet whose the token is. */
  reaches(workspace: string): boolean | null {
    const served = this.#of(workspace)
    if (served === null || served.closed) return false
    return served.team.id === null ? null : true
  }

  /** Whether it is one of those that are served, be it open now or not. */
  serves(workspace: string): boolean {
    return this.#of(workspace) !== null
  }

  /** Why one that is served is closed now; `null`: it is open, or it is none of these. */
  why(workspace: string): string | null {
    return this.#of(workspace)?.closed?.reason ?? null
  }

  /** What an outcome tells of the workspace: a connected one whose token is dead is closed, and what is for it waits. */
  learn(workspace: string, outcome: SendOutcome): SendOutcome {
    const served = this.#connected.get(workspace) ?? null
    if (served === null || outcome.kind !== "rejected" || !TAKEN_BACK.has(outcome.platformCode))
      return outcome
    served.team.takenBack()
    return { kind: "retry", after: RETRY_MS, reason: outcome.reason }
  }

  /** Where the bot is, as people may be told. */
  get known(): readonly string[] {
    return this.#all().flatMap(({ team }) => team.id ?? [])
  }

  /** Of one workspace; or of the settings' own, and where there is none, since when not one of them stands. */
  lostSince(workspace?: string): Instante | null {
    if (workspace !== undefined) return lostSince(this.#of(workspace))
    if (this.#own !== null) return lostSince(this.#own)
    const all = this.#all().map(lostSince)
    return all.includes(null) ? null : (all.toSorted().at(-1) ?? null)
  }

  /** Its own application before the Enterprise Grid that it belongs to, and these before whoever is not known yet. */
  #of(workspace: string): Served | null {
    const own = this.#own
    return (
      this.#connected.get(workspace) ??
      this.#all().find(({ team }) => team.covers(workspace)) ??
      (own !== null && own.team.id === null ? own : null)
    )
  }

  async #change(connections: readonly StoredConnection[]): Promise<void> {
    const { config, clock } = this.#deps
    const wanted = new Map(connections.map((one) => [one.workspace, credentialsOf(one, config)]))
    const gone: Team[] = []
    for (const [workspace, { credentials, team }] of this.#connected) {
      if (isDeepStrictEqual(wanted.get(workspace), credentials)) continue
      this.#connected.delete(workspace)
      gone.push(team)
    }
    for (const [workspace, credentials] of wanted) {
      if (this.#connected.has(workspace)) continue
      const closed = { since: clock.now(), reason: "Todavía no se abre." }
      if (credentials.hearing.by === "http" && credentials.hearing.signingSecret === "")
        this.#deps.log.error({ adapter: "slack", workspace }, "A workspace needs SLACK_SIGNING_SECRET.")
      else this.#connected.set(workspace, this.#served(credentials, closed))
    }
    // What is under way ends, and what is new does not wait for that.
    await Promise.all([this.#tryClosed(), ...gone.map((team) => team.stop())])
  }

  #served(credentials: Credentials, closed: Closed | null): Served {
    const served: Served = {
      credentials,
      closed,
      team: new Team(
        credentials,
        this.#deps,
        this.#patience,
        this.#newsOf(() => served),
      ),
    }
    return served
  }

  #newsOf(served: () => Served): TeamNews {
    const { news, clock } = this.#deps
    const adapter = platform.id
    return {
      opened: ({ id, name, scopes }) =>
        served().credentials.team === null
          ? news.opened({ adapter, workspace: id, nombre: name, permisos: scopes })
          : Promise.resolve(),
      channel: (place, cambio) => void news.channel(place, cambio),
      gone: (motivo) => {
        const { team } = served()
        served().closed = { since: clock.now(), reason: motivo }
        // What it writes down closes this very workspace: nobody here may wait for it.
        if (team.id !== null) void news.lost({ adapter, workspace: team.id, motivo })
      },
    }
  }

  /** Those that could not be opened are tried again; one that cannot keeps nobody else waiting for long. */
  async #tryClosed(): Promise<void> {
    const inbound = this.#inbound
    if (inbound === null) return
    const closed = [...this.#connected.values()].filter((one) => one.closed !== null)
    await Promise.all(closed.map((one) => this.#open(one, inbound)))
  }

  async #open(served: Served, inbound: InboundHandler): Promise<void> {
    const { log } = this.#deps
    const workspace = served.credentials.team
    try {
      await served.team.start(inbound)
      served.closed = null
      log.info({ adapter: "slack", workspace }, "Se abrió la conexión con un espacio de Slack.")
    } catch (error) {
      const reason = error instanceof OperatorError ? error.message : INTERNAL
      served.closed = { since: served.closed?.since ?? this.#deps.clock.now(), reason }
      if (isTakenBack(error)) served.team.takenBack()
      log.warn({ adapter: "slack", workspace, error }, "A workspace of Slack could not be opened.")
    }
  }

  #all(): readonly Served[] {
    return [...(this.#own ? [this.#own] : []), ...this.#connected.values()]
  }
}

const lostSince = (served: Served | null): Instante | null =>
  served?.closed?.since ?? served?.team.lostSince ?? null

/** Slack took the token back for good (docs.slack.dev: auth.test errors). An `invalid_auth` may be a failure of Slack's. */
const TAKEN_BACK: ReadonlySet<string> = new Set(["token_revoked", "account_inactive"])
const RETRY_MS = 60_000

const INTERNAL = "Ocurrió un error interno; está en la bitácora técnica."

const isTakenBack = (error: unknown): boolean =>
  error instanceof Error && TAKEN_BACK.has(platformCodeOf(error.cause) ?? "")

function credentialsOf(
  { workspace, medio, credentials }: StoredConnection,
  { SLACK_SIGNING_SECRET }: SlackConfig,
): Credentials {
  const { bot: botToken = "", app: appToken = "", firma = "" } = credentials
  const hearing: Hearing =
    medio === "socket"
      ? { by: "socket", appToken }
      : { by: "http", signingSecret: medio === "oauth" ? (SLACK_SIGNING_SECRET ?? "") : firma }
  return {
    botToken,
    hearing,
    team: workspace,
    application: medio === "oauth" ? "installation" : "institution",
  }
}

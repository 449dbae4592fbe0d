import type { AdapterDeps, AdapterModule } from "../../src/ports/adapter-module.ts"
import type { ChatAdapter, Destination, SendOutcome } from "../../src/ports/chat-adapter.ts"
import type { SlackConfig } from "./config.ts"
import { platform } from "./identity.ts"
import { invitationsOf } from "./invitations.ts"
import { ANSWER_WITHIN_MS, DRAIN_MS, limits, type Patience, SEND_TIMEOUT_MS } from "./limits.ts"
import { render } from "./render.ts"
import type { Channels } from "./send.ts"
import type { Credentials, Hearing, TeamDeps } from "./team.ts"
import { Teams } from "./teams.ts"

type SlackDeps = TeamDeps & Pick<AdapterDeps<SlackConfig>, "mount" | "news" | "authorising" | "publicUrl">

const PATIENCE: Patience = {
  answerWithinMs: ANSWER_WITHIN_MS,
  sendTimeoutMs: SEND_TIMEOUT_MS,
  drainMs: DRAIN_MS,
}

/** Slack, with as many workspaces as there are credentials for. */
export function createSlackAdapter(
  { mount, authorising, publicUrl, ...deps }: SlackDeps,
  patience: Patience = PATIENCE,
): ChatAdapter {
  const teams = new Teams(ownOf(deps.config), deps, patience)
  mount(teams.receive)
  const invitations = authorising && publicUrl && invitationsOf(deps, authorising, publicUrl)
  if (invitations) mount(invitations.handler)
  let stopping: Promise<void> | null = null

  const at = async <Outcome extends SendOutcome>(
    { workspace }: Destination,
    work: (channels: Channels) => Promise<Outcome>,
  ): Promise<Outcome | Extract<SendOutcome, { kind: "retry" }>> => {
    const team = teams.at(workspace)
    if (team) return work(team.channels)
    // Nobody opens it now; it is not taken any more until somebody does.
    const reason = teams.serves(workspace) ? CLOSED : elsewhere(workspace, teams.known).reason
    return { kind: "retry", after: CLOSED_MS, reason }
  }

  return {
    ...platform,
    limits,
    start: (inbound) => teams.start(inbound),
    stop() {
      stopping ??= teams.stop()
      return stopping
    },
    render,
    async send(request) {
      const outcome = await at(request.to, (channels) => channels.send(request))
      return teams.learn(request.to.workspace, outcome)
    },
    async checkDestination(to) {
      const team = teams.at(to.workspace)
      if (team) return team.channels.check(to)
      const closed = { reason: CLOSED, platformCode: "not_connected" }
      return {
        kind: "unusable",
        ...(teams.serves(to.workspace) ? closed : elsewhere(to.workspace, teams.known)),
      }
    },
    editing: { edit: (request) => at(request.receipt, (channels) => channels.edit(request)) },
    pinning: { pin: (request) => at(request.receipt, (channels) => channels.pin(request)) },
    portada: { publish: (request) => at(request.to, (channels) => channels.publish(request)) },
    lookup: {
      async find(to, key, since) {
        const team = teams.at(to.workspace)
        return team?.channels.find(to, key, since) ?? { kind: "unknown", detail: CLOSED }
      },
    },
    workspaces: { reaches: (workspace) => teams.reaches(workspace) },
    inviting: invitations ? { url: invitations.url } : undefined,
    serving: { serve: (connections) => teams.serve(connections) },
    // By signed HTTP it is Slack that comes, but what could not be opened is lost there too.
    connection: {
      lostSince: (workspace) => teams.lostSince(workspace),
      why: (workspace) => teams.why(workspace),
    },
  }
}

export const adapterModule: AdapterModule<SlackConfig> = { create: (deps) => createSlackAdapter(deps) }

const ELSEWHERE = "other_workspace"
/** One that could not be opened is tried again every minute. */
const CLOSED_MS = 60_000
const CLOSED = "No fue posible abrir la conexión con ese espacio de Slack; se vuelve a intentar cada minuto."

/** A channel of another workspace cannot be reached with this token, whatever its id. */
const elsewhere = (workspace: string, known: readonly string[]) => ({
  reason: `El canal está registrado en el espacio ${workspace} de Slack y el bot ${known.length === 0 ? "no tiene ninguno conectado" : `pertenece a ${known.join(", ")}`}. Corrija el espacio en el registro del canal o conecte ese espacio.`,
  platformCode: ELSEWHERE,
})

/** The settings' own workspace; `null`: they have none. */
function ownOf(config: SlackConfig): Credentials | null {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET } = config
  if (!botToken) return null
  const hearing: Hearing =
    config.SLACK_MODE === "http"
      ? { by: "http", signingSecret: SLACK_SIGNING_SECRET ?? "" }
      : { by: "socket", appToken: SLACK_APP_TOKEN ?? "" }
  return { botToken, hearing, team: null, application: "installation" }
}

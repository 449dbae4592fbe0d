import type { ExternalUser, Place } from "../../src/ports/chat-adapter.ts"

export const platform = { id: "slack", name: "Slack" } as const

/**
 * Who and where, from the ids that Slack signs; names in the payload prove nothing and are not read.
 *
 * Whoever administers an application knows the secret by which it signs, and could sign what Slack never sent. So an
 * application that an institution connected (`bound`) speaks of its own workspace alone: of a person from elsewhere, whom
 * Slack Connect brings, it gives an account that nobody has. `null`: the installation's own application.
 */
export class Vouched {
  readonly #bound: string | null
  readonly #covers: (team: string) => boolean

  /** `covers`: whether a workspace is the bound one, or one of the bound Enterprise Grid. */
  constructor(bound: string | null, covers: (team: string) => boolean) {
    this.#bound = bound
    this.#covers = covers
  }

  actor(team: string, user: string): ExternalUser {
    const own = this.#bound === null || this.#covers(team)
    return { adapter: platform.id, workspace: own ? team : `${this.#bound}/externo`, user }
  }

  place(team: string, channel: string): Place {
    return {
      adapter: platform.id,
      workspace: this.#bound === null || this.#covers(team) ? team : this.#bound,
      channel,
      // docs.slack.dev: ids of direct messages begin so.
      ...(channel.startsWith("D") ? { direct: true } : {}),
    }
  }
}

/**
 * Whose person pressed, which in a channel shared by two workspaces is not where the message stands. An account is
 * known by its own workspace.
 */
export const teamOf = ({ user, team }: Interacted): string => user.team_id ?? team?.id ?? ""

/** The workspace in which something was pressed. */
export const homeOf = ({ user, team }: Interacted): string => team?.id ?? user.team_id ?? ""

interface Interacted {
  readonly user: { readonly team_id?: string }
  readonly team: { readonly id: string } | null
}

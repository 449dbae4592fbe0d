import type { Destination, ExternalUser } from "../../src/ports/chat-adapter.ts"

export const platform = { id: "slack", name: "Slack" } as const

/** Who and where, from the ids that Slack signs; names in the payload prove nothing and are not read. */
export function actorOf(team: string, user: string): ExternalUser {
  return { adapter: platform.id, workspace: team, user }
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

export function placeOf(team: string, channel: string): Destination {
  return { adapter: platform.id, workspace: team, channel }
}

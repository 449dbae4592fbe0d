import type { Destination, ExternalUser } from "../../src/ports/chat-adapter.ts"

/** Who and where, from the ids that Slack signs; names in the payload prove nothing and are not read. */
export function actorOf(team: string, user: string): ExternalUser {
  return { adapter: "slack", workspace: team, user }
}

export function placeOf(team: string, channel: string): Destination {
  return { adapter: "slack", workspace: team, channel }
}

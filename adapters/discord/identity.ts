import { createHash } from "node:crypto"
import type { ExternalUser, Place } from "../../src/ports/chat-adapter.ts"
import { limits } from "./limits.ts"

export const platform = { id: "discord", name: "Discord" } as const

/** Outside a server (a direct message) the workspace is this. */
const DIRECT = "directo"

export function actorOf(guild: string | null, user: string): ExternalUser {
  // An account has the same id in all servers.
  return guild === null
    ? { adapter: platform.id, workspace: DIRECT, user, anywhere: true }
    : { adapter: platform.id, workspace: guild, user }
}

export function placeOf(guild: string | null, channel: string | null): Place {
  const place = { adapter: platform.id, workspace: guild ?? DIRECT, channel: channel ?? DIRECT }
  return guild === null ? { ...place, direct: true } : place
}

const digest = (key: string) => createHash("sha256").update(key).digest("hex")

/** With `enforce_nonce`, Discord answers a repeated nonce of the last minutes with the message it already has. */
export const nonceOf = (key: string) => digest(key).slice(0, limits.nonce)

/**
 * Printed small under the message. Discord gives the nonce back only when a message is created, so this is what an
 * earlier message is recognised by when its channel is read again.
 */
export const referenceOf = (key: string) => `Ref. ${digest(key).slice(0, 12).toUpperCase()}`

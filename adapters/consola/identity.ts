import type { ExternalUser, Place } from "../../src/ports/chat-adapter.ts"
import { CONSOLA } from "../../src/ports/console-demo.ts"

export const platform = { id: CONSOLA, name: "consola web" } as const

/** Channel of the private conversation between a person and the bot. */
export const DIRECT = "directo"

/** In the console one chooses who one is: that is why it is a demonstration and answers this machine only. */
export const userOf = (workspace: string, user: string): ExternalUser => ({
  adapter: platform.id,
  workspace,
  user,
})

export const placeOf = (workspace: string, channel: string): Place => ({
  adapter: platform.id,
  workspace,
  channel,
  ...(channel.startsWith(`${DIRECT}:`) ? { direct: true } : {}),
})

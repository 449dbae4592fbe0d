import { Routes } from "discord.js"
import { OperatorError } from "../../src/domain/operator-error.ts"
import type { DiscordConfig } from "./config.ts"
import type { DiscordRest } from "./rest.ts"

/** The bot's own account. */
export async function ownId(rest: DiscordRest): Promise<string> {
  const { id } = (await rest.get(Routes.user())) as { readonly id: string }
  return id
}

/** A token of one application with the id of another would register the commands where nobody answers them. */
export async function checkApplication(rest: DiscordRest, { DISCORD_APP_ID }: DiscordConfig): Promise<void> {
  const { id } = (await rest.get(Routes.currentApplication())) as { readonly id: string }
  if (id !== DISCORD_APP_ID)
    throw new OperatorError(
      "DISCORD_APP_ID y DISCORD_TOKEN son de aplicaciones distintas.",
      `El token es de la aplicación ${id}: escriba ese identificador en DISCORD_APP_ID, o en DISCORD_TOKEN el token de la otra.`,
    )
}

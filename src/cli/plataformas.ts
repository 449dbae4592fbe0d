import { discordEnv } from "../../adapters/discord/config.ts"
import { describeCommands } from "../commands/describe.ts"
import { parseEnv } from "../config/env.ts"
import { OperatorError } from "../domain/operator-error.ts"

/** Prints the manifest with which Slack creates the application. */
export async function manifiesto(plataforma: string, options: { readonly url?: string }): Promise<number> {
  if (plataforma !== "slack") throw unknownPlatform(plataforma, "slack")
  const { slackManifest } = await import("../../adapters/slack/manifest.ts")
  const mode = options.url ? { mode: "http" as const, url: options.url } : { mode: "socket" as const }
  process.stdout.write(`${JSON.stringify(slackManifest(describeCommands(), mode), null, 2)}\n`)
  return 0
}

export async function registrarComandos(plataforma: string): Promise<number> {
  if (plataforma !== "discord") throw unknownPlatform(plataforma, "discord")
  const { registerCommands } = await import("../../adapters/discord/register.ts")
  const registered = await registerCommands(parseEnv(discordEnv.schema, process.env), describeCommands())
  process.stdout.write(`Discord registró ${registered} órdenes.\n`)
  return 0
}

const unknownPlatform = (given: string, known: string) =>
  new OperatorError(`«${given}» no es una plataforma de esta orden.`, `Use: ${known}`)

import { describeCommands } from "../commands/describe.ts"
import { parseEnv } from "../config/env.ts"
import { OperatorError } from "../domain/operator-error.ts"
import type { AdapterDefinition } from "../ports/adapter-module.ts"
import { plural } from "../texts/plurales.ts"
import type { CliIo } from "./io.ts"
import { idsWith, type Order, platformsWith } from "./platforms-with.ts"

/** Prints what the platform creates its application from. */
export async function manifiesto(
  plataforma: string,
  options: { readonly url?: string },
  { out }: CliIo,
): Promise<number> {
  const manifest = await platform(plataforma, "manifest").manifest?.(describeCommands(), options.url)
  out(`${JSON.stringify(manifest, null, 2)}\n`)
  return 0
}

export async function registrarComandos(plataforma: string, { env, out }: CliIo): Promise<number> {
  const definition = platform(plataforma, "registerCommands")
  const config = parseEnv(definition.schema, env)
  const registered = await definition.registerCommands?.(config, describeCommands())
  out(`${definition.name} registró ${plural(registered ?? 0, "orden", "órdenes")}.\n`)
  return 0
}

function platform(id: string, order: Order): AdapterDefinition<unknown> {
  const found = platformsWith(order).find((definition) => definition.id === id)
  if (found) return found
  throw new OperatorError(`«${id}» no es una plataforma de esta orden.`, `Use: ${idsWith(order)}`)
}

import { describeCommands } from "../commands/describe.ts"
import { parseEnv } from "../config/env.ts"
import { plural } from "../texts/plurales.ts"
import type { CliIo } from "./io.ts"
import { platformOf } from "./platforms-with.ts"

/** Prints what the platform creates its application from. */
export async function manifiesto(
  plataforma: string,
  options: { readonly url?: string },
  { out }: CliIo,
): Promise<number> {
  const manifest = await platformOf(plataforma, "manifest").manifest?.(describeCommands(), options.url)
  out(`${JSON.stringify(manifest, null, 2)}\n`)
  return 0
}

export async function registrarComandos(plataforma: string, { env, out }: CliIo): Promise<number> {
  const definition = platformOf(plataforma, "registerCommands")
  const config = parseEnv(definition.schema, env)
  const registered = await definition.registerCommands?.(config, describeCommands())
  out(`${definition.name} registró ${plural(registered ?? 0, "orden", "órdenes")}.\n`)
  return 0
}

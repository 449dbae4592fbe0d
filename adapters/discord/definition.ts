import type { AdapterDefinition } from "../../src/ports/adapter-module.ts"
import { type DiscordConfig, isConfigured, schema } from "./config.ts"
import { platform } from "./identity.ts"

export const discord: AdapterDefinition<DiscordConfig> = {
  ...platform,
  schema,
  wanted: (env) => (isConfigured(env) ? "yes" : "no"),
  listeners: "one",
  load: async () => (await import("./index.ts")).adapterModule,
  async registerCommands(config, commands) {
    const { registerCommands } = await import("./register.ts")
    return registerCommands(config, commands)
  },
}

import type { AdapterDefinition } from "../../src/ports/adapter-module.ts"
import { isConfigured, type SlackConfig, schema } from "./config.ts"
import { platform } from "./identity.ts"

export const slack: AdapterDefinition<SlackConfig> = {
  ...platform,
  schema,
  wanted: (env) => (isConfigured(env) ? "yes" : "no"),
  // Socket Mode and signed HTTP hand an event to one of the processes.
  listeners: "any",
  load: async () => (await import("./index.ts")).adapterModule,
  async manifest(commands, url) {
    const { slackManifest } = await import("./manifest.ts")
    return slackManifest(commands, url === undefined ? { mode: "socket" } : { mode: "http", url })
  },
}

import type { AdapterId } from "../src/domain/tipos/canal.ts"
import type { AdapterDeps, AdapterEnv, AdapterModule } from "../src/ports/adapter-module.ts"
import type { ChatAdapter } from "../src/ports/chat-adapter.ts"
import { consolaEnv } from "./consola/config.ts"
import { discordEnv } from "./discord/config.ts"
import { slackEnv } from "./slack/config.ts"

interface RegisteredAdapter {
  readonly env: AdapterEnv<unknown>
  /** `one`: the platform tells every connection everything, so only one process may listen; all of them send. */
  readonly listeners: "one" | "any"
  /** Loads the SDK only now, and builds the adapter with an already validated configuration. */
  create(config: unknown, deps: Omit<AdapterDeps<unknown>, "config">): Promise<ChatAdapter>
}

function register<Config>(
  env: AdapterEnv<Config>,
  load: () => Promise<{ readonly adapterModule: AdapterModule<Config> }>,
  listeners: RegisteredAdapter["listeners"] = "any",
): RegisteredAdapter {
  return {
    env,
    listeners,
    async create(config, deps) {
      const { adapterModule } = await load()
      return adapterModule.create({ ...deps, config: config as Config })
    },
  }
}

/** Every platform Plenaria speaks: a new one is a folder, a line here and a contract test. */
export const adapterRegistry: Readonly<Record<AdapterId, RegisteredAdapter>> = {
  slack: register(slackEnv, () => import("./slack/index.ts")),
  discord: register(discordEnv, () => import("./discord/index.ts"), "one"),
  consola: register(consolaEnv, () => import("./consola/index.ts")),
}

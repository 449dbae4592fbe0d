import type { AdapterRegistry } from "../src/ports/adapter-module.ts"
import { consola } from "./consola/definition.ts"
import { discord } from "./discord/definition.ts"
import { slack } from "./slack/definition.ts"

/** Every platform Plenaria speaks: a new one is a folder, its name here, and its contract test. */
export const adapterRegistry: AdapterRegistry = [slack, discord, consola]

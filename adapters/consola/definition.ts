import type { AdapterDefinition } from "../../src/ports/adapter-module.ts"
import { type ConsolaConfig, schema, wanted } from "./config.ts"
import { platform } from "./identity.ts"
import { ENDPOINTS } from "./limits.ts"

/** The console has no ids of its own: its people and its channels are called as the data call them. */
const LIBRE = { pattern: /^\S+$/u, ayuda: "es un texto sin espacios" } as const

export const consola: AdapterDefinition<ConsolaConfig> = {
  ...platform,
  ids: { workspace: LIBRE, channel: LIBRE, user: LIBRE },
  schema,
  wanted,
  listeners: "any",
  endpoints: ENDPOINTS,
  demonstration: true,
  load: async () => (await import("./index.ts")).adapterModule,
  startup: (on, address) =>
    on ? `${address}  (solo desde este equipo; no la comparta)` : "apagada (CONSOLA=si la enciende)",
}

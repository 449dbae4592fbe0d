import type { AdapterDefinition } from "../../src/ports/adapter-module.ts"
import { type ConsolaConfig, schema, wanted } from "./config.ts"
import { platform } from "./identity.ts"

export const consola: AdapterDefinition<ConsolaConfig> = {
  ...platform,
  schema,
  wanted,
  listeners: "any",
  demonstration: true,
  load: async () => (await import("./index.ts")).adapterModule,
  startup: (on, url) => (on ? `${url}  (solo desde este equipo)` : "apagada (CONSOLA=si la enciende)"),
}

import type { AdapterDefinition } from "../../src/ports/adapter-module.ts"
import { type DiscordConfig, isConfigured, schema } from "./config.ts"
import { platform } from "./identity.ts"

/** Ids of Discord are 64-bit numbers that begin with their time: of these years they have 17 to 20 digits. */
const snowflake = (de: string) => ({
  pattern: /^\d{17,20}$/u,
  ayuda: `es un número de 17 a 20 dígitos, entre comillas; active el modo de desarrollador en los ajustes avanzados de Discord, abra el menú contextual de ${de} y elija «Copiar ID»`,
})

export const discord: AdapterDefinition<DiscordConfig> = {
  ...platform,
  ids: {
    workspace: snowflake("el servidor"),
    channel: snowflake("el canal"),
    user: snowflake("la persona"),
  },
  schema,
  wanted: (env) => (isConfigured(env) ? "yes" : "no"),
  listeners: "one",
  inspection: {
    own: async (config, clock, commands) =>
      (await import("./inspect.ts")).inspectOwn(config, clock, commands),
  },
  load: async () => (await import("./index.ts")).adapterModule,
  async invitation(config) {
    const { invitationOf } = await import("./invitation.ts")
    return invitationOf(config)
  },
  async registerCommands(config, commands) {
    const { registerCommands } = await import("./register.ts")
    return registerCommands(config, commands)
  },
}

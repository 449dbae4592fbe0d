import type { AdapterDefinition } from "../../src/ports/adapter-module.ts"
import { isConfigured, type SlackConfig, schema } from "./config.ts"
import { platform } from "./identity.ts"
import { AUTHORISED, CONNECT, EVENTS } from "./limits.ts"

export const slack: AdapterDefinition<SlackConfig> = {
  ...platform,
  ids: {
    workspace: {
      pattern: /^[TE][A-Z0-9]{7,}$/u,
      ayuda:
        "comienza con T o E y tiene ocho caracteres o más, como T0123ABCD; está en la dirección de Slack en el navegador: app.slack.com/client/T0123ABCD",
    },
    channel: {
      pattern: /^[CGD][A-Z0-9]{7,}$/u,
      ayuda:
        "comienza con C, G o D y tiene ocho caracteres o más, como C0789IJKL; está al final de los detalles del canal",
    },
    user: {
      pattern: /^[UW][A-Z0-9]{7,}$/u,
      ayuda:
        "comienza con U o W y tiene ocho caracteres o más, como U0456EFGH; está en el perfil de la persona, en «Copiar ID de miembro»",
    },
  },
  schema,
  wanted: (env) => (isConfigured(env) ? "yes" : "no"),
  // Socket Mode and signed HTTP hand an event to one of the processes.
  listeners: "any",
  endpoints: [EVENTS, { ...CONNECT, method: "GET", bodyBytes: 0 }, CONNECT, AUTHORISED],
  connecting: {
    ayuda:
      "una por línea, en cualquier orden: el token del bot (xoxb-…), de «OAuth & Permissions», y el token de aplicación (xapp-…) o el secreto de firma, de «Basic Information», en api.slack.com/apps",
    async check(config, lines) {
      const { checkConnection } = await import("./connecting.ts")
      return checkConnection(config, lines)
    },
  },
  inspection: {
    own: async (config, clock) => (await import("./inspect.ts")).inspectOwn(config, clock),
    connected: async (config, connection, clock) =>
      (await import("./inspect.ts")).inspectConnected(config, connection, clock),
  },
  load: async () => (await import("./index.ts")).adapterModule,
  async manifest(commands, url) {
    const { slackManifest } = await import("./manifest.ts")
    return slackManifest(commands, url === undefined ? { mode: "socket" } : { mode: "http", url })
  },
}

import type { AdapterModule } from "../../src/ports/adapter-module.ts"
import type { ConsolaConfig } from "./config.ts"
import { Entrance } from "./entrance.ts"
import { platform } from "./identity.ts"
import { limits, MAX_FILE } from "./limits.ts"
import { createPage } from "./receive.ts"
import { render } from "./render.ts"
import { Channels } from "./send.ts"

/** A web page served by the bot itself: the demonstration, and a chat for those who have none. */
export const adapterModule: AdapterModule<ConsolaConfig> = {
  create({ config, clock, log, commands, mount, demo }) {
    const channels = new Channels(demo, clock)
    const entrance = new Entrance(config.CONSOLA_ENTRADA)
    const page = createPage({ clock, log, commands, demo, news: channels.news, entrance })
    mount(page.handler)
    return {
      ...platform,
      limits,
      async start(inbound) {
        page.open(inbound)
      },
      async stop() {
        await page.close()
      },
      render,
      send: (request) => channels.send(request),
      checkDestination: (to) => channels.check(to),
      page: { address: (base) => entrance.address(base) },
      files: { maxBytes: MAX_FILE },
      editing: { edit: (request) => channels.edit(request) },
      pinning: { pin: (request) => channels.pin(request) },
      lookup: { find: (to, key) => channels.find(to, key) },
    }
  },
}

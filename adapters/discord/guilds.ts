import { type Client, Events, type Guild } from "discord.js"
import type { ConnectionNews } from "../../src/ports/connection-news.ts"
import { platform } from "./identity.ts"

/** Tells of the servers that the bot is in, from the moment at which the gateway has told them. */
export function watchGuilds(client: Client, news: ConnectionNews): { greet(): Promise<void> } {
  const opened = ({ id, name }: Guild) =>
    news.opened({ adapter: platform.id, workspace: id, nombre: name, permisos: [] })
  client.on(Events.GuildCreate, (guild) => void opened(guild))
  // One that Discord cannot reach for a while is told as unavailable, and is none of this.
  client.on(
    Events.GuildDelete,
    ({ id }) =>
      void news.lost({
        adapter: platform.id,
        workspace: id,
        motivo: "Plenaria fue retirada de ese servidor de Discord.",
      }),
  )
  const changed = (guild: string, channel: string) =>
    void news.channel({ adapter: platform.id, workspace: guild, channel }, null)
  // discord.com/developers/docs: name and permissions; who reads it is then asked for.
  client.on(Events.ChannelUpdate, (_before, after) => {
    if (!after.isDMBased()) changed(after.guildId, after.id)
  })
  client.on(Events.ChannelDelete, (channel) => {
    if (!channel.isDMBased()) changed(channel.guildId, channel.id)
  })
  return {
    async greet() {
      const guilds = [...client.guilds.cache.values()]
      await news.present(
        platform.id,
        guilds.map(({ id }) => id),
      )
      for (const guild of guilds) await opened(guild)
    },
  }
}

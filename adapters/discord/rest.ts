import { REST, type RequestData, RequestMethod, type RouteLike } from "discord.js"
import type { DiscordConfig } from "./config.ts"

/** Requests to Discord's API: each is sent once, and neither waits for a rate limit. */
export interface DiscordRest {
  get(route: RouteLike, options?: RequestData): Promise<unknown>
  post(route: RouteLike, options?: RequestData): Promise<unknown>
  patch(route: RouteLike, options?: RequestData): Promise<unknown>
  put(route: RouteLike, options?: RequestData): Promise<unknown>
}

/** `DISCORD_API_URL` as the SDK takes it; the gateway's address then comes from that server too. */
export const apiOption = ({ DISCORD_API_URL: url }: DiscordConfig) =>
  url ? { api: url.replace(/\/+$/, "") } : {}

export function createRest(config: DiscordConfig, timeout: number): DiscordRest {
  const rest = new REST({
    version: "10",
    ...apiOption(config),
    retries: 0,
    timeout,
    rejectOnRateLimit: () => true,
  })
  // discord.js forgets the token after any 401, and then fails without asking Discord: what nobody sent would look as
  // if its answer had been lost. So each request brings the token again.
  const request =
    (method: RequestMethod) =>
    (fullRoute: RouteLike, options: RequestData = {}) =>
      rest.setToken(config.DISCORD_TOKEN ?? "").request({ ...options, method, fullRoute })
  return {
    get: request(RequestMethod.Get),
    post: request(RequestMethod.Post),
    patch: request(RequestMethod.Patch),
    put: request(RequestMethod.Put),
  }
}

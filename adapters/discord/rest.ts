import {
  DefaultRestOptions,
  REST,
  type RESTOptions,
  type RequestData,
  RequestMethod,
  type RouteLike,
} from "discord.js"
import type { DiscordConfig } from "./config.ts"

/** Requests to Discord's API: each is sent once, and neither waits for a rate limit. */
export interface DiscordRest {
  get(route: RouteLike, options?: RequestData): Promise<unknown>
  post(route: RouteLike, options?: RequestData): Promise<unknown>
  patch(route: RouteLike, options?: RequestData): Promise<unknown>
  put(route: RouteLike, options?: RequestData): Promise<unknown>
}

/**
 * Node's HTTP client is one for the whole process, of whichever SDK loaded its own first; beside Slack's it is of another
 * version than discord.js brings, and does not know this one's forms. Bytes it does.
 */
const makeRequest: RESTOptions["makeRequest"] = async (url, init) => {
  if (!(init.body instanceof FormData)) return DefaultRestOptions.makeRequest(url, init)
  const form = new Response(init.body)
  const headers = { ...init.headers, "content-type": form.headers.get("content-type") ?? "" }
  return DefaultRestOptions.makeRequest(url, {
    ...init,
    body: new Uint8Array(await form.arrayBuffer()),
    headers,
  })
}

/**
 * Of every REST client of discord.js here. `DISCORD_API_URL` as the SDK takes it; the gateway's address then comes from
 * that server too.
 */
export const restOptions = ({ DISCORD_API_URL: url }: DiscordConfig) => ({
  makeRequest,
  ...(url ? { api: url.replace(/\/+$/, "") } : {}),
})

export function createRest(config: DiscordConfig, timeout: number): DiscordRest {
  const rest = new REST({
    version: "10",
    ...restOptions(config),
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

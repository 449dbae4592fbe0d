/** Where Slack answers: its API, and the addresses that come with an interaction (docs.slack.dev: response_url; GovSlack). */
const HOSTS: ReadonlySet<string> = new Set([
  "slack.com",
  "hooks.slack.com",
  "slack-gov.com",
  "hooks.slack-gov.com",
])

/**
 * Asks Slack alone, and not for long: whoever administers an application knows its secret and could sign an interaction
 * whose `response_url` is a machine of this network. `apiUrl`: of a Slack at another address.
 */
export function fetchOfSlack(timeoutMs: number, apiUrl: string | undefined): typeof fetch {
  const elsewhere = apiUrl === undefined ? null : new URL(apiUrl).hostname
  const isSlack = ({ protocol, hostname }: URL) =>
    elsewhere === null ? protocol === "https:" && HOSTS.has(hostname) : hostname === elsewhere
  return async (input, init) => {
    const address = new URL(input instanceof Request ? input.url : input)
    if (!isSlack(address)) throw new Error("An answer was asked for at an address that is not Slack's.")
    const signal = init?.signal ?? AbortSignal.timeout(timeoutMs)
    return fetch(input, { ...init, signal, redirect: "error" })
  }
}

/** What somebody wrote to the bot. */
export interface Written {
  readonly user: string
  readonly channel: string
  readonly ts: string
  readonly text?: string | undefined
  /** Of the writer, where several workspaces share a channel. */
  readonly user_team?: string | undefined
  readonly team?: string | undefined
}

/** `<@U123>`: it was called by its name. */
export const sinMencion = (text: string) => text.replace(/<@[A-Z0-9]+(?:\|[^>]*)?>/gu, " ").trim()

interface DirectMessage extends Omit<Written, "user"> {
  readonly channel_type?: string
  readonly user?: string
  readonly subtype?: string | undefined
  readonly bot_id?: string
}

/** Words with a file beside them, and those that were written in a thread for all to read. */
const WRITTEN: readonly (string | undefined)[] = [undefined, "file_share", "thread_broadcast"]

/** Not the bot's own, nor another's, nor the news that a message was changed or deleted. */
export const isFromPerson = (message: DirectMessage): message is DirectMessage & Written =>
  message.channel_type === "im" &&
  WRITTEN.includes(message.subtype) &&
  !message.bot_id &&
  Boolean(message.user)

/**
 * What somebody wrote in a message, without Slack's own marks (docs.slack.dev: formatting text for app surfaces): an address
 * with its words, a person or a channel by what Slack says of them.
 */
export function literalDe(mrkdwn: string): string {
  return mrkdwn
    .replaceAll(/<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/gu, (_, mark: string, what: string, words?: string) => {
      if (mark !== "") return `${mark === "#" ? "#" : "@"}${(words ?? what).replace(/^[@#]/u, "")}`
      return words === undefined || words === what ? what : `${words} (${what})`
    })
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
}

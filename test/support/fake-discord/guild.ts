/** Of the role that the bot's invitation made for it. */
const BOT_ROLE = "500000000000000001"
const VIEW = (1n << 10n).toString()

/** A guild as the API tells of it to whoever has no gateway: its roles, and who reads which channel. */
export class FakeGuild {
  /** Channels that everybody in the guild reads. */
  readonly open = new Set<string>()
  /** Channels that everybody in the guild is kept out of. */
  readonly closed = new Set<string>()
  readonly #ids: { readonly guild: string; readonly bot: string }
  readonly #permissions: () => bigint

  constructor(ids: { readonly guild: string; readonly bot: string }, permissions: () => bigint) {
    this.#ids = ids
    this.#permissions = permissions
  }

  overwritesOf(channel: string) {
    if (this.closed.has(channel)) return [{ id: this.#ids.guild, type: 0, allow: "0", deny: VIEW }]
    return this.open.has(channel) ? [{ id: this.#ids.guild, type: 0, allow: VIEW, deny: "0" }] : []
  }

  /** `null`: the question is not about the guild. */
  answer(route: string): unknown {
    const { guild, bot } = this.#ids
    switch (route) {
      case "GET /users/@me/guilds":
        return [{ id: guild, name: "Comisión" }]
      case `GET /guilds/${guild}/roles`:
        return [
          { id: guild, permissions: "0" },
          { id: BOT_ROLE, permissions: this.#permissions().toString() },
        ]
      case `GET /guilds/${guild}/members/${bot}`:
        return { user: { id: bot }, roles: [BOT_ROLE] }
      default:
        return null
    }
  }
}

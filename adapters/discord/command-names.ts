import type { CommandMention } from "../../src/cards/card.ts"
import type { CommandNames } from "../../src/cards/comando.ts"
import type { CommandDescription } from "../../src/ports/command-description.ts"
import type { Logger } from "../../src/ports/logger.ts"
import type { DiscordConfig } from "./config.ts"
import { loggable } from "./outcomes.ts"
import { allRegistered, commandsRoute, type RegisteredName, registeredNames } from "./register.ts"
import type { DiscordRest } from "./rest.ts"

/**
 * How the commands are called here: by the group under which they are registered, with the options that are offered.
 * Once Discord has told the ids, a mention opens the command (discord.com/developers/docs/reference#message-formatting).
 */
export class RegisteredCommands {
  readonly #commands: readonly CommandDescription[]
  readonly #names: ReadonlyMap<string, RegisteredName>
  readonly #ids = new Map<string, string>()

  constructor(commands: readonly CommandDescription[]) {
    this.#commands = commands
    this.#names = registeredNames(commands)
  }

  readonly names: CommandNames = (mention) => {
    const registered = this.#names.get(mention.command)
    if (registered === undefined) return { text: mention.text }
    const { path } = registered
    const text = [`/${path}`, ...given(mention, registered)].join(" ")
    const id = this.#ids.get(path.split(" ", 1)[0] ?? "")
    // A command alone opens nothing where it has subcommands.
    return id === undefined || !path.includes(" ") ? { text } : { text, native: `</${path}:${id}>` }
  }

  /**
   * Tells Discord the commands: they are there in every server that the bot is in or comes to, or in the settings' own
   * alone. Without its answer each is still called by its name.
   */
  async register(rest: DiscordRest, config: DiscordConfig, log: Logger): Promise<void> {
    try {
      await rest.put(commandsRoute(config), { body: allRegistered(this.#commands) })
    } catch (error) {
      log.warn({ adapter: "discord", error: loggable(error) }, "Discord did not take the commands.")
    }
    await this.#learn(rest, config, log)
  }

  async #learn(rest: DiscordRest, config: DiscordConfig, log: Logger): Promise<void> {
    try {
      const found = await rest.get(commandsRoute(config))
      for (const one of Array.isArray(found) ? found : []) {
        const { id, name } = Object(one)
        if (typeof name === "string" && /^\d{1,20}$/.test(String(id))) this.#ids.set(name, String(id))
      }
    } catch (error) {
      log.info({ adapter: "discord", error: loggable(error) }, "The ids of the commands are not known.")
    }
  }
}

/** What a form asks for is filled in there and has no place after the name. */
const given = ({ options }: CommandMention, { offered }: RegisteredName): readonly string[] =>
  Object.entries(options).flatMap(([name, value]) => (offered.includes(name) ? [`${name}:${value}`] : []))

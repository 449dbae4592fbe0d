import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { limits, MAX_FILE } from "../../adapters/discord/limits.ts"
import { registerCommands, registrationBody, subcommandName } from "../../adapters/discord/register.ts"
import { describeCommands } from "../../src/commands/describe.ts"
import { createLogger } from "../../src/config/log.ts"
import { OperatorError } from "../../src/domain/operator-error.ts"
import { cardOf, RecordingInbound, reply, until } from "../contract/contract-inbound.ts"
import { discordAdapter, discordConfig, startDiscord } from "../support/fake-discord/harness.ts"
import {
  autocomplete,
  buttonPress,
  slashCommand,
  visibleAnswers,
} from "../support/fake-discord/interactions.ts"
import { APP_ID, FakeDiscord, GUILD, TOKEN } from "../support/fake-discord/server.ts"
import { silentLog } from "../support/silent-log.ts"

let inbound: RecordingInbound
let harness: Awaited<ReturnType<typeof startDiscord>>

beforeEach(async () => {
  inbound = new RecordingInbound()
  harness = await startDiscord(inbound)
})
afterEach(() => harness.close())

describe("Discord", () => {
  it("offers values while an option is typed", async () => {
    const { fake } = harness
    const typing = autocomplete(fake, "sesion", "agenda", "sesion", "so")
    fake.gateway.dispatch("INTERACTION_CREATE", typing.payload)
    await until(() => fake.callbacks.has(typing.id), "the suggestions arrive")
    expect(inbound.completions[0]).toMatchObject({
      name: "sesion",
      subcommand: "agenda",
      option: "sesion",
      typed: "so",
      given: {},
    })
    expect(fake.callbacks.get(typing.id)).toEqual({
      type: 8,
      data: { choices: [{ name: "SO-22", value: "SO-22" }] },
    })
  })

  it("passes typed options by name", async () => {
    await harness.typeCommand("/sesion agenda SO-22")
    expect(inbound.commands[0]?.rawOptions).toEqual({
      kind: "typed",
      subcommand: "agenda",
      values: { sesion: "SO-22" },
    })
  })

  it("gives a file with a private answer, and nothing when it is too large", async () => {
    const { fake } = harness
    const file = {
      name: "acuses-SO-22-v1.csv",
      mediaType: "text/csv",
      label: "Descargar",
      url: null,
    } as const
    inbound.answerWith(async () =>
      reply("Los acuses.", {}, { file: { ...file, content: "Institución,Acusó\r\n" } }),
    )
    expect((await harness.typeCommand("/sesion acuses-exportar")).visibleTo).toBe("asker")
    expect(fake.answerFiles).toMatchObject([{ filename: file.name, content: "Institución,Acusó\r\n" }])
    const binary = { ...file, content: btoa("PK\u0003"), encoding: "base64" } as const
    inbound.answerWith(async () => reply("Los acuses.", {}, { file: binary }))
    await harness.typeCommand("/sesion acuses-exportar")
    expect(fake.answerFiles.splice(1)).toMatchObject([{ content: "PK\u0003" }])
    const large = { ...file, content: "x".repeat(MAX_FILE + 1) }
    inbound.answerWith(async () => reply("Los acuses.", {}, { file: large }))
    expect((await harness.typeCommand("/sesion acuses-exportar")).text).toContain("Los acuses.")
    expect(fake.answerFiles).toHaveLength(1)
  })

  it("never replaces a channel's message, which belongs to everybody", async () => {
    const { fake } = harness
    inbound.answerWith(async () => reply("Solo para usted.", { replaces: true }))
    const press = buttonPress(fake, "sesion.agenda:SO-22", "channel")
    fake.gateway.dispatch("INTERACTION_CREATE", press.payload)
    await until(() => visibleAnswers(fake, press).bodies.length > 0, "the answer arrives")
    expect(visibleAnswers(fake, press)).toMatchObject({ replaced: false, ephemeral: true })
  })

  it("posts nothing when the handler fails after the answer was deferred", async () => {
    const { fake } = harness
    inbound.answerWith(async () => {
      throw new Error("a bug")
    })
    const command = slashCommand(fake, "/sesion proxima")
    fake.gateway.dispatch("INTERACTION_CREATE", command.payload)
    await until(() => inbound.commands.length === 1, "the command arrives")
    inbound.answerWith(async () => reply("Sigo aquí."))
    expect((await harness.typeCommand("/sesion proxima")).text).toContain("Sigo aquí.")
    expect(fake.messages).toEqual([])
  })

  it("resumes after the connection is cut, and misses nothing that happened meanwhile", async () => {
    const { fake } = harness
    fake.gateway.drop()
    const meanwhile = slashCommand(fake, "/sesion proxima")
    fake.gateway.dispatch("INTERACTION_CREATE", meanwhile.payload)
    await fake.gateway.until(() => fake.gateway.resumes + fake.gateway.identifies > 1)
    await until(() => visibleAnswers(fake, meanwhile).bodies.length > 0, "the missed command is answered")
    expect(fake.gateway.resumes).toBe(1)
    expect(inbound.commands).toHaveLength(1)
  })

  it("sends a repeated key only once within the platform's memory", async () => {
    const request = { to: harness.destination, card: cardOf("Uno"), part: 0, key: "k".repeat(64) }
    const [first, second] = [await harness.adapter.send(request), await harness.adapter.send(request)]
    expect(harness.fake.messages).toHaveLength(1)
    expect(first).toMatchObject({ kind: "accepted" })
    expect(second).toMatchObject({ kind: "accepted" })
  })

  it("mentions nobody", async () => {
    await harness.adapter.send({
      to: harness.destination,
      card: cardOf("@everyone <@1>"),
      part: 0,
      key: "a".repeat(64),
    })
    expect(harness.fake.messages[0]).toMatchObject({ allowed_mentions: { parse: [] }, enforce_nonce: true })
    expect(harness.fake.messages[0]?.nonce.length).toBeLessThanOrEqual(limits.nonce)
  })
})

describe("a Discord that refuses", () => {
  it("is explained in Spanish, and the token is in no message and no log", async () => {
    const fake = await FakeDiscord.start()
    const lines: string[] = []
    const log = createLogger("trace", { write: (line: string) => void lines.push(line) })
    const wrong = `${TOKEN.slice(0, -4)}nope`
    const adapter = discordAdapter(discordConfig(fake, wrong), log)
    const error = await adapter.start(inbound).catch((caught: unknown) => caught)
    await adapter.stop()
    await fake.close()
    expect(error).toBeInstanceOf(OperatorError)
    const { message, hint } = error as OperatorError
    expect(message).toMatch(/Discord/)
    expect(hint).toContain("DISCORD_TOKEN")
    expect(message + hint + lines.join("")).not.toContain(wrong)
  })

  it("that cannot be reached is explained in Spanish", async () => {
    const config = { ...discordConfig(harness.fake), DISCORD_API_URL: "http://127.0.0.1:1/api" }
    const adapter = discordAdapter(config, silentLog)
    await expect(adapter.start(inbound)).rejects.toThrow("No fue posible conectar con Discord.")
    await adapter.stop()
  })
})

type Registered = ReturnType<typeof registrationBody>[number]

/** Every subcommand, those inside a group too. */
const subcommandsOf = ({ options }: Registered) =>
  options.flatMap((entry): readonly unknown[] =>
    entry.type === 2 ? entry.options : [entry],
  ) as unknown as readonly SubcommandBody[]

interface SubcommandBody {
  readonly name: string
  readonly description: string
  readonly options: readonly {
    readonly name: string
    readonly description: string
    readonly required: boolean
  }[]
}

describe("registration in Discord", () => {
  it("keeps every published limit", () => {
    const body = registrationBody(describeCommands())
    expect(body.map(({ name }) => name)).toEqual([
      "sesion",
      "acuerdo",
      "compromiso",
      "directorio",
      "plenaria",
    ])
    const named = /^[-_\p{Ll}\p{N}]{1,32}$/u
    for (const command of body) {
      expect(command.options.length).toBeLessThanOrEqual(limits.subcommands)
      for (const sub of [...command.options, ...subcommandsOf(command)]) {
        expect(sub.name).toMatch(named)
        expect(sub.description.length).toBeGreaterThan(0)
        expect(sub.description.length).toBeLessThanOrEqual(limits.commandDescription)
      }
      for (const sub of subcommandsOf(command)) {
        const required = sub.options.map((option) => option.required)
        expect([...required].sort((a, b) => Number(b) - Number(a))).toEqual(required)
        for (const option of sub.options) {
          expect(option.name).toMatch(named)
          expect(option.description.length).toBeGreaterThan(0)
          expect(option.description.length).toBeLessThanOrEqual(limits.commandDescription)
        }
      }
    }
  })

  it("gives subcommands with a common first word a group of their own", () => {
    const [sesion] = registrationBody(describeCommands())
    const punto = sesion?.options.find(({ name }) => name === "punto")
    expect(punto?.type).toBe(2)
    expect(punto?.options.map(({ name }) => name)).toContain("mover")
  })

  it("sets apart what the Secretaría Técnica alone does where a command would have too many entries", () => {
    const subcommand = (name: string, ofSecretaria: boolean) =>
      ({ name, summary: name, options: [], audience: "", onMessage: null, ofSecretaria }) as const
    const many = Array.from({ length: 26 }, (_, n) => subcommand(`acto${n}`, n >= 10))
    const [sesion] = registrationBody([{ name: "sesion", summary: "Sesiones", subcommands: many }])
    expect(sesion?.options).toHaveLength(11)
    expect(sesion?.options.at(-1)).toMatchObject({ name: "secretaria", type: 2 })
    expect(subcommandName("secretaria", "acto12")).toBe("acto12")
  })

  it("replaces what the server had, and may be repeated", async () => {
    const { fake } = harness
    const config = discordConfig(fake)
    const ordenes = describeCommands().flatMap(({ subcommands }) => subcommands).length
    expect(await registerCommands(config, describeCommands())).toBe(ordenes)
    expect(await registerCommands(config, describeCommands())).toBe(ordenes)
    expect(fake.registered.map(({ path }) => path)).toEqual(
      Array(3).fill(`/applications/${APP_ID}/guilds/${GUILD}/commands`),
    )
  })

  it("explains a refusal", async () => {
    const config = discordConfig(harness.fake, "x".repeat(60))
    await expect(registerCommands(config, describeCommands())).rejects.toThrow(
      "Discord no registró las órdenes.",
    )
  })
})

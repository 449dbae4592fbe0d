import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { registerCommands, registrationBody } from "../../adapters/discord/register.ts"
import type { Card, CommandMention, RichText } from "../../src/cards/card.ts"
import { comando, frase } from "../../src/cards/comando.ts"
import { describeCommands } from "../../src/commands/describe.ts"
import type { ChatAdapter } from "../../src/ports/chat-adapter.ts"
import { RecordingInbound } from "../contract/contract-inbound.ts"
import { collectingLog } from "../support/collecting-log.ts"
import { discordAdapter, discordConfig } from "../support/fake-discord/harness.ts"
import { readPart } from "../support/fake-discord/read.ts"
import { commandId, FakeDiscord } from "../support/fake-discord/server.ts"
import { readMessage } from "../support/fake-slack/block-kit.ts"
import { slackBot } from "../support/fake-slack/harness.ts"

const commands = describeCommands()
const idOf = (name: string) => commandId(commands.findIndex((command) => command.name === name))

function cardWith(text: RichText): Card {
  return {
    title: "Aviso",
    tone: "aviso",
    blocks: [
      { kind: "text", text },
      { kind: "note", text },
    ],
    actions: [],
  }
}

/** The names that Discord has, as a person picks them: `sesion secretaria convocar`. */
function pathsOf(body: ReturnType<typeof registrationBody>): ReadonlySet<string> {
  return new Set(
    body.flatMap(({ name, options }) =>
      options.flatMap((entry) => {
        const inner =
          "options" in entry
            ? (entry.options as readonly { readonly name: string; readonly type: number }[])
            : []
        const isGroup = entry.type === 2
        return isGroup ? inner.map((one) => `${name} ${entry.name} ${one.name}`) : [`${name} ${entry.name}`]
      }),
    ),
  )
}

describe("how Discord calls a command", () => {
  let fake: FakeDiscord
  beforeAll(async () => {
    fake = await FakeDiscord.start()
  })
  const running: ChatAdapter[] = []
  const start = async () => {
    const adapter = discordAdapter(discordConfig(fake), collectingLog().log)
    await adapter.start(new RecordingInbound())
    running.push(adapter)
    return adapter
  }
  afterAll(async () => {
    for (const adapter of running) await adapter.stop()
    await fake.close()
  })

  const shown = (adapter: ChatAdapter, mention: CommandMention) =>
    adapter
      .render(cardWith(frase`Vea ${mention}.`))
      .parts.map((part) => readPart(part as never).text)
      .join("\n")

  const live = (adapter: ChatAdapter, mention: CommandMention) =>
    adapter.render(cardWith(frase`Vea ${mention}.`)).parts.flatMap((part) => readPart(part as never).live)

  it("while nothing is registered there: by the group in which it will be, with the options that are offered", async () => {
    const adapter = await start()
    expect(shown(adapter, comando("sesion.convocar"))).toContain("Vea /sesion secretaria convocar.")
    expect(shown(adapter, comando("plenaria.canal-probar", { canal: "sre" }))).toContain(
      `Vea /${pathOf("plenaria.canal-probar")} canal:sre.`,
    )
    // What a form asks for has no place after the name.
    expect(shown(adapter, comando("sesion.punto-retirar", { sesion: "SO-22", punto: "2" }))).toMatch(
      /Vea \/sesion punto retirar(?! SO-22 2)/,
    )
  })

  it("every command that there is has the name under which it is registered", async () => {
    const adapter = await start()
    const registered = pathsOf(registrationBody(commands))
    for (const { name, subcommands } of commands)
      for (const { name: sub } of subcommands) {
        const said = /Vea \/([^.]+)\./.exec(shown(adapter, comando(`${name}.${sub}`)))?.[1] ?? ""
        expect([...registered], `${name}.${sub}`).toContain(said)
      }
  })

  it("once they are registered a mention opens the command", async () => {
    await registerCommands(discordConfig(fake), commands)
    const adapter = await start()
    const link = `mention:</sesion secretaria convocar:${idOf("sesion")}>`
    expect(live(adapter, comando("sesion.convocar"))).toEqual([link, link])
    const withOption = comando("plenaria.canal-probar", { canal: "sre" })
    expect(shown(adapter, withOption)).toContain(`Vea /${pathOf("plenaria.canal-probar")} canal:sre.`)
    expect(live(adapter, withOption)[0]).toContain(`:${idOf("plenaria")}>`)
  })

  it("what a person typed, and what was written before, stays as it is", async () => {
    const adapter = await start()
    const typed = "Dijo: use /sesion convocar y </sesion convocar:1>"
    const text = adapter
      .render(cardWith(typed))
      .parts.map((part) => readPart(part as never).text)
      .join("\n")
    expect(text.split(typed)).toHaveLength(3)
  })

  it("markup in a stored mention opens nothing but a command", async () => {
    const adapter = await start()
    const forged = { ...comando("inventado.orden"), native: "<@123>" }
    expect(shown(adapter, forged)).toContain("Vea /inventado orden.")
    expect(JSON.stringify(adapter.render(cardWith([forged])).parts)).not.toContain("<@123>")
  })
})

describe("how Slack calls a command", () => {
  it("as it is typed there", async () => {
    const { adapter, close } = await slackBot("socket")
    const { parts } = adapter.render(
      cardWith(frase`Vea ${comando("plenaria.canal-probar", { canal: "sre" })}.`),
    )
    expect(parts.map((part) => readMessage(part).text).join("\n")).toContain("/plenaria canal-probar sre")
    await close()
  })
})

function pathOf(target: string): string {
  const [name = "", sub = ""] = target.split(".")
  const paths = [...pathsOf(registrationBody(commands))].filter((path) => path.startsWith(`${name} `))
  return (
    paths.find((path) => path.split(" ").slice(1).join("-") === sub) ??
    paths.find((path) => path.endsWith(` ${sub}`)) ??
    ""
  )
}

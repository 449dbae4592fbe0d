import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { campo, formulario } from "../contract/contract-forms.ts"
import { RecordingInbound, reply, until } from "../contract/contract-inbound.ts"
import { answerTo, HURRIED, type Mode, type SlackBot, startedBot } from "../support/fake-slack/harness.ts"
import { textOf } from "../support/fake-slack/views.ts"
import { CHANNEL, PRIVATE_CHANNEL, TEAM, USER } from "../support/fake-slack/workspace.ts"

const OTHER_TEAM = "T0DEPENDENCIA"
const FORM = formulario([campo("nota")])

describe.each<Mode>(["socket", "http"])("what Slack delivers (%s)", (mode) => {
  let bot: SlackBot
  let inbound: RecordingInbound
  beforeEach(async () => {
    inbound = new RecordingInbound()
    bot = await startedBot(mode, inbound, { patience: HURRIED })
  })
  afterEach(() => bot.close())

  const openForm = async (channel = CHANNEL) => {
    const asked = bot.slack.typeCommand("/sesion editar SO-22", { channel })
    await until(() => asked.modals.length > 0, "the form opens")
    const [modal] = asked.modals
    if (!modal) throw new Error("no form")
    return modal
  }
  const formThen = (answer: () => Promise<ReturnType<typeof reply>>) =>
    inbound.answerWith(async (input) => ("formId" in input ? answer() : { kind: "form", form: FORM }))

  describe("in a channel that two workspaces share", () => {
    it("is from the workspace of who pressed a button, at the place where the button stands", async () => {
      await answerTo(bot.slack.pressButton("sesion.acuse:SO-22", { team: OTHER_TEAM }))
      expect(inbound.actions).toMatchObject([
        { actor: { workspace: OTHER_TEAM, user: USER }, place: { workspace: TEAM, channel: CHANNEL } },
      ])
    })

    it("is from the workspace of who sent a form", async () => {
      formThen(async () => reply("Se guardó."))
      const modal = await openForm()
      const sent = bot.slack.submitModal(modal, USER, OTHER_TEAM)
      await until(() => sent.answered, "the form is answered")
      expect(inbound.submissions).toMatchObject([
        { actor: { workspace: OTHER_TEAM, user: USER }, place: { workspace: TEAM, channel: CHANNEL } },
      ])
    })
  })

  it.each([
    ["a shortcut", { type: "shortcut", callback_id: "atajo" }],
    [
      "a message shortcut",
      { type: "message_action", callback_id: "atajo", message: {}, channel: { id: CHANNEL } },
    ],
    ["a modal that was closed", { type: "view_closed", view: { callback_id: "a.b" } }],
    ["a menu that asks for its choices", { type: "block_suggestion", action_id: "a.b", value: "so" }],
    ["a button of before Block Kit", { type: "interactive_message", actions: [{ name: "a", value: "b" }] }],
    [
      "a button outside of a message",
      { type: "block_actions", container: { type: "view" }, actions: [{ type: "button", action_id: "a.b" }] },
    ],
    ["a kind that does not exist yet", { type: "telepathy" }],
  ])("acknowledges %s, about which it has nothing to say", async (_, payload) => {
    const interaction = bot.slack.interact(payload)
    await until(() => interaction.acknowledged || interaction.failures.length > 0, "Slack hears something")
    expect(interaction.failures).toEqual([])
    expect([inbound.actions, inbound.submissions]).toEqual([[], []])
  })

  describe("in somebody's conversation with the bot", () => {
    const said = () => bot.slack.workspace.privately

    it("is asked as a colleague is, and answered there", async () => {
      bot.slack.writeToBot("hola, ¿cuándo es la sesión?")
      await until(() => said().length === 1, "the answer")
      expect(said()[0]).toMatchObject({ to: USER, channel: null })
      const { eventId, place, name, rawOptions, llano } = inbound.commands[0] ?? {}
      expect({ eventId, place, name, rawOptions, llano }).toMatchObject({
        eventId: expect.stringMatching(/^D0PLENARIA:\d/u),
        place: { channel: "D0PLENARIA", direct: true },
        name: "",
        rawOptions: { kind: "text", text: "hola, ¿cuándo es la sesión?" },
        llano: true,
      })
    })

    it("takes what begins with a slash for an order", async () => {
      bot.slack.writeToBot(" /sesion agenda SO-22")
      await until(() => said().length === 1, "the answer")
      expect(inbound.commands[0]).toMatchObject({ name: "sesion", rawOptions: { text: "agenda SO-22" } })
      expect(inbound.commands[0]?.llano).toBeUndefined()
    })

    it("and in a channel where it is mentioned answers to whoever wrote, and to nobody else", async () => {
      bot.slack.mentionBot("¿cuándo es la sesión?")
      await until(() => said().length === 1, "the answer")
      expect(said()[0]).toMatchObject({ to: USER, channel: CHANNEL })
      expect(inbound.commands[0]).toMatchObject({
        place: { channel: CHANNEL },
        rawOptions: { text: "¿cuándo es la sesión?" },
        llano: true,
      })
    })

    it("is answered with a file beside it too", async () => {
      bot.slack.writeToBot("avance del 3", { subtype: "file_share" })
      await until(() => said().length === 1, "the answer")
      expect(inbound.commands[0]).toMatchObject({ rawOptions: { text: "avance del 3" }, llano: true })
    })

    it("is let alone when no person wrote it, or it only changed", async () => {
      bot.slack.writeToBot("otro con un archivo", { bot_id: "B0OTRO", subtype: "file_share" })
      bot.slack.writeToBot("soy un bot", { bot_id: "B0OTRO" })
      bot.slack.writeToBot("corregido", { subtype: "message_changed" })
      bot.slack.writeToBot("en un canal", { channel_type: "channel", channel: CHANNEL })
      // What comes later is answered later.
      bot.slack.writeToBot("hola", { user: "U0ULTIMA" })
      await until(() => said().some(({ to }) => to === "U0ULTIMA"), "the last one is answered")
      expect(said()).toHaveLength(1)
    })
  })

  describe("the answer to a form that can be sent nowhere", () => {
    beforeEach(() => {
      bot.slack.workspace.messagesTab = false
    })

    it("stands in the form itself, with what its buttons do", async () => {
      const actions = [{ id: "sesion.convocar:SO-22", label: "Convocar", style: "primary" as const }]
      formThen(async () => reply(`Se guardó. ${"Texto largo. ".repeat(400)}FIN`, {}, { actions }))
      const modal = await openForm(PRIVATE_CHANNEL)
      const sent = bot.slack.submitModal(modal)
      await until(() => textOf(modal).includes("FIN"), "the form says the answer")
      expect(sent.failures).toEqual([])
      expect(modal.open).toBe(true)
      const shown = textOf(modal)
      for (const part of ["no pudo enviarle", "Se guardó.", "FIN", "Convocar: /sesion convocar SO-22"])
        expect(shown).toContain(part)
    })

    it("stands there also when it came late", async () => {
      formThen(async () => {
        await bot.slack.acknowledged()
        return reply("Se guardó con calma.")
      })
      const modal = await openForm(PRIVATE_CHANNEL)
      bot.slack.submitModal(modal)
      await until(() => textOf(modal).includes("Se guardó con calma."), "the form says the answer")
    })
  })

  it("says all of a long refusal in the form, with what was typed", async () => {
    formThen(async () => reply(`${"No se puede. ".repeat(400)}FIN`, {}, { tone: "error" }))
    const modal = await openForm()
    modal.values.nota = "lo que escribí"
    bot.slack.submitModal(modal)
    await until(() => textOf(modal).includes("FIN"), "the form says all of it")
    expect(modal.values).toEqual({ nota: "lo que escribí" })
  })
})

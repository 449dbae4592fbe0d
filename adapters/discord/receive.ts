import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Client,
  DiscordAPIError,
  Events,
  type Interaction,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
  type ModalSubmitInteraction,
  RESTJSONErrorCodes,
} from "discord.js"
import { buttonLabels } from "../../src/cards/button-labels.ts"
import type { CommandNames } from "../../src/cards/comando.ts"
import { cardOfAnswer, type Form, withoutValues } from "../../src/cards/form.ts"
import { legibleCard } from "../../src/cards/legible-card.ts"
import type { InboundAnswer, InboundHandler } from "../../src/ports/chat-adapter.ts"
import type { Clock } from "../../src/ports/clock.ts"
import { type CommandDescription, ofMessages } from "../../src/ports/command-description.ts"
import type { Logger } from "../../src/ports/logger.ts"
import { type DiscordModal, stepAt } from "./form.ts"
import type { Forms } from "./forms.ts"
import { actorOf, placeOf } from "./identity.ts"
import { limits } from "./limits.ts"
import { loggable } from "./outcomes.ts"
import {
  type Answerable,
  type AnswerPart,
  bodyOf,
  followUp,
  type InPlaceOf,
  partsOf,
} from "./private-answer.ts"
import { subcommandName } from "./register.ts"
import { answerNothing, answerUnknown } from "./unanswered.ts"
import { within } from "./within.ts"

interface ReceiveDeps {
  readonly client: Client
  readonly inbound: InboundHandler
  readonly clock: Clock
  readonly log: Logger
  readonly forms: Forms
  readonly commands: readonly CommandDescription[]
  /** How its commands are called here. */
  readonly names: CommandNames
  readonly answerWithinMs: number
  readonly underWay: Set<Promise<unknown>>
}

/**
 * Typed commands, buttons, forms and autocomplete. Every answer is ephemeral; when it fails nothing is posted instead.
 * Returns what stops listening; answers under way stay in `underWay`.
 */
export function listen(deps: ReceiveDeps): () => void {
  const onInteraction = (interaction: Interaction) => {
    if (interaction.user.bot) return
    const working = handle(deps, interaction).catch((error: unknown) => {
      deps.log.error(
        { adapter: "discord", eventId: interaction.id, error: loggable(error) },
        "Answering in Discord failed; nothing was posted.",
      )
    })
    deps.underWay.add(working)
    void working.finally(() => deps.underWay.delete(working))
  }
  deps.client.on(Events.InteractionCreate, onInteraction)
  const stopUnknown = answerUnknown(deps.client, deps.log, deps.names)
  return () => {
    deps.client.off(Events.InteractionCreate, onInteraction)
    stopUnknown()
  }
}

async function handle(deps: ReceiveDeps, interaction: Interaction): Promise<void> {
  const { inbound, clock, forms } = deps
  const origin = {
    eventId: interaction.id,
    actor: actorOf(interaction.guildId, interaction.user.id),
    place: placeOf(interaction.guildId, interaction.channelId),
    receivedAt: clock.now(),
  }
  if (interaction.isAutocomplete()) return complete(inbound, interaction)
  if (interaction.isChatInputCommand()) {
    const subcommand = subcommandOf(interaction)
    const values = givenIn(interaction)
    const rawOptions = { kind: "typed", subcommand, values } as const
    const work = inbound.command({ ...origin, name: interaction.commandName, rawOptions })
    return answer(deps, interaction, work, false)
  }
  if (interaction.isMessageContextMenuCommand()) {
    const used = ofMessages(deps.commands).find(({ menu }) => menu === interaction.commandName)
    if (used === undefined) return answerNothing(interaction, deps.names)
    const { name, subcommand } = used
    const rawOptions = { kind: "message", subcommand, text: interaction.targetMessage.content } as const
    return answer(deps, interaction, inbound.command({ ...origin, name, rawOptions }), false)
  }
  if (interaction.isButton()) {
    const modal = await forms.pressed(origin.actor, interaction.customId)
    if (modal !== null) return show(interaction, modal)
    const work = inbound.action({ ...origin, actionId: interaction.customId })
    // Only the asker's own ephemeral message may be replaced: a channel's message belongs to everybody.
    return answer(deps, interaction, work, interaction.message.flags.has(MessageFlags.Ephemeral))
  }
  if (interaction.isModalSubmit()) {
    const work = forms.submitted(inbound, interaction, origin)
    return answer(deps, interaction, work, interaction.message?.flags.has(MessageFlags.Ephemeral) ?? false)
  }
  return answerNothing(interaction, deps.names)
}

function subcommandOf({ options }: ChatInputCommandInteraction | AutocompleteInteraction): string {
  return subcommandName(options.getSubcommandGroup(false), options.getSubcommand(false) ?? "")
}

/** What is written in the options of a command, but for the one that is being written. */
function givenIn(
  { options }: ChatInputCommandInteraction | AutocompleteInteraction,
  written?: string,
): Readonly<Record<string, string>> {
  const entries = options.data.flatMap((option) => option.options ?? [])
  return Object.fromEntries(
    entries
      .flatMap((option) => option.options ?? [option])
      .filter(({ name }) => name !== written)
      .map(({ name, value }) => [name, String(value ?? "")]),
  )
}

async function complete(inbound: InboundHandler, interaction: AutocompleteInteraction): Promise<void> {
  const focused = interaction.options.getFocused(true)
  const choices = await inbound.complete({
    actor: actorOf(interaction.guildId, interaction.user.id),
    place: placeOf(interaction.guildId, interaction.channelId),
    name: interaction.commandName,
    subcommand: subcommandOf(interaction),
    option: focused.name,
    typed: String(focused.value),
    given: givenIn(interaction, focused.name),
  })
  const fitting = choices.filter(({ value }) => value.length <= limits.choiceText).slice(0, limits.choices)
  const labels = buttonLabels(
    fitting.map(({ label, value }) => ({ id: value, label })),
    limits.choiceText,
  )
  await interaction.respond(fitting.map(({ value }, i) => ({ name: labels[i] ?? value, value })))
}

async function answer(
  deps: ReceiveDeps,
  interaction: Answerable,
  work: Promise<InboundAnswer>,
  ownMessage: boolean,
): Promise<void> {
  const inTime = await within(work, deps.answerWithinMs)
  if (inTime === null) return answerLate(deps, interaction, work, ownMessage)
  if (inTime.kind === "form" && !interaction.isModalSubmit()) return open(deps, interaction, inTime.form)
  const replaces = ownMessage && inTime.kind === "reply" && inTime.replaces && canUpdate(interaction)
  const [first, ...rest] = payloadsOf(inTime, deps.names, replaces ? interaction.message : null)
  // A repeated event is the same interaction: its first delivery answers it, and an acknowledgement of ours would take
  // the only place that this answer has.
  if (!first) return
  await arrived(
    () =>
      replaces ? interaction.update(bodyOf(first)) : interaction.reply(bodyOf(first, MessageFlags.Ephemeral)),
    () => {
      interaction.replied = true
    },
  )
  return followUp(interaction, rest, deps.log)
}

/** Shows a form. Nothing can come before a modal: it is the first answer, or there is none. */
async function open({ forms, log, names }: ReceiveDeps, interaction: Opening, form: Form): Promise<void> {
  const owner = actorOf(interaction.guildId, interaction.user.id)
  const opened = await forms.open(owner, form, keepable(interaction, form))
  if (!("card" in opened)) return show(interaction, opened)
  const [first, ...rest] = partsOf(legibleCard(opened.card, names))
  if (first) await interaction.reply(bodyOf(first, MessageFlags.Ephemeral))
  return followUp(interaction, rest, log)
}

/** What somebody wrote to others is in no draft: it is told once more in the modal, and comes back with it. */
const keepable = (interaction: Answerable, form: Form): Form =>
  interaction.isMessageContextMenuCommand() ? withoutValues(form) : form

/** What a modal can answer. */
type Opening = Exclude<Answerable, ModalSubmitInteraction>

function show(interaction: Opening, modal: DiscordModal) {
  return arrived(
    () => interaction.showModal(modal as unknown as Parameters<typeof interaction.showModal>[0]),
    () => {
      interaction.replied = true
    },
  )
}

const canUpdate = (
  interaction: Answerable,
): interaction is ButtonInteraction | ModalMessageModalSubmitInteraction =>
  interaction.isButton() || (interaction.isModalSubmit() && interaction.isFromMessage())

async function answerLate(
  { forms, log, names }: ReceiveDeps,
  interaction: Answerable,
  work: Promise<InboundAnswer>,
  ownMessage: boolean,
): Promise<void> {
  const inPlace = ownMessage && interaction.isModalSubmit() && stepAt(interaction.customId)?.replaces === true
  let ours = !inPlace
  // Whether it is private is decided here, at the first answer, and cannot be changed later.
  await arrived(
    () =>
      inPlace && interaction.isFromMessage()
        ? interaction.deferUpdate()
        : interaction.deferReply({ flags: MessageFlags.Ephemeral }),
    () => {
      interaction.deferred = true
      ours = false
    },
  )
  const answered = await work
  const owner = actorOf(interaction.guildId, interaction.user.id)
  const asForm = answered.kind === "form" && !interaction.isModalSubmit()
  const [first, ...rest] = asForm
    ? partsOf(legibleCard(await forms.openLater(owner, keepable(interaction, answered.form)), names))
    : payloadsOf(answered, names, inPlace ? interaction.message : null)
  if (first) {
    await interaction.editReply(bodyOf(first))
    return followUp(interaction, rest, log)
  }
  if (ours) await interaction.deleteReply()
}

/**
 * The SDK repeats a request whose response was lost. "Already acknowledged" then says that the first one arrived, which
 * is written down for the steps that follow.
 */
async function arrived(step: () => Promise<unknown>, alreadyThere: () => void): Promise<void> {
  try {
    await step()
  } catch (error) {
    const known = error instanceof DiscordAPIError
    if (!known || error.code !== RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) throw error
    alreadyThere()
  }
}

function payloadsOf(
  inboundAnswer: InboundAnswer,
  names: CommandNames,
  inPlaceOf: InPlaceOf,
): readonly AnswerPart[] {
  const card = cardOfAnswer(inboundAnswer)
  return card === null ? [] : partsOf(legibleCard(card, names), inPlaceOf)
}

import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Client,
  DiscordAPIError,
  Events,
  type Interaction,
  type InteractionReplyOptions,
  MessageFlags,
  RESTJSONErrorCodes,
} from "discord.js"
import { cardOfAnswer } from "../../src/cards/form.ts"
import type { InboundAnswer, InboundHandler } from "../../src/ports/chat-adapter.ts"
import type { Clock } from "../../src/ports/clock.ts"
import type { Logger } from "../../src/ports/logger.ts"
import { actorOf, placeOf } from "./identity.ts"
import { limits } from "./limits.ts"
import { loggable } from "./outcomes.ts"
import { subcommandName } from "./register.ts"
import { type DiscordPayload, render } from "./render.ts"

interface ReceiveDeps {
  readonly client: Client
  readonly inbound: InboundHandler
  readonly clock: Clock
  readonly log: Logger
  readonly answerWithinMs: number
  readonly underWay: Set<Promise<unknown>>
}

type Answerable = ChatInputCommandInteraction | ButtonInteraction

/**
 * Typed commands, buttons and autocomplete. Every answer is ephemeral; when it fails nothing is posted instead.
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
  return () => void deps.client.off(Events.InteractionCreate, onInteraction)
}

async function handle(deps: ReceiveDeps, interaction: Interaction): Promise<void> {
  const { inbound, clock } = deps
  const origin = {
    eventId: interaction.id,
    actor: actorOf(interaction.guildId, interaction.user.id),
    place: placeOf(interaction.guildId, interaction.channelId),
    receivedAt: clock.now(),
  }
  if (interaction.isAutocomplete()) return complete(inbound, interaction)
  if (interaction.isChatInputCommand()) {
    const subcommand = subcommandOf(interaction)
    const given = interaction.options.data.flatMap((option) => option.options ?? [])
    const values = Object.fromEntries(
      given
        .flatMap((option) => option.options ?? [option])
        .map(({ name, value }) => [name, String(value ?? "")]),
    )
    const rawOptions = { kind: "typed", subcommand, values } as const
    const work = inbound.command({ ...origin, name: interaction.commandName, rawOptions })
    return answer(deps, interaction, work, false)
  }
  if (interaction.isButton()) {
    const work = inbound.action({ ...origin, actionId: interaction.customId })
    // Only the asker's own ephemeral message may be replaced: a channel's message belongs to everybody.
    return answer(deps, interaction, work, interaction.message.flags.has(MessageFlags.Ephemeral))
  }
}

function subcommandOf({ options }: ChatInputCommandInteraction | AutocompleteInteraction): string {
  return subcommandName(options.getSubcommandGroup(false), options.getSubcommand(false) ?? "")
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
  })
  const fitting = choices.filter(({ value }) => value.length <= limits.choiceText).slice(0, limits.choices)
  await interaction.respond(
    fitting.map(({ label, value }) => ({ name: label.slice(0, limits.choiceText), value })),
  )
}

async function answer(
  deps: ReceiveDeps,
  interaction: Answerable,
  work: Promise<InboundAnswer>,
  ownMessage: boolean,
): Promise<void> {
  const inTime = await within(work, deps.answerWithinMs)
  if (inTime === null) return answerLate(interaction, work)
  const [first, ...rest] = payloadsOf(inTime)
  // A repeated event is the same interaction: its first delivery answers it, and an acknowledgement of ours would take
  // the only place that this answer has.
  if (!first) return
  const replaces = ownMessage && inTime.kind === "reply" && inTime.replaces
  await arrived(
    () =>
      replaces && interaction.isButton()
        ? interaction.update(bodyOf(first))
        : interaction.reply({ ...bodyOf(first), flags: MessageFlags.Ephemeral }),
    () => {
      interaction.replied = true
    },
  )
  return followUp(interaction, rest)
}

async function answerLate(interaction: Answerable, work: Promise<InboundAnswer>): Promise<void> {
  let ours = true
  // Whether it is private is decided here, at the first answer, and cannot be changed later.
  await arrived(
    () => interaction.deferReply({ flags: MessageFlags.Ephemeral }),
    () => {
      interaction.deferred = true
      ours = false
    },
  )
  const [first, ...rest] = payloadsOf(await work)
  if (first) {
    await interaction.editReply(bodyOf(first))
    return followUp(interaction, rest)
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

async function followUp(interaction: Answerable, payloads: readonly DiscordPayload[]): Promise<void> {
  for (const payload of payloads)
    await interaction.followUp({ ...bodyOf(payload), flags: MessageFlags.Ephemeral })
}

function payloadsOf(inboundAnswer: InboundAnswer): readonly DiscordPayload[] {
  const card = cardOfAnswer(inboundAnswer)
  return card === null ? [] : (render(card).parts as readonly DiscordPayload[])
}

function bodyOf(payload: DiscordPayload) {
  return {
    embeds: [...payload.embeds],
    components: [...payload.components],
    allowedMentions: { parse: [] },
  } as unknown as Pick<InteractionReplyOptions, "embeds" | "components" | "allowedMentions">
}

/** The value if it comes in time, otherwise `null`; the work goes on. */
async function within<T>(work: Promise<T>, ms: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

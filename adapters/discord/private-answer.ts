import {
  ApplicationIntegrationType,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type InteractionReplyOptions,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from "discord.js"
import type { Card, CardFile } from "../../src/cards/card.ts"
import { bytesOf, fittingFile } from "../../src/cards/card-file.ts"
import { partesSinMostrar, showInParts } from "../../src/cards/in-parts.ts"
import type { Logger } from "../../src/ports/logger.ts"
import { type ComponentsPayload, renderBeside, renderComponents } from "./components.ts"
import { FOLLOW_UPS_OF_USER_INSTALL, MAX_FILE } from "./limits.ts"
import { loggable } from "./outcomes.ts"
import { type DiscordPayload, render } from "./render.ts"

export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction
  | ModalSubmitInteraction

/** A message of a private answer; the file goes with the last. */
export type AnswerPart = (DiscordPayload | ComponentsPayload) & { readonly file?: CardFile }

/** The message whose place an answer takes; `null`: it is a message of its own. */
export type InPlaceOf = { readonly flags: { has(flag: typeof MessageFlags.IsComponentsV2): boolean } } | null

/** What is changed in its place stays of its kind: of components alone, or with an embed. */
export function partsOf(card: Card, inPlaceOf: InPlaceOf = null): readonly AnswerPart[] {
  const fitting = fittingFile(card, MAX_FILE)
  const parts = payloadsOf(fitting, inPlaceOf?.flags.has(MessageFlags.IsComponentsV2) ?? null)
  const { file } = fitting
  return parts.map((part, i) => (file && i === parts.length - 1 ? { ...part, file } : part))
}

function payloadsOf(card: Card, components: boolean | null): readonly (DiscordPayload | ComponentsPayload)[] {
  const beside = components === false ? null : renderBeside(card)
  if (beside !== null) return beside
  return components ? renderComponents(card) : (render(card).parts as readonly DiscordPayload[])
}

/** `shown`: to whom asked alone. */
export function bodyOf(part: AnswerPart, shown?: typeof MessageFlags.Ephemeral) {
  const { file } = part
  const flags = ("flags" in part ? part.flags : 0) | (shown ?? 0)
  return {
    ...("embeds" in part ? { embeds: [...part.embeds] } : {}),
    components: [...part.components],
    ...(flags === 0 ? {} : { flags }),
    allowedMentions: { parse: [] },
    files: file
      ? [
          {
            attachment: Buffer.from(bytesOf(file)),
            name: file.name,
            ...(file.alt === undefined ? {} : { description: file.alt }),
          },
        ]
      : [],
  } as unknown as Pick<InteractionReplyOptions, "embeds" | "components" | "allowedMentions" | "files"> & {
    readonly flags: typeof MessageFlags.IsComponentsV2
  }
}

export const REMEDY =
  "Permita los mensajes directos de este servidor y vuelva a pedir la respuesta, o pida solo una parte."

/**
 * What follows the first message of a private answer. Discord sets a limit to it only for an application that the
 * person installed for themselves and the server did not; what has no room goes to their direct messages.
 */
export async function followUp(
  interaction: Answerable,
  parts: readonly AnswerPart[],
  log: Logger,
): Promise<void> {
  const send = (part: AnswerPart) => interaction.followUp(bodyOf(part, MessageFlags.Ephemeral))
  const granted = isOfUserAlone(interaction) ? FOLLOW_UPS_OF_USER_INSTALL : parts.length + SPARE
  const whole = await showInParts(parts, {
    granted: Array.from({ length: granted }, () => send),
    async otherwise(part) {
      try {
        await interaction.user.send(bodyOf(part))
        return true
      } catch (error) {
        log.warn({ adapter: "discord", error: loggable(error) }, "A direct message could not be sent.")
        return false
      }
    },
    notice: (missing, total) =>
      noticeOf(
        partesSinMostrar(
          missing.map((i) => i + 1),
          total + 1,
          REMEDY,
        ),
      ),
    failed: (error) => log.info({ adapter: "discord", error: loggable(error) }, "A follow-up was not taken."),
  })
  if (!whole) log.warn({ adapter: "discord" }, "An answer could not be shown whole.")
}

/** One that fails does not take the last part's place. */
const SPARE = 2

function isOfUserAlone({ authorizingIntegrationOwners: owners }: Answerable): boolean {
  const by = (type: ApplicationIntegrationType) => Reflect.get(owners, type) !== undefined
  return by(ApplicationIntegrationType.UserInstall) && !by(ApplicationIntegrationType.GuildInstall)
}

export function noticeOf(text: string): AnswerPart {
  const [part] = partsOf({
    title: "Falta una parte de la respuesta",
    tone: "atencion",
    blocks: [{ kind: "text", text }],
    actions: [],
  })
  if (!part) throw new Error("a card has at least one part")
  return part
}

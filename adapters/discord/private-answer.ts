import {
  ApplicationIntegrationType,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type InteractionReplyOptions,
  MessageFlags,
  type ModalSubmitInteraction,
} from "discord.js"
import type { Card, CardFile } from "../../src/cards/card.ts"
import { bytesOf, fittingFile } from "../../src/cards/card-file.ts"
import { partesSinMostrar, showInParts } from "../../src/cards/in-parts.ts"
import type { Logger } from "../../src/ports/logger.ts"
import { FOLLOW_UPS_OF_USER_INSTALL, MAX_FILE } from "./limits.ts"
import { loggable } from "./outcomes.ts"
import { type DiscordPayload, render } from "./render.ts"

export type Answerable = ChatInputCommandInteraction | ButtonInteraction | ModalSubmitInteraction

/** A message of a private answer; the file goes with the last. */
export interface AnswerPart extends DiscordPayload {
  readonly file?: CardFile
}

export function partsOf(card: Card): readonly AnswerPart[] {
  const fitting = fittingFile(card, MAX_FILE)
  const parts = render(fitting).parts as readonly DiscordPayload[]
  const { file } = fitting
  return parts.map((part, i) => (file && i === parts.length - 1 ? { ...part, file } : part))
}

export function bodyOf({ embeds, components, file }: AnswerPart) {
  return {
    embeds: [...embeds],
    components: [...components],
    allowedMentions: { parse: [] },
    files: file ? [{ attachment: Buffer.from(bytesOf(file)), name: file.name }] : [],
  } as unknown as Pick<InteractionReplyOptions, "embeds" | "components" | "allowedMentions" | "files">
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
  const send = (part: AnswerPart) => interaction.followUp({ ...bodyOf(part), flags: MessageFlags.Ephemeral })
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

import { type Client, Events, type Interaction, MessageFlags, Routes } from "discord.js"
import { z } from "zod"
import { type CommandNames, comando, frase } from "../../src/cards/comando.ts"
import { richToPlain } from "../../src/cards/plain-text.ts"
import type { Logger } from "../../src/ports/logger.ts"
import { loggable } from "./outcomes.ts"

const nothing = (names: CommandNames): string =>
  richToPlain(
    frase`Plenaria no ofrece esta acción. Vea lo que puede preguntar con ${comando("plenaria.ayuda")}.`,
    names,
  )

/** To what the bot never offered, in private: without an answer Discord says that the application failed. */
export async function answerNothing(interaction: Interaction, names: CommandNames): Promise<void> {
  if (interaction.isRepliable())
    await interaction.reply({ content: nothing(names), flags: MessageFlags.Ephemeral })
}

const delivered = z.object({
  t: z.literal("INTERACTION_CREATE"),
  d: z.object({
    id: z.string(),
    token: z.string(),
    type: z.number(),
    data: z.looseObject({ type: z.number().optional(), component_type: z.number().optional() }).optional(),
  }),
})

/** Types of interactions, of commands and of components for which the SDK has a class; of others it tells nobody. */
const COMMAND = 2
const COMPONENT = 3
const INTERACTIONS = new Set([COMMAND, COMPONENT, 4, 5])
const COMMANDS = new Set([1, 2, 3, 4])
const COMPONENTS = new Set([2, 3, 5, 6, 7, 8])

/** Answers interactions of a kind that the SDK does not know yet. Returns what stops it. */
export function answerUnknown(client: Client, log: Logger, names: CommandNames): () => void {
  const onPacket = (packet: unknown) => {
    const read = delivered.safeParse(packet)
    if (!read.success || isKnown(read.data.d)) return
    const { id, token, type } = read.data.d
    const body = { type: 4, data: { content: nothing(names), flags: MessageFlags.Ephemeral } }
    client.rest.post(Routes.interactionCallback(id, token), { body, auth: false }).catch((error: unknown) => {
      log.warn({ adapter: "discord", type, error: loggable(error) }, "An unknown interaction has no answer.")
    })
  }
  client.on(Events.Raw, onPacket)
  return () => void client.off(Events.Raw, onPacket)
}

function isKnown({ type, data }: z.infer<typeof delivered>["d"]): boolean {
  if (type === COMMAND) return COMMANDS.has(data?.type ?? 0)
  if (type === COMPONENT) return COMPONENTS.has(data?.component_type ?? 0)
  return INTERACTIONS.has(type)
}

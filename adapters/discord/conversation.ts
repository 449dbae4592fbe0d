import { type Client, Events, type Message } from "discord.js"
import type { Card } from "../../src/cards/card.ts"
import { type CommandNames, comando, frase } from "../../src/cards/comando.ts"
import { cardOfAnswer } from "../../src/cards/form.ts"
import { partesSinMostrar, showInParts } from "../../src/cards/in-parts.ts"
import { legibleCard } from "../../src/cards/legible-card.ts"
import { ordenDe } from "../../src/domain/lenguaje/orden-escrita.ts"
import type { InboundHandler } from "../../src/ports/chat-adapter.ts"
import type { Clock } from "../../src/ports/clock.ts"
import type { Logger } from "../../src/ports/logger.ts"
import { actorOf, placeOf } from "./identity.ts"
import { loggable } from "./outcomes.ts"
import { type AnswerPart, bodyOf, noticeOf, partsOf, REMEDY } from "./private-answer.ts"

interface ConverseDeps {
  readonly client: Client
  readonly inbound: InboundHandler
  readonly clock: Clock
  readonly log: Logger
  readonly names: CommandNames
  readonly underWay: Set<Promise<unknown>>
}

/** Answers whoever writes to the bot or mentions it, always by direct message: a channel would read it too. */
export function converse(deps: ConverseDeps): () => void {
  const { client, log, underWay } = deps
  const onMessage = (message: Message) => {
    if (message.author.bot || message.system || !isForBot(message)) return
    const working = answer(deps, message).catch((error: unknown) => {
      log.error(
        { adapter: "discord", eventId: message.id, error: loggable(error) },
        "Answering a message in Discord failed; nothing was posted.",
      )
    })
    underWay.add(working)
    void working.finally(() => underWay.delete(working))
  }
  client.on(Events.MessageCreate, onMessage)
  return () => client.off(Events.MessageCreate, onMessage)
}

/** By its own name: neither «@everyone» nor a reply to what it said. */
const isForBot = ({ guildId, content, client }: Message): boolean =>
  guildId === null || new RegExp(`<@!?${client.user.id}>`, "u").test(content)

async function answer({ inbound, clock, log, names }: ConverseDeps, message: Message): Promise<void> {
  const { guildId, channelId, author, client } = message
  const texto = message.content.replaceAll(new RegExp(`<@!?${client.user.id}>`, "gu"), " ")
  const { name, text, llano } = ordenDe(texto)
  const answered = await inbound.command({
    eventId: message.id,
    // Its answer is read, and its buttons are pressed, in the direct messages, where an account stands in no server.
    actor: actorOf(null, author.id),
    place: placeOf(guildId, channelId),
    name,
    rawOptions: { kind: "text", text },
    receivedAt: clock.now(),
    ...llano,
    ...(guildId === null ? {} : { enDirecto: true }),
  })
  const card = cardOfAnswer(answered)
  if (card === null) return
  let arrived = false
  const send = async (part: AnswerPart): Promise<void> => {
    await author.send(bodyOf(part))
    arrived = true
  }
  const parts = partsOf(legibleCard(card, names))
  const whole = await showInParts(parts, {
    granted: parts.map(() => send),
    otherwise: async () => false,
    notice: (missing, total) => noticeOf(partesSinMostrar(missing, total, REMEDY)),
    failed: (error) =>
      log.info({ adapter: "discord", error: loggable(error) }, "A direct message was not taken."),
  })
  if (!whole) log.warn({ adapter: "discord" }, "An answer could not be shown whole.")
  if (!arrived && guildId !== null) await sayWhereItWasAsked(message, names)
}

/** Everybody reads it there: it says the same to whoever asks, whatever was asked. */
async function sayWhereItWasAsked(message: Message, names: ConverseDeps["names"]): Promise<void> {
  const [part] = partsOf(legibleCard(SIN_DIRECTO, names))
  if (part) await message.reply({ ...bodyOf(part), allowedMentions: { parse: [], repliedUser: false } })
}

const SIN_DIRECTO: Card = {
  title: "No se le pudo contestar por mensaje directo",
  tone: "atencion",
  blocks: [
    {
      kind: "text",
      text: frase`Permita los mensajes directos de este servidor y vuelva a escribir, o pídalo con un comando, como ${comando("plenaria.inicio")}: la respuesta solo la ve usted.`,
    },
  ],
  actions: [],
}

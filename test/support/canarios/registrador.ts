import type {
  AdapterLimits,
  ChatAdapter,
  Destination,
  EditRequest,
  SendRequest,
} from "../../../src/ports/chat-adapter.ts"
import type { Clock } from "../../../src/ports/clock.ts"
import { FakeChat } from "../fake-chat.ts"

/** What left for a channel: all of the card, as it was given to the platform. */
export interface Salida {
  readonly channel: string
  readonly dice: string
}

/** A platform that takes everything, keeps what it was given until somebody looks, and what it was given to press. */
export function registrador(clock: Clock) {
  const chat = new FakeChat(clock, { id: "consola", editing: true, pinning: true })
  const salidas: (Salida & { readonly card: SendRequest["card"] })[] = []
  const anota = ({ channel }: Pick<Destination, "channel">, card: SendRequest["card"]) =>
    void salidas.push({ channel, dice: JSON.stringify(card), card })
  const { editing } = chat
  if (editing === undefined) throw new Error("it edits")
  const adapter: ChatAdapter = {
    id: chat.id,
    name: chat.name,
    limits: chat.limits satisfies AdapterLimits,
    start: () => chat.start(),
    stop: () => chat.stop(),
    render: (card) => chat.render(card),
    checkDestination: () => chat.checkDestination(),
    pinning: chat.pinning,
    portada: chat.portada,
    send(request) {
      anota(request.to, request.card)
      return chat.send(request)
    },
    editing: {
      edit(request: EditRequest) {
        anota(request.receipt, request.card)
        return editing.edit(request)
      },
    },
  }
  return { adapter, recoge: () => salidas.splice(0) }
}

import type { Card } from "../../../src/cards/card.ts"
import { renderPlainText } from "../../../src/cards/plain-text.ts"
import type { ConsoleMessageStore } from "../../../src/ports/console-demo.ts"
import { type ConsoleServer, newEvent, postJson } from "../consola.ts"
import { joined, type Mensaje, type Puerta, type Quien, type Visto } from "./puerta.ts"

/** People before the web console. */
export function puertaConsola(
  server: () => Pick<ConsoleServer, "url">,
  messages: ConsoleMessageStore,
): Puerta {
  const read = (card: Card): Mensaje => ({ text: renderPlainText(card), buttons: card.actions })

  async function answer({ user, channel }: Quien, path: string, rest: object): Promise<Visto> {
    const body = { como: user, canal: channel, evento: newEvent(), ...rest }
    const answered = await postJson(server().url, path, body)
    if (answered.status !== 200) throw new Error(`the console answers ${answered.status}`)
    const { tarjetas, formulario } = answered.body
    if (!formulario) return { ...joined((tarjetas as readonly Card[]).map(read)), form: null, onlyHers: true }
    const values = Object.fromEntries(formulario.fields.map(({ name, value }) => [name, value ?? ""]))
    const problems = formulario.problems.map(({ message }) => message)
    const text = [formulario.title, formulario.intro ?? "", ...problems].join("\n")
    const send = (entered: Readonly<Record<string, string>>) =>
      answer({ user, channel }, "formulario", {
        formulario: formulario.id,
        valores: { ...values, ...entered },
      })
    return { text, buttons: [], onlyHers: true, form: { text, values, send } }
  }

  return {
    type: (who, texto) => answer(who, "orden", { texto }),
    press: (who, accion) => answer(who, "accion", { accion }),
    submit: (who, formulario) => answer(who, "formulario", { formulario, valores: {} }),
    async channel(channel) {
      const posted = await messages.messages(channel, 0, 1_000)
      return posted.map(({ card, pinnedAt }) => ({ ...read(card), pinned: pinnedAt !== null }))
    },
  }
}

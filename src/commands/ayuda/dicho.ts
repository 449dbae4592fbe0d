import { z } from "zod"
import type { Card } from "../../cards/card.ts"
import { type Command, defineCommand, type RequestAgain } from "../definition/definition.ts"
import { referencia } from "../opciones/referencia.ts"
import { parseTyped } from "../parser/parse.ts"
import type { Values } from "../parser/values.ts"
import { responderDicho } from "../router/llano/dicho.ts"
import { targetOf } from "../router/usage.ts"

/** The buttons of the bodies that a phrase may be about: it is read again, about the one that was chosen. */
export const plenariaDichoCommand = (commands: () => readonly Command[]): Command =>
  defineCommand({
    name: "plenaria",
    subcommand: "dicho",
    synonyms: [],
    summary: "Lee otra vez lo que se escribió, ya con su órgano",
    audience: "cualquiera",
    acts: false,
    // What the phrase asks for is logged as itself.
    showsRecords: false,
    hidden: true,
    options: z.object({
      frase: referencia({ summary: "lo que se escribió", max: 1000, rest: true, literal: true }),
    }),
    async run(context, { frase }) {
      let pedido: RequestAgain | null = null
      const run = async (command: Command, values: Values): Promise<{ readonly card: Card }> => {
        pedido = {
          command: targetOf(command),
          values,
          filledIn: false,
          confirmed: false,
          dispensados: [],
          asForm: false,
        }
        return { card: EN_BLANCO }
      }
      const dicho = { kind: "dicho", texto: frase, orden: parseTyped(commands(), "", frase) } as const
      const answer = await responderDicho(dicho, { context, commands: commands(), run })
      if (pedido !== null) return { again: pedido }
      if (!("card" in answer)) throw new Error("a phrase is answered with a card")
      return { card: answer.card, replaces: true }
    },
  })

/** In the place of what is shown as itself. */
const EN_BLANCO: Card = { title: "", tone: "aviso", blocks: [], actions: [] }

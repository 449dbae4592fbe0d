import { z } from "zod"
import { preguntaVencidaCard } from "../../cards/fecha-dudosa.ts"
import { defineCommand } from "../definition/definition.ts"
import { referencia } from "../opciones/referencia.ts"

/** The buttons under a question: what was asked for goes on with the answer, or back to its form. */
export const plenariaResponderCommand = defineCommand({
  name: "plenaria",
  subcommand: "responder",
  synonyms: [],
  summary: "Continúa lo que se pidió, con la respuesta elegida",
  audience: "cualquiera",
  limit: "never",
  hidden: true,
  aunCerrado: true,
  options: z.object({ respuesta: referencia({ summary: "pregunta y respuesta", max: 60 }) }),
  async run({ data, user, now }, { respuesta }) {
    const [, id = "", chosen = ""] = /^([\w-]{22})\.(\d)$/.exec(respuesta) ?? []
    const request = id === "" ? null : await data.fresh.keptRequests.take(user, id, now)
    const answer = request?.answers[Number(chosen)]
    if (!request || !answer) return { card: preguntaVencidaCard() }
    const { command, values, filledIn, dispensados } = request
    return {
      again: {
        command,
        values: { ...values, ...answer.values },
        filledIn,
        confirmed: answer.confirms,
        dispensados,
        asForm: false,
      },
    }
  },
})

export const plenariaCorregirCommand = defineCommand({
  name: "plenaria",
  subcommand: "corregir",
  synonyms: [],
  summary: "Vuelve al formulario con lo que se escribió",
  audience: "cualquiera",
  limit: "never",
  hidden: true,
  aunCerrado: true,
  options: z.object({ pregunta: referencia({ summary: "pregunta", max: 60 }) }),
  async run({ data, user, now }, { pregunta }) {
    const request = await data.fresh.keptRequests.find(user, pregunta, now)
    if (!request) return { card: preguntaVencidaCard() }
    const { command, values, filledIn } = request
    return { again: { command, values, filledIn, confirmed: false, dispensados: [], asForm: true } }
  },
})

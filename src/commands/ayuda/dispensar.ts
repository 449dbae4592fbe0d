import { z } from "zod"
import { registrarDispensa } from "../../app/dispensar-datos.ts"
import { porQueEsPublico } from "../../cards/datos-protegidos.ts"
import { preguntaVencidaCard } from "../../cards/fecha-dudosa.ts"
import { datosEnPalabras } from "../../texts/datos-protegidos.ts"
import { defineCommand } from "../definition/definition.ts"
import { referencia } from "../opciones/referencia.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"

/** The button under a refusal: with its reason on record, what was asked for goes on as it was written. */
export const plenariaDispensarCommand = defineCommand({
  name: "plenaria",
  subcommand: "dispensar",
  synonyms: [],
  summary: "Registra un texto con un dato que es público, y asienta por qué lo es",
  audience: "secretaria_tecnica",
  hidden: true,
  options: z.object({
    pregunta: referencia({ summary: "lo que se pidió", max: 60 }),
    motivo: textoLibre({
      summary: "por qué es público, sin repetir el dato: «es el teléfono del módulo de atención»",
      label: "Motivo",
      min: 10,
      max: 500,
      parrafo: true,
    }),
  }),
  form: {
    title: "Registrar un dato público",
    submit: "Registrar con este motivo",
    fields: ["motivo"],
    async prepare({ data, user, now }, { pregunta = "" }) {
      const request = await data.fresh.keptRequests.find(user, pregunta, now)
      if (!request || request.dispensados.length === 0) return { card: preguntaVencidaCard() }
      return { values: {}, intro: porQueEsPublico(datosEnPalabras(request.dispensados)) }
    },
  },
  async run(context, { pregunta, motivo }) {
    const { data, user, now } = context
    const request = await data.fresh.keptRequests.take(user, pregunta, now)
    if (!request || request.dispensados.length === 0) return { card: preguntaVencidaCard() }
    const { command, values, filledIn, dispensados } = request
    await registrarDispensa(actuacionOf(context), { orden: command, datos: dispensados, motivo })
    return { again: { command, values, filledIn, confirmed: false, dispensados, asForm: false } }
  },
})

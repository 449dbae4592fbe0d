import { z } from "zod"
import { buscarFrase } from "../../app/testado/testar.ts"
import { ANTES_DE_TESTAR, noSeTestaCard } from "../../cards/testado/testado.ts"
import { escribirLugar } from "../../domain/testado/lugar.ts"
import { defineCommand } from "../definition/definition.ts"
import { fraseSecreta } from "../opciones/texto.ts"
import { opcionesDeTestar, porTestarDe } from "./opciones.ts"

/** Looks for a phrase. What goes on from there knows the place where it stands, and not the phrase. */
export const plenariaTestarCommand = defineCommand({
  name: "plenaria",
  subcommand: "testar",
  synonyms: ["testado", "suprimir", "borrar dato", "quitar dato"],

  frases: ["testar|testa|suprim*|tacha* dato|datos|nombre|telefono"],
  summary: "Quita un dato protegido de todo lo registrado y de los mensajes enviados",
  audience: "secretaria_tecnica",
  aunCerrado: true,
  options: z.object({
    frase: fraseSecreta({
      summary: "el texto que no debe estar, tal como aparece; no se guarda",
      label: "Texto que se quita",
      max: 1000,
    }),
    ...opcionesDeTestar,
  }),
  form: {
    title: "Testar un dato protegido",
    submit: "Ver dónde consta",
    fields: ["frase", "clase", "descripcion", "motivo"],
    prepare: async () => ({ values: {}, intro: ANTES_DE_TESTAR }),
  },
  async run(context, { frase, clase, motivo, descripcion }) {
    const found = await buscarFrase(context, frase, porTestarDe({ clase, motivo, descripcion }))
    if (found.kind === "reparo") return { card: noSeTestaCard(found.reparo) }
    return {
      again: {
        command: "plenaria.testar-lugar",
        values: {
          lugar: escribirLugar(found.lugar),
          clase,
          motivo,
          ...(descripcion === undefined ? {} : { descripcion }),
        },
        filledIn: true,
        confirmed: false,
        dispensados: context.dispensados,
        asForm: false,
      },
    }
  },
})

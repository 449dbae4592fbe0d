import { z } from "zod"
import { anularVotacion } from "../../app/votacion/anular.ts"
import { votacionAnuladaCard } from "../../cards/votacion/correccion.ts"
import { type VistaVotacion, votacionCard } from "../../cards/votacion/votacion.ts"
import { estadoVotacion } from "../../domain/votacion/votacion.ts"
import { defineCommand } from "../definition/definition.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { pedirVotacion, vistaDe, votacionOption } from "./pedir.ts"

/** Opened by mistake, or one that cannot stand: it stays on record and counts for nothing. */
export const acuerdoVotacionAnularCommand = defineCommand({
  name: "acuerdo",
  subcommand: "votacion-anular",
  synonyms: ["anular votacion"],

  frases: ["anula* votacion", "votacion nula|invalida"],
  summary: "Anula una votación con su motivo; queda en el registro y no surte efectos",
  audience: "secretaria_tecnica",
  acts: true,
  options: z.object({
    votacion: votacionOption,
    motivo: textoLibre({
      summary: "por qué se anula; constará en el registro",
      label: "Motivo",
      min: 5,
      max: 500,
      parrafo: true,
    }),
  }),
  form: {
    title: "Anular una votación",
    submit: "Anular",
    fields: ["motivo"],
    async prepare(context, given) {
      const pedida = await pedirVotacion(context, given.votacion, "acuerdo.votacion-anular")
      if (pedida.kind === "card") return pedida
      const { sesion, votacion } = pedida
      if (estadoVotacion(votacion) === "anulada") return { card: yaAnulada(await vistaDe(context, pedida)) }
      const cerrada = estadoVotacion(votacion) === "cerrada"
      return {
        values: { votacion: votacion.id },
        intro: `${sesion.clave}: «${votacion.texto.slice(0, 300)}». ${cerrada ? "Su resultado dejará de valer. " : ""}Quedará en el registro como anulada, con el motivo.`,
        demo: sesion.origen === "demo",
      }
    },
  },
  async run(context, { votacion, motivo }) {
    const pedida = await pedirVotacion(context, votacion, "acuerdo.votacion-anular")
    if (pedida.kind === "card") return pedida
    const result = await anularVotacion(actuacionOf(context), pedida.votacion.id, motivo)
    return result.kind === "anulada"
      ? { card: votacionAnuladaCard(result.vista, result.antes, result.resumen), replaces: true }
      : { card: yaAnulada(result.vista), replaces: true }
  },
})

const yaAnulada = (vista: VistaVotacion) => votacionCard(vista, true, "La votación ya estaba anulada.")

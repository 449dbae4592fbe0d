import { z } from "zod"
import { ensayarCalendario, observarCalendario } from "../../app/regla/calendario.ts"
import { unaMirada } from "../../app/regla/una-mirada.ts"
import { calendarioObservadoCard, calendarioPorConfirmarCard } from "../../cards/regla/calendario.ts"
import { reglasSinCambioCard } from "../../cards/regla/cambio.ts"
import { defineCommand } from "../definition/definition.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { segunOption } from "./cambiar.ts"

const REGIMENES = ["apf", "lft", "lfpa", "union", "ninguno"] as const

/** The calendar by law is the body's, not a version of its rules': it holds from when it is changed on. */
export const plenariaReglaCalendarioCommand = defineCommand({
  name: "plenaria",
  subcommand: "regla-calendario",
  synonyms: [],
  summary: "Cambia el calendario de días inhábiles que el órgano observa",
  audience: "secretaria_tecnica",
  hidden: true,
  options: z.object({
    calendario: z.enum(REGIMENES).meta({
      summary: "qué días de ley observa el órgano",
      label: "Calendario",
      labels: {
        apf: "Oficial de la Administración Pública Federal",
        lft: "Ley Federal del Trabajo",
        lfpa: "Texto de la Ley Federal de Procedimiento Administrativo",
        union: "El más prudente: los de los tres",
        ninguno: "Ninguno: solo los días que se registren",
      },
    }),
    segun: segunOption,
  }),
  form: {
    title: "Calendario del órgano",
    submit: "Revisar el cambio",
    fields: ["calendario", "segun"],
    prepare: async ({ organo }) => ({
      values: { calendario: organo.calendario ?? "" },
      intro: "Antes de registrarlo se le muestra qué avisos cambian. Vale desde que se registra.",
      demo: organo.origen === "demo",
    }),
  },
  async run(context, { calendario, segun }) {
    const { data, organo, hoy, now, plataformas, confirmed } = context
    if (organo.calendario === calendario) return { card: reglasSinCambioCard(organo, "calendario") }
    const despues = { ...organo, calendario }
    if (confirmed) {
      await observarCalendario(actuacionOf(context), calendario, segun)
      return { card: calendarioObservadoCard(despues, segun), replaces: true }
    }
    const ensayo = await ensayarCalendario(unaMirada(data.read), organo, { hoy, now }, calendario)
    return {
      question: {
        card: calendarioPorConfirmarCard({ antes: organo, despues, fuente: segun, ...ensayo }, plataformas),
        answers: [{ label: "Registrar el cambio", values: {}, confirms: true }],
      },
    }
  },
})

import { z } from "zod"
import { defineCommand } from "../definition/definition.ts"
import { constanciaDe, constanciaOption, medioOption } from "../opciones/autorizacion.ts"
import { compromisoClave } from "../opciones/compromiso.ts"
import { actuar, enlace, texto } from "./actuar.ts"

const informe = z.enum(["avance", "cumplido"]).meta({
  summary: "qué informó la institución",
  label: "Qué informó",
  labels: { avance: "Un avance", cumplido: "Que está cumplido" },
})

/** What an institution reported by telephone or by oficio. */
export const compromisoAvanceRegistrarCommand = defineCommand({
  name: "compromiso",
  subcommand: "registrar-avance",
  synonyms: [],

  frases: [
    "$anotar avance|cumplimiento|informe #institucion",
    "#institucion report*|inform*|mando|envio|entrego avance|cumplimiento|por_correo|por_oficio|por_telefono",
  ],
  summary: "Registra lo que una institución informó por oficio, llamada o correo",
  audience: "secretaria_tecnica",
  options: z.object({
    clave: compromisoClave,
    informe,
    medio: medioOption,
    constancia: constanciaOption,
    texto: texto("qué informó, como lo dijo", "Informe"),
    enlace,
  }),
  form: {
    title: "Registrar un informe",
    submit: "Registrar",
    fields: ["informe", "texto", "medio", "constancia", "enlace"],
    prepare: async (_context, given) => ({
      values: given,
      intro: "Se avisa a la institución de que usted lo registró. No escriba datos de casos ni de personas.",
    }),
  },
  run: (context, options) =>
    actuar(context, options.informe, {
      clave: options.clave,
      texto: options.texto,
      enlace: options.enlace,
      constancia: constanciaDe(options),
    }),
})

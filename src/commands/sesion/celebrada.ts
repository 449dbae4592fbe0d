import { z } from "zod"
import { registrarCelebrada } from "../../app/sesion/registrar-celebrada.ts"
import { sesionCelebradaCard } from "../../cards/sesion/registrada.ts"
import { defineCommand } from "../definition/definition.ts"
import { difusionOption } from "../opciones/difusion.ts"
import { fechaEscrita } from "../opciones/fecha.ts"
import { etiquetaOption, horaOption, sedeOption } from "../opciones/sesion.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"

export const sesionRegistrarCelebradaCommand = defineCommand({
  name: "sesion",
  subcommand: "registrar-celebrada",
  synonyms: ["celebrada", "historica"],
  summary: "Registra, ya clausurada, una sesión que se celebró antes, con su fuente",
  audience: "secretaria_tecnica",
  options: z.object({
    tipo: z.enum(["ordinaria", "extraordinaria"]).meta({
      summary: "tipo de sesión",
      label: "Tipo",
      labels: { ordinaria: "Ordinaria", extraordinaria: "Extraordinaria" },
    }),
    numero: z.coerce
      .number()
      .int()
      .min(1)
      .max(999)
      .meta({ summary: "su número en la serie", label: "Número" }),
    fecha: fechaEscrita({
      summary: "día en que se celebró, con su año",
      label: "Fecha",
      pasado: true,
    }),
    fuente: textoLibre({
      summary: "qué lo dice: acta firmada, cédula u oficio",
      label: "Según",
      min: 3,
      max: 300,
    }),
    hora: horaOption.optional(),
    sede: sedeOption.optional(),
    etiqueta: etiquetaOption("como se imprime; si falta, la usual").optional(),
    difusion: difusionOption("quiénes pueden verla; si falta, integrantes").optional(),
  }),
  form: {
    title: "Sesión ya celebrada",
    submit: "Registrar",
    fields: ["tipo", "numero", "fecha", "fuente", "hora", "sede", "etiqueta", "difusion"],
    prepare: async ({ organo }) => ({
      values: { tipo: "ordinaria", difusion: "integrantes" },
      intro:
        "Se registra clausurada, sin avisar a nadie, y consta que fue con posterioridad. Después se agregan sus acuerdos.",
      demo: organo.origen === "demo",
    }),
  },
  async run(context, { tipo, numero, fecha, fuente, hora, sede, etiqueta, difusion }) {
    const result = await registrarCelebrada(actuacionOf(context), {
      tipo,
      numero,
      fecha,
      fuente,
      hora: hora ?? null,
      sede: sede ?? null,
      etiqueta: etiqueta ?? null,
      difusion: difusion ?? "integrantes",
    })
    if (result.kind === "problemas") return { problems: result.problemas }
    return { card: sesionCelebradaCard(context.organo, result.sesion, fuente) }
  },
})

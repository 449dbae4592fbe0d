import { z } from "zod"
import { leerAsuntosDiferidos } from "../../app/sesion/asuntos-diferidos.ts"
import { claveSesion, crearSesion, numeroSiguiente } from "../../app/sesion/crear.ts"
import { sesionCreadaCard } from "../../cards/sesion/registrada.ts"
import type { TipoSesion } from "../../domain/tipos/sesion.ts"
import { defineCommand } from "../definition/definition.ts"
import {
  etiquetaOption,
  fechaSesionOption,
  horaOption,
  modalidadOption,
  sedeOption,
  urlOption,
} from "../opciones/sesion.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { preguntaDeMomento } from "./momento.ts"

export const sesionCrearCommand = defineCommand({
  name: "sesion",
  subcommand: "crear",
  synonyms: ["nueva", "registrar", "programar", "alta"],

  frases: [
    {
      di: "agendar|agendame|agenda_una|agenda_la|agendemos|programa_una|programar|programen|crea|crear|abre|alta|registra_una|nueva|pon_una extraordinaria",
      con: { tipo: "extraordinaria" },
    },
    {
      di: "agendar|agendame|agenda_una|agenda_la|agendemos|programa_una|programar|programen|crea|crear|abre|alta|registra_una|nueva|pon_una ordinaria",
      con: { tipo: "ordinaria" },
    },
    "agendar|agendame|agenda_una|agenda_la|agendemos|programa_una|programar|programen|crea|crear|alta|registra_una|pon_una sesion|reunion|junta",
  ],
  summary: "Registra una sesión nueva, sin convocarla todavía",
  audience: "secretaria_tecnica",
  options: z.object({
    tipo: z.enum(["ordinaria", "extraordinaria"]).meta({
      summary: "tipo de sesión",
      labels: { ordinaria: "Ordinaria", extraordinaria: "Extraordinaria" },
    }),
    fecha: fechaSesionOption("día de la sesión, por ejemplo: 15 de agosto, o el jueves"),
    numero: z.coerce
      .number()
      .int()
      .min(1)
      .max(999)
      .optional()
      .meta({ summary: "su número en la serie; si falta, el siguiente", label: "Número" }),
    hora: horaOption.optional(),
    modalidad: modalidadOption.optional(),
    sede: sedeOption.optional(),
    enlace: urlOption.optional(),
    etiqueta: etiquetaOption("como se imprime; si falta, la usual").optional(),
  }),
  form: {
    title: "Sesión nueva",
    submit: "Registrar",
    fields: ["tipo", "numero", "etiqueta", "fecha", "hora", "modalidad", "sede", "enlace"],
    async prepare({ data, organo }, given) {
      const tipo: TipoSesion = given.tipo === "extraordinaria" ? "extraordinaria" : "ordinaria"
      const siguiente = async (una: TipoSesion) =>
        claveSesion(una, await numeroSiguiente(data.read, organo.id, una))
      // The number and the label follow the kind, which can still be changed here: written beforehand they would be another's.
      return {
        values: { tipo },
        intro: `${organo.nombreCorto}. Sin número ni etiqueta será la siguiente de su serie: ${await siguiente("ordinaria")}, o ${await siguiente("extraordinaria")} si es extraordinaria. Se registra sin avisar a nadie.`,
      }
    },
  },
  async run(context, options) {
    const { data, organo, hoy } = context
    const pregunta = preguntaDeMomento(context, { fecha: options.fecha, hora: options.hora ?? null })
    if (pregunta !== null) return pregunta
    const numero = options.numero ?? (await numeroSiguiente(data.read, organo.id, options.tipo))
    const result = await crearSesion(actuacionOf(context), {
      tipo: options.tipo,
      numero,
      etiqueta: options.etiqueta ?? null,
      fecha: options.fecha,
      hora: options.hora ?? null,
      modalidad: options.modalidad ?? null,
      sede: options.sede ?? null,
      url: options.enlace ?? null,
    })
    if (result.kind === "problemas") return { problems: result.problemas }
    const asuntosDiferidos = await leerAsuntosDiferidos({ read: data.read, organo, hoy }, result.sesion)
    return { card: sesionCreadaCard(organo, result.sesion, result.avisos, asuntosDiferidos) }
  },
})

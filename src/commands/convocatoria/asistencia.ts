import { z } from "zod"
import { confirmarAsistencia, type Respuesta } from "../../app/convocatoria/responder.ts"
import { reglasDeSesion } from "../../app/sesion/reglas.ts"
import type { Card } from "../../cards/card.ts"
import { confirmadaCard } from "../../cards/convocatoria/respuesta.ts"
import { sesionFueraDeEstado } from "../../cards/sesion/registrada.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { institucionOption, porInstitucion, sesionClave } from "../opciones/institucion.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { type CommandContext, defineCommand } from "../router/definition.ts"

const modo = z
  .enum(["presencial", "distancia"])
  .optional()
  .meta({
    summary: "si asistirá en persona o a distancia",
    labels: { presencial: "En persona", distancia: "A distancia" },
  })

const esRemota = (typed: "presencial" | "distancia" | undefined) =>
  typed === undefined ? null : typed === "distancia"

export const sesionAsistenciaCommand = defineCommand({
  name: "sesion",
  subcommand: "asistencia",
  synonyms: ["asistir", "confirmar", "asistiremos"],
  summary: "Confirma si su institución asistirá a la sesión",
  audience: "vinculadas",
  options: z.object({
    respuesta: z.enum(["titular", "no_asistira"]).meta({
      summary: "quién asistirá",
      labels: { titular: "Titular", no_asistira: "No asistiremos" },
    }),
    sesion: sesionClave,
    modo,
    institucion: institucionOption,
  }),
  run: (context, options) =>
    porInstitucion(context, options, "sesion.asistencia", (sesion, institucion) =>
      confirmar(context, sesion, institucion, {
        respuesta: options.respuesta,
        remota: esRemota(options.modo),
        nombre: null,
        cargo: null,
        oficio: null,
      }),
    ),
})

export const sesionSuplenteCommand = defineCommand({
  name: "sesion",
  subcommand: "suplente",
  synonyms: ["suplencia"],
  summary: "Confirma que asistirá una persona suplente, con su cargo y oficio",
  audience: "vinculadas",
  options: z.object({
    sesion: sesionClave,
    nombre: z.string().min(3).max(150).meta({ summary: "nombre completo de quien asistirá" }),
    cargo: z.string().min(3).max(200).meta({ summary: "su cargo en la institución" }),
    oficio: z.string().max(80).optional().meta({ summary: "número del oficio que le designa" }),
    modo,
    institucion: institucionOption,
  }),
  form: {
    title: "Asistirá suplente",
    submit: "Confirmar",
    fields: ["nombre", "cargo", "oficio", "modo"],
    prepare: async () => ({
      values: {},
      intro: "Quien asista en suplencia. Puede cambiarlo hasta que la sesión se instale.",
    }),
  },
  run: (context, options) =>
    porInstitucion(context, options, "sesion.suplente", (sesion, institucion) =>
      confirmar(context, sesion, institucion, {
        respuesta: "suplente",
        remota: esRemota(options.modo),
        nombre: options.nombre,
        cargo: options.cargo,
        oficio: options.oficio ?? null,
      }),
    ),
})

async function confirmar(
  context: CommandContext,
  sesion: Sesion,
  institucion: Institucion,
  respuesta: Respuesta,
): Promise<Card> {
  const { organo, data, hoy } = context
  const result = await confirmarAsistencia(actuacionOf(context), sesion.id, institucion, respuesta)
  if (result.kind === "fuera_de_estado")
    return sesionFueraDeEstado(organo, result.sesion, "confirmar asistencia a")
  const { suplencia } = await reglasDeSesion({ read: data.read, organo, hoy }, sesion)
  const faltaOficio =
    respuesta.respuesta === "suplente" && suplencia.requiereOficio && respuesta.oficio === null
  return confirmadaCard({ organo, sesion, institucion, respuesta, anterior: result.anterior, faltaOficio })
}

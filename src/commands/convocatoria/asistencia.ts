import { z } from "zod"
import {
  confirmarAsistencia,
  type Respuesta,
  seConfirmaAsistencia,
} from "../../app/convocatoria/confirmar-asistencia.ts"
import { quienResponde } from "../../app/convocatoria/responder.ts"
import { reglasDeSesion } from "../../app/sesion/reglas.ts"
import type { Card } from "../../cards/card.ts"
import { confirmadaCard, sinSuplencia } from "../../cards/convocatoria/asistencia.ts"
import { institucionQueResponde, sinConvocatoria } from "../../cards/convocatoria/respuesta.ts"
import { sesionFueraDeEstado } from "../../cards/sesion/registrada.ts"
import { proximaSesion } from "../../domain/sesion/sesion.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { type CommandContext, defineCommand, type RequestAgain } from "../definition/definition.ts"
import { esRemota, modoOption, respuestaOption } from "../opciones/asistencia.ts"
import { institucionOption, porInstitucion, sesionClave } from "../opciones/institucion.ts"
import { sesionPedida } from "../opciones/sesion-encontrar.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"

const modo = modoOption("si asistirá en persona o a distancia")

export const sesionAsistenciaCommand = defineCommand({
  name: "sesion",
  subcommand: "asistencia",
  synonyms: ["asistir", "confirmar", "asistiremos"],
  summary: "Confirma si su institución asistirá a la sesión",
  audience: "por_institucion",
  limit: "never",
  options: z.object({
    respuesta: respuestaOption,
    sesion: sesionClave,
    modo,
    institucion: institucionOption,
  }),
  async run(context, options) {
    const { respuesta } = options
    // Who the suplente is has to be said: that is another command, and its form is opened.
    if (respuesta === "suplente") return { again: enSuplencia(context) }
    return porInstitucion(context, options, "sesion.asistencia", (sesion, institucion) =>
      confirmar(context, sesion, institucion, {
        respuesta,
        remota: esRemota(options.modo),
        nombre: null,
        cargo: null,
        oficio: null,
      }),
    )
  },
})

function enSuplencia({ typed }: CommandContext): RequestAgain {
  const { respuesta: _, ...values } = typed
  return {
    command: "sesion.suplente",
    values,
    filledIn: false,
    confirmed: false,
    dispensados: [],
    asForm: true,
  }
}

export const sesionSuplenteCommand = defineCommand({
  name: "sesion",
  subcommand: "suplente",
  synonyms: ["suplencia"],
  summary: "Confirma que asistirá una persona suplente, con su cargo y oficio",
  audience: "por_institucion",
  limit: "never",
  options: z.object({
    sesion: sesionClave,
    nombre: textoLibre({ summary: "nombre completo de quien asistirá", min: 3, max: 150 }),
    cargo: textoLibre({ summary: "su cargo en la institución", min: 3, max: 200 }),
    oficio: textoLibre({ summary: "número del oficio que le designa", max: 80 }).optional(),
    modo,
    institucion: institucionOption,
  }),
  form: {
    title: "Asistirá suplente",
    submit: "Confirmar",
    fields: ["nombre", "cargo", "oficio", "modo"],
    async prepare(context, given) {
      const { data, organo, hoy, actor } = context
      const pedida = await sesionPedida(context, given.sesion, "sesion.suplente", (todas) =>
        proximaSesion(todas, hoy),
      )
      if (pedida.kind === "card") return pedida
      const { suplencia } = await reglasDeSesion({ read: data.read, organo, hoy }, pedida.sesion)
      if (!suplencia.permitida) return { card: sinSuplencia(organo, pedida.sesion) }
      if ((await data.read.sesiones.integrantes(pedida.sesion.id)).length === 0)
        return { card: sinConvocatoria(organo, pedida.sesion) }
      if (!seConfirmaAsistencia(pedida.sesion)) return { card: fueraDeEstado(organo, pedida.sesion) }
      // The Secretaría Técnica names the institution, here or in what it writes.
      const quien = await quienResponde(data.read, organo, actor, pedida.sesion, given.institucion || null)
      if (quien.kind === "ninguna") return { card: institucionQueResponde(pedida.sesion, []) }
      const { clave, origen } = pedida.sesion
      return {
        values: { sesion: clave },
        intro: `${clave}. Quien asista en suplencia. Puede cambiarlo hasta que la sesión se instale.`,
        demo: origen === "demo",
      }
    },
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

const fueraDeEstado = (organo: Organo, sesion: Sesion) =>
  sesionFueraDeEstado(organo, sesion, "confirmar asistencia a")

async function confirmar(
  context: CommandContext,
  sesion: Sesion,
  institucion: Institucion,
  respuesta: Respuesta,
): Promise<Card> {
  const { organo } = context
  const result = await confirmarAsistencia(actuacionOf(context), sesion.id, institucion, respuesta)
  switch (result.kind) {
    case "fuera_de_estado":
      return fueraDeEstado(organo, result.sesion)
    case "sin_suplencia":
      return sinSuplencia(organo, result.sesion)
    case "confirmada":
      return confirmadaCard({ organo, sesion, institucion, respuesta, ...result })
  }
}

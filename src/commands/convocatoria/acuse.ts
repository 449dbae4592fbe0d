import { z } from "zod"
import { acusarConvocatoria, puedeAcusar } from "../../app/convocatoria/acusar.ts"
import { reglasDeSesion } from "../../app/sesion/reglas.ts"
import { acuseCard } from "../../cards/convocatoria/acuse.ts"
import { sinConvocatoria } from "../../cards/convocatoria/respuesta.ts"
import { sesionFueraDeEstado } from "../../cards/sesion/registrada.ts"
import type { Constancia } from "../../domain/tipos/autorizacion.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { type CommandContext, defineCommand, type Reply } from "../definition/definition.ts"
import {
  constanciaDe,
  constanciaOption,
  medioOption,
  pedirConstancia,
  porPalabraDeOtra,
} from "../opciones/autorizacion.ts"
import {
  institucionNombrada,
  institucionOption,
  porInstitucion,
  sesionClave,
} from "../opciones/institucion.ts"
import { actuacionOf } from "../router/actuacion.ts"

export const sesionAcuseCommand = defineCommand({
  name: "sesion",
  subcommand: "acuse",
  synonyms: ["acusar", "recibido", "acuso recibo"],

  frases: [
    "acusamos|acuso|acusar|acuse|acusando recib* !quien* !han !no !falta*",
    "acuso|acusamos",
    "acus* convocatoria|oficio|citatorio|#sesion !quien* !han !no !falta*",
    "recibi|recibimos|recibido|recibida|recibio|nos_llego|me_llego|llego convocatoria|citatorio|oficio|invitacion !no !quien* !#pregunta",
    "de_recibido|de_recibida|de_enterado|de_enterada|de_enterados",
    "enterad* convocatoria|#sesion|$sesion|citatorio",
    "confirm* recib*|recepcion",
    "recibido|recibida|enterado|enterada|enterados^1",
    "acuse !quien* !cuantos !falta* !registra*",
    "confirmado|confirmada|confirmados^1",
  ],
  summary: "Acusa recibo de la convocatoria en nombre de su institución",
  audience: "por_institucion",
  limit: "never",
  options: z.object({ sesion: sesionClave, institucion: institucionOption }),
  run: (context, options) =>
    porInstitucion(context, options, "sesion.acuse", async (sesion, institucion) =>
      porPalabraDeOtra(context, institucion.id)
        ? pedirConstancia("sesion.registrar-acuse", { sesion: sesion.clave, institucion: institucion.siglas })
        : acusar(context, sesion, institucion, null),
    ),
})

/** What an institution said by telephone or by oficio. */
export const sesionAcuseRegistrarCommand = defineCommand({
  name: "sesion",
  subcommand: "registrar-acuse",
  synonyms: [],

  frases: ["$anotar acuse #institucion"],
  summary: "Registra el acuse que una institución dio por oficio, llamada o correo",
  audience: "secretaria_tecnica",
  options: z.object({
    institucion: institucionNombrada("siglas de la institución"),
    medio: medioOption,
    constancia: constanciaOption,
    sesion: sesionClave,
  }),
  form: {
    title: "Registrar un acuse",
    submit: "Registrar",
    fields: ["institucion", "medio", "constancia"],
    prepare: async (_context, given) => ({
      values: given,
      intro: "Se avisa a la institución de que usted lo registró, y con qué constancia.",
    }),
  },
  run: (context, options) =>
    porInstitucion(context, options, "sesion.registrar-acuse", (sesion, institucion) =>
      acusar(context, sesion, institucion, constanciaDe(options)),
    ),
})

async function acusar(
  context: CommandContext,
  sesion: Sesion,
  institucion: Institucion,
  constancia: Constancia | null,
): Promise<Reply> {
  const { organo, plataformas, data, hoy } = context
  if (!puedeAcusar(sesion))
    return { card: sesionFueraDeEstado(organo, sesion, "acusar recibo de la convocatoria de") }
  const result = await acusarConvocatoria(actuacionOf(context), sesion, institucion, constancia)
  if (result.kind === "sin_convocatoria") return { card: sinConvocatoria(organo, sesion) }
  const { suplencia } = await reglasDeSesion({ read: data.read, organo, hoy }, sesion)
  const admiteSuplencia = suplencia.permitida
  const propia = !porPalabraDeOtra(context, institucion.id)
  return { card: acuseCard({ organo, plataformas, sesion, institucion, ...result, propia, admiteSuplencia }) }
}

import { z } from "zod"
import {
  confirmarAsistencia,
  type Respuesta,
  seConfirmaAsistencia,
} from "../../app/convocatoria/confirmar-asistencia.ts"
import { quienResponde } from "../../app/convocatoria/responder.ts"
import { reglasDeSesion } from "../../app/sesion/reglas.ts"
import { confirmadaCard, sinSuplencia } from "../../cards/convocatoria/asistencia.ts"
import { institucionQueResponde, sinConvocatoria } from "../../cards/convocatoria/respuesta.ts"
import { sesionFueraDeEstado } from "../../cards/sesion/registrada.ts"
import { proximaSesion } from "../../domain/sesion/sesion.ts"
import type { Constancia } from "../../domain/tipos/autorizacion.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import {
  type CommandContext,
  defineCommand,
  type Reply,
  type RequestAgain,
} from "../definition/definition.ts"
import { esRemota, modoOption, respuestaOption } from "../opciones/asistencia.ts"
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
import { sesionPedida } from "../opciones/sesion-encontrar.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"

const modo = modoOption("si asistirá en persona o a distancia")

export const sesionAsistenciaCommand = defineCommand({
  name: "sesion",
  subcommand: "asistencia",
  synonyms: ["asistir", "confirmar", "asistiremos"],

  frases: [
    {
      di: "vamos|iremos|asistiremos|asistire|acudiremos|acudire|participaremos|voy|ire|estaremos|estare !no !quien* !que !cuando !donde !como !suplente !suplencia !a_ver !como_vamos !representacion !quorum !punto !hacer !cumplir !mandar !entregar !votar !tratar !pedir !ver !atrasad* !votar #sesion|$sesion? titular?",
      con: { respuesta: "titular" },
    },
    {
      di: "va|vamos|asiste|asistira|asistiremos|ira|acude|acudira|voy|irá|vaya|estara|estaremos titular|secretario|secretaria|subsecretari*|director|directora !no !siempre !suplente !quien* !suplencia !representacion",
      con: { respuesta: "titular" },
    },
    {
      di: "titular asist*|acud*|confirm*|presente !no !suplente !quien* !siempre",
      con: { respuesta: "titular" },
    },
    {
      di: "si_vamos|si_iremos|si_asist*|si_voy|si_acud*|si_ire|si_estare* !no !siempre !suplente",
      con: { respuesta: "titular" },
    },
    {
      di: "cuenten_con|cuente_con|ahi_estar*|alla_estar*|ahi_nos_vemos|contamos_con|confirmo_que_asist*|confirmamos_que_asist* !no",
      con: { respuesta: "titular" },
    },
    "confirm* asistencia|lugar|participacion|presencia|asistir|que_vamos !quien* !ya_confirmo !falta* !#institucion",
    "confirmamos|confirmo|confirmar !quien* !recib* !falta* !#pregunta !cumpl* !voto !ya",
    {
      di: "confirmado|confirmada|confirmados !quien* !recib* !falta* !#pregunta !cumpl* !voto !ya !cuantos",
      con: { respuesta: "titular" },
    },
    "aparta*|reserva* lugar|asiento|silla",
    "asistencia !lista !quien* !pase !registra* !cancel* !corrig* !#institucion",
    {
      di: "no_voy_a|no_vamos_a|no_va_a poder|ir|asistir|acudir|estar|participar|llegar !pude !suplente !suplencia !va_la !va_el",
      con: { respuesta: "no_asistira" },
    },
    {
      di: "no podemos|puedo|podremos|podre|podra|puede|poder|alcanzamos|alcanzo ir|asist*|acud*|estar|participar|llegar|acompan* !pude !suplente !conect* !quien*",
      con: { respuesta: "no_asistira" },
    },
    {
      di: "no_asist*|no_iremos|no_ire|no_acud*|no_estare*|no_participar*|no_podremos|no_podre|no_vamos|no_voy|no_ira|no_llegamos !suplente !conect* !quien* !pude !a_poder !la_suplente",
      con: { respuesta: "no_asistira" },
    },
    {
      di: "siempre_no vamos|voy|podemos|asist*|iremos|podremos !titular !suplente",
      con: { respuesta: "no_asistira" },
    },
    { di: "imposib* asist*|ir|acudir|estar|participar|presentar*", con: { respuesta: "no_asistira" } },
    {
      di: "inasistencia|ausencia|disculpas|disculpar|excus* #sesion|$sesion|asist* !suplente",
      con: { respuesta: "no_asistira" },
    },
    {
      di: "$cancelar|baja|quita|retira asistencia|participacion|lugar|confirmacion !quien*",
      con: { respuesta: "no_asistira" },
    },
    { di: "cuenten|cuente no con", con: { respuesta: "no_asistira" } },
    { di: "tampoco|ni vamos|voy|iremos|podemos|asist* !suplente", con: { respuesta: "no_asistira" } },
    {
      di: "no presencial conect*|linea|distancia|zoom|remot*|virtual*|videoconferencia",
      con: { modo: "distancia" },
    },
    {
      di: "nos_conectamos|me_conecto|nos_conectaremos|me_conectare|conectados|conectarnos !como !donde !por_donde !#pregunta",
      con: { modo: "distancia" },
    },
    {
      di: "vamos|asist*|participar*|entrar*|acud*|estar*|voy distancia|linea|zoom|remot*|virtual*|videoconferencia !#pregunta !no !quien*",
      con: { modo: "distancia" },
    },
  ],
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
    return porInstitucion(context, options, "sesion.asistencia", async (sesion, institucion) => {
      if (porPalabraDeOtra(context, institucion.id)) return conConstancia(context, sesion, institucion)
      return confirmar(context, sesion, institucion, dicha(options), null)
    })
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

  frases: [
    "suplente|suplencia va|vaya|ira|asist*|acud*|mand*|cambi*|design*|nombr*|envia*|sera|acredit*|viene|vendra|represent*|llega* !quien*",
    "en_representacion^2 !#pregunta",
    "representante|representara|representacion va|ira|asist*|mand*|acud*|sera|nombr*|design* !quien*",
    "mand*|enviar*|envio|design*|nombr* suplente|representante|a_alguien|a_otra|a_mi",
    "en_calidad_de_suplente|como_suplente|de_suplente",
    "en_mi_lugar|en_su_lugar|en_nuestro_lugar|por_mi|en_lugar_del va|ira|asist*|acud*|mand*|titular",
    "va|ira|asistira mi_suplente|la_suplente|el_suplente|un_suplente|su_suplente",
    "cambia*|cambio a|al|por suplente",
    "no titular suplente|otra_persona|alguien_mas",
    "suplente !quien* !soy !pase !registra* #nuestro?",
  ],
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
    porInstitucion(context, options, "sesion.suplente", async (sesion, institucion) => {
      if (porPalabraDeOtra(context, institucion.id))
        return conConstancia(context, sesion, institucion, { respuesta: "suplente" })
      return confirmar(context, sesion, institucion, dicha({ ...options, respuesta: "suplente" }), null)
    }),
})

const fueraDeEstado = (organo: Organo, sesion: Sesion) =>
  sesionFueraDeEstado(organo, sesion, "confirmar asistencia a")

/** What an institution said by telephone or by oficio. */
export const sesionAsistenciaRegistrarCommand = defineCommand({
  name: "sesion",
  subcommand: "registrar-asistencia",
  synonyms: [],

  frases: [
    "$anotar asistencia|confirmacion #institucion",
    "#institucion confirmo|aviso|dijo|hablo|llamo por_telefono|por_correo|por_oficio|por_llamada|que_va|que_si|que_no|asistira|va",
  ],
  summary: "Registra quién asistirá según lo dijo una institución por oficio, llamada o correo",
  audience: "secretaria_tecnica",
  options: z.object({
    institucion: institucionNombrada("siglas de la institución"),
    respuesta: respuestaOption,
    medio: medioOption,
    constancia: constanciaOption,
    sesion: sesionClave,
    modo,
    nombre: textoLibre({ summary: "quién asistirá, si es suplente", max: 150 }).optional(),
    cargo: textoLibre({ summary: "su cargo en la institución", max: 200 }).optional(),
    oficio: textoLibre({ summary: "número del oficio que le designa", max: 80 }).optional(),
  }),
  form: {
    title: "Registrar asistencia",
    submit: "Registrar",
    fields: ["institucion", "respuesta", "medio", "constancia", "nombre", "cargo", "oficio"],
    prepare: async (_context, given) => ({
      values: given,
      intro: "Se avisa a la institución de que usted lo registró, y con qué constancia.",
    }),
  },
  async run(context, options) {
    if (options.respuesta === "suplente" && options.nombre === undefined)
      return { problems: [{ field: "nombre", message: "escriba quién asistirá en suplencia" }] }
    return porInstitucion(context, options, "sesion.registrar-asistencia", (sesion, institucion) =>
      confirmar(context, sesion, institucion, dicha(options), constanciaDe(options)),
    )
  },
})

interface Dicho {
  readonly respuesta: Respuesta["respuesta"]
  readonly modo?: Parameters<typeof esRemota>[0]
  readonly nombre?: string | undefined
  readonly cargo?: string | undefined
  readonly oficio?: string | undefined
}

/** Only of a suplente it is said who. */
function dicha({ respuesta, modo: escrito, nombre, cargo, oficio }: Dicho): Respuesta {
  const suplente = respuesta === "suplente"
  return {
    respuesta,
    remota: esRemota(escrito),
    nombre: suplente ? (nombre ?? null) : null,
    cargo: suplente ? (cargo ?? null) : null,
    oficio: suplente ? (oficio ?? null) : null,
  }
}

const conConstancia = (
  { typed }: CommandContext,
  sesion: Sesion,
  institucion: Institucion,
  values: Readonly<Record<string, string>> = {},
) =>
  pedirConstancia("sesion.registrar-asistencia", {
    ...typed,
    ...values,
    sesion: sesion.clave,
    institucion: institucion.siglas,
  })

async function confirmar(
  context: CommandContext,
  sesion: Sesion,
  institucion: Institucion,
  respuesta: Respuesta,
  constancia: Constancia | null,
): Promise<Reply> {
  const { organo } = context
  const actuacion = actuacionOf(context)
  const propia = !porPalabraDeOtra(context, institucion.id)
  const result = await confirmarAsistencia(actuacion, sesion.id, institucion, respuesta, constancia)
  switch (result.kind) {
    case "fuera_de_estado":
      return { card: fueraDeEstado(organo, result.sesion) }
    case "sin_suplencia":
      return { card: sinSuplencia(organo, result.sesion) }
    case "confirmada":
      return { card: confirmadaCard({ organo, sesion, institucion, respuesta, ...result, propia }) }
  }
}

import { z } from "zod"
import { perfilVigente } from "../../app/perfil.ts"
import { fechaVigente } from "../../domain/compromiso/compromiso.ts"
import { quienHace, ultimaProrroga } from "../../domain/compromiso/transiciones.ts"
import type { Compromiso } from "../../domain/tipos/compromiso.ts"
import { DECIDE_PRORROGA } from "../../texts/etiquetas.ts"
import { fechaLarga } from "../../texts/fechas.ts"
import { type CommandContext, defineCommand } from "../definition/definition.ts"
import { constanciaDe, constanciaOption, medioOption } from "../opciones/autorizacion.ts"
import { compromisoClave } from "../opciones/compromiso.ts"
import { fechaEscrita } from "../opciones/fecha.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuar, formOf, SIN_DATOS } from "./actuar.ts"

/**
 * A later due date that an institution asks for, and its answer. What the Secretaría Técnica moves without being asked is
 * `reprogramar`; what only puts off a reminder is `posponer`.
 */

const clave = compromisoClave
const porque = (summary: string, label: string) =>
  textoLibre({ summary, label, min: 5, max: 1_000, parrafo: true })
const nuevaFecha = (summary: string) => fechaEscrita({ summary, label: "Nueva fecha" })

/** What holds, how far it may be put off and who decides. */
async function comoSePide({ data, organo, hoy }: CommandContext, compromiso: Compromiso) {
  const { acuerdos } = (await perfilVigente(data.read, organo.id, hoy)).sesiones
  const rige = fechaVigente(compromiso)
  const hasta = ultimaProrroga(compromiso, acuerdos)
  const limite = hasta === null ? "" : ` Puede pedirse, a más tardar, el ${fechaLarga(hasta)}.`
  return {
    intro: `${rige === null ? "" : `Rige el ${fechaLarga(rige)}, y así sigue mientras no se decida. `}Decide ${DECIDE_PRORROGA[acuerdos.prorrogaDecide]}.${limite} ${SIN_DATOS}`,
  }
}

/** What was asked for, above its answer. */
async function loPedido({ data }: CommandContext, { id }: Compromiso) {
  const pedida = await data.read.prorrogas.pedida(id)
  if (pedida === null) return { intro: "Se avisa a la institución." }
  const { rige, propuesta } = pedida
  return {
    intro: `Rige el ${fechaLarga(rige)}; se pide el ${fechaLarga(propuesta)}. Se avisa a la institución.`,
    values: { fecha: propuesta },
  }
}

export const compromisoProrrogaCommand = defineCommand({
  name: "compromiso",
  subcommand: "prorroga",
  synonyms: ["pedir prorroga", "solicitar prorroga", "prorrogar", "mas tiempo", "ampliar plazo"],
  frases: [
    "prorroga|prorrogas|mas_tiempo|mas_plazo|mas_dias|ampliacion pid*|ped*|solicit*|necesit*|requer*|quier*|quer*|ocup*|dame|danos|tramit* !conced* !nieg* !neg* !rechaz*",
    "dias_mas|semanas_mas|unos_dias|unas_semanas|mas_tiempo necesit*|ocup*|requer*|quer*|dame|danos|den !$sesion",
    "mas_tiempo|mas_plazo|mas_dias|chance|otra_oportunidad #numero|#tema|#clave|#fecha !$sesion",
    "reprogram* #numero|#tema|#clave|compromiso|cumplimiento|plazo|entrega !$sesion",
    "$mover #numero|#tema|#clave #fecha !$sesion !punto !recordatorio !aviso",
    "pospon|posponme|posponer|posponlo|posponga #tema|#numero|#clave #fecha? !$sesion !#sesion",
    "prorroga !conced* !otorg* !nieg* !neg* !rechaz* !retir* !quit* !autoriz* !aprob*",
    "no alcanz*|terminam*|acabam*|llegam* tiempo|#fecha|plazo !$sesion",
  ],
  summary: "Pide una fecha de vencimiento posterior para un compromiso de su institución",
  audience: quienHace("prorroga"),
  limit: "proposal",
  options: z.object({
    clave,
    fecha: nuevaFecha("hasta cuándo, por ejemplo: 30 de abril, o en 15 días hábiles"),
    motivo: porque("por qué se necesita", "Motivo"),
  }),
  form: formOf("prorroga", "Pedir prórroga", "Pedir", ["fecha", "motivo"], comoSePide),
  run: (context, { motivo, ...pedido }) => actuar(context, "prorroga", { ...pedido, texto: motivo }),
})

export const compromisoRetirarProrrogaCommand = defineCommand({
  name: "compromiso",
  subcommand: "retirar-prorroga",
  synonyms: ["cancelar prorroga", "quitar prorroga"],
  frases: ["$quitar prorroga", "ya_no necesit*|ocup*|requer*|quer* prorroga"],
  summary: "Retira la prórroga que se pidió y no se ha decidido",
  audience: quienHace("retirar_prorroga"),
  options: z.object({ clave }),
  run: (context, pedido) => actuar(context, "retirar_prorroga", pedido),
})

export const compromisoRegistrarProrrogaCommand = defineCommand({
  name: "compromiso",
  subcommand: "registrar-prorroga",
  synonyms: [],
  summary: "Registra la prórroga que una institución pidió por oficio, llamada o correo",
  audience: "secretaria_tecnica",
  options: z.object({
    clave,
    fecha: nuevaFecha("la que pidió la institución"),
    medio: medioOption,
    constancia: constanciaOption,
    motivo: porque("por qué la pidió, como lo dijo", "Motivo"),
  }),
  form: {
    title: "Registrar una prórroga",
    submit: "Registrar",
    fields: ["fecha", "motivo", "medio", "constancia"],
    prepare: async (_context, given) => ({
      values: given,
      intro: "Se avisa a la institución de que usted la registró. No escriba datos de casos ni de personas.",
    }),
  },
  run: (context, options) =>
    actuar(context, "prorroga", {
      clave: options.clave,
      fecha: options.fecha,
      texto: options.motivo,
      constancia: constanciaDe(options),
    }),
})

export const compromisoConcederProrrogaCommand = defineCommand({
  name: "compromiso",
  subcommand: "conceder-prorroga",
  synonyms: ["aceptar prorroga", "autorizar prorroga", "dar prorroga"],
  frases: ["conced*|otorga*|otorgue*|autoriz*|aprueb*|aprob*|dale|den|demos|damos|acept* prorroga"],
  summary: "Concede la prórroga que pidió una institución, con esa fecha o con otra",
  audience: quienHace("conceder_prorroga"),
  options: z.object({
    clave,
    fecha: nuevaFecha("la que se concede, la pedida u otra"),
    motivo: porque("qué se le dice, o quién lo decidió", "Respuesta").optional(),
  }),
  form: formOf("conceder_prorroga", "Conceder la prórroga", "Conceder", ["fecha", "motivo"], loPedido),
  run: (context, { motivo, ...pedido }) => actuar(context, "conceder_prorroga", { ...pedido, texto: motivo }),
})

export const compromisoNegarProrrogaCommand = defineCommand({
  name: "compromiso",
  subcommand: "negar-prorroga",
  synonyms: ["rechazar prorroga"],
  frases: ["nieg*|neg*|rechaz* prorroga", "no conced*|otorg*|autoriz*|aprob*|acept*|proced* prorroga"],
  summary: "Niega la prórroga que pidió una institución, y le dice por qué",
  audience: quienHace("negar_prorroga"),
  options: z.object({ clave, motivo: porque("por qué no se concede", "Motivo") }),
  form: formOf("negar_prorroga", "Negar la prórroga", "Negar", ["motivo"], loPedido),
  run: (context, { motivo, ...pedido }) => actuar(context, "negar_prorroga", { ...pedido, texto: motivo }),
})

import { z } from "zod"
import {
  type ActoSobrePunto,
  actoPosible,
  actuarSobrePunto,
  pausarSesion,
} from "../../app/desahogo/desahogar.ts"
import { sesionFueraDeEstado } from "../../cards/sesion/registrada.ts"
import { sesiona } from "../../domain/desahogo/desahogo.ts"
import type { ResultadoPunto, TipoResultado } from "../../domain/tipos/sesion.ts"
import { type CommandContext, defineCommand, type FormSpec, type Reply } from "../definition/definition.ts"
import { CAMBIO, desahogoReply, puntoImpedido } from "../opciones/desahogo.ts"
import {
  enCursoReply,
  pedirPunto,
  pedirSesion,
  puntoCarried,
  puntoOption,
  revisionVista,
  sesionOption,
} from "../opciones/punto.ts"
import { sesionTexto } from "../opciones/sesion-texto.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"

/** The session while it is held: which item is discussed, what becomes of it, recess. */

export const sesionEnCursoCommand = defineCommand({
  name: "sesion",
  subcommand: "en-curso",
  synonyms: ["en curso", "curso", "desahogo", "tablero"],

  frases: [
    "que|cual|donde punto|asunto|tema van|vamos|va|estan|estamos|discut*",
    "en_curso",
    "ya empezo|comenzo|inicio|inicia*|empezaron|comenzaron|arranco|arrancaron|instalaron",
    "siguen|sigue|estan en_sesion|sesionando|reunidos",
    "ya termino|acabo|terminaron|acabaron|concluyo|cerraron|clausuraron $sesion|#sesion?",
    "como|que va|estan|pasa sesion|reunion !compromiso* !donde !$documento",
    "que_estan|en_que_estan|en_que_van|por_donde_van viendo|discutiendo|tratando?",
  ],
  summary: "Cómo va la sesión: punto en discusión, desahogados y acuerdos",
  audience: "del_organo",
  acts: false,
  options: z.object({ sesion: sesionTexto.optional() }),
  async run(context, options) {
    const pedida = await pedirSesion(context, options.sesion, "sesion.en-curso")
    if (pedida.kind === "card") return pedida
    const { sesion } = pedida
    if (sesion.instaladaEn === null)
      return { card: sesionFueraDeEstado(context.organo, sesion, "mostrar cómo va") }
    const { card } = await enCursoReply(context, sesion)
    return { card }
  },
})

export const sesionDiscutirCommand = defineCommand({
  name: "sesion",
  subcommand: "punto-discutir",
  synonyms: ["discutir", "discutir punto", "abrir punto"],

  frases: [
    "abre|abrir|pasamos_al|pasemos_al|vamos_al|vamos_con|sigamos|inicia|empecemos|discutir|discutamos punto|asunto #punto?",
  ],
  summary: "Pone un punto en discusión",
  audience: "secretaria_tecnica",
  options: z.object({ punto: puntoOption, sesion: sesionOption }),
  run: (context, options) => actuar(context, options, "sesion.punto-discutir", { acto: "discutir" }),
})

const tipoResultado = z.enum(["aprobacion", "eleccion"]).meta({
  summary: "si se aprobó o se eligió; si no, déjelo vacío",
  label: "Tipo de resultado",
  labels: { aprobacion: "Aprobación", eleccion: "Elección" },
})
const resultado = textoLibre({
  summary: "el resultado, como constará",
  label: "Resultado",
  min: 3,
  max: 1000,
  parrafo: true,
})

export const sesionDesahogarCommand = defineCommand({
  name: "sesion",
  subcommand: "punto-desahogar",
  synonyms: ["desahogar", "desahogar punto", "desahogado"],

  frases: [
    "desahog* punto|asunto|#punto",
    "punto visto|desahogado|agotado|terminado|listo|concluido|aprobado !orden_del_dia",
  ],
  summary: "Da un punto por desahogado, con su resultado si lo hubo",
  audience: "secretaria_tecnica",
  options: z.object({
    punto: puntoOption.optional(),
    tipo: tipoResultado.optional(),
    sesion: sesionOption,
    resultado: resultado.optional(),
  }),
  run: (context, options) =>
    actuar(context, options, "sesion.punto-desahogar", {
      acto: "desahogar",
      resultado: resultadoDe(options.tipo, options.resultado),
    }),
})

/** The same with a form for the outcome; typed, the outcome goes with the command. */
export const sesionResultadoCommand = defineCommand({
  name: "sesion",
  subcommand: "punto-resultado",
  synonyms: [],
  summary: "Da un punto por desahogado y registra su resultado",
  audience: "secretaria_tecnica",
  hidden: true,
  options: z.object({ punto: puntoOption, tipo: tipoResultado.optional(), resultado }),
  form: formOf(
    "Desahogar con resultado",
    "Registrar",
    ["tipo", "resultado"],
    "sesion.punto-resultado",
    "desahogar",
  ),
  run: (context, options) =>
    actuar(context, options, "sesion.punto-resultado", {
      acto: "desahogar",
      resultado: resultadoDe(options.tipo, options.resultado),
    }),
})

/** A type alone says nothing. */
const resultadoDe = (tipo: TipoResultado | undefined, text: string | undefined): ResultadoPunto | null =>
  text === undefined ? null : { tipo: tipo ?? null, texto: text }

export const sesionDiferirPuntoCommand = defineCommand({
  name: "sesion",
  subcommand: "punto-diferir",
  synonyms: ["diferir punto"],

  frases: ["$mover|deja|dejar punto|asunto siguiente|proxima|despues|otra"],
  summary: "Difiere un punto a la siguiente sesión, con su motivo",
  audience: "secretaria_tecnica",
  options: z.object({
    punto: puntoOption.optional(),
    motivo: textoLibre({
      summary: "por qué se difiere; constará en el registro",
      min: 5,
      max: 500,
      parrafo: true,
    }),
    sesion: sesionOption,
  }),
  form: formOf("Diferir un punto", "Diferir", ["motivo"], "sesion.punto-diferir", "diferir"),
  run: (context, options) =>
    actuar(context, options, "sesion.punto-diferir", { acto: "diferir", motivo: options.motivo }),
})

export const sesionRecesoCommand = defineCommand({
  name: "sesion",
  subcommand: "receso",
  synonyms: ["recesar", "declarar receso"],

  frases: ["receso !termin* !reanud*", "descanso|pausa|intermedio|break hag*|hac*|declar*|tom*|ir"],
  summary: "Declara un receso de la sesión",
  audience: "secretaria_tecnica",
  options: z.object({ sesion: sesionTexto.optional() }),
  run: (context, options) => pausar(context, options.sesion, "recesar"),
})

export const sesionReanudarCommand = defineCommand({
  name: "sesion",
  subcommand: "reanudar",
  synonyms: ["continuar", "terminar receso"],

  frases: [
    "reanud*|retom*|regresamos_del|continua|continuamos|continuemos|termina*_el $sesion|receso|descanso|trabajos",
    "termin*|fin|acab*|regres* receso|descanso|pausa",
    "reanud* !votacion",
  ],
  summary: "Reanuda la sesión después de un receso",
  audience: "secretaria_tecnica",
  options: z.object({ sesion: sesionTexto.optional() }),
  run: (context, options) => pausar(context, options.sesion, "reanudar"),
})

function formOf(
  title: string,
  submit: string,
  fields: readonly string[],
  command: string,
  acto: ActoSobrePunto["acto"],
): FormSpec {
  return {
    title,
    submit,
    fields,
    async prepare(context, given) {
      const pedido = await pedirPunto(context, given, command)
      if (pedido.kind === "card") return pedido
      const { sesion, lugar } = pedido
      if (!sesiona(sesion.estado))
        return { card: sesionFueraDeEstado(context.organo, sesion, "desahogar puntos de") }
      const posible = await actoPosible(consultaDe(context), sesion, {
        acto,
        lugar,
        conResultado: command === "sesion.punto-resultado",
      })
      if (posible.kind === "problemas")
        return enCursoReply(context, sesion, posible.problemas.map(({ message }) => message).join(" "))
      if (posible.kind !== "posible") return puntoImpedido(context, posible)
      return {
        values: { punto: puntoCarried(pedido) },
        intro: `${sesion.clave}: «${posible.punto.titulo}».`,
        demo: sesion.origen === "demo",
      }
    },
  }
}

const consultaDe = ({ data, organo, hoy }: CommandContext) => ({ read: data.read, organo, hoy })

async function actuar(
  context: CommandContext,
  options: { readonly punto?: string | undefined; readonly sesion?: string | undefined },
  command: string,
  acto: Omit<ActoSobrePunto, "lugar">,
): Promise<Reply> {
  const pedido = await pedirPunto(context, options, command)
  if (pedido.kind === "card") return pedido
  const result = await actuarSobrePunto(actuacionOf(context), pedido.visto, { ...acto, lugar: pedido.lugar })
  return desahogoReply(context, result, acto.acto, (acto.resultado ?? null) !== null)
}

async function pausar(
  context: CommandContext,
  typed: string | undefined,
  acto: "recesar" | "reanudar",
): Promise<Reply> {
  const command = acto === "recesar" ? "sesion.receso" : "sesion.reanudar"
  const pedida = await pedirSesion(context, typed, command)
  if (pedida.kind === "card") return pedida
  const result = await pausarSesion(actuacionOf(context), revisionVista(pedida), acto)
  switch (result.kind) {
    case "hecho":
      return enCursoReply(
        context,
        result.sesion,
        acto === "recesar" ? "Se declaró un receso." : "Se reanudó la sesión.",
      )
    case "otra_persona":
      return enCursoReply(context, result.sesion, CAMBIO)
    case "fuera_de_estado":
      return {
        card: sesionFueraDeEstado(
          context.organo,
          result.sesion,
          acto === "recesar" ? "declarar un receso de" : "reanudar",
        ),
      }
  }
}

import { z } from "zod"
import {
  type AsistenciaPuesta,
  type CorreccionAsistencia,
  corregirAsistencia,
  seCorrigeAsistencia,
} from "../../app/desahogo/corregir-asistencia.ts"
import { corregirHoras, type HorasPuestas, seCorrigenHoras } from "../../app/desahogo/corregir-horas.ts"
import {
  asistenciaCorregidaCard,
  horasCorregidasCard,
  sinCorregirCard,
} from "../../cards/desahogo/correccion.ts"
import { sesionCambiadaPorOtraPersona, sesionFueraDeEstado } from "../../cards/sesion/registrada.ts"
import { estaAbierta } from "../../domain/desahogo/desahogo.ts"
import { horaDeInicio, ultimaClausurada } from "../../domain/sesion/sesion.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { type CommandContext, defineCommand, type Reply } from "../definition/definition.ts"
import { horaEscrita } from "../opciones/fecha.ts"
import { institucionNombrada } from "../opciones/institucion.ts"
import { sesionPedida } from "../opciones/sesion-encontrar.ts"
import { sesionNombrada } from "../opciones/sesion-texto.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { institucionDeSesion } from "./convocada.ts"

/** What was put down wrong of a session: with a reason, and what was stays on record. */

const motivo = textoLibre({
  summary: "por qué se corrige; constará en el registro",
  label: "Motivo",
  min: 5,
  max: 500,
  parrafo: true,
})

const sesion = sesionNombrada("clave de la sesión; si falta, la que está en curso o la última").optional()

const pedirCorregible = (context: CommandContext, typed: string | undefined, command: string) =>
  sesionPedida(
    context,
    typed,
    command,
    (todas) => todas.find(({ estado }) => estaAbierta(estado)) ?? ultimaClausurada(todas),
  )

const queOption = z.enum(["llegada", "salida", "persona", "no_asistio"]).meta({
  summary: "qué se corrige",
  label: "Qué se corrige",
  labels: {
    llegada: "Su llegada",
    salida: "Su salida",
    persona: "Quién asistió",
    no_asistio: "No asistió",
  },
  synonyms: { no_asistio: ["no asistió", "no llego", "falto"], persona: ["nombre", "cargo"] },
})

export const sesionPaseCorregirCommand = defineCommand({
  name: "sesion",
  subcommand: "pase-corregir",
  synonyms: ["corregir asistencia", "corregir pase"],
  summary: "Corrige la asistencia de una institución, también después de la clausura, con su motivo",
  audience: "secretaria_tecnica",
  acts: true,
  options: z.object({
    institucion: institucionNombrada("siglas de la institución"),
    que: queOption,
    sesion,
    hora: horaEscrita({ summary: "hora oficial en que llegó o salió", label: "Hora" }).optional(),
    nombre: textoLibre({ summary: "nombre de quien asistió", label: "Nombre", min: 3, max: 200 }).optional(),
    cargo: textoLibre({ summary: "su cargo", label: "Cargo", min: 3, max: 300 }).optional(),
    calidad: z
      .enum(["titular", "suplente"])
      .optional()
      .meta({
        summary: "si asistió la persona titular o la suplente",
        label: "Calidad",
        labels: { titular: "Titular", suplente: "Suplente" },
      }),
    motivo,
  }),
  form: {
    title: "Corregir la asistencia",
    submit: "Corregir",
    fields: ["institucion", "que", "hora", "nombre", "cargo", "calidad", "motivo"],
    async prepare(context, given) {
      const pedida = await pedirCorregible(context, given.sesion, "sesion.pase-corregir")
      if (pedida.kind === "card") return pedida
      if (!seCorrigeAsistencia(pedida.sesion)) return { card: sinCelebrar(context, pedida.sesion) }
      return {
        values: {
          sesion: pedida.sesion.clave,
          ...(given.institucion === undefined ? {} : { institucion: given.institucion }),
          ...(given.que === undefined ? {} : { que: given.que }),
        },
        intro: `${pedida.sesion.clave}. Deje vacío lo que no cambia. Constarán lo que decía, lo que dice y el motivo.`,
        demo: pedida.sesion.origen === "demo",
      }
    },
  },
  async run(context, { institucion, que, hora, nombre, cargo, calidad, motivo: razon, ...options }) {
    const pedida = await pedirCorregible(context, options.sesion, "sesion.pase-corregir")
    if (pedida.kind === "card") return pedida
    const found = await institucionDeSesion(context, pedida.sesion, institucion)
    if (found.kind === "reply") return found.reply
    const pedido: CorreccionAsistencia = {
      que,
      hora: hora ?? null,
      nombre: nombre ?? null,
      cargo: cargo ?? null,
      calidad: calidad ?? null,
      motivo: razon,
    }
    const result = await corregirAsistencia(actuacionOf(context), pedida.sesion.id, found.institucion, pedido)
    return asistenciaPuesta(context, result, found.institucion.siglas)
  },
})

const sinCelebrar = ({ organo }: CommandContext, cual: Sesion) =>
  sesionFueraDeEstado(organo, cual, "corregir la asistencia de")

function asistenciaPuesta(context: CommandContext, result: AsistenciaPuesta, siglas: string): Reply {
  const { organo } = context
  switch (result.kind) {
    case "corregida":
      return { card: asistenciaCorregidaCard(organo, result, result.resumen), replaces: true }
    case "sin_cambio":
    case "sin_registro":
    case "varias":
    case "voto":
      return { card: sinCorregirCard(organo, result.sesion, result.kind, siglas) }
    case "falta_hora":
      return {
        problems: [{ field: "hora", message: "Falta la hora oficial. Escríbala, por ejemplo: 10:25" }],
      }
    case "falta_persona":
      return {
        problems: [{ field: "nombre", message: "Escriba el nombre, el cargo o la calidad correctos." }],
      }
    case "hora_por_venir":
      return {
        problems: [{ field: "hora", message: "Esa hora aún no llega. Escriba la hora en que ocurrió." }],
      }
    case "sale_antes":
      return {
        problems: [{ field: "hora", message: "Con esa hora habría salido antes de llegar. Revísela." }],
      }
    case "fuera_de_estado":
      return { card: sinCelebrar(context, result.sesion) }
  }
}

export const sesionHorasCorregirCommand = defineCommand({
  name: "sesion",
  subcommand: "horas-corregir",
  synonyms: ["corregir horas", "corregir hora"],

  frases: ["$corregir hora_de_inicio|hora_de_termino|hora_de_clausura|hora_de_cierre"],
  summary: "Corrige las horas de inicio y de término de una sesión clausurada, con su motivo",
  audience: "secretaria_tecnica",
  acts: true,
  options: z.object({
    sesion,
    inicio: horaEscrita({ summary: "hora oficial en que inició", label: "Inicio" }).optional(),
    termino: horaEscrita({ summary: "hora oficial en que terminó", label: "Término" }).optional(),
    motivo,
  }),
  form: {
    title: "Corregir las horas",
    submit: "Corregir",
    fields: ["inicio", "termino", "motivo"],
    async prepare(context, given) {
      const pedida = await pedirCorregible(context, given.sesion, "sesion.horas-corregir")
      if (pedida.kind === "card") return pedida
      const { sesion: cual } = pedida
      if (!seCorrigenHoras(cual)) return { card: sinClausurar(context, cual) }
      return {
        values: {
          sesion: cual.clave,
          inicio: given.inicio ?? horaDeInicio(cual, context.organo.zona) ?? "",
          termino: given.termino ?? cual.horaFin ?? "",
        },
        intro: `${cual.clave}. Constarán las horas que decía, las que dice y el motivo.`,
        demo: cual.origen === "demo",
      }
    },
  },
  async run(context, { inicio, termino, motivo: razon, ...options }) {
    const pedida = await pedirCorregible(context, options.sesion, "sesion.horas-corregir")
    if (pedida.kind === "card") return pedida
    const pedido = { inicio: inicio ?? null, termino: termino ?? null, motivo: razon }
    return horasPuestas(context, await corregirHoras(actuacionOf(context), pedida.sesion.id, pedido))
  },
})

const sinClausurar = ({ organo }: CommandContext, cual: Sesion) =>
  sesionFueraDeEstado(organo, cual, "corregir las horas de")

function horasPuestas(context: CommandContext, result: HorasPuestas): Reply {
  const { organo } = context
  switch (result.kind) {
    case "corregidas":
      return { card: horasCorregidasCard(organo, result, result.resumen), replaces: true }
    case "sin_cambio":
      return { card: sinCorregirCard(organo, result.sesion, "sin_cambio", "") }
    case "falta_hora":
      return { problems: [{ field: "inicio", message: "Escriba la hora de inicio, la de término o ambas." }] }
    case "hora_por_venir":
      return { problems: [{ field: result.campo, message: "Esa hora aún no llega. Revísela." }] }
    case "termina_antes":
      return {
        problems: [{ field: result.campo, message: "Con esa hora terminaría antes de iniciar. Revísela." }],
      }
    case "fuera_de_estado":
      return { card: sinClausurar(context, result.sesion) }
    case "otra_persona":
      return { card: sesionCambiadaPorOtraPersona(organo, result.sesion, "sesion.horas-corregir") }
  }
}

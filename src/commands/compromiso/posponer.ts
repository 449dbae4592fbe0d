import { z } from "zod"
import { margenParaPosponer, posponerAviso } from "../../app/compromiso/posponer.ts"
import { avisoPospuestoCard, compromisoNoAutorizado, noSePospone } from "../../cards/compromiso/cambio.ts"
import { fechaVigente } from "../../domain/compromiso/compromiso.ts"
import { puedeInformar } from "../../domain/compromiso/transiciones.ts"
import type { Compromiso } from "../../domain/tipos/compromiso.ts"
import { fechaLarga } from "../../texts/fechas.ts"
import { type CommandContext, defineCommand } from "../definition/definition.ts"
import { compromisoClave, compromisoPedido } from "../opciones/compromiso.ts"
import { fechaEscrita } from "../opciones/fecha.ts"
import { actuacionOf } from "../router/actuacion.ts"

const sePospone =
  ({ data, organo, actor, hoy }: CommandContext) =>
  async (compromiso: Compromiso): Promise<boolean> =>
    puedeInformar(compromiso, actor, organo.id) &&
    (await margenParaPosponer(data.read, organo, compromiso, hoy)) !== null

export const compromisoPosponerCommand = defineCommand({
  name: "compromiso",
  subcommand: "posponer",
  synonyms: ["aplazar aviso", "recordar despues", "posponer aviso"],
  frases: [
    "recuerdame|recuerdanos|recuerdenme|recuerdennos|recuerdamelo|recordarme|recordarnos|avisame|avisenme|avisanos|acuerdame #fecha? #tema? #numero?",
    "luego|despues|manana|al_rato|otro_dia|semana recuerd*|record*|avis* !van_a",
    "pospon*|aplaz* recordatorio|recordatorios|aviso|avisos",
    "pospon|posponme|posponer|posponlo|posponga #tema|#numero|#clave|semana|dias|#fecha !$sesion !#sesion",
    "pospon|posponme|posponer #tema|#numero|#clave #fecha",
    "no|deja me_avises|me_recuerdes|molest* hasta #fecha?",
    "silencia*|deten* aviso|avisos|recordatorio|recordatorios",
  ],
  summary: "Pospone los recordatorios de un compromiso; la fecha en que vence no cambia",
  audience: "por_institucion",
  options: z.object({
    clave: compromisoClave,
    fecha: fechaEscrita({ summary: "día en que desea el aviso, por ejemplo: próximo lunes" }),
  }),
  form: {
    title: "Posponer el aviso",
    submit: "Posponer",
    fields: ["fecha"],
    async prepare(context, given) {
      const { organo, actor, data, hoy } = context
      const pedida = await compromisoPedido(context, given.clave ?? "", sePospone(context))
      if (pedida.kind === "card") return pedida
      const { compromiso } = pedida.row
      if (!puedeInformar(compromiso, actor, organo.id))
        return { card: compromisoNoAutorizado(organo, "por_institucion") }
      const margen = await margenParaPosponer(data.read, organo, compromiso, hoy)
      if (margen === null) return { card: noSePospone(organo, compromiso, fechaVigente(compromiso)) }
      return {
        values: { clave: compromiso.clave, fecha: margen.primero },
        intro: `${compromiso.clave}, que vence el ${fechaLarga(margen.vence)}. Elija un día hábil, a más tardar el ${fechaLarga(margen.ultimo)}. Solo se aplaza el recordatorio: la fecha en que vence no cambia.`,
        demo: compromiso.origen === "demo",
      }
    },
  },
  async run(context, options) {
    const { organo, actor } = context
    const pedida = await compromisoPedido(context, options.clave, sePospone(context))
    if (pedida.kind === "card") return pedida
    const { compromiso } = pedida.row
    const result = await posponerAviso(actuacionOf(context), actor, compromiso, options.fecha)
    switch (result.kind) {
      case "pospuesto":
        return { card: avisoPospuestoCard(organo, compromiso, result.hasta, result.vence), replaces: true }
      case "no_autorizado":
        return { card: compromisoNoAutorizado(organo, "por_institucion") }
      case "no_procede":
        return { card: noSePospone(organo, compromiso, result.vence) }
      case "fecha_invalida": {
        const rango = `del ${fechaLarga(result.desde)} al ${fechaLarga(result.hasta)}`
        return { problems: [{ field: "fecha", message: `Elija un día hábil de su institución, ${rango}.` }] }
      }
    }
  },
})

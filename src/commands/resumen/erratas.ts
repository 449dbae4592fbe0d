import { z } from "zod"
import { prepararErrata } from "../../app/resumen/errata-preparar.ts"
import { publicarErrata } from "../../app/resumen/errata-publicar.ts"
import type { Card } from "../../cards/card.ts"
import { publicacionNoAutorizada } from "../../cards/resumen/borrador-publicacion.ts"
import { elegirParrafoCard } from "../../cards/resumen/edicion.ts"
import {
  errataBorradorCard,
  errataPublicadaCard,
  errataYaPublicadaCard,
  sinErrataCard,
} from "../../cards/resumen/errata.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { type CommandContext, defineCommand } from "../definition/definition.ts"
import {
  MAX_PARRAFO,
  nombrado,
  numeroDeParrafo,
  parrafoEnForma,
  parrafoPedido,
  sesionConParrafo,
  sinBorrador,
  sinEseParrafo,
} from "../opciones/parrafo.ts"
import { referencia } from "../opciones/referencia.ts"
import { sesionPedida } from "../opciones/sesion-encontrar.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { borradorConQuienNoRecibe } from "../router/recepcion.ts"

export const sesionErratasCommand = defineCommand({
  name: "sesion",
  subcommand: "erratas",
  synonyms: ["fe de erratas", "errata", "corregir resumen"],

  frases: ["fe_de_erratas", "errata|erratas|error resumen|publicado?"],
  summary: "Corrige un párrafo del resumen publicado: lo que dice y lo que debe decir",
  audience: "secretaria_tecnica",
  options: z.object({
    sesion: sesionConParrafo,
    parrafo: numeroDeParrafo,
    texto: textoLibre({
      summary: "lo que debe decir",
      label: "Debe decir",
      min: 3,
      max: MAX_PARRAFO,
      parrafo: true,
    }),
    motivo: textoLibre({
      summary: "por qué se corrige; queda registrado",
      label: "Motivo",
      min: 5,
      max: 500,
      parrafo: true,
    }),
  }),
  form: {
    title: "Fe de erratas",
    submit: "Revisar",
    fields: ["texto", "motivo"],
    async prepare(context, given) {
      const pedido = await parrafoPedido(context, nombrado(given), "erratas")
      if (pedido.kind === "card") return pedido
      const { sesion, borrador } = pedido
      if (borrador.lectura.versiones.publicada === null)
        return { card: sinErrataCard(context.organo, sesion, "sin_publicar") }
      const forma = parrafoEnForma(context, pedido, "erratas")
      if ("card" in forma) return forma
      return {
        values: { sesion: forma.sesion, texto: forma.texto },
        intro: `${forma.lugar} Verá cómo queda antes de enviarla. No escriba datos de casos ni de personas.`,
        demo: sesion.origen === "demo",
      }
    },
  },
  async run(context, options) {
    const pedido = await parrafoPedido(context, options, "erratas")
    if (pedido.kind === "card") return pedido
    const { sesion, numero, marca } = pedido
    const { texto: debeDecir, motivo } = options
    return { card: await preparar(context, sesion, { numero, marca, debeDecir, motivo }) }
  },
})

async function preparar(
  context: CommandContext,
  { id, clave }: Sesion,
  pedido: Parameters<typeof prepararErrata>[2],
): Promise<Card> {
  const { organo } = context
  const result = await prepararErrata(actuacionOf(context), id, pedido)
  switch (result.kind) {
    case "preparada": {
      const { version, destinos } = result.errata
      const card = errataBorradorCard(organo, {
        ...result.errata,
        marca: `${version.version}r${version.revision}`,
      })
      const canales = destinos.map(({ canal }) => canal)
      return borradorConQuienNoRecibe(context, card, canales)
    }
    case "cambio": {
      const aviso = `No se guardó: el resumen de ${clave} cambió desde que usted lo abrió. Así está ahora:`
      return elegirParrafoCard(organo, result.borrador.sesion, result.borrador.parrafos, "erratas", aviso)
    }
    case "sin_parrafo":
      return sinEseParrafo(context, result.borrador, "erratas")
    case "sin_cambios":
    case "sin_publicar":
      return sinErrataCard(organo, result.sesion, result.kind)
    case "sin_clausurar":
    case "interna":
      return sinBorrador(result.sesion, result.kind)
  }
}

export const sesionErratasConfirmarCommand = defineCommand({
  name: "sesion",
  subcommand: "erratas-confirmar",
  synonyms: [],
  summary: "Publica la fe de erratas que se revisó",
  audience: "secretaria_tecnica",
  hidden: true,
  options: z.object({ sesion: referencia({ summary: "sesión y versión que se revisó", max: 120 }) }),
  async run(context, options) {
    const { organo } = context
    const pedida = await sesionPedida(context, options.sesion, "sesion.erratas")
    if (pedida.kind === "card") return pedida
    const result = await publicarErrata(actuacionOf(context), pedida.sesion.id, pedida.marca ?? "")
    switch (result.kind) {
      case "publicada": {
        const { sesion, version, canales } = result
        return { card: errataPublicadaCard(organo, sesion, version, canales), replaces: true }
      }
      case "ya_publicada":
        return { card: errataYaPublicadaCard(organo, result.sesion, result.version), replaces: true }
      case "cambio":
      case "sin_destinos":
        return { card: sinErrataCard(organo, result.sesion, result.kind), replaces: true }
      case "no_autorizado":
        return { card: publicacionNoAutorizada() }
    }
  },
})

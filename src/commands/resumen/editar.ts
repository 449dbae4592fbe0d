import { z } from "zod"
import { editarParrafo } from "../../app/resumen/editar.ts"
import {
  elegirParrafoCard,
  parrafoEditadoCard,
  parrafoSinCambios,
  resumenYaPublicadoCard,
} from "../../cards/resumen/edicion.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { type CommandContext, defineCommand, type Reply } from "../definition/definition.ts"
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
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"

export const sesionResumenEditarCommand = defineCommand({
  name: "sesion",
  subcommand: "resumen-editar",
  synonyms: ["editar resumen", "corregir borrador", "editar borrador"],

  frases: ["$corregir|ajusta|ajustar resumen|borrador !fe_de_erratas"],
  summary: "Cambia la redacción de un párrafo del borrador del resumen",
  audience: "secretaria_tecnica",
  options: z.object({
    sesion: sesionConParrafo,
    parrafo: numeroDeParrafo,
    texto: textoLibre({
      summary: "cómo debe decir",
      label: "Texto del párrafo",
      min: 3,
      max: MAX_PARRAFO,
      parrafo: true,
    }),
  }),
  form: {
    title: "Editar un párrafo",
    submit: "Guardar",
    fields: ["texto"],
    async prepare(context, given) {
      const pedido = await parrafoPedido(context, nombrado(given), "resumen-editar")
      if (pedido.kind === "card") return pedido
      const { organo } = context
      const { sesion, borrador, parrafo } = pedido
      if (borrador.lectura.versiones.publicada !== null)
        return { card: resumenYaPublicadoCard(organo, sesion) }
      const forma = parrafoEnForma(context, pedido, "resumen-editar")
      if ("card" in forma) return forma
      const editado = parrafo?.parrafo.registrado === forma.texto ? "" : " Ya se había editado."
      return {
        values: { sesion: forma.sesion, texto: forma.texto },
        intro: `${forma.lugar}${editado} Los hechos registrados no cambian. No escriba datos de casos ni de personas.`,
        demo: sesion.origen === "demo",
      }
    },
  },
  async run(context, options) {
    const pedido = await parrafoPedido(context, options, "resumen-editar")
    if (pedido.kind === "card") return pedido
    const { sesion, numero, marca } = pedido
    return guardar(context, sesion, { numero, marca, texto: options.texto })
  },
})

async function guardar(
  context: CommandContext,
  { id, clave }: Sesion,
  pedido: { readonly numero: number; readonly marca: string | null; readonly texto: string },
): Promise<Reply> {
  const { organo } = context
  const result = await editarParrafo(actuacionOf(context), id, pedido)
  switch (result.kind) {
    case "editado":
      return { card: parrafoEditadoCard(organo, result.sesion, result.parrafo, result.texto) }
    case "sin_cambios":
      return { card: parrafoSinCambios(organo, result.sesion) }
    case "cambio": {
      const aviso = `No se guardó: el borrador de ${clave} cambió desde que usted lo abrió. Así está ahora:`
      const { sesion, parrafos } = result.borrador
      return { card: elegirParrafoCard(organo, sesion, parrafos, "resumen-editar", aviso) }
    }
    case "sin_parrafo":
      return { card: sinEseParrafo(context, result.borrador, "resumen-editar") }
    case "ya_publicado":
      return { card: resumenYaPublicadoCard(organo, result.sesion) }
    case "sin_clausurar":
    case "interna": {
      const sesion = await context.data.read.sesiones.byId(id)
      if (sesion === null) throw new Error("a session that was just found is gone")
      return { card: sinBorrador(sesion, result.kind) }
    }
  }
}

import { z } from "zod"
import { cambiarCanal } from "../../app/canal/cambiar.ts"
import { canalesEnUso } from "../../app/canal/canales.ts"
import { lecturaDe } from "../../app/canal/mirado.ts"
import { buscarCanal } from "../../app/canal/organo.ts"
import { elegirCanalCard } from "../../cards/canal/canales.ts"
import {
  canalCambiadoCard,
  canalSinCambioCard,
  desactivarCanalCard,
  editarCanalCard,
} from "../../cards/canal/edicion.ts"
import type { Card } from "../../cards/card.ts"
import { lecturaMostrada } from "../../domain/canal/lectura.ts"
import { soloExacta } from "../../domain/texto/busqueda.ts"
import type { Canal } from "../../domain/tipos/canal.ts"
import { type CommandContext, defineCommand } from "../definition/definition.ts"
import { institucionNombrada } from "../opciones/institucion.ts"
import { referencia } from "../opciones/referencia.ts"
import { textoLibre } from "../opciones/texto.ts"
import { actuacionOf } from "../router/actuacion.ts"
import { audienciaOption, cualInstitucion, leenOption } from "./registrar.ts"

const canalOption = referencia({
  summary: "clave del canal o siglas de la institución",
  completes: "institucion",
  label: "Canal",
  max: 80,
})
const motivoOption = textoLibre({
  summary: "por qué se cambia",
  label: "Motivo",
  min: 5,
  max: 300,
  parrafo: true,
})

export const plenariaCanalEditarCommand = defineCommand({
  name: "plenaria",
  subcommand: "canal-editar",
  synonyms: ["editar canal", "cambiar canal"],
  summary: "Cambia el nombre, la audiencia o la institución de un canal, o lo activa de nuevo",
  audience: "secretaria_tecnica",
  options: z.object({
    canal: canalOption,
    nombre: textoLibre({ summary: "cómo se le llama en los avisos", label: "Nombre", max: 80 }).optional(),
    audiencia: audienciaOption.optional(),
    institucion: institucionNombrada("siglas de la institución que lo lee").optional(),
    motivo: motivoOption,
    leen: leenOption,
  }),
  form: {
    title: "Cambiar un canal",
    submit: "Continuar",
    fields: ["nombre", "audiencia", "institucion", "motivo"],
    async prepare(context, given) {
      const found = await canalPropio(context, given.canal ?? "")
      if ("card" in found) return found
      const { canal } = found
      const institucion = await context.data.read.instituciones.byId(canal.institucionId ?? "")
      return {
        values: {
          nombre: canal.nombre,
          audiencia: canal.audiencia,
          institucion: institucion?.siglas ?? "",
          ...given,
          canal: canal.clave,
        },
        intro: `${canal.clave}. ${canal.activo ? "" : "Está desactivado: al guardarlo se activa. "}Antes de guardar se le muestra qué cambia.`,
        demo: canal.origen === "demo",
      }
    },
  },
  async run(context, options) {
    const found = await canalPropio(context, options.canal)
    if ("card" in found) return found
    const { canal } = found
    if (canal.audiencia === "persona") throw new Error("a person's own conversation was found as a channel")
    const audiencia = options.audiencia ?? canal.audiencia
    const { read } = context.data
    const deAntes = await read.instituciones.byId(canal.institucionId ?? "")
    const cual = await cualInstitucion(context, audiencia, options.institucion ?? deAntes?.siglas)
    if ("problems" in cual) return cual
    const nombre = options.nombre ?? canal.nombre
    const cambios = { nombre, audiencia, institucionId: cual.institucion?.id ?? null, activo: true }
    const despues: Canal = { ...canal, ...cambios }
    const { organo } = context
    if (esIgual(canal, despues)) return { card: canalSinCambioCard({ organo, canal }) }
    const visto = await comoEsta(context, canal, despues)
    const leen = visto === null ? "nadie" : lecturaMostrada(visto)
    if (!context.confirmed || options.leen !== leen) {
      const instituciones = new Map((await read.instituciones.all()).map((una) => [una.id, una]))
      const pendientes = await porSalir(context, canal)
      const card = editarCanalCard({ organo, antes: canal, despues, instituciones, pendientes, visto })
      return {
        question: { card, answers: [{ label: "Guardar el cambio", values: { leen }, confirms: true }] },
      }
    }
    const cambiado = await cambiarCanal(actuacionOf(context), canal, { ...cambios, visto }, options.motivo)
    return { card: canalCambiadoCard({ organo, canal: cambiado }) }
  },
})

/** Who reads it today, where the change may send it what it did not get; `null`: it does not, or the platform does not tell. */
async function comoEsta({ conexiones, data }: CommandContext, antes: Canal, despues: Canal) {
  if (antes.audiencia === despues.audiencia && antes.activo === despues.activo) return null
  const lugar = await conexiones.mirar(antes)
  if (lugar.kind === "unusable") return null
  const previa = await data.fresh.condicionesCanal.de(antes.id)
  // Guests are only told of when they come in: those that came may still be there.
  const invitados = previa?.cambios.includes("invitados") ? true : (previa?.invitados ?? null)
  return { ...lecturaDe(lugar), invitados, nombre: lugar.name }
}

export const plenariaCanalDesactivarCommand = defineCommand({
  name: "plenaria",
  subcommand: "canal-desactivar",
  synonyms: ["desactivar canal", "quitar canal"],
  summary: "Deja de escribir en un canal, con el motivo; antes muestra a quién deja sin canal",
  audience: "secretaria_tecnica",
  options: z.object({ canal: canalOption, motivo: motivoOption }),
  form: {
    title: "Desactivar un canal",
    submit: "Continuar",
    fields: ["motivo"],
    async prepare(context, given) {
      const found = await canalPropio(context, given.canal ?? "")
      if ("card" in found) return found
      const { canal } = found
      const values = { ...given, canal: canal.clave }
      return { values, intro: `${canal.nombre}. Antes de hacerlo se le muestra qué ocurre.` }
    },
  },
  async run(context, options) {
    const found = await canalPropio(context, options.canal)
    if ("card" in found) return found
    const { canal } = found
    const { organo } = context
    if (!canal.activo) return { card: canalSinCambioCard({ organo, canal }) }
    if (!context.confirmed) {
      const pendientes = await porSalir(context, canal)
      const sinOtro = await quienSeQueda(context, canal)
      const card = desactivarCanalCard({ organo, canal, pendientes, sinOtro })
      return { question: { card, answers: [{ label: "Desactivar", values: {}, confirms: true }] } }
    }
    const cambiado = await cambiarCanal(actuacionOf(context), canal, { activo: false }, options.motivo)
    return { card: canalCambiadoCard({ organo, canal: cambiado }) }
  },
})

const esIgual = (a: Canal, b: Canal): boolean =>
  a.nombre === b.nombre &&
  a.audiencia === b.audiencia &&
  a.institucionId === b.institucionId &&
  a.activo === b.activo

/** A channel of the body's own: those of the body above are that one's to change. */
export async function canalPropio(
  { data, organo }: CommandContext,
  typed: string,
): Promise<{ readonly canal: Canal } | { readonly card: Card }> {
  const found = soloExacta(await buscarCanal(data.fresh, organo, typed))
  if (found.kind === "una" && found.item.organoId === organo.id) return { canal: found.item }
  const opciones = found.kind === "varias" ? found.items : found.kind === "ninguna" ? found.parecidas : []
  return { card: elegirCanalCard(typed, opciones) }
}

/** How many messages are about to leave for it. */
export async function porSalir({ data, organo }: CommandContext, canal: Canal): Promise<number> {
  const any = [{ state: "pending" as const, canalIds: [canal.id] }]
  const page = await data.fresh.deliveryReview.page({ organoId: organo.id, any, offset: 0, limit: 1 })
  return page.total
}

/** Whose only channel it is; `null`: there is another. */
async function quienSeQueda({ data, organo }: CommandContext, canal: Canal): Promise<string | null> {
  const otros = (await canalesEnUso(data.fresh, organo)).filter(
    ({ id, activo, audiencia, institucionId }) =>
      id !== canal.id && activo && audiencia === canal.audiencia && institucionId === canal.institucionId,
  )
  if (otros.length > 0) return null
  if (canal.audiencia === "secretaria_tecnica") return "La Secretaría Técnica"
  if (canal.audiencia === "presidencia") return "La Presidencia"
  return (await data.read.instituciones.byId(canal.institucionId ?? ""))?.siglas ?? null
}

import { sinConvocatoria } from "../../cards/convocatoria/respuesta.ts"
import { institucionNoConvocada } from "../../cards/desahogo/pase-de-lista.ts"
import { buscarInstitucion } from "../../domain/directorio/institucion.ts"
import { soloExacta } from "../../domain/texto/busqueda.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { CommandContext, Reply } from "../definition/definition.ts"
import { cualInstitucion } from "../opciones/institucion.ts"

export type InstitucionDeSesion =
  | { readonly kind: "una"; readonly institucion: Institucion }
  | { readonly kind: "reply"; readonly reply: Reply }

/**
 * One of the institutions that were called; asks when it is in doubt. Of a session that the bot did not call, any that
 * its document has.
 */
export async function institucionDeSesion(
  context: CommandContext,
  sesion: Sesion,
  typed: string,
): Promise<InstitucionDeSesion> {
  const { data, organo } = context
  const [convocadas, asistieron, todas] = await Promise.all([
    data.read.sesiones.integrantes(sesion.id),
    data.read.sesiones.asistencias(sesion.id),
    data.read.instituciones.all(),
  ])
  const suyas = new Set([...convocadas, ...asistieron].map(({ institucionId }) => institucionId))
  const posibles = todas.filter(({ id }) => suyas.has(id))
  if (posibles.length === 0) return { kind: "reply", reply: { card: sinConvocatoria(organo, sesion) } }
  const found = soloExacta(buscarInstitucion(typed, posibles))
  if (found.kind === "una") return { kind: "una", institucion: found.item }
  const dudosas = found.kind === "varias" ? found.items : found.parecidas
  if (dudosas.length > 0) return { kind: "reply", reply: cualInstitucion(context, sesion, dudosas) }
  return {
    kind: "reply",
    reply: { card: institucionNoConvocada(organo, sesion, typed, posibles[0]?.siglas) },
  }
}

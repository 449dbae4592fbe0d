import { quienResponde } from "../../app/convocatoria/responder.ts"
import { institucionQueResponde, sinConvocatoria } from "../../cards/convocatoria/respuesta.ts"
import { proximaSesion } from "../../domain/sesion/sesion.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { CommandContext, Reply } from "../definition/definition.ts"
import { preguntar } from "./pregunta.ts"
import { referencia } from "./referencia.ts"
import { sesionPedida } from "./sesion-encontrar.ts"
import { sesionNombrada } from "./sesion-texto.ts"

export const sesionClave = sesionNombrada("clave de la sesión; si falta, la próxima").optional()

/** By its siglas, or by its name in quotes. */
export const institucionNombrada = (summary: string) =>
  referencia({ summary, max: 120, completes: "institucion", label: "Institución" })

export const institucionOption = institucionNombrada(
  "por cuál institución, si representa a varias",
).optional()

/** Which institution is meant; the session stays the one that it was asked of. */
export function cualInstitucion(
  context: CommandContext,
  sesion: Sesion,
  instituciones: readonly Institucion[],
): Reply {
  const siglas = instituciones.map((institucion) => institucion.siglas)
  return preguntar(context, institucionQueResponde(sesion, instituciones), "institucion", siglas)
}

interface Pedido {
  readonly sesion?: string | undefined
  readonly institucion?: string | undefined
}

/** Finds the session and the institution for which the asker answers, and asks when either is in doubt. */
export async function porInstitucion(
  context: CommandContext,
  pedido: Pedido,
  command: string,
  responder: (sesion: Sesion, institucion: Institucion) => Promise<Reply>,
): Promise<Reply> {
  const { data, organo, hoy, actor } = context
  const pedida = await sesionPedida(context, pedido.sesion, command, (todas) => proximaSesion(todas, hoy))
  if (pedida.kind === "card") return pedida
  const { sesion } = pedida
  if ((await data.read.sesiones.integrantes(sesion.id)).length === 0)
    return { card: sinConvocatoria(organo, sesion) }
  const quien = await quienResponde(data.read, organo, actor, sesion, pedido.institucion ?? null)
  switch (quien.kind) {
    case "una":
      return responder(sesion, quien.institucion)
    case "varias":
      return cualInstitucion(context, sesion, quien.instituciones)
    case "ninguna":
      return { card: institucionQueResponde(sesion, []) }
  }
}

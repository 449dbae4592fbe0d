import { z } from "zod"
import { quienResponde } from "../../app/convocatoria/responder.ts"
import type { Card } from "../../cards/card.ts"
import { institucionQueResponde } from "../../cards/convocatoria/respuesta.ts"
import { proximaSesion } from "../../domain/sesion/sesion.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { CommandContext, Reply } from "../router/definition.ts"
import { sesionPedida } from "./sesion-encontrar.ts"

export const sesionClave = z
  .string()
  .max(120)
  .optional()
  .meta({ summary: "clave de la sesión; si falta, la próxima", completes: "sesion", label: "Sesión" })

export const institucionOption = z.string().max(120).optional().meta({
  summary: "por cuál institución, si representa a varias",
  completes: "institucion",
  label: "Institución",
})

interface Pedido {
  readonly sesion?: string | undefined
  readonly institucion?: string | undefined
}

/** Finds the session and the institution for which the asker answers, and asks when either is in doubt. */
export async function porInstitucion(
  context: CommandContext,
  pedido: Pedido,
  command: string,
  responder: (sesion: Sesion, institucion: Institucion) => Promise<Card>,
): Promise<Reply> {
  const { data, organo, hoy, actor } = context
  const pedida = await sesionPedida(context, pedido.sesion, command, (todas) => proximaSesion(todas, hoy))
  if (pedida.kind === "card") return pedida
  const { sesion } = pedida
  const quien = await quienResponde(data.read, organo, actor, sesion, pedido.institucion ?? null)
  switch (quien.kind) {
    case "una":
      return { card: await responder(sesion, quien.institucion) }
    case "varias":
      return { card: institucionQueResponde(sesion, quien.instituciones, command) }
    case "ninguna":
      return { card: institucionQueResponde(sesion, [], command) }
  }
}

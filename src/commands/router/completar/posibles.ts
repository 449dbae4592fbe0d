import type { Choice } from "../../../ports/chat-adapter.ts"
import type { CommandContext } from "../../definition/definition.ts"
import { POSIBLE } from "../../posible/sesion.ts"

/** Sessions to which a command (`sesion.convocar`) can be done now, before the others: one of those is answered with why not. */
export async function posiblesPrimero(
  context: CommandContext,
  target: string,
  offered: readonly Choice[],
): Promise<readonly Choice[]> {
  const posible = POSIBLE[target]
  if (posible === undefined || offered.length < 2) return offered
  const sesiones = new Map(
    (await context.data.read.sesiones.list(context.organo.id)).map((sesion) => [sesion.clave, sesion]),
  )
  const can = await Promise.all(
    offered.map(({ value }) => {
      const sesion = sesiones.get(value)
      return sesion !== undefined && posible(sesion, context)
    }),
  )
  return [...offered.filter((_, i) => can[i]), ...offered.filter((_, i) => !can[i])]
}

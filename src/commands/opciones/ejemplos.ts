import { ejemplosDe } from "../../app/acuerdo/ejemplos.ts"
import type { Ejemplos } from "../../texts/ejemplos.ts"
import type { CommandContext } from "../definition/definition.ts"

/** The body's own, for whoever is answered. */
export const ejemplosPara = ({ data, actor, organo, hoy }: CommandContext): Promise<Ejemplos> =>
  ejemplosDe({ read: data.read, actor, organo, hoy })

export const siglasDeEjemplo = async (context: CommandContext): Promise<string | undefined> =>
  (await ejemplosPara(context)).siglas[0]

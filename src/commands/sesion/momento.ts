import { momentoDudosoCard } from "../../cards/sesion/momento-dudoso.ts"
import { dudasDelMomento, type Momento } from "../../domain/sesion/momento-dudoso.ts"
import { horaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { CommandContext, Reply } from "../definition/definition.ts"

/**
 * Asks about a session that is to begin at an unlikely hour, or that would have begun already. `null`: there is nothing
 * to ask, because all is as usual, was confirmed, or stays as it was.
 */
export function preguntaDeMomento(
  { organo, hoy, now, confirmed }: CommandContext,
  momento: Momento,
  antes: Momento | null = null,
): Extract<Reply, { readonly question: unknown }> | null {
  if (confirmed || (antes?.fecha === momento.fecha && antes.hora === momento.hora)) return null
  const dudas = dudasDelMomento(momento, { fecha: hoy, hora: horaEnZona(now, organo.zona) })
  if (dudas.length === 0) return null
  const card = momentoDudosoCard(organo, momento, dudas)
  return { question: { card, answers: [{ label: "Sí, es correcto", values: {}, confirms: true }] } }
}

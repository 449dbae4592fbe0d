import { vistaVotacion } from "../../app/votacion/leer.ts"
import type { Card } from "../../cards/card.ts"
import { elegirVotacionCard, type VistaVotacion } from "../../cards/votacion/votacion.ts"
import { votoNoTomadoCard } from "../../cards/votacion/voto.ts"
import { estaAbierta } from "../../domain/desahogo/desahogo.ts"
import { asuntoSesion } from "../../domain/mensaje/hechos.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { veVotacion } from "../../domain/visibilidad/visibilidad.ts"
import {
  estadoVotacion,
  estaPendiente,
  impedimentoParaCorregirVoto,
  seCorrigeConteo,
  type VotacionDeSesion,
} from "../../domain/votacion/votacion.ts"
import type { CommandContext } from "../definition/definition.ts"
import { referencia } from "../opciones/referencia.ts"

/** Which vote is meant: what the commands on votes have in common. */

export const votacionOption = referencia({
  summary: "votación, por su número («2»); si falta, la que está abierta",
  label: "Votación",
  max: 60,
}).optional()

export type VotacionPedida =
  | { readonly kind: "votacion"; readonly sesion: Sesion; readonly votacion: VotacionDeSesion }
  | { readonly kind: "card"; readonly card: Card }

/**
 * By the id in a button, by its number in the session that is being held or was the last one with votes (`2`, `SO-23/2`),
 * or the one that is open. Without any, those that there are are shown, for `command` to act on one.
 */
export async function pedirVotacion(
  context: CommandContext,
  typed: string | undefined,
  command: string,
): Promise<VotacionPedida> {
  const { data, organo, actor } = context
  const { votaciones } = data.fresh
  const ninguna = { kind: "card", card: sinVotacionCard(context, typed) } as const
  const numerada = /^(?:(.+)\/)?(\d{1,3})$/u.exec(typed?.trim() ?? "")
  if (typed !== undefined && numerada === null) {
    const votacion = await votaciones.byId(typed)
    const sesion = votacion && (await data.fresh.sesiones.byId(votacion.sesionId))
    if (sesion) context.asunto.objeto = asuntoSesion(sesion.id)
    return sesion?.organoId === organo.id && votacion && veVotacion(actor, votacion, sesion)
      ? { kind: "votacion", sesion, votacion }
      : ninguna
  }
  const sesion = await sesionConVotos(context, numerada?.[1])
  if (sesion === null) return ninguna
  context.asunto.objeto = asuntoSesion(sesion.id)
  // Whether there is one is not told to whoever may not see it; each keeps its number.
  const numeradas = (await votaciones.list(sesion.id)).map((una, i) => ({ una, numero: i + 1 }))
  const todas = numeradas.filter(({ una }) => veVotacion(actor, una, sesion))
  const caben = todas.filter(({ una }) => POSIBLE[command]?.(una) ?? true)
  const pedida = todas.findLast(({ una, numero }) =>
    numerada === null ? estaPendiente(una) : numero === Number(numerada[2]),
  )
  if (pedida && (numerada !== null || caben.length === 0 || caben.includes(pedida)))
    return { kind: "votacion", sesion, votacion: pedida.una }
  const [sola] = todas.length === 1 ? todas : []
  if (sola && numerada === null && command === "acuerdo.votacion-ver")
    return { kind: "votacion", sesion, votacion: sola.una }
  return todas.length === 0
    ? ninguna
    : { kind: "card", card: elegirVotacionCard(organo, sesion, todas, caben, command) }
}

/** On which a command can do what it does; one that is not here shows any. */
const POSIBLE: Readonly<Record<string, (votacion: VotacionDeSesion) => boolean>> = {
  "acuerdo.votacion-anular": (votacion) => estadoVotacion(votacion) !== "anulada",
  "acuerdo.voto-corregir": (votacion) => impedimentoParaCorregirVoto(votacion) === null,
  "acuerdo.votacion-corregir": seCorrigeConteo,
}

/** Who may open a vote conducts it. */
export const ABRIR = "acuerdo.votacion-abrir"

/** There is none; or what was written is the name of none, though one may well be open. */
export function sinVotacionCard(
  { organo, puede }: Pick<CommandContext, "organo" | "puede">,
  typed: string | undefined,
): Card {
  return typed === undefined
    ? votoNoTomadoCard(organo, "sin_votacion", "", puede(ABRIR))
    : votoNoTomadoCard(organo, "votacion_desconocida", typed)
}

/** How it stands. */
export const vistaDe = (
  { data, organo, hoy }: CommandContext,
  { sesion, votacion }: Extract<VotacionPedida, { readonly kind: "votacion" }>,
): Promise<VistaVotacion> => vistaVotacion({ read: data.read, organo, hoy }, sesion, votacion)

/** The session that is being held; else, the last one that had a vote. */
async function sesionConVotos(
  { data, organo }: CommandContext,
  clave: string | undefined,
): Promise<Sesion | null> {
  const { sesiones, votaciones } = data.fresh
  if (clave !== undefined) return sesiones.byClave(organo.id, clave.toUpperCase())
  const todas = await sesiones.list(organo.id)
  const enCurso = todas.find(({ estado }) => estaAbierta(estado))
  if (enCurso) return enCurso
  for (const sesion of todas.filter(({ estado }) => estado === "clausurada").slice(0, 5))
    if ((await votaciones.list(sesion.id)).length > 0) return sesion
  return null
}

/** The one that is open, or that waits; never another. */
export async function votacionPendiente(
  context: CommandContext,
  typed: string | undefined,
): Promise<Extract<VotacionPedida, { readonly kind: "votacion" }> | null> {
  const pedida = await pedirVotacion(context, typed, "acuerdo.votacion-ver")
  if (pedida.kind === "card") return null
  return typed !== undefined || estaPendiente(pedida.votacion) ? pedida : null
}

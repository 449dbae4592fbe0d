import { lectorDe, leerSesionEnCurso } from "../../app/desahogo/en-curso.ts"
import type { SesionVista } from "../../app/sesion/leer.ts"
import type { Card } from "../../cards/card.ts"
import { sesionEnCursoCard } from "../../cards/desahogo/en-curso.ts"
import { estaAbierta, leerPuntoPedido } from "../../domain/desahogo/desahogo.ts"
import { proximaSesion } from "../../domain/sesion/sesion.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { CommandContext } from "../definition/definition.ts"
import { LEAD_LUGAR, referencia } from "./referencia.ts"
import { type SesionPedida, sesionPedida } from "./sesion-encontrar.ts"
import { sesionNombrada } from "./sesion-texto.ts"

/** What the commands of a session that is being held have in common. */

/** The session being held, or the next one: what is meant when none is named. */
export const pedirSesion = (context: CommandContext, typed: string | undefined, command: string) =>
  sesionPedida(context, typed, command, (todas) => enCurso(todas) ?? proximaSesion(todas, context.hoy))

const enCurso = (todas: readonly Sesion[]) => todas.find(({ estado }) => estaAbierta(estado)) ?? null

/** The revision that the button was shown with; typed, the present one. */
export const revisionVista = ({
  sesion,
  marca,
}: Extract<SesionPedida, { readonly kind: "sesion" }>): SesionVista => ({
  id: sesion.id,
  revision: marca === null ? sesion.revision : Number(marca),
})

/** The session as it stands for whoever asks, after an act or instead of it. */
export async function enCursoReply(
  { data, actor, organo }: CommandContext,
  sesion: Sesion,
  aviso: string | null = null,
): Promise<{ readonly card: Card; readonly replaces: true }> {
  const lector = lectorDe(actor, organo, sesion)
  const vista = await leerSesionEnCurso(data.read, organo, sesion, lector)
  return { card: sesionEnCursoCard(vista, aviso), replaces: true }
}

/** `3`, or what a button carries: `3@SO-22@7`. */
export const puntoOption = referencia({
  summary: "lugar del punto en la lista; si falta, el que se discute",
  label: "Punto",
  max: 150,
  completes: "punto",
  lead: LEAD_LUGAR,
}).refine(
  (typed) => leerPuntoPedido(typed) !== null,
  "no es el lugar de un punto. Escriba su número, por ejemplo: 3",
)

export const sesionOption = sesionNombrada("clave de la sesión; si falta, la que está en curso").optional()

export type PuntoDeSesion =
  | {
      readonly kind: "punto"
      readonly lugar: number | null
      readonly sesion: Sesion
      readonly visto: SesionVista
    }
  | Extract<SesionPedida, { readonly kind: "card" }>

/** The item and the session that options name, together in a button or apart when typed. */
export async function pedirPunto(
  context: CommandContext,
  { punto, sesion }: { readonly punto?: string | undefined; readonly sesion?: string | undefined },
  command: string,
): Promise<PuntoDeSesion> {
  const leido = leerPuntoPedido(punto ?? "actual")
  const pedida = await pedirSesion(context, leido?.sesion ?? sesion, command)
  if (pedida.kind === "card") return pedida
  return { kind: "punto", lugar: leido?.lugar ?? null, sesion: pedida.sesion, visto: revisionVista(pedida) }
}

/** What a form carries so that it comes back with the item and the revision that it was opened on. */
export const puntoCarried = ({ lugar, sesion, visto }: Extract<PuntoDeSesion, { readonly kind: "punto" }>) =>
  `${lugar ?? "actual"}@${sesion.clave}@${visto.revision}`

import {
  type BorradorCambio,
  borradorCambioCard,
  type TipoCambio,
} from "../../cards/convocatoria/borrador.ts"
import type { CommandContext, Reply } from "../definition/definition.ts"

/** Typed, nothing said what would leave: its draft is shown first. A form said so above its button. */
export async function preguntaDeCambio(
  { confirmed, filledIn, plataformas }: CommandContext,
  leer: () => Promise<BorradorCambio | null>,
  etiqueta: string | null = null,
): Promise<Extract<Reply, { readonly question: unknown }> | null> {
  if (confirmed || filledIn) return null
  const borrador = await leer()
  if (borrador === null) return null
  const { sesion, tipo, seAutoriza } = borrador
  const label = seAutoriza ? "Pedir autorización" : (etiqueta ?? ENVIAR[tipo])
  const values = { sesion: `${sesion.clave}@${sesion.revision}` }
  const answers = [{ label, values, confirms: true }]
  return { question: { card: borradorCambioCard(borrador, plataformas), answers } }
}

const ENVIAR: Readonly<Record<TipoCambio, string>> = {
  segunda_convocatoria: "Enviar segunda convocatoria",
  rectificacion: "Rectificar y avisar",
  diferimiento: "Diferir y avisar",
  cancelacion: "Cancelar y avisar",
}

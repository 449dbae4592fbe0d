import { autorizacionEnEspera, autorizacionesEnEspera } from "../../app/autorizacion/leer.ts"
import { pedirAutorizacion } from "../../app/autorizacion/pedir.ts"
import type { Solicitud } from "../../app/autorizacion/texto.ts"
import { nadaPorAutorizarCard, solicitadaCard } from "../../cards/autorizacion/respuesta.ts"
import { esperaBlock } from "../../cards/autorizacion/vista.ts"
import type { Block, Card } from "../../cards/card.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { conduce } from "../../domain/visibilidad/visibilidad.ts"
import type { CommandContext } from "../definition/definition.ts"
import { actuacionOf } from "./actuacion.ts"

/** Asks the presidencia for what would leave, where the body's rules say so. */
export async function pedirPorPresidencia(
  context: CommandContext,
  sesion: Sesion,
  solicitud: Solicitud,
): Promise<Card> {
  const pedida = await pedirAutorizacion(actuacionOf(context), sesion, solicitud)
  return pedida.kind === "pedida"
    ? solicitadaCard(pedida.vista, pedida.canales, pedida.antes)
    : nadaPorAutorizarCard(context.organo, pedida.sesion, null)
}

/** For whoever conducts the session: that something of it waits, for whom and since when. */
export async function conEspera(context: CommandContext, sesion: Sesion, card: Card): Promise<Card> {
  const { data, organo, hoy, actor } = context
  if (!conduce(actor, sesion.organoId)) return card
  const espera = await autorizacionEnEspera({ read: data.read, organo, hoy }, sesion)
  if (espera === null) return card
  const ver = {
    id: `sesion.autorizacion-ver:${sesion.clave}`,
    label: "Ver lo que espera",
    style: "normal",
  } as const
  return { ...card, blocks: [esperaBlock(espera), ...card.blocks], actions: [...card.actions, ver] }
}

/** The same of a whole body. */
export async function esperasDelOrgano(context: CommandContext): Promise<readonly Block[]> {
  const { data, organo, hoy, actor } = context
  if (!conduce(actor, organo.id)) return []
  return (await autorizacionesEnEspera({ read: data.read, organo, hoy })).map(esperaBlock)
}

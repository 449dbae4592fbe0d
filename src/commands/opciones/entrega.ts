import { porCorreo } from "../../app/convocatoria/por-correo.ts"
import {
  buscarEntrega,
  type FiltroEntregas,
  listarEntregas,
  vistasEntrega,
} from "../../app/entrega/consultar.ts"
import type { OrdenEntrega } from "../../app/entrega/reenviar.ts"
import type { Card } from "../../cards/card.ts"
import { elegirEntregaCard, entregaNoEncontradaCard } from "../../cards/entrega/entrega-atendida.ts"
import { type EntregaVista, listaEntregasCard } from "../../cards/entrega/entregas.ts"
import type { Delivery } from "../../ports/repositories/deliveries.ts"
import type { CommandContext } from "../definition/definition.ts"
import { referencia } from "./referencia.ts"

/** `E-3F09AC`: what names a delivery. */
export const referenciaTexto = referencia({
  summary: "referencia de la entrega, como aparece en la lista de entregas",
  max: 40,
})

export function consultaEntregas({ data, actor, organo, plataformas, conexiones, now }: CommandContext) {
  return { read: data.read, actor, organo, plataformas, conexiones, now }
}

export function ordenDe(context: CommandContext): OrdenEntrega {
  return { ...context, plataforma: context.platform }
}

/** Each needs a button. */
const POR_PAGINA = 5

/** A page of them, each with what can be done about it. */
export async function entregasEnLista(
  context: CommandContext,
  filtro: FiltroEntregas,
  pagina: number,
): Promise<Card> {
  const found = await listarEntregas(consultaEntregas(context), filtro, { pagina, porPagina: POR_PAGINA })
  const paginas = Math.max(1, Math.ceil(found.total / POR_PAGINA))
  const { length: mostrados } = found.entregas
  return listaEntregasCard({
    organo: context.organo,
    filtro,
    ...found,
    porCorreo: await porComunicar(context, filtro),
    pagina: { pagina: Math.min(pagina, paginas), paginas, mostrados, total: found.total },
  })
}

/** Whom no channel reaches, with what waits for somebody; only for whoever may write to them. */
async function porComunicar({ data, organo, hoy, puede }: CommandContext, filtro: FiltroEntregas) {
  if (filtro !== "por_atender" || !puede("plenaria.entrega-texto")) return []
  return porCorreo({ read: data.read, organo, hoy })
}

/** A delivery as the asker may see it. */
export async function vistaEntrega(context: CommandContext, delivery: Delivery): Promise<EntregaVista> {
  const [vista] = await vistasEntrega(consultaEntregas(context), [delivery])
  if (vista === undefined) throw new Error(`delivery ${delivery.id} cannot be shown`)
  return vista
}

/** As it is now, after something was done to it. */
export async function vistaActual(context: CommandContext, { id }: Delivery): Promise<EntregaVista> {
  const delivery = await context.data.read.deliveries.byId(id)
  if (delivery === null) throw new Error(`delivery ${id} is gone`)
  return vistaEntrega(context, delivery)
}

/** The delivery that was meant, or the answer that says why it is not clear; without any, those that wait for somebody. */
export async function entregaPedida(
  context: CommandContext,
  typed: string | undefined,
): Promise<
  { readonly kind: "una"; readonly delivery: Delivery } | { readonly kind: "respuesta"; readonly card: Card }
> {
  if (typed === undefined)
    return { kind: "respuesta", card: await entregasEnLista(context, "por_atender", 1) }
  const found = await buscarEntrega(consultaEntregas(context), typed)
  switch (found.kind) {
    case "una":
      return found
    case "varias": {
      const opciones = await vistasEntrega(consultaEntregas(context), found.deliveries, true)
      return { kind: "respuesta", card: elegirEntregaCard(opciones, context.organo) }
    }
    case "ninguna":
    case "ilegible":
      return { kind: "respuesta", card: entregaNoEncontradaCard(typed, found.kind === "ninguna") }
  }
}

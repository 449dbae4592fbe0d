import type { EntregaVista } from "../../cards/entrega/entregas.ts"
import { leerReferencia, referenciaDe } from "../../domain/texto/referencia.ts"
import { sumarMs } from "../../domain/tiempo/tiempo.ts"
import type { Canal, Plataformas, SinRecepcion } from "../../domain/tipos/canal.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Actor } from "../../domain/visibilidad/actor.ts"
import { conduce } from "../../domain/visibilidad/visibilidad.ts"
import type { Delivery } from "../../ports/repositories/deliveries.ts"
import type { ReviewedState } from "../../ports/repositories/delivery-review.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { nombrePlataforma } from "../../texts/etiquetas.ts"
import { canalesDe, canalesEnUso } from "../canal/canales.ts"
import { type Conexiones, esperaEnCola, sinRecepcion } from "../canal/recepcion.ts"
import { POR_CONFIRMAR_MS } from "./envio.ts"
import { impedimento } from "./reenviar.ts"

export type FiltroEntregas = "por_atender" | "inciertas" | "rechazadas" | "pendientes" | "todas"

/** What ended longer ago needs nobody any more, unless it is asked for. */
const RECIENTES_MS = 7 * 24 * 60 * 60_000

/** The platform's own word for what happened, at the end of the reason: for the log, not for people. */
const CODIGO = / \([\w-]{1,80}\)$/u

export interface ConsultaEntregas {
  readonly read: Repositories
  readonly actor: Actor
  readonly organo: Organo
  readonly plataformas: Plataformas
  readonly conexiones: Conexiones
  readonly now: Instante
}

export interface PaginaEntregas {
  readonly total: number
  readonly entregas: readonly EntregaVista[]
  /** Names of the channels that get nothing. */
  readonly canalesConFalla: readonly string[]
  /** Nothing can be told to the Secretaría Técnica but here: no channel for her takes messages. */
  readonly sinCanalPropio: boolean
}

/** The channels for which messages only wait: nobody takes them, or each is put off again and again. */
interface Detenidos {
  readonly enCola: readonly string[]
  readonly porConfirmar: readonly string[]
}

function estados(filtro: FiltroEntregas, now: Instante, detenidos: Detenidos): readonly ReviewedState[] {
  const since = sumarMs(now, -RECIENTES_MS)
  switch (filtro) {
    case "por_atender":
      return [
        { state: "uncertain" },
        { state: "rejected", since },
        { state: "expired", since },
        ...esperando(detenidos.enCola, now),
        // What was put off is due again by then.
        ...esperando(detenidos.porConfirmar, sumarMs(now, POR_CONFIRMAR_MS)),
      ]
    case "inciertas":
      return [{ state: "uncertain" }]
    case "rechazadas":
      return [{ state: "rejected" }]
    case "pendientes":
      return [{ state: "sending" }, { state: "pending" }]
    case "todas":
      return (
        ["uncertain", "rejected", "expired", "sending", "pending", "accepted", "cancelled"] as const
      ).map((state) => ({ state }))
  }
}

const esperando = (canalIds: readonly string[], due: Instante): readonly ReviewedState[] =>
  canalIds.length === 0 ? [] : [{ state: "pending", due, canalIds }]

function detenidosDe(sordos: ReadonlyMap<string, SinRecepcion>): Detenidos {
  const esperan = [...sordos].filter(([, motivo]) => esperaEnCola(motivo))
  const ids = (porConfirmar: boolean) =>
    esperan.filter(([, { kind }]) => (kind === "por_confirmar") === porConfirmar).map(([id]) => id)
  return { enCola: ids(false), porConfirmar: ids(true) }
}

/** How many somebody has to decide about; what only waits for its channel is told with the channel. */
export async function contarPorAtender({
  read,
  organo,
  now,
}: Pick<ConsultaEntregas, "read" | "organo" | "now">): Promise<number> {
  const any = estados("por_atender", now, { enCola: [], porConfirmar: [] })
  return (await read.deliveryReview.page({ organoId: organo.id, any, offset: 0, limit: 1 })).total
}

/** A body's deliveries, those that most need somebody first. */
export async function listarEntregas(
  consulta: ConsultaEntregas,
  filtro: FiltroEntregas,
  { pagina, porPagina }: { readonly pagina: number; readonly porPagina: number },
): Promise<PaginaEntregas> {
  const { read, organo, now, conexiones } = consulta
  const canales = await canalesEnUso(read, organo)
  const sordos = await sinRecepcion(read, conexiones, canales)
  const detenidos = detenidosDe(sordos)
  const query = { organoId: organo.id, any: estados(filtro, now, detenidos), limit: porPagina }
  const asked = await read.deliveryReview.page({ ...query, offset: (pagina - 1) * porPagina })
  // A number past the end gives the last page.
  const last = Math.max(1, Math.ceil(asked.total / porPagina))
  const found =
    pagina <= last ? asked : await read.deliveryReview.page({ ...query, offset: (last - 1) * porPagina })
  const propios = await canalesDe(read, organo, "secretaria_tecnica")
  return {
    total: found.total,
    entregas: await vistasEntrega(consulta, found.deliveries),
    canalesConFalla: canales.filter(({ id, activo }) => activo && sordos.has(id)).map(({ nombre }) => nombre),
    sinCanalPropio: propios.every(({ id }) => sordos.has(id)),
  }
}

function sobreOtra({ editsId, pinsId }: Delivery): EntregaVista["sobreOtra"] {
  if (editsId !== null) return "actualización"
  return pinsId === null ? null : "fijarlo en el canal"
}

/** What keeps it in the queue; `null`: it leaves when it is due, or is over. */
function detenida({ state }: Delivery, motivo: SinRecepcion | undefined): SinRecepcion | null {
  return state === "pending" && motivo !== undefined && esperaEnCola(motivo) ? motivo : null
}

export type EntregaBuscada =
  | { readonly kind: "una"; readonly delivery: Delivery }
  | { readonly kind: "varias"; readonly deliveries: readonly Delivery[] }
  | { readonly kind: "ninguna" }
  /** What was typed cannot be a reference. */
  | { readonly kind: "ilegible" }

/** A delivery of the body by its typed reference. */
export async function buscarEntrega(
  { read, organo }: Pick<ConsultaEntregas, "read" | "organo">,
  typed: string,
): Promise<EntregaBuscada> {
  const ending = leerReferencia(typed)
  if (ending === null) return { kind: "ilegible" }
  const deliveries = await read.deliveryReview.byEnding(organo.id, ending)
  const [delivery] = deliveries
  if (delivery === undefined) return { kind: "ninguna" }
  return deliveries.length === 1 ? { kind: "una", delivery } : { kind: "varias", deliveries }
}

/** As a person may see them: what a message says is only for those who conduct the body. */
export async function vistasEntrega(
  { read, actor, organo, plataformas, conexiones, now }: ConsultaEntregas,
  deliveries: readonly Delivery[],
  larga = false,
): Promise<readonly EntregaVista[]> {
  const canales = new Map<string, Canal | null>()
  for (const { canalId } of deliveries)
    if (!canales.has(canalId)) canales.set(canalId, await read.canales.byId(canalId))
  const conocidos = [...canales.values()].filter((canal) => canal !== null)
  const sordos = await sinRecepcion(read, conexiones, conocidos)
  const instituciones = new Map((await read.instituciones.all()).map((one) => [one.id, one]))
  const veContenido = conduce(actor, organo.id)
  return deliveries.map((delivery): EntregaVista => {
    const canal = canales.get(delivery.canalId) ?? null
    return {
      referencia: referenciaDe(delivery.id, larga),
      estado: delivery.state,
      proposito: delivery.purpose,
      sobreOtra: sobreOtra(delivery),
      cuando: delivery.finishedAt ?? delivery.notBefore,
      plataforma: nombrePlataforma(plataformas, delivery.to.adapter),
      canal: canal?.nombre ?? delivery.to.channel,
      institucion: instituciones.get(canal?.institucionId ?? "")?.siglas ?? null,
      titulo: veContenido ? delivery.card.title : null,
      motivo: delivery.reason?.replace(CODIGO, "") ?? null,
      detenida: detenida(delivery, sordos.get(delivery.canalId)),
      porque: delivery.why,
      intentos: delivery.attempts,
      impedimento: impedimento(delivery, canal, now),
      demo: delivery.card.demo === true,
    }
  })
}

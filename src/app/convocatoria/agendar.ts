import { agendadaCard } from "../../cards/convocatoria/agendada.ts"
import { asuntoSesion } from "../../domain/mensaje/hechos.ts"
import { fechaEnZona, msEntre } from "../../domain/tiempo/tiempo.ts"
import type { AdapterId, Canal } from "../../domain/tipos/canal.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import type { Delivery, NewDelivery } from "../../ports/repositories/deliveries.ts"
import type { Repositories, UnitOfWork } from "../../ports/repositories/unit-of-work.ts"
import { delMismo, dondeSeMuestra, enLaAgenda, porEspacio } from "../calendario/agenda-del-espacio.ts"
import { canalesActivos } from "../canal/canales.ts"
import { destinosDeSesiones } from "../canal/destinos.ts"
import { eventoEn, pedidoKey, porCanal } from "../mensaje/delivery.ts"
import { enqueue } from "../mensaje/enqueue.ts"
import { finDelDia } from "./enviada-revision.ts"

/** A session without a day of which nothing was told for longer than this has nothing to take out of a calendar any more. */
const RECIENTE_MS = 90 * 24 * 60 * 60_000

interface Escena {
  readonly read: Repositories
  readonly organo: Organo
  readonly now: Instante
  readonly hoy: Fecha
}

/**
 * Asks for each session that was called to stand in the calendar of the workspaces that have one as it is on record now,
 * once for each way in which it is, and for it to be taken out of those where it may not be shown any more; returns how
 * many were not asked for before. It follows from what is on record, so that a death loses nothing, whatever changed it: a
 * convocatoria, an import, a text that was taken out, a channel that fewer people read. What a platform refused is asked
 * for again the next day.
 */
export async function agendarSesiones(
  { data, now }: { readonly data: UnitOfWork; readonly now: Instante },
  organo: Organo,
  adapters: readonly AdapterId[],
): Promise<number> {
  const { read } = data
  const hoy = fechaEnZona(now, organo.zona)
  const alguno = (await canalesActivos(read, organo)).some(({ adapter }) => adapters.includes(adapter))
  const pedidas = (await read.deliveries.enCalendarios(organo.id)).filter(({ to }) =>
    adapters.includes(to.adapter),
  )
  if (!alguno && organo.padreId === null && pedidas.length === 0) return 0
  const escena: Escena = { read, organo, now, hoy }
  const destinos = await destinosDeSesiones(read, organo, hoy)
  const pedidos: NewDelivery[] = []
  for (const sesion of await read.sesiones.list(organo.id)) {
    if (!porAgendar(sesion, hoy)) continue
    const canales = destinos(sesion).map(({ canal }) => canal)
    const propios = canales.filter(({ adapter }) => adapters.includes(adapter))
    const suyas = pedidas.filter(({ asuntos }) => asuntos?.includes(asuntoSesion(sesion.id)))
    pedidos.push(...(await deUnaSesion(escena, sesion, propios, suyas)))
  }
  return pedidos.length === 0 ? 0 : (await enqueue(read, pedidos, now)).length
}

/** It is to be held, was called off before its day, or is called no more. */
const porAgendar = ({ estado, fecha }: Sesion, hoy: Fecha): boolean =>
  ["programada", "convocada", "diferida", "cancelada"].includes(estado) && (fecha === null || fecha >= hoy)

/** `pedidas`: what was asked for of it before. */
async function deUnaSesion(
  { read, organo, now, hoy }: Escena,
  sesion: Sesion,
  canales: readonly Canal[],
  pedidas: readonly Delivery[],
): Promise<readonly NewDelivery[]> {
  const evento = enLaAgenda(sesion, organo, now)
  const ultima = (await read.convocatorias.list(sesion.id)).at(-1)
  if (evento === "ya_comenzo" || (pedidas.length === 0 && !ultima?.enviadaEn)) return []
  const desde = ultima?.enviadaEn ?? now
  if (sesion.fecha === null && msEntre(desde, now) > RECIENTE_MS) return []
  const version = ultima?.version ?? 0
  const card = agendadaCard(organo, sesion)
  const datos = { sesion, version, card, now, expiresAt: finDelDia(sesion, organo, now) }
  const pide = (to: ReturnType<typeof porCanal>, como: string) => {
    const antes = pedidas.filter((una) => delMismo(una.to, to))
    const anterior = antes.at(-1)
    const yaPedida = anterior?.key === pedidoKey(sesion.id, como, antes.length - 1, to)
    if (anterior === undefined && evento === null) return []
    if (anterior && yaPedida && !otroDia(anterior, organo, hoy)) return []
    return [eventoEn(to, { ...datos, key: pedidoKey(sesion.id, como, antes.length, to) })]
  }
  const donde = await dondeSeMuestra(read, sesion, canales)
  const fuera = pedidas.filter(({ to }) => !donde.some((canal) => delMismo(canal, to)))
  return [
    ...donde.flatMap((canal) => pide(porCanal(canal), JSON.stringify([version, evento]))),
    ...porEspacio(fuera.map(({ to, canalId }) => ({ ...to, canalId }))).flatMap((to) => pide(to, FUERA)),
  ]
}

/** Not shown. */
const FUERA = "fuera"

/** What did not get there is asked for again, no more than once a day: by then somebody may have mended why. */
const otroDia = ({ state, finishedAt }: Delivery, { zona }: Organo, hoy: Fecha): boolean =>
  ["cancelled", "rejected"].includes(state) && finishedAt !== null && fechaEnZona(finishedAt, zona) < hoy

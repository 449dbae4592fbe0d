import { agendadaCard } from "../../cards/convocatoria/agendada.ts"
import { fechaEnZona, msEntre } from "../../domain/tiempo/tiempo.ts"
import type { AdapterId } from "../../domain/tipos/canal.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { NewDelivery } from "../../ports/repositories/deliveries.ts"
import type { UnitOfWork } from "../../ports/repositories/unit-of-work.ts"
import { seMuestraEn } from "../calendario/agenda-del-espacio.ts"
import { canalesActivos } from "../canal/canales.ts"
import { destinosDeSesiones } from "../canal/destinos.ts"
import { eventoEn } from "../mensaje/delivery.ts"
import { enqueue } from "../mensaje/enqueue.ts"
import { finDelDia } from "./enviada-revision.ts"

/** What was last told of a session for longer ago than this has nothing to take out of a calendar any more. */
const RECIENTE_MS = 90 * 24 * 60 * 60_000

/**
 * Asks for each session that was called to stand in the calendar of the workspaces that have one, as its last
 * convocatoria says, once for each; returns how many were not asked for before. It follows from what is on record, so
 * that a death between a convocatoria and this loses nothing.
 */
export async function agendarSesiones(
  { data, now }: { readonly data: UnitOfWork; readonly now: Instante },
  organo: Organo,
  adapters: readonly AdapterId[],
): Promise<number> {
  const { read } = data
  const hoy = fechaEnZona(now, organo.zona)
  const alguno = (await canalesActivos(read, organo)).some(({ adapter }) => adapters.includes(adapter))
  if (!alguno && organo.padreId === null) return 0
  const destinos = await destinosDeSesiones(read, organo, hoy)
  const pedidos: NewDelivery[] = []
  for (const sesion of await read.sesiones.list(organo.id)) {
    if (!porAgendar(sesion, hoy)) continue
    const ultima = (await read.convocatorias.list(sesion.id)).at(-1)
    if (!ultima?.enviadaEn || msEntre(ultima.enviadaEn, now) > RECIENTE_MS) continue
    const canales = destinos(sesion).map(({ canal }) => canal)
    const card = agendadaCard(organo, sesion)
    const datos = { sesion, version: ultima.version, card, now, expiresAt: finDelDia(sesion, organo, now) }
    for (const canal of canales.filter(({ adapter }) => adapters.includes(adapter)))
      if (await seMuestraEn(read, sesion, canal)) pedidos.push(eventoEn(canal, datos))
  }
  return pedidos.length === 0 ? 0 : (await enqueue(read, pedidos, now)).length
}

/** It is to be held, or was called off before its day. */
const porAgendar = ({ estado, fecha }: Sesion, hoy: string): boolean =>
  ["convocada", "diferida", "cancelada"].includes(estado) && (fecha === null || fecha >= hoy)

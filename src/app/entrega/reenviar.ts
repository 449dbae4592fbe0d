import { msEntre, sumarMs } from "../../domain/tiempo/tiempo.ts"
import type { TipoEvento } from "../../domain/tipos/bitacora.ts"
import type { Canal, Medio } from "../../domain/tipos/canal.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import type { Actor } from "../../domain/visibilidad/actor.ts"
import { atiendeEntregas } from "../../domain/visibilidad/visibilidad.ts"
import type { Destination } from "../../ports/chat-adapter.ts"
import type { Delivery, DeliveryState } from "../../ports/repositories/deliveries.ts"
import type { Repositories, UnitOfWork } from "../../ports/repositories/unit-of-work.ts"
import { identificar } from "../identificar.ts"
import { destinationOf } from "../mensaje/delivery.ts"

const TIPO = "entrega.reenviada"
const SE_REENVIAN: readonly DeliveryState[] = ["uncertain", "rejected", "expired"]
const SE_DESCARTAN: readonly DeliveryState[] = ["uncertain", "rejected", "expired"]
/** A message sent anew is of use at least this long. */
const UTIL_MS = 60 * 60_000

export interface OrdenEntrega {
  readonly data: UnitOfWork
  readonly actor: Actor
  readonly organo: Organo
  readonly plataforma: Medio
  readonly now: Instante
  readonly hoy: Fecha
}

export type Reenvio =
  | { readonly kind: "reenviada"; readonly a: Canal }
  /** It may be there already: asks first. `vez` goes back with the confirmation. */
  | { readonly kind: "confirmar"; readonly vez: number }
  /** Somebody else, or another press, or the platform's answer came first; nothing was done. */
  | { readonly kind: "ya_no"; readonly estado: DeliveryState }
  | { readonly kind: "impedida"; readonly porque: Impedimento }
  | { readonly kind: "no_autorizado" }

export type Descarte =
  | { readonly kind: "descartada" }
  | { readonly kind: "ya_no"; readonly estado: DeliveryState }
  | { readonly kind: "no_autorizado" }

/** Why a delivery cannot be sent again. */
export type Impedimento = "momento_pasado" | "canal_inactivo"

/** A reminder tells how many days are left: after its moment it would tell a lie, and the next one follows anyway. */
export function impedimento(
  { purpose, expiresAt }: Pick<Delivery, "purpose" | "expiresAt">,
  canal: Canal | null,
  now: Instante,
): Impedimento | null {
  if (purpose === "recordatorio" && expiresAt !== null && msEntre(now, expiresAt) <= 0)
    return "momento_pasado"
  return canal?.activo ? null : "canal_inactivo"
}

/**
 * Sends a delivery again, once however often it is asked for. `vez`: what the question said; without it, an uncertain
 * one is only asked about. It goes to where its channel is registered now.
 */
export function reenviarEntrega(orden: OrdenEntrega, id: string, vez: number | null): Promise<Reenvio> {
  return orden.data.transaction((repositories) => reenviar(repositories, orden, id, vez))
}

async function reenviar(
  repositories: Repositories,
  orden: OrdenEntrega,
  id: string,
  vez: number | null,
): Promise<Reenvio> {
  const { organo, now } = orden
  const personaId = await autorizada(repositories, orden)
  if (personaId === null) return { kind: "no_autorizado" }
  const delivery = await bloquear(repositories, organo, id)
  const estado = delivery.state
  if (!SE_REENVIAN.includes(estado)) return { kind: "ya_no", estado }
  // As it is registered now.
  const canal = await repositories.canales.byId(delivery.canalId)
  const porque = impedimento(delivery, canal, now)
  if (porque !== null || canal === null) return { kind: "impedida", porque: porque ?? "canal_inactivo" }
  const veces = await vecesReenviada(repositories, id)
  if (estado === "uncertain" && vez === null) return { kind: "confirmar", vez: veces }
  if (vez !== null && vez !== veces) return { kind: "ya_no", estado }
  const to = destino(delivery, canal)
  const how = { to, fromTheStart: !mismoLugar(to, delivery.to), expiresAt: vencimiento(delivery, now) }
  if (!(await repositories.deliveryReview.resend(id, estado, how, now))) return { kind: "ya_no", estado }
  await asentar(repositories, orden, { tipo: TIPO, personaId, delivery, despues: { state: "pending", to } })
  return { kind: "reenviada", a: canal }
}

/** Nobody will send it, nor ask about it any more. */
export function descartarEntrega(orden: OrdenEntrega, id: string): Promise<Descarte> {
  return orden.data.transaction(async (repositories) => {
    const personaId = await autorizada(repositories, orden)
    if (personaId === null || orden.actor.kind !== "vinculado") return { kind: "no_autorizado" }
    const delivery = await bloquear(repositories, orden.organo, id)
    const estado = delivery.state
    if (!SE_DESCARTAN.includes(estado)) return { kind: "ya_no", estado }
    const reason = `Descartada por ${orden.actor.persona.nombre}.`
    if (!(await repositories.deliveryReview.discard(id, estado, reason, orden.now))) {
      return { kind: "ya_no", estado }
    }
    const despues = { state: "cancelled", reason }
    await asentar(repositories, orden, { tipo: "entrega.descartada", personaId, delivery, despues })
    return { kind: "descartada" }
  })
}

/** The post may have ended since the question. */
async function autorizada(
  repositories: Repositories,
  { actor, organo, hoy }: OrdenEntrega,
): Promise<string | null> {
  const persona = actor.kind === "vinculado" ? actor.persona : null
  const current = await identificar(repositories, persona, hoy)
  return persona !== null && atiendeEntregas(current, organo.id) ? persona.id : null
}

async function bloquear({ deliveryReview }: Repositories, organo: Organo, id: string): Promise<Delivery> {
  const delivery = await deliveryReview.lock(id)
  if (delivery?.organoId !== organo.id) throw new Error(`no delivery ${id} in body ${organo.clave}`)
  return delivery
}

/** An edit changes a message where it is, and a pin fixes it there. */
function destino(delivery: Delivery, canal: Canal): Destination {
  const there = delivery.editsId ?? delivery.pinsId
  return there === null ? destinationOf(canal) : delivery.to
}

const mismoLugar = (a: Destination, b: Destination) =>
  a.adapter === b.adapter && a.workspace === b.workspace && a.channel === b.channel

/** One that still lies ahead holds; one that has passed moves on by as much as it was given at first. */
function vencimiento({ expiresAt, notBefore }: Delivery, now: Instante): Instante | null {
  if (expiresAt === null || msEntre(now, expiresAt) > 0) return expiresAt
  return sumarMs(now, Math.max(UTIL_MS, msEntre(notBefore, expiresAt)))
}

const objeto = (id: string) => `entrega:${id}`

/** Tells the confirmation of one question from that of an earlier one. */
async function vecesReenviada({ eventos }: Repositories, id: string): Promise<number> {
  return (await eventos.byObjeto(objeto(id))).filter(({ tipo }) => tipo === TIPO).length
}

function asentar(
  { eventos }: Repositories,
  { organo, plataforma, now }: OrdenEntrega,
  cambio: {
    readonly tipo: TipoEvento
    readonly personaId: string
    readonly delivery: Delivery
    readonly despues: unknown
  },
): Promise<void> {
  const { tipo, personaId, delivery, despues } = cambio
  const { state, reason, to } = delivery
  return eventos.append({
    tipo,
    objeto: objeto(delivery.id),
    organoId: organo.id,
    personaId,
    plataforma,
    antes: { state, reason, to },
    despues,
    instante: now,
  })
}

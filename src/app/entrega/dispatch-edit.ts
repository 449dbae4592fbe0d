import type { Card } from "../../cards/card.ts"
import { parteSobranteCard, testadoBreve } from "../../cards/entrega/mensaje-actualizado.ts"
import { cambiosEntre } from "../../domain/mensaje/hechos.ts"
import type { ChatAdapter, EditingFacet, SendOutcome } from "../../ports/chat-adapter.ts"
import type { ClaimedDelivery, Delivery } from "../../ports/repositories/deliveries.ts"
import { conSuOrgano } from "../mensaje/con-su-organo.ts"
import { hechosPara } from "../mensaje/hechos-para.ts"
import { partKey } from "../mensaje/part-key.ts"
import type { MensajeConModelo } from "../mensaje/revision.ts"
import { esDeTestado } from "../mensaje/testado.ts"
import type { DispatchDeps } from "./envio.ts"
import { type Actualizacion, actualizacion } from "./mensaje-actualizado.ts"
import { leerOriginal, WAIT_FOR_ORIGINAL_MS } from "./mensaje-original.ts"
import { takeTurn } from "./pacer.ts"
import { conModelo, revisionDe } from "./reglas-de-mensajes.ts"
import { finish, lostLease, postpone, settle } from "./settle.ts"
import { ES_AHORA_INTERNA, yaEsInterno } from "./ya-interno.ts"

/** What is put in the place of each message that there is. */
type Partes = readonly { readonly card: Card; readonly part: number }[]

/**
 * Changes a message in its place, one request for each of its parts. An edit says what holds when it leaves, whatever it
 * was enqueued with. It goes at any hour: it calls nobody's attention, and what is wrong should not stay overnight.
 * `true`: all of it was accepted.
 */
export async function dispatchEdit(
  deps: DispatchDeps,
  adapter: ChatAdapter,
  delivery: ClaimedDelivery,
): Promise<boolean> {
  const { editing } = adapter
  if (editing === undefined) return cancel(deps, delivery, "La plataforma no cambia mensajes ya enviados.")
  const testado = esDeTestado(delivery)
  const found = await leerOriginal(deps, delivery.editsId, testado)
  if (found === "unknown") {
    const reason = "Espera a que se confirme el mensaje que actualiza."
    await postpone(deps, delivery, WAIT_FOR_ORIGINAL_MS, reason, "yield")
    return false
  }
  const original = found === null || testado ? found : conModelo(found)
  if (original === null) return cancel(deps, delivery, "El mensaje que actualizaba no llegó a enviarse.")
  const partes = await preparar(deps, adapter, delivery, original)
  if (partes === null) return false
  for (let i = delivery.receipts.length; i < original.receipts.length; i += 1) {
    const outcome = await editPart(deps, { adapter, editing, delivery, original, partes }, i)
    if (!(await settle(deps, delivery, outcome))) return false
  }
  return finish(deps, delivery, "accepted", null)
}

async function cancel(deps: DispatchDeps, delivery: ClaimedDelivery, reason: string): Promise<false> {
  await finish(deps, delivery, "cancelled", reason)
  return false
}

/** What goes in each place; written anew from today's facts unless a part of it is out. `null`: it has ended. */
async function preparar(
  deps: DispatchDeps,
  adapter: ChatAdapter,
  delivery: ClaimedDelivery,
  original: Delivery,
): Promise<Partes | null> {
  const places = original.receipts.length
  const mensaje = delivery.receipts.length > 0 || esDeTestado(delivery) ? null : conModelo(original)
  // What is taken out of a message is taken out all the same.
  if (mensaje !== null && (await yaEsInterno(deps.data.fresh, mensaje))) {
    await finish(deps, delivery, "cancelled", ES_AHORA_INTERNA)
    return null
  }
  const nuevo = mensaje && (await redactar(deps, delivery, mensaje))
  if (mensaje !== null && nuevo === null) return null
  const { card: dicha } = delivery
  const partes = ajustar(
    deps,
    adapter,
    nuevo ? [nuevo.card, nuevo.breve] : [dicha, testadoBreve(dicha)],
    places,
  )
  const card = partes?.[0]?.card
  if (partes === null || card === undefined) {
    await finish(deps, delivery, "rejected", "El mensaje actualizado no cabe en el lugar del original.")
    return null
  }
  if (nuevo === null) return partes
  const { id, lease } = delivery
  if (await deps.data.read.deliveries.rewrite(id, lease, { card, modelo: nuevo.modelo })) return partes
  lostLease(deps, delivery)
  return null
}

/** `null`: there is nothing left to change, and the delivery is cancelled. */
async function redactar(
  deps: DispatchDeps,
  delivery: ClaimedDelivery,
  original: MensajeConModelo,
): Promise<Actualizacion | null> {
  const { fresh: read } = deps.data
  const organo = await read.organos.byId(original.organoId)
  if (organo === null) throw new Error(`delivery ${original.id} of a body that is not there`)
  const now = deps.clock.now()
  const { zona } = organo
  const ahora = await hechosPara(read, original, { now, zona })
  const visible = await loVisible(deps, original)
  if (visible !== null && cambiosEntre(visible.modelo?.hechos ?? {}, ahora).length === 0) {
    await finish(deps, delivery, "cancelled", "El mensaje ya dice lo que consta hoy.")
    return null
  }
  const revision = revisionDe(original)
  const cuerpo = (await revision.cuerpo?.(read, original, now)) ?? original.card
  return actualizacion(original, ahora, { cuerpo, now, zona }, revision.vivo ?? false)
}

/** The last that was written on the message, if it is known to be there whole; otherwise `null`. */
async function loVisible(deps: DispatchDeps, original: MensajeConModelo): Promise<Delivery | null> {
  const edits = await deps.data.read.deliveries.edits(original.id)
  const last = edits.filter(({ receipts }) => receipts.length > 0).at(-1) ?? original
  return last.state === "accepted" ? last : null
}

/**
 * The first card that fits in the messages that there are: nothing can be put between two of them later. When it needs
 * fewer, those left over say that they no longer count; it is never sent as new messages.
 */
function ajustar(
  deps: DispatchDeps,
  adapter: ChatAdapter,
  candidates: readonly Card[],
  places: number,
): Partes | null {
  for (const card of candidates) {
    const parts = countParts(deps, adapter, card)
    if (parts === 0 || parts > places) continue
    const sobrante = parteSobranteCard(card)
    return Array.from({ length: places }, (_, i) =>
      i < parts ? { card, part: i } : { card: sobrante, part: 0 },
    )
  }
  return null
}

/** 0: it cannot be shown, which is a bug of the adapter. */
function countParts(deps: DispatchDeps, adapter: ChatAdapter, card: Card): number {
  try {
    return adapter.render(card).parts.length
  } catch (error) {
    deps.log.error({ adapter: adapter.id, error }, "Rendering a card failed.")
    return 0
  }
}

interface Edicion {
  readonly adapter: ChatAdapter
  readonly editing: EditingFacet
  readonly delivery: ClaimedDelivery
  readonly original: Delivery
  readonly partes: Partes
}

/** Repeating an edit leaves the same message, so that an answer that was lost is only a reason to ask again. */
async function editPart(
  deps: DispatchDeps,
  { adapter, editing, delivery, original, partes }: Edicion,
  i: number,
): Promise<SendOutcome> {
  const receipt = original.receipts[i]
  const parte = partes[i]
  if (receipt === undefined || parte === undefined) throw new Error(`no part ${i} of ${original.id}`)
  await takeTurn(deps, adapter, delivery.to)
  try {
    const card = await conSuOrgano(deps.data.read, delivery, parte.card)
    const outcome = await editing.edit({ ...parte, card, receipt, key: partKey(delivery.key, i) })
    return outcome.kind === "uncertain" ? { kind: "retry", after: 0, reason: outcome.detail } : outcome
  } catch (error) {
    deps.log.error({ delivery: delivery.id, adapter: adapter.id, error }, "An adapter's edit threw.")
    return { kind: "retry", after: 0, reason: "El adaptador falló al actualizar el mensaje." }
  }
}

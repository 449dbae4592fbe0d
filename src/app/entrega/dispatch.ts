import type { AdapterId } from "../../domain/tipos/canal.ts"
import type { ChatAdapter, SendOutcome } from "../../ports/chat-adapter.ts"
import type { ClaimedDelivery, Forma } from "../../ports/repositories/deliveries.ts"
import { anotarRecuperacion, asentarRecuperacion } from "../canal/falla.ts"
import { conSuOrgano } from "../mensaje/con-su-organo.ts"
import { partKey } from "../mensaje/part-key.ts"
import { esDeTestado } from "../mensaje/testado.ts"
import { cerrados } from "./conexiones.ts"
import { dispatchEdit } from "./dispatch-edit.ts"
import { dispatchEvento } from "./dispatch-evento.ts"
import { dispatchPin } from "./dispatch-pin.ts"
import { dispatchPortada } from "./dispatch-portada.ts"
import { type DispatchDeps, nombreDe, POR_CONFIRMAR_MS, rastroDe } from "./envio.ts"
import { type Espera, esperaDeHorario } from "./horario.ts"
import { takeTurn, underWayAtOnce } from "./pacer.ts"
import { reviseMessage } from "./reglas-de-mensajes.ts"
import { finish, lostLease, postpone, settle } from "./settle.ts"

export interface DispatchOptions {
  /** Deliveries claimed at once; each goes to another channel. */
  readonly limit: number
  /** How long a claim holds. Longer than a send with its timeout, or a slow send would look lost. */
  readonly leaseMs: number
}

export interface Round {
  readonly claimed: number
  /** Claims that ran out while sending and now wait for a lookup. */
  readonly lost: number
  readonly expired: number
  readonly sending: readonly Sending[]
}

export interface Sending {
  readonly adapter: AdapterId
  /** Whether all of it was accepted. Fails when the result could not be stored. */
  readonly done: Promise<boolean>
}

export interface DispatchResult extends Omit<Round, "sending"> {
  readonly accepted: number
}

/** One round, until all of it is sent. */
export async function dispatchDeliveries(
  deps: DispatchDeps,
  options: DispatchOptions,
): Promise<DispatchResult> {
  const { sending, ...round } = await empezarEnvios(deps, options)
  const results = await Promise.allSettled(sending.map(({ done }) => done))
  const failed = results.find((result) => result.status === "rejected")
  // The database failed: the claims that it cut off are swept and looked up later. Say so after the others are done.
  if (failed !== undefined) throw failed.reason
  const accepted = results.filter((result) => result.status === "fulfilled" && result.value).length
  return { ...round, accepted }
}

/**
 * Claims what is due and begins to send it. No transaction is open while a platform is asked, and every result is
 * written under the claim's lease, so that of two workers only the one that holds the claim decides.
 */
export async function empezarEnvios(
  deps: DispatchDeps,
  options: DispatchOptions,
  underWay: readonly Pick<Sending, "adapter">[] = [],
): Promise<Round> {
  const { deliveries } = deps.data.read
  const lost = await deliveries.sweepLostLeases(deps.clock.now())
  for (const { id, to } of lost)
    deps.log.warn({ delivery: id, to }, "Envío interrumpido: se verificará si llegó.")
  const expired = await deliveries.expire(deps.clock.now())
  const claimed = await deliveries.claim({
    now: deps.clock.now(),
    leaseMs: options.leaseMs,
    limit: options.limit - underWay.length,
    adapters: [...deps.adapters.keys()],
    except: await cerrados(deps.data.read.canales, deps),
    room: roomOf(deps, underWay),
  })
  const espera = esperaDeHorario(deps.data.read, deps.clock.now())
  const broken = await brokenChannels(deps, claimed)
  const dudosos = await doubtfulChannels(deps, claimed)
  const send = async (delivery: ClaimedDelivery) => {
    if (dudosos.has(delivery.canalId) && !esDeTestado(delivery)) {
      await postpone(deps, delivery, POR_CONFIRMAR_MS, POR_CONFIRMAR, "yield")
      return false
    }
    const done = await deliver(deps, delivery, espera)
    if (done && broken.has(delivery.canalId)) await recover(deps, delivery)
    return done
  }
  const sending = claimed.map((delivery) => ({ adapter: delivery.to.adapter, done: send(delivery) }))
  return { claimed: claimed.length, lost: lost.length, expired, sending }
}

/** How many more of each platform; those that may have as many as there are, are not in it. */
function roomOf(
  { adapters }: DispatchDeps,
  underWay: readonly Pick<Sending, "adapter">[],
): ReadonlyMap<AdapterId, number> {
  const room = new Map<AdapterId, number>()
  for (const [id, adapter] of adapters) {
    const most = underWayAtOnce(adapter)
    if (most !== null) room.set(id, most - underWay.filter((one) => one.adapter === id).length)
  }
  return room
}

/** Read once for all that is sent in a round. */
async function brokenChannels(
  { data }: DispatchDeps,
  claimed: readonly ClaimedDelivery[],
): Promise<ReadonlySet<string>> {
  if (claimed.length === 0) return new Set()
  return new Set((await data.read.channelHealth.broken()).map(({ canalId }) => canalId))
}

/**
 * Channels that more people can read than when they were registered: what is for them waits, except for what takes a
 * text out of a message. Read once for all that is sent in a round.
 */
async function doubtfulChannels(
  { data }: DispatchDeps,
  claimed: readonly ClaimedDelivery[],
): Promise<ReadonlySet<string>> {
  if (claimed.length === 0) return new Set()
  return new Set((await data.fresh.condicionesCanal.porConfirmar()).map(({ canalId }) => canalId))
}

const POR_CONFIRMAR =
  "Por confirmar: ahora pueden leer el canal más personas que cuando se registró. Espera a la Secretaría Técnica."

/** Should this be cut off, the next message that gets there makes up for it. */
async function recover(deps: DispatchDeps, { to }: ClaimedDelivery): Promise<void> {
  const { data, clock, log } = deps
  const avisos = await data.transaction((repositories) =>
    asentarRecuperacion(repositories, [to], nombreDe(deps, to), clock.now()),
  )
  anotarRecuperacion(log, avisos)
}

/** How what is no message leaves. `true`: it was accepted. */
const DE_OTRA_FORMA: Readonly<
  Record<
    Exclude<Forma, "mensaje">,
    (deps: DispatchDeps, adapter: ChatAdapter, claimed: ClaimedDelivery) => Promise<boolean>
  >
> = { portada: dispatchPortada, evento: dispatchEvento }

/** `true` when all of the message was accepted. */
async function deliver(deps: DispatchDeps, claimed: ClaimedDelivery, espera: Espera): Promise<boolean> {
  const adapter = deps.adapters.get(claimed.to.adapter)
  if (adapter === undefined) throw new Error(`claimed a delivery for ${claimed.to.adapter}, which is not on`)
  if (claimed.editsId !== null) return dispatchEdit(deps, adapter, claimed)
  if (claimed.pinsId !== null) return dispatchPin(deps, adapter, claimed)
  if (claimed.forma !== "mensaje") return DE_OTRA_FORMA[claimed.forma](deps, adapter, claimed)
  const later = await espera(claimed)
  if (later !== null) {
    const { id, lease } = claimed
    await deps.data.read.deliveries.postpone(id, lease, later, "Fuera del horario de avisos del órgano.")
    return false
  }
  const vigente = await alDia(deps, claimed)
  if (vigente === null) return false
  const delivery = { ...vigente, card: await conSuOrgano(deps.data.read, vigente, vigente.card) }
  const parts = countParts(deps, adapter, delivery)
  if (parts === null) {
    const reason = "El mensaje no se pudo preparar para la plataforma; revise la bitácora."
    await finish(deps, delivery, "rejected", reason)
    return false
  }
  for (let part = delivery.receipts.length; part < parts; part += 1) {
    const outcome = await sendPart(deps, adapter, delivery, part)
    if (!(await settle(deps, delivery, outcome))) return false
  }
  return finish(deps, delivery, "accepted", null)
}

/** With only what still holds; what is sent is stored first. `null`: nothing does, or the claim was lost. */
async function alDia(deps: DispatchDeps, delivery: ClaimedDelivery): Promise<ClaimedDelivery | null> {
  const { read, fresh } = deps.data
  const revised = await reviseMessage(fresh, delivery, deps.clock.now())
  if (revised.kind === "sigue") return delivery
  if (revised.kind === "cancela") {
    await finish(deps, delivery, "cancelled", revised.reason)
    return null
  }
  const { card, modelo } = revised
  if (await read.deliveries.rewrite(delivery.id, delivery.lease, { card, modelo })) {
    return { ...delivery, card, modelo }
  }
  lostLease(deps, delivery)
  return null
}

/** `null`: the card cannot be shown, which is a bug of the adapter; nothing has left. */
function countParts(deps: DispatchDeps, adapter: ChatAdapter, delivery: ClaimedDelivery): number | null {
  try {
    return adapter.render(delivery.card).parts.length || null
  } catch (error) {
    deps.log.error({ ...rastroDe(deps, delivery), error }, "Rendering a card failed.")
    return null
  }
}

async function sendPart(
  deps: DispatchDeps,
  adapter: ChatAdapter,
  delivery: ClaimedDelivery,
  part: number,
): Promise<SendOutcome> {
  await takeTurn(deps, adapter, delivery.to)
  try {
    const { to, card } = delivery
    return await adapter.send({ to, card, part, key: partKey(delivery.key, part) })
  } catch (error) {
    // Adapters do not throw for a platform's answer; if one does, nobody knows whether the message left.
    deps.log.error({ ...rastroDe(deps, delivery), error }, "An adapter's send threw.")
    return { kind: "uncertain", detail: "El adaptador falló durante el envío." }
  }
}

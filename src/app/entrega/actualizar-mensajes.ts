import { cambiosEntre } from "../../domain/mensaje/hechos.ts"
import { msEntre, sumarMs } from "../../domain/tiempo/tiempo.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Delivery, NewDelivery } from "../../ports/repositories/deliveries.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { MENSAJES } from "../dia/mensajes.ts"
import { deliveryOn } from "../mensaje/delivery.ts"
import { enqueue } from "../mensaje/enqueue.ts"
import { hechosPara } from "../mensaje/hechos-para.ts"
import type { MensajeConModelo, RevisionMensaje } from "../mensaje/revision.ts"
import { esDeTestado } from "../mensaje/testado.ts"
import type { DispatchDeps } from "./envio.ts"
import { actualizacion } from "./mensaje-actualizado.ts"
import { conModelo, revisionDe } from "./reglas-de-mensajes.ts"

/** Older messages are history, as nobody scrolls back to them; unless their own rule says otherwise. */
const EDITABLE_MS = 30 * 24 * 60 * 60_000
const MAX_EDITABLE_MS = Math.max(
  ...Object.values(MENSAJES).map((clase) => ("revision" in clase ? plazoDe(clase.revision) : 0)),
)
const READER = "mensajes"

/**
 * Enqueues an edit for each message in a channel that what was written since the last time made out of date; returns
 * how many. The log counts as read only afterwards, and an edit's key follows from the message and the facts: after a
 * crash, or by several processes at once, the same work gives the same edits. Nothing is read from memory: the log may
 * tell of a change before this process has heard of it, and it tells it once.
 *
 * A message that has not left needs nothing: it is revised right before it does. Where a platform cannot edit nothing
 * is sent either; the next digest tells how things stand, and one message more for each change would be noise.
 */
export async function actualizarMensajes({
  data: { fresh: read },
  clock,
  adapters,
}: Pick<DispatchDeps, "data" | "clock" | "adapters">): Promise<number> {
  const now = clock.now()
  const news = await read.eventos.news(READER)
  let enqueued = 0
  if (news.objetos.length > 0) {
    const zonas = new Map((await read.organos.all()).map(({ id, zona }) => [id, zona]))
    for (const original of await read.deliveries.speakingOf(news.objetos, sumarMs(now, -MAX_EDITABLE_MS))) {
      // An adapter that runs in another process may edit; the one that sends decides.
      const adapter = adapters.get(original.to.adapter)
      if (adapter !== undefined && adapter.editing === undefined) continue
      const mensaje = conModelo(original)
      const zona = zonas.get(original.organoId)
      if (mensaje === null || zona === undefined || esHistoria(mensaje, now)) continue
      const edicion = await edicionDe(read, mensaje, { now, zona })
      if (edicion !== null) enqueued += (await enqueue(read, [edicion], now)).length
    }
  }
  await read.eventos.markRead(READER, news)
  return enqueued
}

function plazoDe(revision: RevisionMensaje): number {
  return revision.seActualizaMs ?? EDITABLE_MS
}

const esHistoria = (mensaje: MensajeConModelo, now: Instante): boolean =>
  mensaje.finishedAt !== null && msEntre(mensaje.finishedAt, now) > plazoDe(revisionDe(mensaje))

/** `null`: the message says, or is about to say, how things stand. */
async function edicionDe(
  read: Repositories,
  original: MensajeConModelo,
  cuando: { readonly now: string; readonly zona: string },
): Promise<NewDelivery | null> {
  const anterior = (await read.deliveries.edits(original.id)).at(-1)
  // The message is gone: one dead letter tells it, not one for each change.
  if (anterior?.state === "rejected") return null
  // It is written anew before it leaves, unless it only takes a text out.
  if (anterior?.state === "pending" && anterior.receipts.length === 0 && !esDeTestado(anterior)) return null
  const ahora = await hechosPara(read, original, cuando)
  if (yaLoDice(anterior ?? original, ahora)) return null
  const vivo = revisionDe(original).vivo ?? false
  const partes = { cuerpo: original.card, ...cuando }
  const { card, cambios, modelo } = actualizacion(original, ahora, partes, vivo)
  // Each edit follows the one before it, so that going back to an earlier state is another edit and not a repetition.
  const subject = ["edicion", (anterior ?? original).key, JSON.stringify(ahora)]
  return deliveryOn(original, subject, {
    card,
    notBefore: cuando.now,
    expiresAt: sumarMs(cuando.now, EDITABLE_MS),
    why: `Actualiza un mensaje ya enviado. ${cambios.join(". ") || "Los datos son otra vez los originales"}.`,
    modelo,
    editsId: original.id,
  })
}

/** Only what has arrived is known to say it: what is under way was written from facts read before these. */
function yaLoDice(ultimo: Delivery, ahora: MensajeConModelo["modelo"]["hechos"]): boolean {
  return ultimo.state === "accepted" && cambiosEntre(ultimo.modelo?.hechos ?? {}, ahora).length === 0
}

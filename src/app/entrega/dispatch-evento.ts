import { idDe } from "../../domain/mensaje/hechos.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { ChatAdapter, EventosFacet, SendOutcome } from "../../ports/chat-adapter.ts"
import type { ClaimedDelivery } from "../../ports/repositories/deliveries.ts"
import { delMismo, dondeSeMuestra, enLaAgenda } from "../calendario/agenda-del-espacio.ts"
import { destinosDeSesiones } from "../canal/destinos.ts"
import { eventoKey } from "../mensaje/delivery.ts"
import { type DispatchDeps, rastroDe } from "./envio.ts"
import { takeFromBudget } from "./pacer.ts"
import { finish, settle } from "./settle.ts"

/** Until what was to be made, and may have been, is found there. */
const AGAIN_MS = 30_000

/**
 * Puts a session in the calendar of its workspace as it stands when it leaves, whichever change of it asked for that.
 * Where the platform does not let it, nothing fails: it is called off with the reason. `true`: it is there.
 */
export async function dispatchEvento(
  deps: DispatchDeps,
  adapter: ChatAdapter,
  delivery: ClaimedDelivery,
): Promise<boolean> {
  const { eventos } = adapter
  if (eventos === undefined) return cancel(deps, delivery, "La plataforma no tiene agenda de eventos.")
  if (delivery.receipts.length === 0) {
    const outcome = await put(deps, adapter, eventos, delivery)
    if (outcome === "ya_comenzo") return cancel(deps, delivery, "La sesión ya comenzó.")
    if (outcome.kind === "rejected") return cancel(deps, delivery, outcome.reason)
    if (!(await settle(deps, delivery, outcome))) return false
  }
  return finish(deps, delivery, "accepted", null)
}

/**
 * What is there is looked for before anything is made: an answer that was lost is only a reason to put it again, and
 * that it is there does not say that it was changed.
 */
async function put(
  deps: DispatchDeps,
  adapter: ChatAdapter,
  eventos: EventosFacet,
  { to, id, key, organoId, asuntos }: ClaimedDelivery,
): Promise<SendOutcome | "ya_comenzo"> {
  try {
    await takeFromBudget(deps, adapter, to)
    const { fresh } = deps.data
    const sesionId = sesionDe(asuntos)
    const [sesion, organo] = await Promise.all([
      fresh.sesiones.byId(sesionId ?? ""),
      fresh.organos.byId(organoId),
    ])
    if (sesionId === null || sesion === null || organo === null)
      throw new Error("what the event is about is gone")
    const now = deps.clock.now()
    const como = enLaAgenda(sesion, organo, now)
    if (como === "ya_comenzo") return como
    const destinos = await destinosDeSesiones(fresh, organo, fechaEnZona(now, organo.zona))
    const canales = destinos(sesion).map(({ canal }) => canal)
    const donde = await dondeSeMuestra(fresh, sesion, canales)
    const evento = donde.some((canal) => delMismo(canal, to)) ? como : null
    const outcome = await eventos.put({ to, evento, key: eventoKey(sesionId, to) })
    return outcome.kind === "uncertain" ? { kind: "retry", after: AGAIN_MS, reason: outcome.detail } : outcome
  } catch (error) {
    deps.log.error({ ...rastroDe(deps, { id, key, to }), error }, "An event could not be put in a calendar.")
    return { kind: "retry", after: AGAIN_MS, reason: "El adaptador falló al agendar." }
  }
}

const sesionDe = (asuntos: ClaimedDelivery["asuntos"]): string | null =>
  (asuntos ?? []).map((asunto) => idDe("sesion", asunto)).find((id) => id !== null) ?? null

async function cancel(deps: DispatchDeps, delivery: ClaimedDelivery, reason: string): Promise<false> {
  await finish(deps, delivery, "cancelled", reason)
  return false
}

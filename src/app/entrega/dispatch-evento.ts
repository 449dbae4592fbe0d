import { idDe } from "../../domain/mensaje/hechos.ts"
import type { ChatAdapter, EventosFacet, LookupResult, SendOutcome } from "../../ports/chat-adapter.ts"
import type { ClaimedDelivery, Delivery } from "../../ports/repositories/deliveries.ts"
import { enLaAgenda, seMuestraEn } from "../calendario/agenda-del-espacio.ts"
import { eventoKey } from "../mensaje/delivery.ts"
import { type DispatchDeps, rastroDe } from "./envio.ts"
import { takeFromBudget } from "./pacer.ts"
import { finish, settle } from "./settle.ts"

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

/** Whether the event is there of which nobody knows. */
export async function buscarEvento(
  { eventos }: ChatAdapter,
  { to, asuntos }: Delivery,
): Promise<LookupResult> {
  const sesionId = sesionDe(asuntos)
  if (eventos === undefined || sesionId === null) return { kind: "unknown", detail: "" }
  return eventos.find(to, eventoKey(sesionId, to))
}

async function put(
  deps: DispatchDeps,
  adapter: ChatAdapter,
  eventos: EventosFacet,
  { to, id, key, canalId, organoId, asuntos }: ClaimedDelivery,
): Promise<SendOutcome | "ya_comenzo"> {
  try {
    await takeFromBudget(deps, adapter, to)
    const { fresh } = deps.data
    const sesionId = sesionDe(asuntos)
    const [sesion, organo, canal] = await Promise.all([
      fresh.sesiones.byId(sesionId ?? ""),
      fresh.organos.byId(organoId),
      fresh.canales.byId(canalId),
    ])
    if (sesionId === null || sesion === null || organo === null || canal === null)
      throw new Error("what the event is about is gone")
    const como = enLaAgenda(sesion, organo, deps.clock.now())
    if (como === "ya_comenzo") return como
    const evento = (await seMuestraEn(fresh, sesion, canal)) ? como : null
    return await eventos.put({ to, evento, key: eventoKey(sesionId, to) })
  } catch (error) {
    // Whether it left is not known: it is looked for.
    deps.log.error({ ...rastroDe(deps, { id, key, to }), error }, "An event could not be put in a calendar.")
    return { kind: "uncertain", detail: "El adaptador falló al agendar." }
  }
}

const sesionDe = (asuntos: Delivery["asuntos"]): string | null =>
  (asuntos ?? []).map((asunto) => idDe("sesion", asunto)).find((id) => id !== null) ?? null

async function cancel(deps: DispatchDeps, delivery: ClaimedDelivery, reason: string): Promise<false> {
  await finish(deps, delivery, "cancelled", reason)
  return false
}

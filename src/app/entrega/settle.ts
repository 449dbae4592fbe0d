import { sumarMs } from "../../domain/tiempo/tiempo.ts"
import type { SendOutcome } from "../../ports/chat-adapter.ts"
import type { CausaEntrega } from "../../ports/medidas.ts"
import type { ClaimedDelivery, Turn } from "../../ports/repositories/deliveries.ts"
import { anotarFalla, asentarFalla } from "../canal/falla.ts"
import { type DispatchDeps, nombreDe, rastroDe } from "./envio.ts"

/** Whose fault a rejection is, as the platform's adapter says. */
const CAUSAS = {
  destination: "canal",
  workspace: "espacio",
  message: "mensaje",
  ninguno: "sin_clase",
} as const satisfies Readonly<Record<string, CausaEntrega>>

/** A delivery that failed this often without leaving the process is given up and shown to a person. */
export const MAX_ATTEMPTS = 12
const FIRST_BACKOFF_MS = 2_000
const LONGEST_BACKOFF_MS = 10 * 60_000

/** Writes down one attempt's outcome. `true`: accepted, and the claim still holds. */
export async function settle(
  deps: DispatchDeps,
  delivery: ClaimedDelivery,
  outcome: SendOutcome,
): Promise<boolean> {
  switch (outcome.kind) {
    case "accepted":
      if (await deps.data.read.deliveries.recordPart(delivery.id, delivery.lease, outcome.receipt)) {
        const { messageId } = outcome.receipt
        deps.log.info({ ...rastroDe(deps, delivery), messageId }, "Mensaje aceptado por la plataforma.")
        return true
      }
      lostLease(deps, delivery)
      return false
    case "rejected":
      await reject(deps, delivery, outcome)
      return false
    case "uncertain":
      await finish(deps, delivery, "uncertain", outcome.detail)
      return false
    case "retry":
      await retry(deps, delivery, outcome)
      return false
  }
}

/** What is wrong with the channel is known, and the Secretaría Técnica told, exactly if the rejection is written down. */
async function reject(
  deps: DispatchDeps,
  delivery: ClaimedDelivery,
  { reason, platformCode, scope }: Extract<SendOutcome, { kind: "rejected" }>,
): Promise<void> {
  const why = `${reason} (${platformCode})`
  if (scope === undefined || scope === "message") {
    await finish(deps, delivery, "rejected", why, CAUSAS[scope ?? "ninguno"])
    return
  }
  const avisos = await deps.data.transaction(async (repositories) => {
    if (!(await finish(deps, delivery, "rejected", why, CAUSAS[scope]))) return []
    const falla = { plataforma: nombreDe(deps, delivery.to), scope, reason }
    return asentarFalla(repositories, [delivery.to], falla, deps.clock.now())
  })
  anotarFalla(deps.log, avisos, reason)
}

async function retry(
  deps: DispatchDeps,
  delivery: ClaimedDelivery,
  { after, reason }: Extract<SendOutcome, { kind: "retry" }>,
): Promise<void> {
  if (delivery.attempts >= MAX_ATTEMPTS) {
    const why = `No se logró enviar en ${delivery.attempts} intentos: ${reason}`
    await finish(deps, delivery, "rejected", why, "intentos")
    return
  }
  const wait = Math.max(after, backoff(delivery.attempts, deps.random ?? Math.random))
  deps.medidas?.entrega(delivery.to.adapter, "reintento", "ninguna")
  // A message keeps its turn: what comes later to the channel waits for it. For what is no message no message waits.
  await postpone(deps, delivery, wait, reason, delivery.forma === "mensaje" ? "keep" : "aside")
}

/** Full jitter: anywhere between zero and a ceiling that doubles with each attempt. */
function backoff(attempts: number, random: () => number): number {
  return random() * Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** attempts)
}

export async function postpone(
  deps: DispatchDeps,
  delivery: ClaimedDelivery,
  waitMs: number,
  reason: string,
  turn: Turn,
): Promise<void> {
  const notBefore = sumarMs(deps.clock.now(), waitMs)
  const { deliveries } = deps.data.read
  const held = await deliveries.postpone(delivery.id, delivery.lease, notBefore, reason, turn)
  if (!held) lostLease(deps, delivery)
}

export async function finish(
  deps: DispatchDeps,
  delivery: ClaimedDelivery,
  state: "accepted" | "rejected" | "uncertain" | "cancelled",
  reason: string | null,
  causa: CausaEntrega = "ninguna",
): Promise<boolean> {
  const { id, lease, to } = delivery
  const held = await deps.data.read.deliveries.finish(id, lease, state, reason, deps.clock.now())
  if (held) deps.medidas?.entrega(to.adapter, state, causa)
  if (!held) lostLease(deps, delivery)
  else if (state === "cancelled") deps.log.info({ ...rastroDe(deps, delivery), reason }, "Entrega cancelada.")
  else if (state !== "accepted")
    deps.log.warn({ ...rastroDe(deps, delivery), state, reason }, "Entrega sin confirmar.")
  return held
}

export function lostLease(deps: DispatchDeps, delivery: ClaimedDelivery): void {
  deps.log.warn(rastroDe(deps, delivery), "El turno de envío venció antes de terminar.")
}

import { msEntre } from "../../domain/tiempo/tiempo.ts"
import type { AdapterId } from "../../domain/tipos/canal.ts"
import { anotarFalla, anotarRecuperacion, asentarFalla, asentarRecuperacion } from "../canal/falla.ts"
import { type DispatchDeps, nombreDe } from "./envio.ts"

/** What is due for less may still be taken by a process that starts at this moment. */
const ESPERA_MS = 2 * 60_000

/**
 * Messages that wait for a platform that is off are claimed by nobody, so that no rejection tells of them: from when they
 * begin to wait its channels count as broken, which the Secretaría Técnica is told once; and once more when the platform
 * is on again.
 */
export async function vigilarPlataformas(deps: DispatchDeps): Promise<void> {
  const { data, adapters, clock } = deps
  const now = clock.now()
  for (const [adapter, { oldestDue }] of await data.fresh.deliveryReview.byAdapter(now))
    if (!adapters.has(adapter) && oldestDue !== null && msEntre(oldestDue, now) >= ESPERA_MS)
      await apagada(deps, adapter)
  for (const adapter of await conFallaDePlataforma(deps))
    if (adapters.has(adapter)) await vuelve(deps, adapter)
}

async function apagada(deps: DispatchDeps, adapter: AdapterId): Promise<void> {
  const plataforma = nombreDe(deps, { adapter })
  const reason = `Fuera de servicio en esta instalación (${plataforma}): la administración técnica debe configurar sus credenciales e iniciarla.`
  const avisos = await deps.data.transaction((repositories) =>
    asentarFalla(repositories, { adapter }, { plataforma, scope: "platform", reason }, deps.clock.now()),
  )
  anotarFalla(deps.log, avisos, reason)
}

async function vuelve(deps: DispatchDeps, adapter: AdapterId): Promise<void> {
  const avisos = await deps.data.transaction((repositories) =>
    asentarRecuperacion(repositories, { adapter }, nombreDe(deps, { adapter }), deps.clock.now()),
  )
  anotarRecuperacion(deps.log, avisos)
}

async function conFallaDePlataforma({ data: { fresh } }: DispatchDeps): Promise<ReadonlySet<AdapterId>> {
  const adapters = new Set<AdapterId>()
  for (const { canalId, scope } of await fresh.channelHealth.broken()) {
    const canal = scope === "platform" ? await fresh.canales.byId(canalId) : null
    if (canal !== null) adapters.add(canal.adapter)
  }
  return adapters
}

import { porqueNoConectado } from "../../cards/canal/recepcion.ts"
import { msEntre } from "../../domain/tiempo/tiempo.ts"
import type { AdapterId } from "../../domain/tipos/canal.ts"
import type { Espacio } from "../../ports/conexiones.ts"
import type { FailurePlace } from "../../ports/repositories/canal.ts"
import { anotarFalla, anotarRecuperacion, asentarFalla, asentarRecuperacion } from "../canal/falla.ts"
import { alcanza, conexionesDe } from "./conexiones.ts"
import { type DispatchDeps, nombreDe } from "./envio.ts"

/** What is due for less may still be taken by a process that starts at this moment. */
const ESPERA_MS = 2 * 60_000
/** A connection that does not stand yet is made again meanwhile, and another process may be the one that has it. */
const SE_RECUPERA_MS = 15 * 60_000

/**
 * Messages that wait for a platform that is off, or for a workspace that it does not open, are claimed by nobody, so that
 * no rejection tells of them: from when they begin to wait their channels count as broken, which the Secretaría Técnica
 * is told once; and once more when they can leave again.
 */
export async function vigilarPlataformas(deps: DispatchDeps): Promise<void> {
  for (const [reason, { places, ...falla }] of await queEsperan(deps)) {
    const plataforma = nombreDe(deps, falla)
    const { scope } = falla
    const avisos = await deps.data.transaction((repositories) =>
      asentarFalla(repositories, places, { plataforma, scope, reason }, deps.clock.now()),
    )
    anotarFalla(deps.log, avisos, reason)
  }
  for (const [adapter, places] of await queEsperaban(deps)) {
    const avisos = await deps.data.transaction((repositories) =>
      asentarRecuperacion(repositories, places, nombreDe(deps, { adapter }), deps.clock.now()),
    )
    anotarRecuperacion(deps.log, avisos)
  }
}

interface Espera {
  readonly adapter: AdapterId
  readonly scope: "connection" | "platform"
  readonly places: FailurePlace[]
}

/** For what nobody takes what is due, by what is said of it. */
async function queEsperan(deps: DispatchDeps): Promise<ReadonlyMap<string, Espera>> {
  const { data, clock } = deps
  const now = clock.now()
  const conexiones = conexionesDe(deps.adapters, clock, deps.estadoDe)
  const porMotivo = new Map<string, Espera>()
  const espera = (reason: string, scope: Espera["scope"], place: FailurePlace) => {
    const known = porMotivo.get(reason) ?? { adapter: place.adapter, scope, places: [] }
    known.places.push(place)
    porMotivo.set(reason, known)
  }
  for (const { since, ...espacio } of await data.fresh.deliveryReview.waitingFor(now)) {
    if (msEntre(since, now) < ESPERA_MS) continue
    const conexion = conexiones.de(espacio)
    const plataforma = nombreDe(deps, espacio)
    if (conexion.kind === "apagada") espera(apagada(plataforma), "platform", { adapter: espacio.adapter })
    if (conexion.kind === "no_conectado")
      espera(porqueNoConectado(conexion, plataforma), "connection", espacio)
    const abre = conexion.kind === "activa" || conexion.kind === "sin_conexion"
    if (abre && !alcanza(deps, espacio) && msEntre(since, now) >= SE_RECUPERA_MS)
      espera(porqueNoAbre(deps, espacio, plataforma), "connection", espacio)
  }
  return porMotivo
}

const apagada = (plataforma: string) =>
  `Fuera de servicio en esta instalación (${plataforma}): la administración técnica debe configurar sus credenciales e iniciarla.`

/** It is on record, and no process can open it, or none was told to. */
function porqueNoAbre({ adapters }: DispatchDeps, espacio: Espacio, plataforma: string): string {
  const why = adapters.get(espacio.adapter)?.connection?.why?.(espacio.workspace) ?? null
  return `No se logra abrir la conexión con ese espacio de ${plataforma}. ${why ?? "Ningún proceso lo atiende."} La administración técnica debe revisarlo o conectarlo de nuevo; lo que se le envíe espera.`
}

/** Platforms and workspaces whose channels waited for them, and that are there again. */
async function queEsperaban(deps: DispatchDeps): Promise<ReadonlyMap<AdapterId, readonly FailurePlace[]>> {
  const {
    data: { fresh },
    adapters,
  } = deps
  const places = new Map<AdapterId, Map<string, FailurePlace>>()
  for (const { canalId, scope } of await fresh.channelHealth.broken()) {
    if (scope !== "platform" && scope !== "connection") continue
    const canal = await fresh.canales.byId(canalId)
    if (canal === null || !adapters.has(canal.adapter)) continue
    const { adapter, workspace } = canal
    const place = scope === "platform" ? { adapter } : { adapter, workspace }
    // Only who opens it knows that it is open again.
    if (scope === "connection" && adapters.get(adapter)?.workspaces?.reaches(workspace) !== true) continue
    places.set(adapter, (places.get(adapter) ?? new Map()).set(JSON.stringify(place), place))
  }
  return new Map([...places].map(([adapter, those]) => [adapter, [...those.values()]]))
}

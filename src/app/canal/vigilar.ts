import { canalPorConfirmarCard, canalRenombradoCard } from "../../cards/canal/por-confirmar.ts"
import type { Card } from "../../cards/card.ts"
import { conLoSabido, lecturaNueva } from "../../domain/canal/lectura.ts"
import { fechaEnZona, sumarMs } from "../../domain/tiempo/tiempo.ts"
import type {
  AdapterId,
  CambioDeCanal,
  Canal,
  LecturaDeCanal,
  Plataformas,
} from "../../domain/tipos/canal.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { ChatAdapter, Destination, DestinationCheck } from "../../ports/chat-adapter.ts"
import type { Clock } from "../../ports/clock.ts"
import type { Logger } from "../../ports/logger.ts"
import type { Repositories, UnitOfWork } from "../../ports/repositories/unit-of-work.ts"
import { nombrePlataforma } from "../../texts/etiquetas.ts"
import { atOnce, deliveryTo, destinationOf } from "../mensaje/delivery.ts"
import { enqueue } from "../mensaje/enqueue.ts"
import { canalesDeSecretaria } from "./avisar-secretaria.ts"
import { anotarFalla, asentarFalla } from "./falla.ts"
import { lecturaDe, noContesto } from "./mirado.ts"

export interface VigilarDeps {
  readonly data: UnitOfWork
  readonly clock: Clock
  readonly log: Logger
  readonly adapters: ReadonlyMap<AdapterId, Pick<ChatAdapter, "checkDestination" | "name">>
  readonly plataformas?: Plataformas
}

/** How long what a platform told of a channel is good for, if it tells nothing by itself. */
const DIA_MS = 24 * 60 * 60_000
/** So many in one go: no platform is asked for all of them at once. */
const POR_RONDA = 25

/** Looks at the channels that nobody has looked at for a day. */
export async function vigilarCanales(deps: VigilarDeps): Promise<void> {
  const { data, clock, log } = deps
  const desde = sumarMs(clock.now(), -DIA_MS)
  const ids = await data.fresh.condicionesCanal.porMirar([...deps.adapters.keys()], desde, POR_RONDA)
  for (const id of ids) {
    const canal = await data.fresh.canales.byId(id)
    if (canal === null) continue
    try {
      await mirarCanal(deps, canal, null)
    } catch (error) {
      log.error({ canal: canal.clave, error }, "Looking at a channel failed.")
    }
  }
}

/** A platform told that something about a place changed; of one that is no channel nothing is kept. */
export async function mirarLugar(
  deps: VigilarDeps,
  place: Destination,
  cambio: CambioDeCanal | null,
): Promise<void> {
  const canal = await deps.data.fresh.canales.byPlace(place)
  if (canal?.activo && canal.audiencia !== "persona") await mirarCanal(deps, canal, cambio)
}

/**
 * Asks the platform how a channel is now. What nobody knew of when it was registered is told to the Secretaría Técnica, and
 * what is for the channel waits if more people can read it. `cambio`: what the platform told by itself.
 */
export async function mirarCanal(
  deps: VigilarDeps,
  canal: Canal,
  cambio: CambioDeCanal | null,
): Promise<void> {
  const { data, clock, log, adapters } = deps
  const adapter = adapters.get(canal.adapter)
  if (adapter === undefined) return
  const respuesta = await adapter.checkDestination(destinationOf(canal))
  const now = clock.now()
  if (respuesta.kind === "unusable") {
    if (noContesto(respuesta)) return
    const { reason } = respuesta
    const falla = { plataforma: adapter.name, scope: "destination", reason } as const
    const avisos = await data.transaction((repositories) =>
      asentarFalla(repositories, [destinationOf(canal)], falla, now),
    )
    return anotarFalla(log, avisos, reason)
  }
  await data.transaction((repositories) =>
    asentarLoVisto(repositories, { canal, respuesta, cambio, now, plataforma: nombreDe(deps, canal) }),
  )
}

interface LoVisto {
  readonly canal: Canal
  readonly respuesta: Extract<DestinationCheck, { readonly kind: "ok" }>
  readonly cambio: CambioDeCanal | null
  readonly now: Instante
  /** What people call it. */
  readonly plataforma: string
}

async function asentarLoVisto(repositories: Repositories, loVisto: LoVisto): Promise<void> {
  const { canal, respuesta, cambio, now } = loVisto
  const { condicionesCanal } = repositories
  const visto: LecturaDeCanal = { ...lecturaDe(respuesta), ...(cambio === null ? {} : { [cambio]: true }) }
  const nombre = respuesta.name
  const previa = await condicionesCanal.de(canal.id)
  // The first time that anybody looks: so it is registered, except for what the platform says that has just changed.
  const registrada = previa ?? { ...visto, ...(cambio === null ? {} : { [cambio]: false }), nombre }
  if (previa === null) await condicionesCanal.registrar(canal.id, registrada, now)
  if (previa !== null && previa.nombre !== nombre)
    await avisar(repositories, loVisto, "canal.renombrado", { antes: previa.nombre, despues: nombre })
  const cambios = lecturaNueva(canal.audiencia, registrada, visto)
  if (cambios.length > 0) {
    if (await condicionesCanal.pausar(canal.id, cambios, now))
      await avisar(repositories, loVisto, "canal.por_confirmar", { antes: null, despues: cambios })
    return
  }
  if (previa !== null && previa.porConfirmarDesde === null)
    await condicionesCanal.mirado(canal.id, { ...conLoSabido(previa, visto), nombre }, now)
}

type Hallazgo =
  | readonly ["canal.renombrado", { readonly antes: string; readonly despues: string }]
  | readonly ["canal.por_confirmar", { readonly antes: null; readonly despues: readonly CambioDeCanal[] }]

/** On record, and told to the Secretaría Técnica of its body: by herself, where the only channel of hers is the one that waits. */
async function avisar(
  repositories: Repositories,
  { canal, now, plataforma }: LoVisto,
  ...[tipo, cambio]: Hallazgo
): Promise<void> {
  const organo = await repositories.organos.byId(canal.organoId)
  if (organo === null) return
  await repositories.eventos.append({
    tipo,
    objeto: `canal:${canal.id}`,
    organoId: organo.id,
    personaId: null,
    plataforma: "sistema",
    ...cambio,
    instante: now,
  })
  const institucion = await repositories.instituciones.byId(canal.institucionId ?? "")
  const card: Card =
    tipo === "canal.renombrado"
      ? canalRenombradoCard({ organo, canal, institucion, plataforma, ...cambio })
      : canalPorConfirmarCard({ organo, canal, institucion, plataforma, cambios: cambio.despues })
  const hoy = fechaEnZona(now, organo.zona)
  const destinos = await canalesDeSecretaria(repositories, organo, hoy)
  const aviso = {
    purpose: "aviso",
    subject: [tipo, canal.id, now, JSON.stringify(cambio.despues)],
    organo,
    card,
    ...atOnce(now),
    why: `El canal ${canal.nombre} cambió en su plataforma.`,
  } as const
  await enqueue(
    repositories,
    destinos.map((destino) => deliveryTo(destino, aviso)),
    now,
  )
}

const nombreDe = ({ adapters, plataformas }: VigilarDeps, { adapter }: Canal): string =>
  adapters.get(adapter)?.name ?? nombrePlataforma(plataformas ?? new Map(), adapter)

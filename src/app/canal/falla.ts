import {
  type CanalConInstitucion,
  canalesConFallaCard,
  canalesRecuperadosCard,
} from "../../cards/canal/falla.ts"
import type { Card } from "../../cards/card.ts"
import { sumarMs } from "../../domain/tiempo/tiempo.ts"
import type { TipoEvento } from "../../domain/tipos/bitacora.ts"
import type { Canal } from "../../domain/tipos/canal.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Logger } from "../../ports/logger.ts"
import type { ChannelFailure, FailurePlace, FailureScope } from "../../ports/repositories/canal.ts"
import type { NewDelivery } from "../../ports/repositories/deliveries.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { deliveryTo, type Message } from "../mensaje/delivery.ts"
import { enqueue } from "../mensaje/enqueue.ts"
import { canalesEnUso, canalesQueSirven } from "./canales.ts"

/** A warning that nobody could be given for so long says nothing any more. */
const UTIL_MS = 7 * 24 * 60 * 60_000

export interface AvisoFalla {
  readonly organo: Organo
  readonly canales: readonly Canal[]
  /** Channels of the Secretaría Técnica that it goes to; 0: there is nobody to tell. */
  readonly avisados: number
}

/**
 * Nothing gets to a channel, to whole workspaces or to a platform: marks them and, the first time, tells the Secretaría
 * Técnica of each body that it concerns, in its channels that still work; what fails for one reason in one message. Inside
 * the transaction that writes a rejection down.
 */
export async function asentarFalla(
  repositories: Repositories,
  places: readonly FailurePlace[],
  falla: { readonly plataforma: string; readonly scope: FailureScope; readonly reason: string },
  now: Instante,
): Promise<readonly AvisoFalla[]> {
  const canales: Canal[] = []
  for (const place of enOrden(places)) {
    const ids = await repositories.channelHealth.markBroken(place, falla, now)
    canales.push(...(await canalesCon(repositories, place, ids)))
  }
  const despues = { desde: now, motivo: falla.reason, alcance: falla.scope }
  for (const canal of canales)
    await asentar(repositories, "canal.falla", canal, { antes: null, despues }, now)
  return avisar(repositories, { tipo: "canal.falla", canales, now }, async (organo, suyos) => ({
    card: canalesConFallaCard({ organo, canales: await conInstituciones(repositories, suyos), ...falla }),
    why: `Canal que no recibe mensajes: ${nombres(suyos)}.`,
  }))
}

/** What became of it, for the log: where nobody could be told it is all that there is. */
export function anotarFalla(log: Logger, avisos: readonly AvisoFalla[], reason: string): void {
  for (const { organo, canales, avisados } of avisos) {
    const fields = { organo: organo.clave, canales: canales.map(({ clave }) => clave), reason }
    if (avisados > 0) log.warn(fields, "Un canal no recibe mensajes; se avisa a la Secretaría Técnica.")
    else log.error(fields, "Un canal no recibe mensajes y no hay un canal que sirva para avisarlo.")
  }
}

export function anotarRecuperacion(log: Logger, avisos: readonly AvisoFalla[]): void {
  for (const { organo, canales } of avisos)
    log.info(
      { organo: organo.clave, canales: canales.map(({ clave }) => clave) },
      "Canal que volvió a funcionar.",
    )
}

/**
 * Something got there, or the platform is on again: what was thought broken is well again, which is told once. In a
 * transaction.
 */
export async function asentarRecuperacion(
  repositories: Repositories,
  places: readonly FailurePlace[],
  plataforma: string,
  now: Instante,
): Promise<readonly AvisoFalla[]> {
  const porCanal = new Map<string, ChannelFailure>()
  const canales: Canal[] = []
  for (const place of enOrden(places)) {
    const fallas = await repositories.channelHealth.markWorking(place)
    for (const falla of fallas) porCanal.set(falla.canalId, falla)
    const ids = fallas.map(({ canalId }) => canalId)
    canales.push(...(await canalesCon(repositories, place, ids)))
  }
  for (const canal of canales) {
    const antes = porCanal.get(canal.id) ?? null
    await asentar(repositories, "canal.recuperado", canal, { antes, despues: null }, now)
  }
  return avisar(repositories, { tipo: "canal.recuperado", canales, now }, async (organo, suyos) => ({
    card: canalesRecuperadosCard({
      organo,
      canales: await conInstituciones(repositories, suyos),
      plataforma,
      estabaApagada: suyos.every(({ id }) => ESPERAN.has(porCanal.get(id)?.scope)),
      desde: primera(suyos, porCanal),
      aunFallan: await aunFallan(repositories, organo, suyos),
    }),
    why: `Canal que volvió a funcionar: ${nombres(suyos)}.`,
  }))
}

/** So that two that mark several wait for each other instead of locking each other out. */
const enOrden = (places: readonly FailurePlace[]): readonly FailurePlace[] =>
  places.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

const ESPERAN: ReadonlySet<FailureScope | undefined> = new Set(["platform", "connection"])

const nombres = (canales: readonly Canal[]) => canales.map(({ nombre }) => nombre).join(", ")

function primera(canales: readonly Canal[], fallas: ReadonlyMap<string, ChannelFailure>): Instante {
  const desde = canales.flatMap(({ id }) => fallas.get(id)?.since ?? [])
  return desde.sort()[0] ?? ""
}

/** When its own channel is back, the Secretaría Técnica also learns what broke meanwhile and could not be told. */
async function aunFallan(
  repositories: Repositories,
  organo: Organo,
  recuperados: readonly Canal[],
): Promise<readonly Canal[]> {
  if (!recuperados.some(({ audiencia }) => audiencia === "secretaria_tecnica")) return []
  const broken = new Set((await repositories.channelHealth.broken()).map(({ canalId }) => canalId))
  return (await canalesEnUso(repositories, organo)).filter(({ id }) => broken.has(id))
}

async function canalesCon(
  { canales }: Repositories,
  { adapter }: FailurePlace,
  ids: readonly string[],
): Promise<readonly Canal[]> {
  if (ids.length === 0) return []
  const marked = new Set(ids)
  return (await canales.listAdapter(adapter)).filter(({ id }) => marked.has(id))
}

async function conInstituciones(
  repositories: Repositories,
  canales: readonly Canal[],
): Promise<readonly CanalConInstitucion[]> {
  const instituciones = new Map((await repositories.instituciones.all()).map((one) => [one.id, one]))
  return canales.map((canal) => ({
    canal,
    institucion: instituciones.get(canal.institucionId ?? "") ?? null,
  }))
}

interface Suceso {
  readonly tipo: TipoEvento
  readonly canales: readonly Canal[]
  readonly now: Instante
}

/** What each body is told of some channels. */
type Redactor = (
  organo: Organo,
  canales: readonly Canal[],
) => Promise<{ readonly card: Card; readonly why: string }>

/**
 * Tells every body that speaks through any of the channels, from the top downwards: where two of them have the same
 * channel for their Secretaría Técnica, it is told there once.
 */
async function avisar(
  repositories: Repositories,
  suceso: Suceso,
  redactar: Redactor,
): Promise<readonly AvisoFalla[]> {
  if (suceso.canales.length === 0) return []
  const marked = new Set(suceso.canales.map(({ id }) => id))
  const dichos = new Set<string>()
  const avisos: AvisoFalla[] = []
  for (const organo of deArribaAbajo(await repositories.organos.all())) {
    const canales = (await canalesEnUso(repositories, organo)).filter(({ id }) => marked.has(id))
    if (canales.length === 0) continue
    const entregas = await entregasPara(repositories, organo, { ...suceso, canales }, redactar, dichos)
    await enqueue(repositories, entregas, suceso.now)
    const propio = canales.some(({ organoId }) => organoId === organo.id)
    if (propio || entregas.length > 0) avisos.push({ organo, canales, avisados: entregas.length })
  }
  return avisos
}

function deArribaAbajo(organos: readonly Organo[]): readonly Organo[] {
  const porId = new Map(organos.map((organo) => [organo.id, organo]))
  const nivel = ({ padreId }: Organo): number => {
    const padre = porId.get(padreId ?? "")
    return padre === undefined ? 0 : 1 + nivel(padre)
  }
  return [...organos].sort((a, b) => nivel(a) - nivel(b))
}

/** To the channels of a Secretaría Técnica that work. `dichos`: what each place was told already, and now is. */
async function entregasPara(
  repositories: Repositories,
  organo: Organo,
  { tipo, canales, now }: Suceso,
  redactar: Redactor,
  dichos: Set<string>,
): Promise<readonly NewDelivery[]> {
  const entregas: NewDelivery[] = []
  for (const destino of await canalesQueSirven(repositories, organo, "secretaria_tecnica")) {
    const nuevos = canales.filter(({ id }) => !dichos.has(`${destino.id} ${id}`))
    if (nuevos.length === 0) continue
    for (const { id } of nuevos) dichos.add(`${destino.id} ${id}`)
    const aviso: Message = {
      purpose: "aviso",
      subject: [tipo, now, ...nuevos.map(({ id }) => id).sort()],
      organo,
      notBefore: now,
      expiresAt: sumarMs(now, UTIL_MS),
      ...(await redactar(organo, nuevos)),
    }
    entregas.push(deliveryTo(destino, aviso))
  }
  return entregas
}

function asentar(
  { eventos }: Repositories,
  tipo: TipoEvento,
  { id, organoId }: Canal,
  cambio: { readonly antes: unknown; readonly despues: unknown },
  instante: Instante,
): Promise<void> {
  const objeto = `canal:${id}`
  return eventos.append({
    tipo,
    objeto,
    organoId,
    personaId: null,
    plataforma: "sistema",
    ...cambio,
    instante,
  })
}

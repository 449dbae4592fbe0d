import { canalesConFallaCard, canalesRecuperadosCard } from "../../cards/canal/falla.ts"
import { sumarMs } from "../../domain/tiempo/tiempo.ts"
import type { Canal } from "../../domain/tipos/canal.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Destination } from "../../ports/chat-adapter.ts"
import type { ChannelFailure, FailureScope } from "../../ports/repositories/canal.ts"
import type { NewDelivery } from "../../ports/repositories/deliveries.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { deliveryTo } from "../mensaje/delivery.ts"
import { enqueue } from "../mensaje/enqueue.ts"
import { canalesSecretariaQueSirven } from "./secretaria.ts"

/** A warning that nobody could be given for so long says nothing any more. */
const UTIL_MS = 7 * 24 * 60 * 60_000

export interface AvisoFalla {
  readonly organo: Organo
  readonly canales: readonly Canal[]
  /** Channels of the Secretaría Técnica that it goes to; 0: there is nobody to tell. */
  readonly avisados: number
}

/**
 * Nothing gets to a channel, or to a whole workspace: marks it and, the first time, tells the Secretaría Técnica of each
 * body that it concerns, in its channels that still work. Inside the transaction that writes the rejection down.
 */
export async function asentarFalla(
  repositories: Repositories,
  to: Destination,
  falla: { readonly plataforma: string; readonly scope: FailureScope; readonly reason: string },
  now: Instante,
): Promise<readonly AvisoFalla[]> {
  const ids = await repositories.channelHealth.markBroken(to, falla, now)
  const grupos = await porOrgano(repositories, to, ids)
  const avisos: AvisoFalla[] = []
  for (const { organo, canales } of grupos) {
    for (const canal of canales) {
      const despues = { desde: now, motivo: falla.reason, alcance: falla.scope }
      await asentar(repositories, "canal.falla", canal, { antes: null, despues }, now)
    }
    const datos = await conInstituciones(repositories, canales)
    const card = canalesConFallaCard({ organo, canales: datos, ...falla })
    const why = `Canal que no recibe mensajes: ${nombres(canales)}.`
    const avisados = await avisar(repositories, organo, { tipo: "canal.falla", canales, card, why }, now)
    avisos.push({ organo, canales, avisados })
  }
  return avisos
}

/** Something got there: what was thought broken is well again, which is told once. In a transaction. */
export async function asentarRecuperacion(
  repositories: Repositories,
  to: Destination,
  plataforma: string,
  now: Instante,
): Promise<readonly AvisoFalla[]> {
  const fallas = await repositories.channelHealth.markWorking(to)
  const porCanal = new Map(fallas.map((falla) => [falla.canalId, falla]))
  const avisos: AvisoFalla[] = []
  for (const { organo, canales } of await porOrgano(repositories, to, [...porCanal.keys()])) {
    for (const canal of canales) {
      const antes = porCanal.get(canal.id) ?? null
      await asentar(repositories, "canal.recuperado", canal, { antes, despues: null }, now)
    }
    const card = canalesRecuperadosCard({
      organo,
      canales: await conInstituciones(repositories, canales),
      plataforma,
      desde: primera(canales, porCanal),
      aunFallan: await aunFallan(repositories, organo, canales),
    })
    const why = `Canal que volvió a funcionar: ${nombres(canales)}.`
    const avisados = await avisar(repositories, organo, { tipo: "canal.recuperado", canales, card, why }, now)
    avisos.push({ organo, canales, avisados })
  }
  return avisos
}

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
  return (await repositories.canales.list(organo.id)).filter(({ id }) => broken.has(id))
}

async function porOrgano(
  repositories: Repositories,
  { adapter }: Destination,
  ids: readonly string[],
): Promise<readonly { readonly organo: Organo; readonly canales: readonly Canal[] }[]> {
  if (ids.length === 0) return []
  const marked = new Set(ids)
  const canales = (await repositories.canales.listAdapter(adapter)).filter(({ id }) => marked.has(id))
  const organos = await repositories.organos.all()
  return organos
    .map((organo) => ({ organo, canales: canales.filter(({ organoId }) => organoId === organo.id) }))
    .filter((grupo) => grupo.canales.length > 0)
}

async function conInstituciones(repositories: Repositories, canales: readonly Canal[]) {
  const instituciones = new Map((await repositories.instituciones.all()).map((one) => [one.id, one]))
  return canales.map((canal) => ({
    canal,
    institucion: instituciones.get(canal.institucionId ?? "") ?? null,
  }))
}

async function avisar(
  repositories: Repositories,
  organo: Organo,
  aviso: Pick<NewDelivery, "card" | "why"> & { readonly tipo: string; readonly canales: readonly Canal[] },
  now: Instante,
): Promise<number> {
  const subject = [aviso.tipo, now, ...aviso.canales.map(({ id }) => id).sort()]
  const destinos = await canalesSecretariaQueSirven(repositories, organo)
  const { card, why } = aviso
  const fechas = { notBefore: now, expiresAt: sumarMs(now, UTIL_MS) }
  await enqueue(
    repositories,
    destinos.map((canal) => deliveryTo(canal, { purpose: "aviso", subject, organo, card, ...fechas, why })),
    now,
  )
  return destinos.length
}

function asentar(
  { eventos }: Repositories,
  tipo: string,
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

import { type InvitadasCard, invitacionCard } from "../../cards/convocatoria/invitacion.ts"
import type { Invitacion } from "../../domain/sesion/invitacion.ts"
import { admiteCambios } from "../../domain/sesion/orden-del-dia.ts"
import type { Canal } from "../../domain/tipos/canal.ts"
import type { TipoConvocatoria } from "../../domain/tipos/convocatoria.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import { fueConvocada } from "../../domain/visibilidad/fue-convocada.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { canalesDe } from "../canal/canales.ts"
import { atOnce, deliveryTo } from "../mensaje/delivery.ts"
import { enqueue } from "../mensaje/enqueue.ts"
import { documentosDeCanal } from "../sesion/documentos.ts"

export type Invitada =
  | { readonly kind: "invitada" | "ya_estaba" | "retirada" | "no_estaba"; readonly punto: PuntoOrdenDia }
  | { readonly kind: "sin_punto"; readonly total: number }
  | { readonly kind: "fuera_de_estado"; readonly sesion: Sesion }

interface Pedido {
  /** Its place, from 1, in the list that whoever prepares the orden del día sees. */
  readonly lugar: number
  readonly institucion: Institucion
}

/** Invites an institution to an item. Of a session that was convened it hears at once; otherwise, when it is convened. */
export function invitarAlPunto(actuacion: Actuacion, visto: Sesion, pedido: Pedido): Promise<Invitada> {
  const { now, persona } = actuacion
  return sobrePunto(actuacion, visto, pedido, async (repositories, sesion, punto) => {
    const { institucion } = pedido
    const nueva = { puntoId: punto.id, institucionId: institucion.id, personaId: persona.id, creadaEn: now }
    if (!(await repositories.invitaciones.invitar(nueva))) return { kind: "ya_estaba", punto }
    await repositories.eventos.append(evento(actuacion, "invitacion.hecha", sesion.id, null, nueva))
    if (fueConvocada(sesion)) {
      const envio = { tipo: "convocatoria", sesion, version: `invitacion ${punto.id} ${now}` } as const
      await avisarInvitadas(repositories, actuacion, envio, institucion.id)
    }
    return { kind: "invitada", punto }
  })
}

/** Takes an invitation back: from then on the item is not shown to it. What it was told stays told. */
export function retirarInvitacion(actuacion: Actuacion, visto: Sesion, pedido: Pedido): Promise<Invitada> {
  return sobrePunto(actuacion, visto, pedido, async (repositories, sesion, punto) => {
    const { institucion } = pedido
    if (!(await repositories.invitaciones.retirar(punto.id, institucion.id)))
      return { kind: "no_estaba", punto }
    const antes = { puntoId: punto.id, institucionId: institucion.id }
    await repositories.eventos.append(evento(actuacion, "invitacion.retirada", sesion.id, antes, null))
    return { kind: "retirada", punto }
  })
}

function sobrePunto(
  { data }: Actuacion,
  visto: Sesion,
  { lugar }: Pedido,
  hacer: (repositories: Repositories, sesion: Sesion, punto: PuntoOrdenDia) => Promise<Invitada>,
): Promise<Invitada> {
  return data.transaction(async (repositories): Promise<Invitada> => {
    const sesion = (await repositories.sesiones.byId(visto.id)) ?? visto
    if (!admiteCambios(sesion.estado)) return { kind: "fuera_de_estado", sesion }
    const puntos = await repositories.sesiones.puntos(sesion.id)
    const punto = puntos[lugar - 1]
    return punto === undefined
      ? { kind: "sin_punto", total: puntos.length }
      : hacer(repositories, sesion, punto)
  })
}

/** Who is invited to which item, and whom no channel reaches. */
export async function invitadasDe(
  read: Repositories,
  organo: Organo,
  sesion: Sesion,
): Promise<Omit<InvitadasCard, "hecho">> {
  const puntos = await read.sesiones.puntos(sesion.id)
  const instituciones = await read.instituciones.all()
  const invitaciones = await read.invitaciones.list(sesion.id)
  const canales = await canalesDe(read, organo, "invitada")
  const de = ({ institucionId }: Invitacion) => instituciones.filter(({ id }) => id === institucionId)
  const invitadas = new Map(
    puntos.map(({ id }) => [id, invitaciones.filter(({ puntoId }) => puntoId === id).flatMap(de)]),
  )
  const todas = new Set(invitaciones.flatMap(de))
  const alcanzadas = new Set(canales.map(({ institucionId }) => institucionId))
  return { organo, sesion, puntos, invitadas, sinCanal: [...todas].filter(({ id }) => !alcanzadas.has(id)) }
}

interface EnvioInvitadas {
  readonly tipo: TipoConvocatoria
  readonly sesion: Sesion
  /** Of the convocatoria, or which other occurrence: each one is another message. */
  readonly version: string
}

/** Tells each invited institution, in its own channel, of the items that it is invited to; one alone, if it is named. */
export async function avisarInvitadas(
  repositories: Repositories,
  { organo, now }: { readonly organo: Organo; readonly now: Instante },
  { tipo, sesion, version }: EnvioInvitadas,
  sola: string | null = null,
): Promise<void> {
  const invitaciones = (await repositories.invitaciones.list(sesion.id)).filter(
    ({ institucionId }) => sola === null || institucionId === sola,
  )
  if (invitaciones.length === 0) return
  const puntos = await repositories.sesiones.puntos(sesion.id)
  const documentos = await documentosDeCanal(repositories, sesion)
  const instituciones = await repositories.instituciones.all()
  const canales = await canalesDe(repositories, organo, "invitada")
  const avisos = canales.flatMap((canal: Canal) => {
    const institucion = instituciones.find(({ id }) => id === canal.institucionId)
    const suyas = new Set(
      invitaciones
        .filter(({ institucionId }) => institucionId === institucion?.id)
        .map(({ puntoId }) => puntoId),
    )
    const suyos = puntos.filter(({ id, estado }) => suyas.has(id) && estado === "incluido")
    if (institucion === undefined || suyos.length === 0) return []
    const deEllos = documentos.filter(({ puntoId }) => puntoId !== null && suyas.has(puntoId))
    return [
      deliveryTo(canal, {
        purpose: "aviso",
        subject: ["invitacion", sesion.id, version],
        organo,
        card: invitacionCard({ tipo, organo, sesion, institucion, puntos: suyos, documentos: deEllos }),
        ...atOnce(now),
        why: `Invitación de ${institucion.siglas} a ${sesion.clave}, confirmada por la Secretaría Técnica.`,
      }),
    ]
  })
  await enqueue(repositories, avisos, now)
}

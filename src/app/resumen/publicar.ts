import { resumenInstitucionCard } from "../../cards/resumen/de-institucion.ts"
import type { Medio } from "../../domain/tipos/canal.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import type { Actor } from "../../domain/visibilidad/actor.ts"
import { esSecretariaTecnica } from "../../domain/visibilidad/visibilidad.ts"
import type { NewDelivery } from "../../ports/repositories/deliveries.ts"
import type { Repositories, UnitOfWork } from "../../ports/repositories/unit-of-work.ts"
import type { ConsultaPersonal } from "../consulta.ts"
import { identificar } from "../identificar.ts"
import { atOnce, deliveryTo } from "../mensaje/delivery.ts"
import { enqueue } from "../mensaje/enqueue.ts"
import { fijadoDe } from "../mensaje/fijado.ts"
import { asentarPublicacion, type Publicada, publicaciones } from "./bitacora.ts"
import { type Borrador, prepararPublicacion } from "./borrador.ts"
import type { Destino } from "./destinos.ts"
import { modeloResumen } from "./publicar-revision.ts"
import { asentarVersion } from "./version-asentar.ts"

export interface OrdenPublicar {
  readonly data: UnitOfWork
  readonly actor: Actor
  readonly organo: Organo
  readonly plataforma: Medio
  readonly now: Instante
  readonly hoy: Fecha
}

export type Publicacion =
  | { readonly kind: "publicado"; readonly borrador: Borrador; readonly canales: number }
  | { readonly kind: "ya_publicado"; readonly publicada: Publicada }
  /** What would be sent is no longer what was confirmed: nothing was. */
  | { readonly kind: "cambio"; readonly borrador: Borrador }
  /** No channel to send it to. */
  | { readonly kind: "sin_destinos"; readonly borrador: Borrador }
  | { readonly kind: "no_autorizado" }
  | { readonly kind: "sin_clausurar" }
  | { readonly kind: "interna" }

/**
 * Publishes the draft of a version, in one transaction: the messages and the log's entry, all or nothing. Doing it again
 * (a second press, a redelivery, after a restart, two people at once) finds it done.
 */
export function publicarResumen(orden: OrdenPublicar, sesion: Sesion, version: string): Promise<Publicacion> {
  return orden.data.transaction((repositories) => publicar(repositories, orden, sesion, version))
}

async function publicar(
  repositories: Repositories,
  orden: OrdenPublicar,
  { id, ...shown }: Sesion,
  version: string,
): Promise<Publicacion> {
  const { organo, hoy, now } = orden
  const sesion = (await repositories.sesiones.byId(id)) ?? { id, ...shown }
  // The post may have ended between the draft and the confirmation.
  const persona = orden.actor.kind === "vinculado" ? orden.actor.persona : null
  const actor = await identificar(repositories, persona, hoy)
  if (persona === null || !esSecretariaTecnica(actor, organo.id)) return { kind: "no_autorizado" }

  const publicadas = await publicaciones(repositories, sesion)
  const done = publicadas.findLast((each) => each.version === version)
  if (done) return { kind: "ya_publicado", publicada: done }

  const preparacion = await prepararPublicacion({ read: repositories, actor, organo, hoy }, sesion)
  if (preparacion.kind !== "borrador") return preparacion
  const { borrador } = preparacion
  if (borrador.version !== version) return { kind: "cambio", borrador }
  if (borrador.publicada !== null) return { kind: "ya_publicado", publicada: borrador.publicada }
  if (borrador.destinatarios.length === 0) return { kind: "sin_destinos", borrador }

  // First of all: of two who publish at once, or one who edits meanwhile, the second waits here for the first.
  if (!(await asentarVersion(repositories, sesion, borrador.versiones, persona.id, now)))
    return superseded(repositories, { read: repositories, actor, organo, hoy }, sesion, version)
  const enviados = await encolar(repositories, orden, borrador)
  await asentarPublicacion(repositories, {
    organo,
    sesion,
    personaId: persona.id,
    plataforma: orden.plataforma,
    now,
    anterior: publicadas.at(-1)?.version ?? null,
    version,
    canales: enviados.map(({ canal }) => canal.id),
  })
  return { kind: "publicado", borrador, canales: enviados.length }
}

/** Somebody else published it, or changed the draft, while this was under way. */
async function superseded(
  repositories: Repositories,
  consulta: ConsultaPersonal,
  sesion: Sesion,
  version: string,
): Promise<Publicacion> {
  const done = (await publicaciones(repositories, sesion)).findLast((each) => each.version === version)
  if (done) return { kind: "ya_publicado", publicada: done }
  const preparacion = await prepararPublicacion(consulta, sesion)
  return preparacion.kind === "borrador" ? { kind: "cambio", borrador: preparacion.borrador } : preparacion
}

/** The messages, and what pins each of them once it is in its channel. Returns where one is sent to. */
async function encolar(
  repositories: Repositories,
  { organo, now }: OrdenPublicar,
  borrador: Borrador,
): Promise<readonly Destino[]> {
  const entregas = borrador.destinatarios.map((destino) => entrega(borrador, destino, organo, now))
  const nuevas = await enqueue(repositories, entregas, now)
  const fijados: NewDelivery[] = []
  for (const nueva of nuevas) {
    const stored = await repositories.deliveries.byKey(nueva.key)
    if (stored !== null) fijados.push(fijadoDe(nueva, stored.id))
  }
  await enqueue(repositories, fijados, now)
  const keys = new Set(nuevas.map(({ key }) => key))
  return borrador.destinatarios.filter(({ key }) => keys.has(key))
}

function entrega(borrador: Borrador, destino: Destino, organo: Organo, now: Instante): NewDelivery {
  const { canal, institucion, publica, corrige, resumen } = destino
  const que = corrige ? "Resumen corregido" : "Resumen"
  return deliveryTo(canal, {
    ...publica,
    organo,
    card: resumenInstitucionCard(destino),
    ...atOnce(now),
    why: `${que} de ${resumen.sesion.clave} para ${institucion?.siglas ?? "el canal público"}, confirmado por la Secretaría Técnica.`,
    ...modeloResumen(destino, borrador.versiones.todas),
  })
}

import { solicitudCard } from "../../cards/autorizacion/solicitud.ts"
import type { AutorizacionVista } from "../../cards/autorizacion/vista.ts"
import type { Autorizacion } from "../../domain/tipos/autorizacion.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { atOnce, deliveryTo } from "../mensaje/delivery.ts"
import { enqueue } from "../mensaje/enqueue.ts"
import { destinosDePresidencia, vistaAutorizacion } from "./leer.ts"
import { modeloSolicitud } from "./solicitud-revision.ts"
import { loQueSaldria, type Solicitud } from "./texto.ts"

export type Pedida =
  | {
      readonly kind: "pedida"
      readonly vista: AutorizacionVista
      /** Names of the channels in which it is asked. */
      readonly canales: readonly string[]
      /** It waited already, with this very text. */
      readonly antes: boolean
    }
  /** There is nothing that could leave any more. */
  | { readonly kind: "sin_efecto"; readonly sesion: Sesion }

/**
 * Keeps exactly what would leave and asks the presidencia for it, in one transaction. What waited in the same session
 * and is not the same text gives way to it.
 */
export function pedirAutorizacion(
  actuacion: Actuacion,
  visto: Sesion,
  solicitud: Solicitud,
): Promise<Pedida> {
  return actuacion.data.transaction(async (repositories): Promise<Pedida> => {
    const consulta = { ...actuacion, read: repositories }
    const sesion = (await repositories.sesiones.byId(visto.id)) ?? visto
    const saldria = await loQueSaldria(consulta, sesion, solicitud)
    if (saldria === null) return { kind: "sin_efecto", sesion }
    const abierta = await repositories.autorizaciones.abierta(sesion.id)
    if (abierta?.huella === saldria.huella && abierta.objeto === solicitud.objeto)
      return yaPedida(repositories, actuacion, sesion, abierta)
    if (abierta !== null) await dejarSinEfecto(repositories, actuacion, sesion, abierta)
    const nueva = await repositories.autorizaciones.create({
      ...solicitud,
      sesionId: sesion.id,
      estado: "por_autorizar",
      texto: saldria.texto,
      huella: saldria.huella,
      solicitanteId: actuacion.persona.id,
      plataforma: actuacion.plataforma,
      solicitadaEn: actuacion.now,
      resuelveId: null,
      resueltaEn: null,
      motivo: null,
      medio: null,
      constancia: null,
    })
    if (nueva === null) {
      const otra = await repositories.autorizaciones.abierta(sesion.id)
      return otra === null ? { kind: "sin_efecto", sesion } : yaPedida(repositories, actuacion, sesion, otra)
    }
    await repositories.eventos.append(
      evento(actuacion, "autorizacion.pedida", sesion.id, null, asentada(nueva)),
    )
    const vista = await vistaAutorizacion(consulta, sesion, nueva)
    return { kind: "pedida", vista, canales: await avisar(repositories, actuacion, vista), antes: false }
  })
}

async function yaPedida(
  repositories: Repositories,
  actuacion: Actuacion,
  sesion: Sesion,
  abierta: Autorizacion,
): Promise<Pedida> {
  const vista = await vistaAutorizacion({ ...actuacion, read: repositories }, sesion, abierta)
  const { canales } = await destinosDePresidencia(repositories, actuacion.organo, actuacion.hoy)
  return { kind: "pedida", vista, canales: canales.map(({ nombre }) => nombre), antes: true }
}

/** What the log keeps of it: its text alone, for a fingerprint of it would tell what an erasure takes out. */
export const asentada = ({ huella: _, ...dicho }: Autorizacion): Omit<Autorizacion, "huella"> => dicho

/** It gives way, or whoever asked takes it back. `false`: it was answered meanwhile. */
export async function dejarSinEfecto(
  repositories: Repositories,
  actuacion: Actuacion,
  sesion: Sesion,
  abierta: Autorizacion,
): Promise<boolean> {
  const cambios = {
    estado: "sin_efecto",
    resuelveId: actuacion.persona.id,
    resueltaEn: actuacion.now,
    motivo: null,
    medio: null,
    constancia: null,
  } as const
  if (!(await repositories.autorizaciones.resolver(abierta.id, cambios))) return false
  await repositories.eventos.append(
    evento(
      actuacion,
      "autorizacion.sin_efecto",
      sesion.id,
      asentada(abierta),
      asentada({ ...abierta, ...cambios }),
    ),
  )
  return true
}

/** Asks for it where the presidencia reads; returns the names of those channels. */
async function avisar(
  repositories: Repositories,
  { organo, hoy, now }: Actuacion,
  vista: AutorizacionVista,
): Promise<readonly string[]> {
  const { sesion, autorizacion } = vista
  const { canales, reservados } = await destinosDePresidencia(repositories, organo, hoy)
  const como = { reservado: reservados, recordatorio: false }
  const peticiones = canales.map((canal) =>
    deliveryTo(canal, {
      purpose: "aviso",
      subject: ["autorizacion", autorizacion.id],
      organo,
      card: solicitudCard(vista, como),
      ...atOnce(now),
      why: `Se pide a la Presidencia que autorice lo que saldría de ${sesion.clave}.`,
      ...modeloSolicitud(sesion, autorizacion, como),
    }),
  )
  await enqueue(repositories, peticiones, now)
  return canales.map(({ nombre }) => nombre)
}

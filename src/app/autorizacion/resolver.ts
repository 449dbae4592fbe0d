import { resueltaCard } from "../../cards/autorizacion/respuesta.ts"
import { solicitudCard } from "../../cards/autorizacion/solicitud.ts"
import type { AutorizacionVista } from "../../cards/autorizacion/vista.ts"
import type { Autorizacion, Constancia } from "../../domain/tipos/autorizacion.ts"
import type { Canal } from "../../domain/tipos/canal.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { canalesDe } from "../canal/canales.ts"
import { atOnce, deliveryTo } from "../mensaje/delivery.ts"
import { enqueue } from "../mensaje/enqueue.ts"
import { destinosDePresidencia, vistaAutorizacion } from "./leer.ts"
import { asentada, dejarSinEfecto } from "./pedir.ts"
import { CambioMeanwhile, type DeshacerCancelacion, ejecutar, hayTiempo } from "./salida.ts"
import { sigueIgual } from "./texto.ts"

export type Resolucion =
  /** Answered: authorised and gone, too late for it, returned, or of no effect. */
  | { readonly kind: "resuelta"; readonly vista: AutorizacionVista }
  /** The button is of another text than the one that waits: nothing was done. */
  | { readonly kind: "otro_texto"; readonly vista: AutorizacionVista }
  /** Somebody else answered first, or nobody asked. `ultima`: what became of the last one. */
  | { readonly kind: "nada_espera"; readonly sesion: Sesion; readonly ultima: AutorizacionVista | null }

type Respuesta =
  /** `constancia`: the presidencia said so outside, and the Secretaría Técnica puts it on record. */
  | { readonly kind: "autorizar"; readonly constancia: Constancia | null }
  | { readonly kind: "devolver"; readonly motivo: string }
  | { readonly kind: "retirar" }

/**
 * Answers what waits in a session. What is authorised leaves in the same transaction, if it is still the text that was
 * asked for and there is still time by the body's rule; of two who answer at once, the second is told what the first did.
 */
export async function resolverAutorizacion(
  actuacion: Actuacion,
  visto: Sesion,
  marca: string,
  respuesta: Respuesta,
  deshacer: DeshacerCancelacion,
): Promise<Resolucion> {
  const once = () =>
    actuacion.data.transaction((repositories) =>
      resolver(repositories, actuacion, visto, marca, respuesta, deshacer),
    )
  try {
    return await once()
  } catch (error) {
    // The session changed between what was read and what was written: read again, it is another text.
    if (error instanceof CambioMeanwhile) return once()
    throw error
  }
}

async function resolver(
  repositories: Repositories,
  actuacion: Actuacion,
  visto: Sesion,
  marca: string,
  respuesta: Respuesta,
  deshacer: DeshacerCancelacion,
): Promise<Resolucion> {
  const consulta = { ...actuacion, read: repositories }
  const sesion = (await repositories.sesiones.byId(visto.id)) ?? visto
  const abierta = await repositories.autorizaciones.abierta(sesion.id)
  if (abierta === null) return nadaEspera(repositories, actuacion, sesion)
  if (!abierta.huella.startsWith(marca))
    return { kind: "otro_texto", vista: await vistaAutorizacion(consulta, sesion, abierta) }
  const saldria = await sigueIgual(consulta, sesion, abierta)
  if (respuesta.kind === "retirar" || (saldria === null && respuesta.kind === "autorizar")) {
    if (!(await dejarSinEfecto(repositories, actuacion, sesion, abierta)))
      return nadaEspera(repositories, actuacion, sesion)
    return avisada(repositories, actuacion, abierta)
  }
  const cambios = {
    estado: await estadoTras(repositories, actuacion, sesion, abierta, respuesta),
    resuelveId: actuacion.persona.id,
    resueltaEn: actuacion.now,
    motivo: respuesta.kind === "devolver" ? respuesta.motivo : null,
    medio: respuesta.kind === "autorizar" ? (respuesta.constancia?.medio ?? null) : null,
    constancia: respuesta.kind === "autorizar" ? (respuesta.constancia?.constancia ?? null) : null,
  }
  // First of all: whoever answers at the same time waits here, and finds it answered.
  if (!(await repositories.autorizaciones.resolver(abierta.id, cambios)))
    return nadaEspera(repositories, actuacion, sesion)
  await repositories.eventos.append(
    evento(
      actuacion,
      `autorizacion.${cambios.estado}`,
      sesion.id,
      asentada(abierta),
      asentada({ ...abierta, ...cambios }),
    ),
  )
  if (cambios.estado === "autorizada") await ejecutar(repositories, actuacion, sesion, abierta, deshacer)
  return avisada(repositories, actuacion, abierta)
}

async function estadoTras(
  repositories: Repositories,
  actuacion: Actuacion,
  sesion: Sesion,
  abierta: Autorizacion,
  respuesta: Respuesta,
): Promise<"autorizada" | "devuelta" | "fuera_de_plazo"> {
  if (respuesta.kind === "devolver") return "devuelta"
  return (await hayTiempo(repositories, actuacion, sesion, abierta)) ? "autorizada" : "fuera_de_plazo"
}

async function nadaEspera(
  repositories: Repositories,
  actuacion: Actuacion,
  sesion: Sesion,
): Promise<Resolucion> {
  const ultima = await repositories.autorizaciones.ultima(sesion.id, null)
  const consulta = { ...actuacion, read: repositories }
  return {
    kind: "nada_espera",
    sesion,
    ultima: ultima && (await vistaAutorizacion(consulta, sesion, ultima)),
  }
}

/** The Secretaría Técnica is told either way; the presidencia, of what was put on record on its word. */
async function avisada(
  repositories: Repositories,
  actuacion: Actuacion,
  { id, sesionId }: Autorizacion,
): Promise<Resolucion> {
  const { organo, hoy, now } = actuacion
  const [autorizacion, sesion] = [
    await repositories.autorizaciones.byId(id),
    await repositories.sesiones.byId(sesionId),
  ]
  if (autorizacion === null || sesion === null)
    throw new Error("an authorisation that was just answered is gone")
  const vista = await vistaAutorizacion({ ...actuacion, read: repositories }, sesion, autorizacion)
  const aviso = (canal: Canal, card: ReturnType<typeof resueltaCard>) =>
    deliveryTo(canal, {
      purpose: "aviso",
      subject: ["autorizacion", id, autorizacion.estado],
      organo,
      card,
      ...atOnce(now),
      why: `Lo que se pidió autorizar de ${sesion.clave} se resolvió.`,
    })
  const secretaria = await canalesDe(repositories, organo, "secretaria_tecnica")
  const presidencia =
    autorizacion.medio === null ? [] : (await destinosDePresidencia(repositories, organo, hoy)).canales
  const sabida = solicitudCard(vista, { reservado: false, recordatorio: false })
  await enqueue(
    repositories,
    [
      ...secretaria.map((canal) => aviso(canal, resueltaCard(vista))),
      ...presidencia.map((canal) => aviso(canal, sabida)),
    ],
    now,
  )
  return { kind: "resuelta", vista }
}

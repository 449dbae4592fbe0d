import type { VistaVotacion } from "../../cards/votacion/votacion.ts"
import { sesiona } from "../../domain/desahogo/desahogo.ts"
import { puedeDecidir, type Quorum } from "../../domain/desahogo/quorum.ts"
import { asuntoAcuerdo } from "../../domain/mensaje/hechos.ts"
import { buscarPorClave } from "../../domain/texto/clave.ts"
import type { PuntoOrdenDia, Sesion } from "../../domain/tipos/sesion.ts"
import { estaPendiente, type ModoVotacion, puedeVotarse } from "../../domain/votacion/votacion.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import type { Consulta } from "../consulta.ts"
import { leerSesion, type SesionVista } from "../sesion/leer.ts"
import { quorumDe } from "../sesion/quorum.ts"
import { vistaVotacion } from "./leer.ts"
import { pedirVotos } from "./pedir-votos.ts"

export interface NuevaVotacion {
  readonly texto: string
  readonly modo: ModoVotacion
  /** Place of the item in the list, from 1; `null`: on no item. */
  readonly punto: number | null
  /** Loosely typed clave of one of the session's agreements; `null`: on none. */
  readonly acuerdo: string | null
}

export type Abierta =
  | { readonly kind: "abierta"; readonly vista: VistaVotacion }
  /** One at a time: this one is open, or waits for the quórum. */
  | { readonly kind: "otra_abierta"; readonly vista: VistaVotacion }
  /** `quorum`: what is missing; `null`: nobody was called. */
  | { readonly kind: "sin_quorum"; readonly sesion: Sesion; readonly quorum: Quorum | null }
  | { readonly kind: "punto_desconocido"; readonly total: number }
  /** It was withdrawn or deferred, or is only a proposal. */
  | { readonly kind: "punto_fuera_de_estado"; readonly punto: PuntoOrdenDia; readonly deAcuerdo: boolean }
  /** No agreement of the session, or several, by that clave. `claves`: of all that there are. */
  | { readonly kind: "acuerdo_desconocido"; readonly claves: readonly string[] }
  | { readonly kind: "fuera_de_estado"; readonly sesion: Sesion }
  | { readonly kind: "otra_persona"; readonly sesion: Sesion }

/** Why no vote can be opened in a session now, whatever it is on; `null`: one can. */
export async function impedimentoParaAbrir(
  consulta: Consulta,
  sesion: Sesion,
): Promise<Extract<Abierta, { readonly kind: "otra_abierta" | "sin_quorum" | "fuera_de_estado" }> | null> {
  if (!sesiona(sesion.estado)) return { kind: "fuera_de_estado", sesion }
  const abierta = (await consulta.read.votaciones.list(sesion.id)).find(estaPendiente)
  if (abierta) return { kind: "otra_abierta", vista: await vistaVotacion(consulta, sesion, abierta) }
  const quorum = await quorumDe(consulta, sesion)
  return puedeDecidir(quorum) ? null : { kind: "sin_quorum", sesion, quorum }
}

/** Opens a vote in a session that is being held with quórum, and asks each institution with a vote that is there. */
export function abrirVotacion(
  actuacion: Actuacion,
  visto: SesionVista,
  { texto, modo, punto, acuerdo }: NuevaVotacion,
): Promise<Abierta> {
  return actuacion.data.transaction(async (repositories): Promise<Abierta> => {
    const antes = await leerSesion(repositories, visto.id)
    const consulta = { ...actuacion, read: repositories }
    const impedimento = await impedimentoParaAbrir(consulta, antes)
    if (impedimento !== null) return impedimento
    const puntos = await repositories.sesiones.puntos(antes.id)
    const sobre = punto === null ? null : puntos[punto - 1]
    if (sobre === undefined) return { kind: "punto_desconocido", total: puntos.length }
    const acuerdos = acuerdo === null ? [] : await repositories.acuerdos.bySesion(antes.id)
    const votado = acuerdo === null ? null : buscarPorClave(acuerdo, acuerdos)
    if (votado !== null && votado.kind !== "una")
      return { kind: "acuerdo_desconocido", claves: acuerdos.map(({ clave }) => clave) }
    const deAcuerdo = puntos.find(({ id }) => id === votado?.item.puntoId) ?? null
    for (const uno of [sobre, deAcuerdo])
      if (uno !== null && !puedeVotarse(uno))
        return { kind: "punto_fuera_de_estado", punto: uno, deAcuerdo: uno === deAcuerdo }
    const sesion = await repositories.sesionesWriter.update(antes.id, antes.revision, {})
    if (sesion === null) return { kind: "otra_persona", sesion: await leerSesion(repositories, antes.id) }
    const votacion = await repositories.votaciones.open({
      sesionId: sesion.id,
      puntoId: sobre?.id ?? deAcuerdo?.id ?? null,
      acuerdoId: votado?.item.id ?? null,
      texto,
      modo,
      abiertaEn: actuacion.now,
    })
    const entrada = evento(actuacion, "votacion.abierta", sesion.id, null, votacion)
    await repositories.eventos.append(entrada)
    if (votado !== null)
      await repositories.eventos.append({ ...entrada, objeto: asuntoAcuerdo(votado.item.id) })
    const vista = await vistaVotacion(consulta, sesion, votacion)
    // Hands are counted in the room: nobody is asked by message.
    if (modo !== "economica") await pedirVotos(repositories, actuacion, vista)
    return { kind: "abierta", vista }
  })
}

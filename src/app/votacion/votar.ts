import type { VistaVotacion } from "../../cards/votacion/votacion.ts"
import { sesiona } from "../../domain/desahogo/desahogo.ts"
import type { Quorum } from "../../domain/desahogo/quorum.ts"
import { buscarPorClave } from "../../domain/texto/clave.ts"
import { normalizar } from "../../domain/texto/texto.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Actor } from "../../domain/visibilidad/actor.ts"
import {
  contarVotos,
  type ModoVotacion,
  resolverVotacion,
  type SentidoVoto,
  type VotacionDeSesion,
  type Voto,
} from "../../domain/votacion/votacion.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { leerPaseDeLista } from "../desahogo/pase-de-lista.ts"
import { leerSesion, type SesionVista } from "../sesion/leer.ts"
import { reglasDeSesion } from "../sesion/reglas.ts"
import { leerVotacion, vistaVotacion } from "./leer.ts"
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
  /** One at a time: this one is open. */
  | { readonly kind: "otra_abierta"; readonly vista: VistaVotacion }
  /** `quorum`: what is missing; `null`: nobody was called. */
  | { readonly kind: "sin_quorum"; readonly sesion: Sesion; readonly quorum: Quorum | null }
  | { readonly kind: "punto_desconocido"; readonly total: number }
  /** No agreement of the session, or several, by that clave. `claves`: of all that there are. */
  | { readonly kind: "acuerdo_desconocido"; readonly claves: readonly string[] }
  | { readonly kind: "fuera_de_estado"; readonly sesion: Sesion }
  | { readonly kind: "otra_persona"; readonly sesion: Sesion }

/** Opens a vote in a session that is being held with quórum, and asks each institution with a vote that is there. */
export function abrirVotacion(
  actuacion: Actuacion,
  visto: SesionVista,
  { texto, modo, punto, acuerdo }: NuevaVotacion,
): Promise<Abierta> {
  return actuacion.data.transaction(async (repositories): Promise<Abierta> => {
    const antes = await leerSesion(repositories, visto.id)
    if (!sesiona(antes.estado)) return { kind: "fuera_de_estado", sesion: antes }
    const consulta = { ...actuacion, read: repositories }
    const abierta = (await repositories.votaciones.list(antes.id)).find(({ cerradaEn }) => cerradaEn === null)
    if (abierta) return { kind: "otra_abierta", vista: await vistaVotacion(consulta, antes, abierta) }
    const pase = await leerPaseDeLista(consulta, antes)
    const quorum = pase?.quorum ?? null
    if (quorum?.hay !== true) return { kind: "sin_quorum", sesion: antes, quorum }
    const puntos = await repositories.sesiones.puntos(antes.id)
    const sobre = punto === null ? null : puntos[punto - 1]
    if (sobre === undefined) return { kind: "punto_desconocido", total: puntos.length }
    const acuerdos = acuerdo === null ? [] : await repositories.acuerdos.bySesion(antes.id)
    const votado = acuerdo === null ? null : buscarPorClave(acuerdo, acuerdos)
    if (votado !== null && votado.kind !== "una")
      return { kind: "acuerdo_desconocido", claves: acuerdos.map(({ clave }) => clave) }
    const sesion = await repositories.sesionesWriter.update(antes.id, antes.revision, {})
    if (sesion === null) return { kind: "otra_persona", sesion: await leerSesion(repositories, antes.id) }
    const votacion = await repositories.votaciones.open({
      sesionId: sesion.id,
      puntoId: sobre?.id ?? votado?.item.puntoId ?? null,
      acuerdoId: votado?.item.id ?? null,
      texto,
      modo,
      abiertaEn: actuacion.now,
    })
    await repositories.eventos.append(evento(actuacion, "votacion.abierta", sesion.id, null, votacion))
    const vista = await vistaVotacion(consulta, sesion, votacion)
    // Hands are counted in the room: nobody is asked by message.
    if (modo !== "economica") await pedirVotos(repositories, actuacion, vista)
    return { kind: "abierta", vista }
  })
}

export type Emitido =
  | {
      readonly kind: "votado"
      readonly vista: VistaVotacion
      readonly institucion: Institucion
      readonly voto: Voto
      readonly antes: SentidoVoto | null
    }
  | { readonly kind: "cerrada"; readonly vista: VistaVotacion }
  /** The institution has no vote, or nobody of it is in the room. */
  | { readonly kind: "sin_derecho"; readonly institucion: Institucion }
  /** Titular or suplente vote, and nobody for them. */
  | { readonly kind: "sin_calidad"; readonly institucion: Institucion }
  /** Secret: nobody votes for another. */
  | { readonly kind: "secreta" }
  /** By show of hands: the Secretaría Técnica counts. */
  | { readonly kind: "a_mano_alzada" }

export interface VotoPedido {
  readonly institucion: Institucion
  /** The Secretaría Técnica puts on record what was said in the room. */
  readonly porSecretaria: boolean
  readonly sentido: SentidoVoto
  readonly votoParticular: string | null
}

/** The vote of an institution, one for each; it may be changed while the vote is open. */
export function emitirVoto(
  actuacion: Actuacion,
  actor: Actor,
  votacionId: string,
  { institucion, porSecretaria, sentido, votoParticular }: VotoPedido,
): Promise<Emitido> {
  return actuacion.data.transaction(async (repositories): Promise<Emitido> => {
    const consulta = { ...actuacion, read: repositories }
    const { sesion, votacion } = await leerVotacion(repositories, votacionId)
    const vista = await vistaVotacion(consulta, sesion, votacion)
    if (votacion.cerradaEn !== null) return { kind: "cerrada", vista }
    if (votacion.modo === "economica") return { kind: "a_mano_alzada" }
    if (votacion.modo === "cedula" && porSecretaria) return { kind: "secreta" }
    const renglon = vista.presentes.find((uno) => uno.institucion.id === institucion.id)
    if (renglon === undefined) return { kind: "sin_derecho", institucion }
    if (!porSecretaria && !puedeVotar(actor, actuacion.organo, institucion, renglon.nombre))
      return { kind: "sin_calidad", institucion }
    const previo = vista.votos.find(({ institucionId }) => institucionId === institucion.id)
    const voto: Voto = {
      votacionId,
      institucionId: institucion.id,
      sentido,
      votoParticular: votoParticular ?? previo?.votoParticular ?? null,
      personaId: actuacion.persona.id,
      plataforma: actuacion.plataforma,
      instante: actuacion.now,
    }
    if (!(await repositories.votaciones.cast(voto))) {
      const ahora = await leerVotacion(repositories, votacionId)
      return { kind: "cerrada", vista: await vistaVotacion(consulta, sesion, ahora.votacion) }
    }
    await repositories.eventos.append(
      evento(actuacion, "votacion.voto", sesion.id, null, enBitacora(votacion, voto)),
    )
    const despues = await vistaVotacion(consulta, sesion, votacion)
    return { kind: "votado", vista: despues, institucion, voto, antes: previo?.sentido ?? null }
  })
}

/** Of a secret vote the log keeps that the institution voted, and not how. */
function enBitacora({ modo }: VotacionDeSesion, voto: Voto) {
  const { sentido, votoParticular, ...quien } = voto
  return modo === "cedula" ? quien : { ...quien, sentido, votoParticular }
}

/** Titular, suplente or who presides, by their post; or whoever the roll-call has by name. */
function puedeVotar(actor: Actor, organo: Organo, institucion: Institucion, nombre: string | null): boolean {
  if (actor.kind === "sin_vincular") return false
  const conCargo = actor.designaciones.some(
    ({ organoId, institucionId, calidad }) =>
      organoId === organo.id &&
      institucionId === institucion.id &&
      (calidad === "titular" || calidad === "suplente" || calidad === "presidencia"),
  )
  return conCargo || (nombre !== null && normalizar(nombre) === normalizar(actor.persona.nombre))
}

export interface ManosAlzadas {
  readonly aFavor: number
  readonly enContra: number
  readonly abstenciones: number
  readonly calidad: SentidoVoto | null
}

export type Cerrada =
  | { readonly kind: "cerrada"; readonly vista: VistaVotacion }
  | { readonly kind: "ya_cerrada"; readonly vista: VistaVotacion }
  /** A tie that the casting vote of who presides would decide, and they have not voted. */
  | { readonly kind: "falta_calidad"; readonly vista: VistaVotacion }
  /** More hands than institutions with a vote in the room. */
  | { readonly kind: "sobran"; readonly vista: VistaVotacion }

/**
 * Closes a vote and counts it by the body's rule. On a tie that a casting vote would decide, who presides is waited
 * for, unless the tie is accepted.
 */
export function cerrarVotacion(
  actuacion: Actuacion,
  votacionId: string,
  { manos, aceptaEmpate }: { readonly manos: ManosAlzadas | null; readonly aceptaEmpate: boolean },
): Promise<Cerrada> {
  return actuacion.data.transaction(async (repositories): Promise<Cerrada> => {
    const consulta = { ...actuacion, read: repositories }
    const { sesion, votacion } = await leerVotacion(repositories, votacionId)
    const vista = await vistaVotacion(consulta, sesion, votacion)
    if (votacion.cerradaEn !== null) return { kind: "ya_cerrada", vista }
    const reglas = await reglasDeSesion(consulta, sesion)
    const comun = { regla: reglas.votacion, presentes: vista.presentes.length, integrantes: vista.conVoto }
    const preside = vista.presentes.find((uno) => uno.preside)?.institucion.id ?? null
    const sentidos = new Map(
      vista.votos.flatMap(({ institucionId, sentido }) =>
        sentido === null ? [] : [[institucionId, sentido]],
      ),
    )
    const resultado =
      manos === null
        ? contarVotos({ ...comun, votos: sentidos, presidencia: preside })
        : resolverVotacion({ ...comun, ...manos })
    if (manos !== null && manos.aFavor + manos.enContra + manos.abstenciones > vista.presentes.length)
      return { kind: "sobran", vista }
    if (resultado.resultado === "empate" && reglas.votacion.votoCalidad && !aceptaEmpate)
      return { kind: "falta_calidad", vista }
    if (!(await repositories.votaciones.close(votacionId, resultado, actuacion.now))) {
      const ahora = await leerVotacion(repositories, votacionId)
      return { kind: "ya_cerrada", vista: await vistaVotacion(consulta, sesion, ahora.votacion) }
    }
    await repositories.eventos.append(
      evento(actuacion, "votacion.cerrada", sesion.id, null, { votacionId, resultado }),
    )
    // The cards in the channels follow the session's revision; another act in between does not undo the vote.
    const { revision } = await leerSesion(repositories, sesion.id)
    await repositories.sesionesWriter.update(sesion.id, revision, {})
    const ahora = await leerVotacion(repositories, votacionId)
    return { kind: "cerrada", vista: await vistaVotacion(consulta, ahora.sesion, ahora.votacion) }
  })
}

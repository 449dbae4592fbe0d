import type { VistaVotacion } from "../../cards/votacion/votacion.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import type { Actor } from "../../domain/visibilidad/actor.ts"
import { puedeVotar } from "../../domain/votacion/quien-vota.ts"
import {
  estadoVotacion,
  impedimentoParaVotar,
  type SentidoVoto,
  type VotacionDeSesion,
  type Voto,
} from "../../domain/votacion/votacion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { SENTIDO_VOTO } from "../../texts/votacion.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import { avisarRegistroAjeno } from "../canal/registro-ajeno.ts"
import { leerVotacion, vistaVotacion } from "./leer.ts"

export type Emitido =
  | VotoTomado
  | { readonly kind: "cerrada"; readonly vista: VistaVotacion }
  /** It waits for the quórum. */
  | { readonly kind: "suspendida"; readonly vista: VistaVotacion }
  /** The institution has no vote, or nobody of it is in the room. */
  | { readonly kind: "sin_derecho"; readonly institucion: Institucion }
  /** Whoever the roll-call has in the room votes, and nobody for them. */
  | { readonly kind: "sin_calidad"; readonly institucion: Institucion }
  /** Another one is on record for it: the Secretaría Técnica changes it only with a reason. */
  | {
      readonly kind: "ya_voto"
      readonly vista: VistaVotacion
      readonly institucion: Institucion
      readonly voto: Voto
    }
  /** Secret: nobody votes for another. */
  | { readonly kind: "secreta" }
  /** By show of hands: the Secretaría Técnica counts. */
  | { readonly kind: "a_mano_alzada" }

export interface VotoTomado {
  readonly kind: "votado"
  readonly vista: VistaVotacion
  readonly institucion: Institucion
  readonly voto: Voto
  /** The one that it takes the place of; both stay in the log. */
  readonly antes: Voto | null
}

export interface VotoPedido {
  readonly institucion: Institucion
  /** The Secretaría Técnica puts on record what was said in the room. */
  readonly porSecretaria: boolean
  readonly sentido: SentidoVoto
  readonly votoParticular: string | null
}

/** The vote of an institution, one for each; it may change its own while the vote is open. */
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
    const impedimento = impedimentoParaVotar(votacion)
    if (impedimento === "a_mano_alzada") return { kind: impedimento }
    if (impedimento !== null) return { kind: impedimento, vista }
    if (votacion.modo === "cedula" && porSecretaria) return { kind: "secreta" }
    const votante = vista.conVoto.find((uno) => uno.presente && uno.institucion.id === institucion.id)
    if (votante === undefined) return { kind: "sin_derecho", institucion }
    const asiento = { organoId: actuacion.organo.id, institucionId: institucion.id }
    if (!porSecretaria && !puedeVotar(actor, asiento, votante.calidad ?? "titular"))
      return { kind: "sin_calidad", institucion }
    const previo = vista.votos.find(({ institucionId }) => institucionId === institucion.id) ?? null
    if (porSecretaria && previo !== null && previo.sentido !== sentido)
      return { kind: "ya_voto", vista, institucion, voto: previo }
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
      const ahora = await vistaVotacion(
        consulta,
        sesion,
        (await leerVotacion(repositories, votacionId)).votacion,
      )
      const kind = estadoVotacion(ahora.votacion) === "suspendida" ? "suspendida" : "cerrada"
      return { kind, vista: ahora }
    }
    const antes = previo === null ? null : enBitacora(votacion, previo)
    const despues = { ...enBitacora(votacion, voto), ...(porSecretaria ? { medio: DE_VIVA_VOZ } : {}) }
    await repositories.eventos.append(evento(actuacion, "votacion.voto", sesion.id, antes, despues))
    if (porSecretaria) await avisarVoto(repositories, actuacion, vista, institucion, voto)
    return {
      kind: "votado",
      vista: await vistaVotacion(consulta, sesion, votacion),
      institucion,
      voto,
      antes: previo,
    }
  })
}

/** What is said in the room is said before everybody: that is its proof. */
const DE_VIVA_VOZ = "de viva voz, en la sesión"

/** The institution is told how its vote was put on record; of what is internal, nothing goes into a channel. */
async function avisarVoto(
  repositories: Repositories,
  actuacion: Actuacion,
  { sesion, votacion }: VistaVotacion,
  institucion: Institucion,
  voto: Voto,
): Promise<void> {
  if (votacion.difusion === "interna" || voto.sentido === null) return
  const registro = {
    institucion,
    asunto: sesion.clave,
    que: `votó ${SENTIDO_VOTO[voto.sentido]}: ${votacion.texto}`,
    medio: DE_VIVA_VOZ,
    objecion:
      "Si no fue así, su institución puede cambiarlo mientras la votación siga abierta; después, pida su corrección a la Secretaría Técnica.",
    origen: sesion.origen,
  }
  await avisarRegistroAjeno(repositories, actuacion, registro, ["voto", votacion.id, voto.sentido])
}

/** Of a secret vote the log keeps that the institution voted, and not how. */
export function enBitacora({ modo }: VotacionDeSesion, voto: Voto) {
  const { sentido, votoParticular, ...quien } = voto
  return modo === "cedula" ? quien : { ...quien, sentido, votoParticular }
}

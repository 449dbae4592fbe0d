import type { EfectoEnResumen } from "../../cards/resumen/correccion.ts"
import { avisoVotoCorregidoCard, type VotoCorregido } from "../../cards/votacion/correccion.ts"
import type { VistaVotacion } from "../../cards/votacion/votacion.ts"
import { enSalaAl } from "../../domain/desahogo/presencia.ts"
import type { Institucion } from "../../domain/tipos/directorio.ts"
import {
  estadoVotacion,
  impedimentoParaCorregirVoto,
  type SentidoVoto,
  seCorrigeConteo,
  type Votacion,
  type VotacionDeSesion,
  type Voto,
} from "../../domain/votacion/votacion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import type { Actuacion } from "../actuacion.ts"
import { destinosDeIntegrantes } from "../canal/destinos.ts"
import { atOnce, deliveryTo } from "../mensaje/delivery.ts"
import { enqueue } from "../mensaje/enqueue.ts"
import { corregirHechos } from "../resumen/correccion.ts"
import { reglasDeSesion } from "../sesion/reglas.ts"
import { asentarActo } from "./asentar.ts"
import { type ManosAlzadas, resultadoDe } from "./cerrar.ts"
import { leerVotacion, vistaVotacion } from "./leer.ts"
import { enBitacora } from "./votar.ts"

export type Corregida =
  | {
      readonly kind: "corregido"
      readonly vista: VistaVotacion
      readonly correccion: VotoCorregido
      /** A channel of the institution is told. */
      readonly avisada: boolean
      readonly resumen: EfectoEnResumen
    }
  | { readonly kind: "sin_cambio"; readonly vista: VistaVotacion; readonly voto: Voto }
  /** It has no vote in that one, and could not vote or still can: there is nothing to put right. */
  | { readonly kind: "sin_voto_previo" }
  /** Secret: nobody knows what to put right. */
  | { readonly kind: "secreta" | "a_mano_alzada" }
  | { readonly kind: "suspendida" | "anulada"; readonly vista: VistaVotacion }

export interface CorreccionDeVoto {
  readonly institucion: Institucion
  readonly sentido: SentidoVoto
  readonly motivo: string
}

/**
 * The Secretaría Técnica puts right a vote that was put down wrong, while the vote is open or after it closed: with a
 * reason, counted again by the same rule over those who were there, and told to the institution. Both stay on record.
 */
export function corregirVoto(
  actuacion: Actuacion,
  votacionId: string,
  { institucion, sentido, motivo }: CorreccionDeVoto,
): Promise<Corregida> {
  return actuacion.data.transaction(async (repositories): Promise<Corregida> => {
    const vista = await vistaAlCierre(repositories, actuacion, votacionId)
    const { votacion } = vista
    const impedimento = impedimentoParaCorregirVoto(votacion)
    if (impedimento === "secreta" || impedimento === "a_mano_alzada") return { kind: impedimento }
    if (impedimento !== null) return { kind: impedimento, vista }
    const antes = vista.votos.find(({ institucionId }) => institucionId === institucion.id) ?? null
    // While it is open, a vote that is missing is cast; of one that closed it may have been left out.
    if (antes === null && (estadoVotacion(votacion) === "abierta" || !estaba(vista, institucion)))
      return { kind: "sin_voto_previo" }
    if (antes?.sentido === sentido) return { kind: "sin_cambio", vista, voto: antes }
    const { persona, plataforma, now } = actuacion
    const voto: Voto = {
      votacionId,
      institucionId: institucion.id,
      votoParticular: antes?.votoParticular ?? null,
      sentido,
      personaId: persona.id,
      plataforma,
      instante: now,
    }
    const { resumen } = await corregirHechos(repositories, actuacion, votacion.sesionId, motivo, async () => {
      const resultado = await asentar(repositories, actuacion, vista, voto)
      await asentarActo(repositories, actuacion, "votacion.voto_corregido", votacion, {
        antes: { voto: antes && enBitacora(votacion, antes), resultado: votacion.resultado },
        despues: { voto: enBitacora(votacion, voto), resultado, motivo },
      })
    })
    const correccion = { siglas: institucion.siglas, antes, voto, motivo, resultadoAntes: votacion.resultado }
    const ahora = await vistaAlCierre(repositories, actuacion, votacionId)
    const avisada = await avisar(repositories, actuacion, ahora, { institucion, correccion })
    return { kind: "corregido", vista: ahora, correccion, avisada, resumen }
  })
}

const estaba = ({ conVoto }: VistaVotacion, { id }: Institucion) =>
  conVoto.some(({ institucion, presente }) => presente && institucion.id === id)

/** What comes out of it with that vote; `null`: it is still open. */
async function asentar(
  { votaciones, ...repositories }: Repositories,
  actuacion: Actuacion,
  vista: VistaVotacion,
  voto: Voto,
): Promise<Votacion | null> {
  const { sesion, votacion } = vista
  const abierta = votacion.cerradaEn === null
  const reglas = await reglasDeSesion({ ...actuacion, read: { votaciones, ...repositories } }, sesion)
  const votos = [...vista.votos.filter(({ institucionId }) => institucionId !== voto.institucionId), voto]
  const resultado = abierta ? null : resultadoDe(reglas.votacion, { ...vista, votos }, null)
  const hecho = resultado === null ? votaciones.cast(voto) : votaciones.correct(votacion.id, resultado, voto)
  if (!(await hecho)) throw new Error("a vote that was just read closed, or was annulled, meanwhile")
  return resultado
}

/** Who could vote when it closed; while it is open, now. */
async function vistaAlCierre(
  repositories: Repositories,
  actuacion: Actuacion,
  votacionId: string,
): Promise<VistaVotacion> {
  const { sesion, votacion } = await leerVotacion(repositories, votacionId)
  const vista = await vistaVotacion({ ...actuacion, read: repositories }, sesion, votacion)
  if (votacion.cerradaEn === null) return vista
  const registros = await repositories.asistencias.registros(sesion.id, sesion.llamado)
  const estaban = enSalaAl(registros, votacion.cerradaEn)
  const conVoto = vista.conVoto.map((uno) => ({ ...uno, presente: estaban.has(uno.institucion.id) }))
  return { ...vista, conVoto }
}

async function avisar(
  repositories: Repositories,
  { organo, hoy, now }: Actuacion,
  vista: VistaVotacion,
  { institucion, correccion }: { readonly institucion: Institucion; readonly correccion: VotoCorregido },
): Promise<boolean> {
  // What is internal is told in no channel.
  if (vista.votacion.difusion === "interna") return false
  const { canales } = await destinosDeIntegrantes(repositories, organo, hoy)
  const suyos = canales.filter((uno) => uno.institucion.id === institucion.id)
  const avisos = suyos.map(({ canal }) =>
    deliveryTo(canal, {
      purpose: "aviso",
      subject: ["voto_corregido", vista.votacion.id, institucion.id, now],
      organo,
      card: avisoVotoCorregidoCard(vista, correccion),
      ...atOnce(now),
      why: `La Secretaría Técnica corrigió el voto de ${institucion.siglas} en ${vista.sesion.clave}.`,
    }),
  )
  await enqueue(repositories, avisos, now)
  return suyos.length > 0
}

export type ConteoCorregido =
  | {
      readonly kind: "corregido"
      readonly vista: VistaVotacion
      readonly antes: VotacionDeSesion["resultado"]
      readonly resumen: EfectoEnResumen
    }
  | { readonly kind: "sobran"; readonly vista: VistaVotacion; readonly cuantas: number }
  | { readonly kind: "sin_cambio"; readonly vista: VistaVotacion }
  /** It is not by show of hands, or it has not closed. */
  | { readonly kind: "no_procede"; readonly vista: VistaVotacion }

/** Puts right the hands that were put down of a vote that closed, with a reason. Both counts stay on record. */
export function corregirConteo(
  actuacion: Actuacion,
  votacionId: string,
  manos: ManosAlzadas,
  motivo: string,
): Promise<ConteoCorregido> {
  return actuacion.data.transaction(async (repositories): Promise<ConteoCorregido> => {
    const vista = await vistaAlCierre(repositories, actuacion, votacionId)
    const { votacion, sesion } = vista
    if (!seCorrigeConteo(votacion)) return { kind: "no_procede", vista }
    const cuantas = vista.conVoto.filter(({ presente }) => presente).length
    if (manos.aFavor + manos.enContra + manos.abstenciones > cuantas)
      return { kind: "sobran", vista, cuantas }
    const reglas = await reglasDeSesion({ ...actuacion, read: repositories }, sesion)
    const resultado = resultadoDe(reglas.votacion, vista, manos)
    if (JSON.stringify(resultado) === JSON.stringify(votacion.resultado)) return { kind: "sin_cambio", vista }
    const { resumen } = await corregirHechos(repositories, actuacion, votacion.sesionId, motivo, async () => {
      if (!(await repositories.votaciones.correct(votacionId, resultado, null)))
        throw new Error("a vote that was just read was annulled meanwhile")
      await asentarActo(repositories, actuacion, "votacion.conteo_corregido", votacion, {
        antes: { votacionId, resultado: votacion.resultado },
        despues: { votacionId, resultado, motivo },
      })
    })
    const ahora = await vistaAlCierre(repositories, actuacion, votacionId)
    return { kind: "corregido", vista: ahora, antes: votacion.resultado, resumen }
  })
}

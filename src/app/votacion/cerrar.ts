import { padronDe, type VistaVotacion } from "../../cards/votacion/votacion.ts"
import { puedeDecidir } from "../../domain/desahogo/quorum.ts"
import type { ReglaVotacion } from "../../domain/reglas/reglas-sesion.ts"
import {
  contarVotos,
  estadoVotacion,
  resolverVotacion,
  type SentidoVoto,
  type Votacion,
} from "../../domain/votacion/votacion.ts"
import type { Actuacion } from "../actuacion.ts"
import { suspenderSinQuorum } from "../desahogo/quorum-votacion.ts"
import { reglasDeSesion } from "../sesion/reglas.ts"
import { asentarActo } from "./asentar.ts"
import { leerVotacion, vistaVotacion } from "./leer.ts"

export interface ManosAlzadas {
  readonly aFavor: number
  readonly enContra: number
  readonly abstenciones: number
  readonly calidad: SentidoVoto | null
}

export type Cerrada =
  | { readonly kind: "cerrada"; readonly vista: VistaVotacion }
  | { readonly kind: "ya_cerrada"; readonly vista: VistaVotacion }
  /** There is no quórum: it waits for it. */
  | { readonly kind: "sin_quorum"; readonly vista: VistaVotacion }
  /** There is one again, and nobody has resumed the vote. */
  | { readonly kind: "suspendida"; readonly vista: VistaVotacion }
  /** Nobody voted: perhaps it was opened by mistake. */
  | { readonly kind: "sin_votos"; readonly vista: VistaVotacion }
  /** A tie that the casting vote of who presides would decide, and they have not voted. */
  | { readonly kind: "falta_calidad"; readonly vista: VistaVotacion }
  /** More hands than institutions with a vote in the room. */
  | { readonly kind: "sobran"; readonly vista: VistaVotacion }

/**
 * Closes a vote and counts it by the body's rule, if there is a quórum. On a tie that a casting vote would decide, who
 * presides is waited for, unless the tie is accepted.
 */
export function cerrarVotacion(
  actuacion: Actuacion,
  votacionId: string,
  { manos, aceptaEmpate }: { readonly manos: ManosAlzadas | null; readonly aceptaEmpate: boolean },
): Promise<Cerrada> {
  return actuacion.data.transaction(async (repositories): Promise<Cerrada> => {
    const consulta = { ...actuacion, read: repositories }
    const vistaAhora = async () => {
      const { sesion, votacion } = await leerVotacion(repositories, votacionId)
      return vistaVotacion(consulta, sesion, votacion)
    }
    const vista = await vistaAhora()
    const { sesion, votacion, quorum } = vista
    const estado = estadoVotacion(votacion)
    if (estado === "cerrada" || estado === "anulada") return { kind: "ya_cerrada", vista }
    if (!puedeDecidir(quorum)) {
      if (quorum !== null) await suspenderSinQuorum(repositories, actuacion, sesion, { quorum, votacion })
      return { kind: "sin_quorum", vista: await vistaAhora() }
    }
    if (estado === "suspendida") return { kind: "suspendida", vista }
    const reglas = await reglasDeSesion(consulta, sesion)
    if (manos !== null && contadas(manos) > participantes(vista)) return { kind: "sobran", vista }
    const resultado = resultadoDe(reglas.votacion, vista, manos)
    if (resultado.aFavor + resultado.enContra + resultado.abstenciones === 0)
      return { kind: "sin_votos", vista }
    if (resultado.resultado === "empate" && reglas.votacion.votoCalidad && !aceptaEmpate)
      return { kind: "falta_calidad", vista }
    if (!(await repositories.votaciones.close(votacionId, resultado, actuacion.now))) {
      const ahora = await vistaAhora()
      const kind = estadoVotacion(ahora.votacion) === "suspendida" ? "suspendida" : "ya_cerrada"
      return { kind, vista: ahora }
    }
    const despues = { votacionId, resultado }
    await asentarActo(repositories, actuacion, "votacion.cerrada", votacion, { despues })
    return { kind: "cerrada", vista: await vistaAhora() }
  })
}

const contadas = ({ aFavor, enContra, abstenciones }: ManosAlzadas) => aFavor + enContra + abstenciones

/** Those over whom it is counted. */
const participantes = (vista: Pick<VistaVotacion, "conVoto" | "votos">) => padronDe(vista).participan.length

/** What comes out of the votes on record, or of the hands that were counted. */
export function resultadoDe(
  regla: ReglaVotacion,
  vista: Pick<VistaVotacion, "conVoto" | "votos">,
  manos: ManosAlzadas | null,
): Votacion {
  const comun = { regla, presentes: participantes(vista), integrantes: vista.conVoto.length }
  if (manos !== null) return resolverVotacion({ ...comun, ...manos })
  const votos = new Map(
    vista.votos.flatMap(({ institucionId, sentido }) => (sentido === null ? [] : [[institucionId, sentido]])),
  )
  const preside = vista.conVoto.find((uno) => uno.preside)?.institucion.id ?? null
  return contarVotos({ ...comun, votos, presidencia: preside })
}

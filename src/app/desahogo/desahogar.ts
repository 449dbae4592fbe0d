import type { FormProblem } from "../../cards/form.ts"
import { type ActoPunto, sesiona, transicionPunto } from "../../domain/desahogo/desahogo.ts"
import { puedeDecidir, type Quorum } from "../../domain/desahogo/quorum.ts"
import { transicionSesion } from "../../domain/sesion/transiciones.ts"
import type { PuntoOrdenDia, ResultadoPunto, Sesion } from "../../domain/tipos/sesion.ts"
import { tipoDeResultado } from "../../domain/votacion/resultado-punto.ts"
import { estaPendiente, fueResuelta, type VotacionDeSesion } from "../../domain/votacion/votacion.ts"
import type { CambiosPunto } from "../../ports/repositories/sesion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Actuacion, evento } from "../actuacion.ts"
import type { Consulta } from "../consulta.ts"
import { leerSesion, type SesionVista } from "../sesion/leer.ts"
import { quorumDe } from "../sesion/quorum.ts"

export type Desahogo =
  | { readonly kind: "hecho"; readonly sesion: Sesion; readonly punto: PuntoOrdenDia }
  | { readonly kind: "fuera_de_estado"; readonly sesion: Sesion }
  /** The item is no longer, or not yet, as it must be for that. */
  | { readonly kind: "punto_fuera_de_estado"; readonly sesion: Sesion; readonly punto: PuntoOrdenDia }
  /** A vote on it is open, or waits: it is closed or annulled before the item goes. */
  | { readonly kind: "en_votacion"; readonly sesion: Sesion; readonly votacion: VotacionDeSesion }
  /** An outcome is decided by the body, and no vote on the item decided it before. `null`: nobody was called. */
  | { readonly kind: "sin_quorum"; readonly sesion: Sesion; readonly quorum: Quorum | null }
  /** Somebody else changed the session since it was seen. */
  | { readonly kind: "otra_persona"; readonly sesion: Sesion }
  | { readonly kind: "problemas"; readonly problemas: readonly FormProblem[] }

export interface ActoSobrePunto {
  readonly acto: ActoPunto
  /** The place in the list, from 1; `null`: the item under discussion. */
  readonly lugar: number | null
  readonly motivo?: string
  /** `null`: dealt with, without an outcome on record. */
  readonly resultado?: PuntoOrdenDia["resultado"]
}

/**
 * What happens to an item while the session is held. The revision of the session is the turn: of two people who act on
 * the same one, the first wins and the second is told.
 */
export function actuarSobrePunto(
  actuacion: Actuacion,
  visto: SesionVista,
  pedido: ActoSobrePunto,
): Promise<Desahogo> {
  return actuacion.data.transaction(async (repositories): Promise<Desahogo> => {
    const antes = await leerSesion(repositories, visto.id)
    if (!sesiona(antes.estado)) return { kind: "fuera_de_estado", sesion: antes }
    if (antes.revision !== visto.revision) return { kind: "otra_persona", sesion: antes }
    const conResultado = (pedido.resultado ?? null) !== null
    const consulta = { ...actuacion, read: repositories }
    const posible = await actoPosible(consulta, antes, { ...pedido, conResultado })
    if (posible.kind !== "posible") return posible
    const { punto: previo, estado } = posible
    const resultado = await resultadoQueConsta(repositories, previo, pedido.resultado ?? null)
    if (resultado === "contradice") return { kind: "problemas", problemas: [NO_SE_APROBO] }
    const enCurso = previo.id === antes.puntoEnCursoId
    const sesion = await repositories.sesionesWriter.update(antes.id, antes.revision, {
      puntoEnCursoId: pedido.acto === "discutir" ? previo.id : enCurso ? null : antes.puntoEnCursoId,
    })
    if (sesion === null) return { kind: "otra_persona", sesion: await leerSesion(repositories, antes.id) }
    const punto = await guardar(repositories, previo, { ...pedido, resultado }, estado)
    const tipo = `punto.${EVENTO[pedido.acto]}` as const
    await repositories.eventos.append(evento(actuacion, tipo, sesion.id, previo, punto))
    return { kind: "hecho", sesion, punto }
  })
}

const NO_SE_APROBO: FormProblem = {
  field: "tipo",
  message:
    "La última votación sobre este punto no lo aprobó. Deje vacío el tipo y escriba qué resultó, o registre antes la votación que lo aprobó.",
}

async function resultadoQueConsta(
  read: Repositories,
  punto: PuntoOrdenDia,
  escrito: ResultadoPunto | null,
): Promise<ResultadoPunto | "contradice" | null> {
  if (escrito === null) return null
  const votacion = await votacionResuelta(read, punto)
  const tipo = tipoDeResultado(escrito.tipo, votacion?.resultado.resultado ?? null)
  return tipo === "contradice" ? tipo : { ...escrito, tipo }
}

type ActoPosible =
  | { readonly kind: "posible"; readonly punto: PuntoOrdenDia; readonly estado: PuntoOrdenDia["estado"] }
  | Extract<Desahogo, { readonly kind: "punto_fuera_de_estado" | "en_votacion" | "sin_quorum" | "problemas" }>

/** Whether an item of a session that is being held can be dealt with so, whatever is written of it. Only reads. */
export async function actoPosible(
  consulta: Consulta,
  sesion: Sesion,
  { acto, lugar, conResultado }: Pick<ActoSobrePunto, "acto" | "lugar"> & { readonly conResultado: boolean },
): Promise<ActoPosible> {
  const { read } = consulta
  const puntos = await read.sesiones.puntos(sesion.id)
  const punto = lugar === null ? puntos.find(({ id }) => id === sesion.puntoEnCursoId) : puntos[lugar - 1]
  if (punto === undefined) return { kind: "problemas", problemas: [sinPunto(lugar, puntos.length)] }
  const paso = transicionPunto(acto, punto.estado)
  if (paso.kind === "fuera_de_estado") return { kind: "punto_fuera_de_estado", sesion, punto }
  const sale = paso.estado === "diferido" || paso.estado === "retirado"
  const votacion = sale ? await votacionSobre(read, punto) : null
  if (votacion !== null) return { kind: "en_votacion", sesion, votacion }
  if (conResultado && (await votacionResuelta(read, punto)) === null) {
    const quorum = await quorumDe(consulta, sesion)
    if (!puedeDecidir(quorum)) return { kind: "sin_quorum", sesion, quorum }
  }
  return { kind: "posible", punto, estado: paso.estado }
}

/** The last vote on an item that counts; on an agreement of it is another matter. */
async function votacionResuelta(read: Repositories, punto: PuntoOrdenDia) {
  const votaciones = await read.votaciones.list(punto.sesionId)
  return (
    votaciones
      .filter(fueResuelta)
      .findLast(({ puntoId, acuerdoId }) => puntoId === punto.id && acuerdoId === null) ?? null
  )
}

/** The vote that is pending on an item, or on an agreement of it. */
async function votacionSobre(read: Repositories, punto: PuntoOrdenDia): Promise<VotacionDeSesion | null> {
  const pendiente = (await read.votaciones.list(punto.sesionId)).find(estaPendiente)
  if (pendiente === undefined) return null
  const acuerdo = pendiente.acuerdoId === null ? null : await read.acuerdos.byId(pendiente.acuerdoId)
  return pendiente.puntoId === punto.id || acuerdo?.puntoId === punto.id ? pendiente : null
}

const EVENTO = {
  discutir: "en_discusion",
  desahogar: "desahogado",
  diferir: "diferido",
  retirar: "retirado",
} as const satisfies Readonly<Record<ActoPunto, string>>

function guardar(
  { sesionesWriter }: Repositories,
  previo: PuntoOrdenDia,
  { acto, motivo, resultado }: ActoSobrePunto,
  estado: PuntoOrdenDia["estado"],
): Promise<PuntoOrdenDia> {
  if (acto === "discutir") return Promise.resolve(previo)
  const cambios: CambiosPunto = {
    estado,
    ...(motivo === undefined ? {} : { motivo }),
    // Saying again that it was dealt with does not take away the outcome that is on record.
    ...(resultado === undefined || resultado === null ? {} : { resultado }),
  }
  return sesionesWriter.updatePunto(previo.id, cambios)
}

function sinPunto(lugar: number | null, total: number): FormProblem {
  const cuales =
    total === 0 ? "La sesión no tiene puntos registrados." : `Escriba un número del 1 al ${total}.`
  return {
    field: "punto",
    message:
      lugar === null
        ? `No hay ningún punto en discusión. ${cuales}`
        : `El punto ${lugar} no existe en la lista. ${cuales}`,
  }
}

export type Pausa =
  | { readonly kind: "hecho"; readonly sesion: Sesion }
  | { readonly kind: "fuera_de_estado"; readonly sesion: Sesion }
  | { readonly kind: "otra_persona"; readonly sesion: Sesion }

/** The session goes into recess, or goes on after it. */
export function pausarSesion(
  actuacion: Actuacion,
  visto: SesionVista,
  acto: "recesar" | "reanudar",
): Promise<Pausa> {
  return actuacion.data.transaction(async (repositories): Promise<Pausa> => {
    const antes = await leerSesion(repositories, visto.id)
    const paso = transicionSesion(acto, antes.estado)
    if (paso.kind === "fuera_de_estado") return { kind: "fuera_de_estado", sesion: antes }
    if (antes.revision !== visto.revision) return { kind: "otra_persona", sesion: antes }
    const sesion = await repositories.sesionesWriter.update(antes.id, antes.revision, { estado: paso.estado })
    if (sesion === null) return { kind: "otra_persona", sesion: await leerSesion(repositories, antes.id) }
    const tipo = acto === "recesar" ? "sesion.receso" : "sesion.reanudada"
    await repositories.eventos.append(evento(actuacion, tipo, sesion.id, antes, sesion))
    return { kind: "hecho", sesion }
  })
}

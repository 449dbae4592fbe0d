import type { ReglaVotacion } from "../reglas/reglas-sesion.ts"
import type { Medio } from "../tipos/canal.ts"
import type { Difusion } from "../tipos/registro.ts"
import type { PuntoOrdenDia } from "../tipos/sesion.ts"
import type { Instante } from "../tipos/tiempo.ts"

export type SentidoVoto = "a_favor" | "en_contra" | "abstencion"

/** `economica`: by show of hands, counted. `nominal`: each institution by name. `cedula`: secret. */
export type ModoVotacion = "economica" | "nominal" | "cedula"

/** A vote of a session, on an item or on any matter. */
export interface VotacionDeSesion {
  readonly id: string
  readonly sesionId: string
  readonly puntoId: string | null
  readonly acuerdoId: string | null
  readonly texto: string
  readonly modo: ModoVotacion
  /** The strictest level of what it is taken on. */
  readonly difusion: Difusion
  /** `null` while it is open. */
  readonly resultado: Votacion | null
  readonly abiertaEn: Instante
  readonly cerradaEn: Instante | null
  /** Since when it waits for the quórum; `null`: it does not. */
  readonly suspendidaEn: Instante | null
  /** Since when it counts for nothing; what it was stays on record. */
  readonly anuladaEn: Instante | null
  readonly motivoAnulacion: string | null
}

export type EstadoVotacion = "abierta" | "suspendida" | "cerrada" | "anulada"

export function estadoVotacion({
  cerradaEn,
  suspendidaEn,
  anuladaEn,
}: Pick<VotacionDeSesion, "cerradaEn" | "suspendidaEn" | "anuladaEn">): EstadoVotacion {
  if (anuladaEn !== null) return "anulada"
  if (cerradaEn !== null) return "cerrada"
  return suspendidaEn === null ? "abierta" : "suspendida"
}

/** Neither closed nor annulled: something is still to be done with it. */
export function estaPendiente(votacion: Parameters<typeof estadoVotacion>[0]): boolean {
  const estado = estadoVotacion(votacion)
  return estado === "abierta" || estado === "suspendida"
}

/** It closed and counts. */
export const fueResuelta = (
  votacion: VotacionDeSesion,
): votacion is VotacionDeSesion & { readonly resultado: Votacion } =>
  estadoVotacion(votacion) === "cerrada" && votacion.resultado !== null

/** Why a vote takes no institution's vote now, whosever it is; `null`: it does. */
export function impedimentoParaVotar(
  votacion: VotacionDeSesion,
): "suspendida" | "cerrada" | "a_mano_alzada" | null {
  const estado = estadoVotacion(votacion)
  if (estado === "suspendida") return "suspendida"
  if (estado !== "abierta") return "cerrada"
  return votacion.modo === "economica" ? "a_mano_alzada" : null
}

/** Why no vote of a votación can be put right, whosever it is; `null`: it can. */
export function impedimentoParaCorregirVoto(
  votacion: VotacionDeSesion,
): "secreta" | "a_mano_alzada" | "suspendida" | "anulada" | null {
  if (votacion.modo === "cedula") return "secreta"
  if (votacion.modo === "economica") return "a_mano_alzada"
  const estado = estadoVotacion(votacion)
  return estado === "suspendida" || estado === "anulada" ? estado : null
}

/** Hands are counted again only of a vote by show of hands that closed. */
export const seCorrigeConteo = (votacion: VotacionDeSesion): boolean =>
  votacion.modo === "economica" && estadoVotacion(votacion) === "cerrada"

/** What may be put to the vote: an item that is in the orden del día and was neither withdrawn nor deferred. */
export const puedeVotarse = ({ estado }: Pick<PuntoOrdenDia, "estado">): boolean =>
  estado === "incluido" || estado === "desahogado"

export interface Voto {
  readonly votacionId: string
  readonly institucionId: string
  /** `null`: of a secret vote that closed, only that the institution voted is known. */
  readonly sentido: SentidoVoto | null
  /** Why it votes so, word for word, when it asked for that to be on record. */
  readonly votoParticular: string | null
  readonly personaId: string
  readonly plataforma: Medio
  readonly instante: Instante
}

export interface EntradaVotacion {
  readonly regla: ReglaVotacion
  /** One vote for each institution with a vote. */
  readonly votos: ReadonlyMap<string, SentidoVoto>
  /** Institutions with a vote that are there or voted before they left, and all that were called. */
  readonly presentes: number
  readonly integrantes: number
  /** The institution that presides; `null`: nobody with a vote does. */
  readonly presidencia: string | null
}

export interface Votacion {
  readonly aFavor: number
  readonly enContra: number
  readonly abstenciones: number
  /** Present with a vote, and no vote on record. */
  readonly sinVoto: number
  /** Votes in favour that are needed. */
  readonly requeridos: number
  readonly resultado: "aprobado" | "rechazado" | "empate"
  /** The tie was decided by who presides. */
  readonly votoCalidad: boolean
}

/**
 * Counts a vote by the body's rule. A simple majority is more in favour than against and as many as the base asks for
 * when it is not the votes cast; `absoluta` is more than half of the base.
 */
export function contarVotos({ votos, presidencia, ...entrada }: EntradaVotacion): Votacion {
  const count = (sentido: SentidoVoto) => [...votos.values()].filter((voto) => voto === sentido).length
  return resolverVotacion({
    ...entrada,
    aFavor: count("a_favor"),
    enContra: count("en_contra"),
    abstenciones: count("abstencion"),
    calidad: presidencia === null ? null : (votos.get(presidencia) ?? null),
  })
}

export interface Totales extends Pick<EntradaVotacion, "regla" | "presentes" | "integrantes"> {
  readonly aFavor: number
  readonly enContra: number
  readonly abstenciones: number
  /** How who presides votes; decides a tie where the rule says so. */
  readonly calidad: SentidoVoto | null
}

/** The outcome of hands that were counted, or of votes. */
export function resolverVotacion({
  regla,
  aFavor,
  enContra,
  abstenciones,
  presentes,
  integrantes,
  calidad: sentidoDeQuienPreside,
}: Totales): Votacion {
  const base = { presentes, integrantes, votos_emitidos: aFavor + enContra }[regla.sobre]
  const requeridos = votosRequeridos(regla, base, enContra)
  // Two thirds are reached or not: there is no tie to decide. Nor is there where one vote more would not be the majority
  // that the rule asks for: that is what decides then, whatever who presides said.
  const igualan = aFavor === enContra && aFavor > 0 && regla.mayoria !== "dos_terceras_partes"
  const empate = igualan && aFavor + 1 >= requeridos
  const calidad = empate && regla.votoCalidad ? sentidoDeQuienPreside : null
  const dirime = calidad === "a_favor" || calidad === "en_contra"
  // A casting vote decides a tie, and counts as the one more that the majority lacked.
  const aprobado = dirime ? calidad === "a_favor" : aFavor >= requeridos && aFavor > enContra
  return {
    aFavor,
    enContra,
    abstenciones,
    sinVoto: Math.max(0, presentes - aFavor - enContra - abstenciones),
    requeridos,
    resultado: empate && !dirime ? "empate" : aprobado ? "aprobado" : "rechazado",
    votoCalidad: dirime,
  }
}

function votosRequeridos({ mayoria }: ReglaVotacion, base: number, enContra: number): number {
  switch (mayoria) {
    case "simple":
      return enContra + 1
    case "absoluta":
      return Math.floor(base / 2) + 1
    case "dos_terceras_partes":
      return Math.max(1, Math.ceil((2 * base) / 3))
  }
}

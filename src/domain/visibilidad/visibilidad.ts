/**
 * Who may see what (LGTAIP 112-VIII: deliberation is protected until it is decided). Everything is denied unless a
 * rule here grants it, and only posts in the body itself count. Administración técnica runs the bot: it sees what the
 * public sees. Who stands in for the presidencia by oficio sees what the presidencia sees.
 */

import type { Acuerdo } from "../tipos/acuerdo.ts"
import type { Compromiso } from "../tipos/compromiso.ts"
import type { Calidad } from "../tipos/directorio.ts"
import type { Difusion } from "../tipos/registro.ts"
import type { PuntoOrdenDia, Sesion } from "../tipos/sesion.ts"
import type { Actor } from "./actor.ts"
import { fueConvocada } from "./fue-convocada.ts"
import { nivelDeSesion } from "./nivel.ts"

/** They speak for an institution with a seat. */
const INTEGRAN: readonly Calidad[] = ["titular", "suplente", "enlace"]
const CON_ASIENTO: readonly Calidad[] = ["secretaria_tecnica", "presidencia", ...INTEGRAN]
const ASISTEN: readonly Calidad[] = [...CON_ASIENTO, "participante"]
/** They watch over the body from outside it. */
const VIGILAN: readonly Calidad[] = ["organo_interno_de_control", "unidad_de_transparencia"]

/** Institutions with a seat, and whoever conducts: those who propose items. Whoever has only a voice does it through them. */
export function institucionesQueIntegra(actor: Actor, organoId: string): readonly string[] {
  if (actor.kind === "sin_vincular") return []
  const ids = actor.designaciones
    .filter((post) => post.organoId === organoId && CON_ASIENTO.includes(post.calidad))
    .map((post) => post.institucionId)
    .filter((id) => id !== null)
  return [...new Set(ids)]
}

/** Every capacity in which the asker acts in a body; empty for someone not linked. */
export function calidades(actor: Actor, organoId: string): ReadonlySet<Calidad> {
  if (actor.kind === "sin_vincular") return new Set()
  return new Set(actor.designaciones.filter((post) => post.organoId === organoId).map((post) => post.calidad))
}

/** Institutions for which the asker acts in a body, without repetition. */
export function institucionesDe(actor: Actor, organoId: string): readonly string[] {
  if (actor.kind === "sin_vincular") return []
  const ids = actor.designaciones
    .filter((post) => post.organoId === organoId && ASISTEN.includes(post.calidad))
    .map((post) => post.institucionId)
    .filter((id) => id !== null)
  return [...new Set(ids)]
}

/** Those and the ones that they succeeded: what these owed is theirs to answer for. */
export function respondeDe(actor: Actor, organoId: string): readonly string[] {
  const propias = institucionesDe(actor, organoId)
  const sucesiones = actor.kind === "vinculado" ? (actor.sucesiones ?? []) : []
  const heredadas = sucesiones.flatMap(({ antecesora, sucesora }) =>
    propias.includes(sucesora) ? [antecesora] : [],
  )
  return heredadas.length === 0 ? propias : [...new Set([...propias, ...heredadas])]
}

function tiene(actor: Actor, organoId: string, alguna: readonly Calidad[]): boolean {
  const propias = calidades(actor, organoId)
  return alguna.some((calidad) => propias.has(calidad))
}

export function esSecretariaTecnica(actor: Actor, organoId: string): boolean {
  return tiene(actor, organoId, ["secretaria_tecnica"])
}

/** The Presidencia, or whoever stands in for it by oficio: what it authorises, either may. */
export function preside(actor: Actor, organoId: string): boolean {
  if (tiene(actor, organoId, ["presidencia"])) return true
  return actor.kind === "vinculado" && (actor.suplePresidencia ?? []).includes(organoId)
}

/** Who looks after the messages and the channels: where, when, in which state and why; not what they say. */
export function atiendeEntregas(actor: Actor, organoId: string): boolean {
  return tiene(actor, organoId, ["secretaria_tecnica", "administracion_tecnica"])
}

/** Secretaría Técnica or Presidencia: they see everything of their body. */
export function conduce(actor: Actor, organoId: string): boolean {
  return esSecretariaTecnica(actor, organoId) || preside(actor, organoId)
}

/** Who may read the log of a body and what is exported of it. */
export function puedeLeerBitacora(actor: Actor, organoId: string): boolean {
  return conduce(actor, organoId) || tiene(actor, organoId, VIGILAN)
}

/** Whose only posts in the body are to watch over it: the log is all they read, not even what the public may. */
export function soloVigila(actor: Actor, organoId: string): boolean {
  const propias = [...calidades(actor, organoId)]
  return propias.length > 0 && propias.every((calidad) => VIGILAN.includes(calidad))
}

/** They speak for an institution with a seat in the body, or conduct it: how each institution voted is theirs to see. */
export function integra(actor: Actor, organoId: string): boolean {
  return conduce(actor, organoId) || tiene(actor, organoId, INTEGRAN)
}

/** They answer for an institution in the body; the Secretaría Técnica, which takes answers by telephone and oficio, for any. */
export function respondePorInstitucion(actor: Actor, organoId: string): boolean {
  return esSecretariaTecnica(actor, organoId) || institucionesDe(actor, organoId).length > 0
}

/** Someone with a seat, a voice or a charge in the body. */
export function esDelOrgano(actor: Actor, organoId: string): boolean {
  return tiene(actor, organoId, ASISTEN)
}

/** The strictest level that somebody reads in a body, besides what is their own institution's. */
export function nivelQueLee(actor: Actor, organoId: string): Difusion {
  if (conduce(actor, organoId)) return "interna"
  return esDelOrgano(actor, organoId) ? "integrantes" : "publica"
}

type SesionConVida = Pick<Sesion, "organoId" | "difusion" | "estado"> &
  Partial<Pick<Sesion, "id" | "convocadaEl">>

/** An institution of theirs is invited to an item of it; of any, if none is named. They hear of it once it is convened. */
function estaInvitada(actor: Actor, sesion: SesionConVida, puntoId: string | null): boolean {
  if (actor.kind === "sin_vincular" || sesion.id === undefined) return false
  const { id: sesionId, estado, convocadaEl = null } = sesion
  if (!fueConvocada({ estado, convocadaEl })) return false
  return (actor.invitaciones ?? []).some(
    (una) => una.sesionId === sesionId && (puntoId === null || una.puntoId === puntoId),
  )
}

/** The item itself was opened to them, and what belongs to it unless it is internal. */
export const invitadaAlPunto = (actor: Actor, sesion: SesionConVida, puntoId: string | null): boolean =>
  puntoId !== null && estaInvitada(actor, sesion, puntoId)

/** Date, type, number and place. They become public when the session closes, unless it is internal. */
export function veSesion(actor: Actor, sesion: SesionConVida): boolean {
  if (conduce(actor, sesion.organoId) || estaInvitada(actor, sesion, null)) return true
  const nivel = nivelDeSesion(sesion)
  if (nivel === "interna") return false
  return nivel === "publica" || esDelOrgano(actor, sesion.organoId)
}

/**
 * What the session did (attendance, facts, outcomes): for those who conduct it once it is closed, for the others once its
 * summary was published.
 */
export function veResumen(
  actor: Actor,
  sesion: Pick<Sesion, "organoId" | "difusion" | "estado">,
  publicado: boolean,
): boolean {
  if (sesion.estado !== "clausurada") return false
  if (conduce(actor, sesion.organoId)) return true
  if (!publicado) return false
  if (sesion.difusion === "publica") return true
  return esDelOrgano(actor, sesion.organoId) && veSesion(actor, sesion)
}

type SesionDePuntos = Pick<Sesion, "organoId" | "difusion" | "estado" | "convocadaEl"> &
  Partial<Pick<Sesion, "id">>

/**
 * The orden del día as a whole: while it is prepared, for those who conduct the session; for the body once it is convened.
 * The public may still see single items: `vePunto`.
 */
export function veOrdenDelDia(actor: Actor, sesion: SesionDePuntos): boolean {
  if (conduce(actor, sesion.organoId)) return true
  return fueConvocada(sesion) && esDelOrgano(actor, sesion.organoId) && veSesion(actor, sesion)
}

export function vePunto(
  actor: Actor,
  punto: Pick<PuntoOrdenDia, "difusion" | "institucionProponenteId"> & Partial<Pick<PuntoOrdenDia, "id">>,
  sesion: SesionDePuntos,
): boolean {
  if (conduce(actor, sesion.organoId) || invitadaAlPunto(actor, sesion, punto.id ?? null)) return true
  // A proposal is between whoever makes it and those who conduct the session, until it is taken in and convened.
  if (punto.difusion === "interna" || !fueConvocada(sesion)) {
    return institucionesDe(actor, sesion.organoId).includes(punto.institucionProponenteId ?? "")
  }
  // Being invited to one item opens no other: a session that is not public stays so.
  if (punto.difusion === "publica") return veSesion(sinInvitaciones(actor), sesion)
  return veOrdenDelDia(actor, sesion)
}

const sinInvitaciones = (actor: Actor): Actor =>
  actor.kind === "vinculado" ? { ...actor, invitaciones: [] } : actor

/** What the caller knows about an acuerdo besides the acuerdo. */
export interface ContextoAcuerdo {
  /** Its session: before clausura only those who conduct it see the acuerdo. */
  readonly sesion?: Pick<Sesion, "estado">
  /** Institutions with a compromiso under it: they see it even without a seat. */
  readonly responsables?: readonly string[]
}

export function veAcuerdo(
  actor: Actor,
  acuerdo: Pick<Acuerdo, "organoId" | "difusion">,
  contexto: ContextoAcuerdo = {},
): boolean {
  if (conduce(actor, acuerdo.organoId)) return true
  if (acuerdo.difusion === "interna") return false
  if (contexto.sesion !== undefined && contexto.sesion.estado !== "clausurada") return false
  if (acuerdo.difusion === "publica") return true
  if (tiene(actor, acuerdo.organoId, INTEGRAN)) return true
  const propias = respondeDe(actor, acuerdo.organoId)
  return (contexto.responsables ?? []).some((id) => propias.includes(id))
}

/** `veAcuerdo` for all acuerdos of a body at once, so that a database can ask it of each. */
export type AlcanceAcuerdos =
  | { readonly kind: "todos" }
  /** `integra`: also those that are for the members. The others, if they are public or one of these is responsible. */
  | { readonly kind: "segun"; readonly integra: boolean; readonly instituciones: readonly string[] }

export function alcanceDeAcuerdos(actor: Actor, organoId: string): AlcanceAcuerdos {
  if (conduce(actor, organoId)) return { kind: "todos" }
  return {
    kind: "segun",
    integra: tiene(actor, organoId, INTEGRAN),
    instituciones: respondeDe(actor, organoId),
  }
}

/** How each institution voted: those with a seat, and those who conduct. Whoever has only a voice does not see it. */
export function veVotacion(
  actor: Actor,
  votacion: Pick<PuntoOrdenDia, "difusion">,
  sesion: Pick<Sesion, "organoId" | "difusion" | "estado">,
): boolean {
  if (conduce(actor, sesion.organoId)) return true
  return votacion.difusion !== "interna" && integra(actor, sesion.organoId) && veSesion(actor, sesion)
}

/** What says whose a commitment is. */
export type DeQuienEs = Pick<Compromiso, "institucionId"> & Partial<Pick<Compromiso, "corresponsables">>

/** Of an institution for which the asker answers, because it owes it or contributes to it. */
export function esSuyo(
  actor: Actor,
  { institucionId, corresponsables = [] }: DeQuienEs,
  organoId: string,
): boolean {
  const suyas = respondeDe(actor, organoId)
  return [institucionId, ...corresponsables].some((id) => id !== null && suyas.includes(id))
}

/**
 * Text, avances and evidence: the institution that owes it or the one that succeeded it, those that contribute to it, the
 * Secretaría Técnica and the Presidencia.
 */
export function veCompromisoCompleto(actor: Actor, compromiso: DeQuienEs, organoId: string): boolean {
  return conduce(actor, organoId) || esSuyo(actor, compromiso, organoId)
}

/**
 * That it exists: their own, and those of acuerdos that are neither internal nor still being deliberated. `difusion`: the
 * acuerdo's; `interna` while its session is not closed.
 */
export const sabeDelCompromiso = (
  actor: Actor,
  compromiso: Pick<Compromiso, "institucionId">,
  difusion: Difusion,
  organoId: string,
): boolean =>
  veCompromisoCompleto(actor, compromiso, organoId) ||
  (difusion !== "interna" && veCompromiso(actor, organoId))

/** Clave, institution, date and state, nothing more: everyone of the body. */
export function veCompromiso(actor: Actor, organoId: string): boolean {
  return esDelOrgano(actor, organoId)
}

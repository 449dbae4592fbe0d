import type { EstadoSesion } from "../tipos/sesion.ts"

/** What the Secretaría Técnica does to a session. */
export type ActoSesion =
  | "editar"
  | "convocar"
  | "rectificar"
  | "diferir"
  | "cancelar"
  | "instalar"
  | "declarar_sin_quorum"
  | "segunda_convocatoria"
  | "recesar"
  | "reanudar"
  | "clausurar"

/** From which states each act is possible, and to which it leads; `igual`: the state stays. */
const ACTOS: Readonly<
  Record<ActoSesion, { readonly desde: readonly EstadoSesion[]; readonly hasta: EstadoSesion | "igual" }>
> = {
  editar: { desde: ["programada", "diferida"], hasta: "igual" },
  convocar: { desde: ["programada", "diferida"], hasta: "convocada" },
  rectificar: { desde: ["convocada"], hasta: "igual" },
  diferir: { desde: ["programada", "convocada"], hasta: "diferida" },
  cancelar: { desde: ["programada", "convocada", "diferida"], hasta: "cancelada" },
  instalar: { desde: ["convocada"], hasta: "instalada" },
  declarar_sin_quorum: { desde: ["convocada"], hasta: "sin_quorum" },
  segunda_convocatoria: { desde: ["sin_quorum"], hasta: "convocada" },
  recesar: { desde: ["instalada"], hasta: "receso" },
  reanudar: { desde: ["receso"], hasta: "instalada" },
  clausurar: { desde: ["instalada", "receso"], hasta: "clausurada" },
}

export type Transicion =
  | { readonly kind: "permitida"; readonly estado: EstadoSesion }
  /** `desde`: the states in which it would be possible. */
  | { readonly kind: "fuera_de_estado"; readonly desde: readonly EstadoSesion[] }

/** Whether an act fits the state a session is in, and the state that follows. */
export function transicionSesion(acto: ActoSesion, estado: EstadoSesion): Transicion {
  const { desde, hasta } = ACTOS[acto]
  if (!desde.includes(estado)) return { kind: "fuera_de_estado", desde }
  return { kind: "permitida", estado: hasta === "igual" ? estado : hasta }
}

/** The acts that a state allows, in the order of a session's life. */
export function actosPosibles(estado: EstadoSesion): readonly ActoSesion[] {
  return (Object.keys(ACTOS) as ActoSesion[]).filter((acto) => ACTOS[acto].desde.includes(estado))
}

/** What the roll-call registers of an institution. */
export type ActoAsistencia = "llegada" | "salida"

/** An act on a session that may have been done by mistake. */
export type ActoDeshacible = Extract<
  ActoSesion,
  "cancelar" | "instalar" | "declarar_sin_quorum" | "recesar" | "reanudar" | "clausurar"
>

/** What was done since and rests on the act: it could not be true without it. */
export type Dependencia =
  /** An item was discussed, dealt with, deferred or withdrawn. */
  | "punto"
  | "acuerdo"
  | "votacion"
  /** The summary was published: from then on it is put right by an erratum. */
  | "publicacion"
  /** Another session took up an item that the closing deferred. */
  | "continuacion"
  /** The session's day is over: nobody can be told to come. */
  | "fecha_pasada"
  /** The session was installed with the institution in the room. */
  | "instalacion"
  /** The institution voted. */
  | "voto"
  /** A vote was closed, counted over those who were in the room. */
  | "votacion_cerrada"

interface Reversible {
  /** The states in which the act still holds. */
  readonly mientras: readonly EstadoSesion[]
  readonly impiden: readonly Dependencia[]
}

/** What may be taken back, until when, and what done since keeps it from being so. The same role takes it back. */
const REVERSIBLES: Readonly<Record<ActoDeshacible | ActoAsistencia, Reversible>> = {
  cancelar: { mientras: ["cancelada"], impiden: ["fecha_pasada"] },
  llegada: {
    mientras: ["convocada", "instalada", "receso"],
    impiden: ["instalacion", "voto", "votacion_cerrada"],
  },
  salida: { mientras: ["convocada", "instalada", "receso"], impiden: ["votacion_cerrada"] },
  declarar_sin_quorum: { mientras: ["sin_quorum"], impiden: [] },
  instalar: { mientras: ["instalada"], impiden: ["punto", "acuerdo", "votacion"] },
  recesar: { mientras: ["receso"], impiden: [] },
  reanudar: { mientras: ["instalada"], impiden: ["punto", "acuerdo", "votacion"] },
  clausurar: { mientras: ["clausurada"], impiden: ["publicacion", "continuacion"] },
}

export type Deshacer =
  | { readonly kind: "permitido" }
  /** The session is not as the act left it: something else was done to it since. */
  | { readonly kind: "fuera_de_estado" }
  | { readonly kind: "depende"; readonly de: readonly Dependencia[] }

/** Whether an act can be taken back now; what was before it returns. */
export function deshacerActo(
  acto: ActoDeshacible | ActoAsistencia,
  estado: EstadoSesion,
  hechas: ReadonlySet<Dependencia>,
): Deshacer {
  const { mientras, impiden } = REVERSIBLES[acto]
  if (!mientras.includes(estado)) return { kind: "fuera_de_estado" }
  const de = impiden.filter((dependencia) => hechas.has(dependencia))
  return de.length > 0 ? { kind: "depende", de } : { kind: "permitido" }
}

/** Whether that could have been the state before the act: what the log says of it is checked before it is restored. */
export const esEstadoPrevio = (acto: ActoDeshacible, estado: EstadoSesion): boolean =>
  ACTOS[acto].desde.includes(estado)

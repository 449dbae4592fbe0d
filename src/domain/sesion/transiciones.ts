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

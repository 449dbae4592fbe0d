import type { EstadoSesion, PuntoOrdenDia } from "../tipos/sesion.ts"

/** What happens to an item while the session is held. */
export type ActoPunto = "discutir" | "desahogar" | "diferir" | "retirar"

type EstadoPunto = PuntoOrdenDia["estado"]

/** A recorded outcome may be written, or corrected, on an item that was dealt with; the others start from the list. */
const DESDE: Readonly<Record<ActoPunto, readonly EstadoPunto[]>> = {
  discutir: ["incluido"],
  desahogar: ["incluido", "desahogado"],
  diferir: ["incluido"],
  retirar: ["incluido"],
}

const HASTA: Readonly<Record<ActoPunto, EstadoPunto>> = {
  discutir: "incluido",
  desahogar: "desahogado",
  diferir: "diferido",
  retirar: "retirado",
}

export type TransicionPunto =
  | { readonly kind: "permitida"; readonly estado: EstadoPunto }
  | { readonly kind: "fuera_de_estado" }

export function transicionPunto(acto: ActoPunto, estado: EstadoPunto): TransicionPunto {
  return DESDE[acto].includes(estado)
    ? { kind: "permitida", estado: HASTA[acto] }
    : { kind: "fuera_de_estado" }
}

/** Items are dealt with only while the session sits: not before it is installed, in recess or after it closes. */
export const sesiona = (estado: EstadoSesion): boolean => estado === "instalada"

/** Installed and not closed: what was agreed can still be written down and put right. */
export const estaAbierta = (estado: EstadoSesion): boolean => estado === "instalada" || estado === "receso"

/** The item that comes next in the list: the first one that nothing has happened to and is not being discussed. */
export function puntoSiguiente(
  puntos: readonly PuntoOrdenDia[],
  enCursoId: string | null,
): PuntoOrdenDia | null {
  return puntos.find(({ id, estado }) => estado === "incluido" && id !== enCursoId) ?? null
}

export interface PuntoPedido {
  /** The place that the list shows, from 1; `null`: the item under discussion. */
  readonly lugar: number | null
  /** What a button adds: the session with the revision that was seen, `SO-22@3`. */
  readonly sesion: string | null
}

/** Reads `3` and `3@SO-22@7`; `null`: neither. */
export function leerPuntoPedido(texto: string): PuntoPedido | null {
  const match = /^(?:(\d{1,3})|actual)(?:@(.{1,120}))?$/u.exec(texto.trim())
  if (!match) return null
  return { lugar: match[1] === undefined ? null : Number(match[1]), sesion: match[2] ?? null }
}

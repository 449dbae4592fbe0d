import type { EstadoSesion, Sesion } from "../../domain/tipos/sesion.ts"
import type { Action } from "../card.ts"
import { boton } from "../respuesta.ts"

/** Where a session in each state goes on. */
const SIGUIENTE: Readonly<Record<EstadoSesion, readonly [command: string, label: string]>> = {
  programada: ["sesion.convocar", "Preparar la convocatoria"],
  diferida: ["sesion.convocar", "Preparar la convocatoria"],
  convocada: ["sesion.pase-ver", "Ver el pase de lista"],
  sin_quorum: ["sesion.segunda", "Segunda convocatoria…"],
  instalada: ["sesion.en-curso", "Ver cómo va la sesión"],
  receso: ["sesion.en-curso", "Ver cómo va la sesión"],
  clausurada: ["sesion.resumen", "Ver el resumen"],
  cancelada: ["sesion.deshacer", "Deshacer la cancelación…"],
}

/** The button that goes on with a session as it stands. */
export function botonSiguiente({ clave, estado }: Sesion): readonly Action[] {
  const [command, label] = SIGUIENTE[estado]
  return boton(command, clave, label)
}

import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import { MODALIDAD, TIPO_SESION } from "../../texts/etiquetas.ts"
import { DEMO_LABEL } from "../plain-text.ts"

/**
 * What the calendar of a workspace says of a session to everybody in it: what, where and of whom; neither the address of
 * the meeting nor the orden del día.
 */
export function eventoDeSesion(
  organo: Organo,
  sesion: Sesion,
  constaTermino: boolean,
): { readonly nombre: string; readonly descripcion: string; readonly lugar: string } {
  const demo = organo.origen === "demo" || sesion.origen === "demo"
  return {
    nombre: `${demo ? "[Demostración] " : ""}${sesion.etiqueta}, ${organo.nombreCorto}`,
    lugar: sesion.sede ?? (sesion.modalidad === "remota" ? "A distancia" : "Lugar: no consta"),
    descripcion: [
      ...(demo ? [DEMO_LABEL] : []),
      organo.nombreOficial,
      `Tipo: ${TIPO_SESION[sesion.tipo]}, número ${sesion.numero}`,
      ...(sesion.modalidad ? [`Modalidad: ${MODALIDAD[sesion.modalidad]}`] : []),
      ...(constaTermino ? [] : ["Hora de término: no consta; se aparta una hora."]),
      "La convocatoria vale como se envió a cada institución.",
    ].join("\n"),
  }
}

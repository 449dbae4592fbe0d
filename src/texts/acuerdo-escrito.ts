import type { ResponsableDudoso } from "../domain/directorio/responsables.ts"
import type { FechaEscrita } from "../domain/tiempo/fecha-escrita.ts"
import { fechaLarga } from "./fechas.ts"
import { enumerar } from "./plurales.ts"

/** Why a typed date was not taken, and how to write it. */
export function fechaEnDuda(fecha: Exclude<FechaEscrita, { readonly kind: "fecha" }>): string {
  switch (fecha.kind) {
    case "ilegible":
      return "No se entiende como fecha. Escríbala así: 15 de agosto de 2024, 15/08/2024 o en 15 días hábiles."
    case "inexistente":
      return "Ese día no existe en el calendario. Revise el día y el mes."
    case "ambigua":
      return `Puede leerse de varias maneras: ${enumerar(fecha.opciones.map(fechaLarga))}. Escríbala con el año completo.`
    case "pasada":
      return `El ${fechaLarga(fecha.fecha)} es anterior a la sesión. Escriba una fecha posterior.`
    case "otro_dia":
      return `Esa fecha cae en ${fechaLarga(fecha.fecha)}, no en el día de la semana que escribió. Corrija uno de los dos.`
  }
}

/** Which part of a list of institutions was not understood. */
export function responsablesEnDuda({ texto, opciones }: ResponsableDudoso): string {
  const cual = `«${texto.length > 60 ? `${texto.slice(0, 59)}…` : texto}»`
  if (opciones.length === 0)
    return `${cual} no corresponde a ninguna institución. Escriba siglas separadas por comas, por ejemplo: SRE, SALUD.`
  return `${cual} no es claro. ¿Quiso decir ${enumerar(opciones.map(({ siglas }) => siglas)).replace(/ [ye] (?=\S+$)/u, " o ")}? Escriba las siglas.`
}

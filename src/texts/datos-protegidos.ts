import type { DatoProtegido } from "../domain/texto/datos-protegidos/datos-protegidos.ts"
import { DETECTORES } from "../domain/texto/datos-protegidos/detectores.ts"
import { enumerar } from "./plurales.ts"

/** Why a text is not taken, and how to write it: what was found is told by its kind, never again by its letters. */
export function textoConDatos(datos: readonly DatoProtegido[]): string {
  const comos = new Set(datos.map((dato) => DETECTORES[dato].como))
  return `El texto parece contener ${datosEnPalabras(datos)}. Aquí no debe escribirse. ${[...comos].join(" ")}`
}

/** «una CURP y un teléfono». */
export const datosEnPalabras = (datos: readonly DatoProtegido[]): string =>
  enumerar(datos.map((dato) => DETECTORES[dato].que))

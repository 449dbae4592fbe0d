import type { ModoVotacion, Votacion } from "../domain/votacion/votacion.ts"
import { enumerar, plural } from "./plurales.ts"

export const MODO_VOTACION: Readonly<Record<ModoVotacion, string>> = {
  economica: "económica (a mano alzada)",
  nominal: "nominal",
  cedula: "por cédula (secreta)",
}

const RESULTADO: Readonly<Record<Votacion["resultado"], string>> = {
  aprobado: "Aprobado",
  rechazado: "No aprobado",
  empate: "Empate, sin decisión",
}

/** "Aprobado con voto de calidad de quien preside: 6 a favor, 6 en contra, 2 abstenciones." */
export function resultadoEnPalabras(resultado: Votacion): string {
  const { aFavor, enContra, abstenciones, sinVoto, votoCalidad } = resultado
  const calidad = votoCalidad ? " con voto de calidad de quien preside" : ""
  const cuenta = [
    `${aFavor} a favor`,
    `${enContra} en contra`,
    plural(abstenciones, "abstención", "abstenciones"),
    ...(sinVoto > 0 ? [`${sinVoto} sin votar`] : []),
  ]
  return `${RESULTADO[resultado.resultado]}${calidad}: ${enumerar(cuenta)}.`
}

import type { EstadoVotacion, ModoVotacion, SentidoVoto, Votacion } from "../domain/votacion/votacion.ts"
import { enumerar, plural } from "./plurales.ts"

export const MODO_VOTACION: Readonly<Record<ModoVotacion, string>> = {
  economica: "económica (a mano alzada)",
  nominal: "nominal",
  cedula: "por cédula (secreta)",
}

export const ESTADO_VOTACION: Readonly<Record<EstadoVotacion, string>> = {
  abierta: "abierta",
  suspendida: "suspendida",
  cerrada: "cerrada",
  anulada: "anulada",
}

export const SENTIDO_VOTO: Readonly<Record<SentidoVoto, string>> = {
  a_favor: "a favor",
  en_contra: "en contra",
  abstencion: "abstención",
}

const RESULTADO: Readonly<Record<Votacion["resultado"], string>> = {
  aprobado: "Aprobado",
  rechazado: "No aprobado",
  empate: "Empate, sin decisión",
}

/** Not approved though no more were against: the majority that the rule asks for was not reached. */
const faltoMayoria = ({ resultado, votoCalidad, aFavor, enContra }: Votacion): boolean =>
  resultado === "rechazado" && !votoCalidad && aFavor > 0 && aFavor >= enContra

/** "Aprobado con voto de calidad de quien preside: 6 a favor, 6 en contra, 2 abstenciones." */
export function resultadoEnPalabras(resultado: Votacion): string {
  const { aFavor, enContra, abstenciones, sinVoto, requeridos, votoCalidad } = resultado
  const calidad = votoCalidad ? " con voto de calidad de quien preside" : ""
  const cuenta = [
    `${aFavor} a favor`,
    `${enContra} en contra`,
    plural(abstenciones, "abstención", "abstenciones"),
    ...(sinVoto > 0 ? [`${sinVoto} sin votar`] : []),
  ]
  const hacianFalta = faltoMayoria(resultado) ? `; hacían falta ${requeridos} a favor` : ""
  return `${RESULTADO[resultado.resultado]}${calidad}: ${enumerar(cuenta)}${hacianFalta}.`
}

import type { Command } from "../definition/definition.ts"
import {
  acuerdoVotacionAbrirCommand,
  acuerdoVotacionCerrarCommand,
  acuerdoVotacionManosCommand,
  acuerdoVotacionVerCommand,
  acuerdoVotarCommand,
  acuerdoVotoParticularCommand,
} from "./votacion.ts"

/** Putting them to the vote, in the order of the help. */
export const comandosVotacion: readonly Command[] = [
  acuerdoVotacionAbrirCommand,
  acuerdoVotarCommand,
  acuerdoVotoParticularCommand,
  acuerdoVotacionVerCommand,
  acuerdoVotacionManosCommand,
  acuerdoVotacionCerrarCommand,
]

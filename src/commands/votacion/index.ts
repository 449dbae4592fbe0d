import type { Command } from "../definition/definition.ts"
import { acuerdoVotacionAnularCommand } from "./anular.ts"
import { acuerdoVotacionCerrarCommand, acuerdoVotacionManosCommand } from "./cerrar.ts"
import { acuerdoVotacionCorregirCommand, acuerdoVotoCorregirCommand } from "./corregir.ts"
import {
  acuerdoVotacionAbrirCommand,
  acuerdoVotacionReanudarCommand,
  acuerdoVotacionVerCommand,
} from "./votacion.ts"
import { acuerdoVotarCommand, acuerdoVotoParticularCommand } from "./votar.ts"

/** Putting them to the vote, in the order of the help. */
export const comandosVotacion: readonly Command[] = [
  acuerdoVotacionAbrirCommand,
  acuerdoVotarCommand,
  acuerdoVotoParticularCommand,
  acuerdoVotacionVerCommand,
  acuerdoVotacionManosCommand,
  acuerdoVotacionCerrarCommand,
  acuerdoVotacionReanudarCommand,
  acuerdoVotacionAnularCommand,
  acuerdoVotoCorregirCommand,
  acuerdoVotacionCorregirCommand,
]

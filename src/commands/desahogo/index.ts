import type { Command } from "../definition/definition.ts"
import {
  sesionClausurarCommand,
  sesionClausurarConfirmarCommand,
  sesionClausurarHoraCommand,
} from "./clausurar.ts"
import { sesionHorasCorregirCommand, sesionPaseCorregirCommand } from "./corregir.ts"
import {
  sesionDesahogarCommand,
  sesionDiferirPuntoCommand,
  sesionDiscutirCommand,
  sesionEnCursoCommand,
  sesionReanudarCommand,
  sesionRecesoCommand,
  sesionResultadoCommand,
} from "./desahogo.ts"
import { sesionDeshacerCommand } from "./deshacer.ts"
import {
  sesionInstalarCommand,
  sesionInstalarMotivoCommand,
  sesionSinQuorumCommand,
  sesionSinQuorumMotivoCommand,
} from "./instalar.ts"
import {
  sesionPaseDeListaCommand,
  sesionPaseDeshacerCommand,
  sesionPresenteCommand,
  sesionSalidaCommand,
} from "./pase.ts"

/** Holding it, in the order of the help. */
export const comandosDesahogo: readonly Command[] = [
  sesionPaseDeListaCommand,
  sesionPresenteCommand,
  sesionSalidaCommand,
  sesionPaseDeshacerCommand,
  sesionPaseCorregirCommand,
  sesionInstalarCommand,
  sesionInstalarMotivoCommand,
  sesionSinQuorumCommand,
  sesionSinQuorumMotivoCommand,
  sesionEnCursoCommand,
  sesionDiscutirCommand,
  sesionDesahogarCommand,
  sesionResultadoCommand,
  sesionDiferirPuntoCommand,
  sesionRecesoCommand,
  sesionReanudarCommand,
  sesionClausurarCommand,
  sesionClausurarConfirmarCommand,
  sesionClausurarHoraCommand,
  sesionDeshacerCommand,
  sesionHorasCorregirCommand,
]

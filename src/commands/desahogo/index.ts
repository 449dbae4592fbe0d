import type { Command } from "../router/definition.ts"
import { sesionClausurarCommand, sesionClausurarConfirmarCommand } from "./clausurar.ts"
import {
  sesionDesahogarCommand,
  sesionDiferirPuntoCommand,
  sesionDiscutirCommand,
  sesionEnCursoCommand,
  sesionReanudarCommand,
  sesionRecesoCommand,
  sesionResultadoCommand,
} from "./desahogo.ts"
import {
  sesionInstalarCommand,
  sesionPaseDeListaCommand,
  sesionPresenteCommand,
  sesionSalidaCommand,
  sesionSinQuorumCommand,
} from "./instalar.ts"

/** Holding it, in the order of the help. */
export const comandosDesahogo: readonly Command[] = [
  sesionPaseDeListaCommand,
  sesionPresenteCommand,
  sesionSalidaCommand,
  sesionInstalarCommand,
  sesionSinQuorumCommand,
  sesionEnCursoCommand,
  sesionDiscutirCommand,
  sesionDesahogarCommand,
  sesionResultadoCommand,
  sesionDiferirPuntoCommand,
  sesionRecesoCommand,
  sesionReanudarCommand,
  sesionClausurarCommand,
  sesionClausurarConfirmarCommand,
]

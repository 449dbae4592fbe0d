import type { Command } from "../definition/definition.ts"
import { sesionAgendaCommand } from "./agenda.ts"
import { sesionRegistrarCelebradaCommand } from "./celebrada.ts"
import { sesionContinuarCommand } from "./continuar.ts"
import { sesionCrearCommand } from "./crear.ts"
import {
  sesionDocumentoAgregarCommand,
  sesionDocumentoDifundirCommand,
  sesionDocumentoListaCommand,
} from "./documento.ts"
import { sesionEditarCommand } from "./editar.ts"
import { sesionListaCommand } from "./lista.ts"
import { sesionProponerCommand } from "./proponer.ts"
import { sesionProximaCommand } from "./proxima.ts"
import {
  sesionFusionarCommand,
  sesionIncluirCommand,
  sesionMoverCommand,
  sesionPrepararCommand,
  sesionPuntoCommand,
  sesionRetirarCommand,
} from "./punto.ts"
import { sesionSeguimientoCommand, sesionSeguimientoCortarCommand } from "./seguimiento.ts"

/** Preparing a session, in the order of the help. */
export const comandosSesion: readonly Command[] = [
  sesionProximaCommand,
  sesionAgendaCommand,
  sesionListaCommand,
  sesionCrearCommand,
  sesionRegistrarCelebradaCommand,
  sesionEditarCommand,
  sesionPrepararCommand,
  sesionPuntoCommand,
  sesionProponerCommand,
  sesionIncluirCommand,
  sesionRetirarCommand,
  sesionMoverCommand,
  sesionFusionarCommand,
  sesionContinuarCommand,
  sesionSeguimientoCommand,
  sesionSeguimientoCortarCommand,
  sesionDocumentoListaCommand,
  sesionDocumentoAgregarCommand,
  sesionDocumentoDifundirCommand,
]

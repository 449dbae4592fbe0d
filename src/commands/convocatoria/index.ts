import type { Command } from "../definition/definition.ts"
import { sesionAcuseCommand, sesionAcuseRegistrarCommand } from "./acuse.ts"
import { sesionAcusesCommand, sesionAcusesExportarCommand, sesionAcusesRecordarCommand } from "./acuses.ts"
import {
  sesionAsistenciaCommand,
  sesionAsistenciaRegistrarCommand,
  sesionSuplenteCommand,
} from "./asistencia.ts"
import {
  sesionCancelarCommand,
  sesionDiferirCommand,
  sesionRectificarCommand,
  sesionSegundaCommand,
} from "./cambiar.ts"
import { sesionConvocarCommand } from "./convocar.ts"
import { sesionConvocarConfirmarCommand, sesionConvocarTardeCommand } from "./convocar-confirmar.ts"
import { sesionInvitacionesCommand, sesionInvitacionRetirarCommand, sesionInvitarCommand } from "./invitar.ts"
import { sesionQuorumCommand } from "./quorum.ts"

/** Convening it, and what the institutions answer, in the order of the help. */
export const comandosConvocatoria: readonly Command[] = [
  sesionConvocarCommand,
  sesionConvocarConfirmarCommand,
  sesionConvocarTardeCommand,
  sesionRectificarCommand,
  sesionDiferirCommand,
  sesionCancelarCommand,
  sesionAcuseCommand,
  sesionAcuseRegistrarCommand,
  sesionAcusesCommand,
  sesionAcusesExportarCommand,
  sesionAcusesRecordarCommand,
  sesionAsistenciaCommand,
  sesionSuplenteCommand,
  sesionAsistenciaRegistrarCommand,
  sesionInvitarCommand,
  sesionInvitacionesCommand,
  sesionInvitacionRetirarCommand,
  sesionQuorumCommand,
  sesionSegundaCommand,
]

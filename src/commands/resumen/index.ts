import type { Command } from "../definition/definition.ts"
import { sesionComunicadoCommand } from "./comunicado.ts"
import { sesionResumenEditarCommand } from "./editar.ts"
import { sesionErratasCommand, sesionErratasConfirmarCommand } from "./erratas.ts"
import { sesionPublicarCommand } from "./publicar.ts"
import { sesionPublicarConfirmarCommand } from "./publicar-confirmar.ts"
import { sesionResumenCommand } from "./resumen.ts"

/** Telling what it decided, in the order of the help. */
export const comandosResumen: readonly Command[] = [
  sesionResumenCommand,
  sesionPublicarCommand,
  sesionPublicarConfirmarCommand,
  sesionResumenEditarCommand,
  sesionErratasCommand,
  sesionErratasConfirmarCommand,
  sesionComunicadoCommand,
]

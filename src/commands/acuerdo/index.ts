import type { Command } from "../definition/definition.ts"
import { acuerdoBuscarCommand } from "./buscar.ts"
import { acuerdoConfirmarCommand, acuerdoConMotivoCommand } from "./confirmar.ts"
import { acuerdoEditarCommand } from "./editar.ts"
import { acuerdoLecturaCommand, acuerdoRatificarCommand } from "./lectura.ts"
import { acuerdoListaCommand } from "./lista.ts"
import { acuerdoRegistrarCommand } from "./registrar.ts"
import { acuerdoVerCommand } from "./ver.ts"

/** Its agreements, in the order of the help. */
export const comandosAcuerdo: readonly Command[] = [
  acuerdoListaCommand,
  acuerdoBuscarCommand,
  acuerdoVerCommand,
  acuerdoRegistrarCommand,
  acuerdoConfirmarCommand,
  acuerdoConMotivoCommand,
  acuerdoEditarCommand,
  acuerdoLecturaCommand,
  acuerdoRatificarCommand,
]

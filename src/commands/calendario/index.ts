import type { Command } from "../definition/definition.ts"
import { plenariaCalendarioCommand } from "./calendario.ts"
import {
  plenariaSuscripcionCrearCommand,
  plenariaSuscripcionListaCommand,
  plenariaSuscripcionRevocarCommand,
} from "./suscripcion.ts"

/** Business days and subscriptions, in the order of the help. */
export const comandosCalendario: readonly Command[] = [
  plenariaCalendarioCommand,
  plenariaSuscripcionCrearCommand,
  plenariaSuscripcionListaCommand,
  plenariaSuscripcionRevocarCommand,
]

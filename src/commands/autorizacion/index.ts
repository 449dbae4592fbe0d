import type { Command } from "../definition/definition.ts"
import { sesionComunicadoAutorizarCommand } from "./comunicado.ts"
import {
  sesionAutorizacionDevolverCommand,
  sesionAutorizacionRegistrarCommand,
  sesionAutorizacionRetirarCommand,
  sesionAutorizacionVerCommand,
  sesionAutorizarCommand,
} from "./resolver.ts"

/** What leaves only once the presidencia has authorised it, in the order of the help. */
export const comandosAutorizacion: readonly Command[] = [
  sesionAutorizacionVerCommand,
  sesionAutorizarCommand,
  sesionAutorizacionDevolverCommand,
  sesionAutorizacionRegistrarCommand,
  sesionAutorizacionRetirarCommand,
  sesionComunicadoAutorizarCommand,
]

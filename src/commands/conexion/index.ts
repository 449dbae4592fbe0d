import type { Command } from "../definition/definition.ts"
import { plenariaConectarCommand } from "./conectar.ts"
import { plenariaConexionesCommand } from "./conexiones.ts"
import { plenariaConexionConfirmarCommand, plenariaConexionRechazarCommand } from "./confirmar.ts"

/** The workspaces of the institutions, in the order of the help. */
export const comandosConexion: readonly Command[] = [
  plenariaConexionesCommand,
  plenariaConectarCommand,
  plenariaConexionConfirmarCommand,
  plenariaConexionRechazarCommand,
]

import type { Command } from "../definition/definition.ts"
import { plenariaCanalesCommand, plenariaCanalProbarCommand } from "./canales.ts"
import { plenariaCanalConfirmarCommand } from "./confirmar.ts"
import { plenariaCanalDesactivarCommand, plenariaCanalEditarCommand } from "./editar.ts"
import { plenariaCanalRegistrarCommand } from "./registrar.ts"
import { plenariaCanalAprobarCommand, plenariaCanalRechazarCommand } from "./resolver.ts"

/** Where it goes, in the order of the help. */
export const comandosCanal: readonly Command[] = [
  plenariaCanalesCommand,
  plenariaCanalRegistrarCommand,
  plenariaCanalEditarCommand,
  plenariaCanalDesactivarCommand,
  plenariaCanalConfirmarCommand,
  plenariaCanalProbarCommand,
  plenariaCanalAprobarCommand,
  plenariaCanalRechazarCommand,
]

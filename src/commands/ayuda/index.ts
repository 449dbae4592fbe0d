import type { Command } from "../definition/definition.ts"
import { plenariaAyudaCommand } from "./ayuda.ts"
import { plenariaDesvincularCommand } from "./desvincular.ts"
import { plenariaDichoCommand } from "./dicho.ts"
import { plenariaDispensarCommand } from "./dispensar.ts"
import { plenariaQuienSoyCommand } from "./quien-soy.ts"
import { plenariaCorregirCommand, plenariaResponderCommand } from "./responder.ts"

/** What tells of all the others. `all`: every command there is, known only once they are joined. */
export const comandosAyuda = (all: () => readonly Command[]): readonly Command[] => [
  plenariaAyudaCommand(all),
  plenariaDichoCommand(all),
  plenariaQuienSoyCommand,
  plenariaDesvincularCommand,
  plenariaResponderCommand,
  plenariaCorregirCommand,
  plenariaDispensarCommand,
]

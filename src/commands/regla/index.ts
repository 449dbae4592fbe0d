import type { Command } from "../definition/definition.ts"
import { plenariaReglaCalendarioCommand } from "./calendario.ts"
import { comandosFormulario, plenariaReglaCambiarCommand } from "./cambiar.ts"
import {
  plenariaInhabilAgregarCommand,
  plenariaInhabilesCommand,
  plenariaInhabilQuitarCommand,
} from "./inhabiles.ts"
import { plenariaReglasCommand } from "./reglas.ts"

export const comandosRegla: readonly Command[] = [
  plenariaReglasCommand,
  plenariaReglaCambiarCommand,
  plenariaReglaCalendarioCommand,
  ...comandosFormulario,
  plenariaInhabilesCommand,
  plenariaInhabilAgregarCommand,
  plenariaInhabilQuitarCommand,
]

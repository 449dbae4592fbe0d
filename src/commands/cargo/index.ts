import type { Command } from "../definition/definition.ts"
import { plenariaCargoRegistrarCommand, plenariaCargosCommand } from "./cargos.ts"

/** Posts held for a term, in the order of the help. */
export const comandosCargo: readonly Command[] = [plenariaCargosCommand, plenariaCargoRegistrarCommand]

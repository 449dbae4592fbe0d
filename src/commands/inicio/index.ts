import type { Command } from "../definition/definition.ts"
import { plenariaInicioCommand } from "./inicio.ts"

/** The one place to look. */
export const comandosInicio: readonly Command[] = [plenariaInicioCommand]

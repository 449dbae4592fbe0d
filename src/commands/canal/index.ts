import type { Command } from "../definition/definition.ts"
import { plenariaCanalesCommand, plenariaCanalProbarCommand } from "./canales.ts"

/** Where it goes, in the order of the help. */
export const comandosCanal: readonly Command[] = [plenariaCanalesCommand, plenariaCanalProbarCommand]

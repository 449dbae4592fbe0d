import type { Command } from "../definition/definition.ts"
import { plenariaTestarLugarCommand } from "./lugar.ts"
import { plenariaTestarRegistroCommand } from "./registro.ts"
import { plenariaTestarCommand } from "./testar.ts"

/** What takes out of everywhere what should not be there, in the order of the help. */
export const comandosTestado: readonly Command[] = [
  plenariaTestarCommand,
  plenariaTestarRegistroCommand,
  plenariaTestarLugarCommand,
]

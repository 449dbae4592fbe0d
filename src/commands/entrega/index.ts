import type { Command } from "../definition/definition.ts"
import { plenariaDescartarCommand } from "./descartar.ts"
import { plenariaEnsayoCommand } from "./ensayo.ts"
import { plenariaEntregasCommand } from "./entregas.ts"
import { plenariaReenviarCommand, plenariaReenviarConfirmarCommand } from "./reenviar.ts"
import { plenariaEntregaTextoCommand } from "./texto.ts"

/** What leaves, and what did not arrive, in the order of the help. */
export const comandosEntrega: readonly Command[] = [
  plenariaEnsayoCommand,
  plenariaEntregasCommand,
  plenariaReenviarCommand,
  plenariaReenviarConfirmarCommand,
  plenariaDescartarCommand,
  plenariaEntregaTextoCommand,
]

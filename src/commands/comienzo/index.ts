import type { Command } from "../definition/definition.ts"
import { plenariaComenzarCommand } from "./comenzar.ts"
import { plenariaComenzarInstitucionesCommand } from "./instituciones.ts"
import { plenariaComenzarOrganoCommand } from "./organo.ts"
import { plenariaComenzarPersonaCommand } from "./persona.ts"
import { plenariaComenzarPersonasCommand } from "./personas.ts"
import { plenariaComenzarReglasCommand } from "./reglas.ts"

/** From an empty database to the first session, step by step. */
export const comandosComienzo: readonly Command[] = [
  plenariaComenzarCommand,
  plenariaComenzarOrganoCommand,
  plenariaComenzarPersonaCommand,
  plenariaComenzarReglasCommand,
  plenariaComenzarInstitucionesCommand,
  plenariaComenzarPersonasCommand,
]

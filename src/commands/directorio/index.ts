import type { Command } from "../definition/definition.ts"
import { directorioAsientoCommand } from "./asiento.ts"
import { directorioDesignacionRegistrarCommand, directorioDesignacionTerminarCommand } from "./designacion.ts"
import { directorioExportarCommand, plenariaDirectorioCommand } from "./directorio.ts"
import {
  directorioInstitucionAgregarCommand,
  directorioInstitucionRenombrarCommand,
  directorioInstitucionSucesoraCommand,
} from "./institucion.ts"
import { directorioPersonaAgregarCommand, directorioPersonaEditarCommand } from "./persona.ts"

/** Who is who: institutions, people, their posts and their accounts. */
export const comandosDirectorio: readonly Command[] = [
  plenariaDirectorioCommand,
  directorioInstitucionAgregarCommand,
  directorioInstitucionRenombrarCommand,
  directorioInstitucionSucesoraCommand,
  directorioAsientoCommand,
  directorioPersonaAgregarCommand,
  directorioPersonaEditarCommand,
  directorioDesignacionRegistrarCommand,
  directorioDesignacionTerminarCommand,
  directorioExportarCommand,
]

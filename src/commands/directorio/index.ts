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
import { directorioRelevoCommand } from "./relevo.ts"
import {
  directorioVinculacionAprobarCommand,
  directorioVinculacionCorregirCommand,
  directorioVinculacionRechazarCommand,
  plenariaCodigoPersonalCommand,
  plenariaSolicitudesCommand,
} from "./solicitudes.ts"
import { directorioCuentaReactivarCommand, directorioCuentaSuspenderCommand } from "./suspender.ts"
import { plenariaNoSoyYoCommand, plenariaVincularCodigoCommand, plenariaVincularCommand } from "./vincular.ts"

/** Who is who: institutions, people, their posts and their accounts. */
export const comandosDirectorio: readonly Command[] = [
  plenariaVincularCommand,
  plenariaVincularCodigoCommand,
  plenariaNoSoyYoCommand,
  plenariaSolicitudesCommand,
  plenariaCodigoPersonalCommand,
  directorioVinculacionAprobarCommand,
  directorioVinculacionCorregirCommand,
  directorioVinculacionRechazarCommand,
  plenariaDirectorioCommand,
  directorioInstitucionAgregarCommand,
  directorioInstitucionRenombrarCommand,
  directorioInstitucionSucesoraCommand,
  directorioAsientoCommand,
  directorioPersonaAgregarCommand,
  directorioPersonaEditarCommand,
  directorioDesignacionRegistrarCommand,
  directorioDesignacionTerminarCommand,
  directorioRelevoCommand,
  directorioCuentaSuspenderCommand,
  directorioCuentaReactivarCommand,
  directorioExportarCommand,
]

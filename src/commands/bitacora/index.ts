import { plenariaBitacoraCommand } from "./bitacora.ts"
import { plenariaBitacoraPublicaCommand } from "./publica.ts"

export const comandosBitacora = [plenariaBitacoraCommand, plenariaBitacoraPublicaCommand]

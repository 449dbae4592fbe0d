import { msEntre } from "../../domain/tiempo/tiempo.ts"
import { duracion } from "../../texts/duracion.ts"
import type { Grupo } from "./grupo.ts"
import { aviso, bien, problema } from "./hallazgo.ts"

/** One that is late by less is being made, or waits for its next try. */
const HOLGURA = 1.5
const HAZLO = "Hágalo ahora: npm run -s plenaria -- respaldar."

export const respaldos: Grupo = {
  id: "respaldos",
  titulo: "Respaldos",
  revisiones: [
    ({ respaldos: { cadaMs, ultimo, falla }, ahora, datos }) => {
      if (falla !== null)
        return [problema(`No se pudo leer RESPALDO_DIR (${falla}).`, "Revise esa carpeta y sus permisos.")]
      // Without data there is nothing to lose.
      if (datos === null && ultimo === null && cadaMs === null) return []
      const sinProgramar = "Programe los siguientes con RESPALDO_CADA (por ejemplo, 1d)."
      if (ultimo === null) {
        const que = "No hay ningún respaldo en RESPALDO_DIR."
        return [cadaMs === null ? aviso(que, `${HAZLO} ${sinProgramar}`) : problema(que, HAZLO)]
      }
      const edad = msEntre(ultimo, ahora)
      const que = `El último respaldo es de hace ${duracion(edad)}.`
      if (cadaMs === null) return [aviso(`${que} No se hacen solos.`, sinProgramar)]
      return edad > cadaMs * HOLGURA
        ? [
            problema(
              `${que} Debía haber uno cada ${duracion(cadaMs)}.`,
              `${HAZLO} La causa está en la bitácora técnica.`,
            ),
          ]
        : [bien(que)]
    },
    ({ respaldos: { ultimo, cifrados } }) =>
      ultimo !== null && !cifrados
        ? [
            aviso(
              "Los respaldos no se cifran.",
              "Escriba RESPALDO_CLAVE (openssl rand -base64 32) y guárdela fuera de este equipo.",
            ),
          ]
        : [],
  ],
}

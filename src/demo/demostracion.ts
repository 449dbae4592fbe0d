import { existsSync } from "node:fs"
import { cargarDemo } from "../app/importacion/cargar-demo.ts"
import type { Database } from "../db/open.ts"
import { OperatorError } from "../domain/operator-error.ts"
import type { Clock } from "../ports/clock.ts"

/** What the log of changes says that a database was filled with the demonstration. */
const ASUNTO = "instalacion:demostracion"

/**
 * The folder of the embedded database. A demonstration has one of its own: what an institution imports before it has
 * credentials is never under it, and with the first credential the demonstration is simply no longer opened.
 */
export function carpetaDeDatos(dataDir: string, soloDemostracion: boolean): string {
  return soloDemostracion && !existsSync(dataDir) ? `${dataDir}-demostracion` : dataDir
}

/** Fills an empty database with the demonstration, and leaves that on record. `true`: it did. */
export async function cargarDemostracion(database: Database, clock: Clock): Promise<boolean> {
  if (!(await database.isEmpty())) return false
  // First the mark: a death between the two leaves an empty database, which nobody is refused.
  await database.unitOfWork.transaction(({ eventos }) =>
    eventos.append({
      tipo: "demostracion.cargada",
      objeto: ASUNTO,
      organoId: null,
      personaId: null,
      plataforma: "sistema",
      antes: null,
      despues: null,
      instante: clock.now(),
    }),
  )
  await cargarDemo({ importacion: database.importacion, clock })
  return true
}

/** Made-up people and sessions never reach real channels. */
export async function rechazarDemostracion(database: Database, servidor: boolean): Promise<void> {
  if (await database.isEmpty()) return
  if ((await database.unitOfWork.fresh.eventos.byObjeto(ASUNTO)).length === 0) return
  throw new OperatorError(
    "La base contiene los datos de demostración: no se conecta con plataformas reales.",
    servidor
      ? "Cree una base vacía en el servidor, póngala en DATABASE_URL e inicie de nuevo. La de demostración queda intacta."
      : "Indique en DATA_DIR otra carpeta, que aún no exista, e inicie de nuevo. La de demostración queda intacta.",
  )
}

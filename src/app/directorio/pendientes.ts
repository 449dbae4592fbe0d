import { type PendienteDirectorio, pendientesDelDirectorio } from "../../domain/directorio/pendientes.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"

type Lectura = Pick<Repositories, "organos" | "instituciones" | "personas" | "directorioWriter">

/** What the directory of a body lacks today. */
export async function leerPendientes(
  { organos, instituciones, personas, directorioWriter }: Lectura,
  { id }: Pick<Organo, "id">,
  hoy: Fecha,
): Promise<readonly PendienteDirectorio[]> {
  return pendientesDelDirectorio({
    hoy,
    asientos: await organos.integrantes(id, hoy),
    instituciones: await instituciones.all(),
    designados: await personas.designados(id, hoy),
    designaciones: await directorioWriter.designaciones(id),
  })
}

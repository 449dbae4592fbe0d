import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"

/** The session on which something was decided, at the revision that was seen. */
export type SesionVista = Pick<Sesion, "id" | "revision">

export async function leerSesion(read: Pick<Repositories, "sesiones">, id: string): Promise<Sesion> {
  const sesion = await read.sesiones.byId(id)
  if (sesion === null) throw new Error("a session that was just found is gone")
  return sesion
}

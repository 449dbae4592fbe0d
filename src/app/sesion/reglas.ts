import { PERFIL_PREDETERMINADO } from "../../domain/reglas/perfil-reglas-default.ts"
import type { ReglasSesion } from "../../domain/reglas/reglas-sesion.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Consulta } from "../consulta.ts"

/** The rules that hold for a session: those of the body's profile on its date. */
export async function reglasDeSesion(
  { read, organo, hoy }: Consulta,
  sesion: Pick<Sesion, "fecha">,
): Promise<ReglasSesion> {
  const perfil = await read.organos.perfil(organo.id, sesion.fecha ?? hoy)
  return (perfil ?? PERFIL_PREDETERMINADO).sesiones
}

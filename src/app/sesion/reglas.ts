import type { ReglasSesion } from "../../domain/reglas/reglas-sesion.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Consulta } from "../consulta.ts"
import { perfilVigente } from "../perfil.ts"

/** The rules that hold for a session: those of the body's profile on its date. */
export async function reglasDeSesion(
  { read, organo, hoy }: Consulta,
  sesion: Pick<Sesion, "fecha">,
): Promise<ReglasSesion> {
  return (await perfilVigente(read, organo.id, sesion.fecha ?? hoy)).sesiones
}

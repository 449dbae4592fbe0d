import type { PerfilReglas } from "../domain/reglas/perfil-reglas.ts"
import { PERFIL_PREDETERMINADO } from "../domain/reglas/perfil-reglas-default.ts"
import type { Fecha } from "../domain/tipos/tiempo.ts"
import type { Repositories } from "../ports/repositories/unit-of-work.ts"

/** Whether the convocatoria, its changes and the comunicado of a body wait for its presidencia before they leave. */
export async function autorizaPresidencia(
  read: Pick<Repositories, "organos">,
  organoId: string,
  hoy: Fecha,
): Promise<boolean> {
  return (await perfilVigente(read, organoId, hoy)).autoriza === "presidencia"
}

/** The rules that hold for a body on a day: its own profile's, or the usual ones. */
export async function perfilVigente(
  read: Pick<Repositories, "organos">,
  organoId: string,
  fecha: Fecha,
): Promise<PerfilReglas> {
  return (await read.organos.perfil(organoId, fecha)) ?? PERFIL_PREDETERMINADO
}

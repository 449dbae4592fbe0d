import type { PoliticaRecordatorios } from "../../domain/reglas/perfil-reglas.ts"
import { PERFIL_PREDETERMINADO } from "../../domain/reglas/perfil-reglas-default.ts"
import type { Fecha, Organo } from "../../domain/tipos.ts"
import type { Repositories } from "../../ports/repositories.ts"

/** A body's policy on a day: of the profile in force, or the usual one. */
export async function politicaRecordatorios(
  read: Pick<Repositories, "organos">,
  organo: Organo,
  hoy: Fecha,
): Promise<PoliticaRecordatorios> {
  const perfil = await read.organos.perfil(organo.id, hoy)
  return (perfil ?? PERFIL_PREDETERMINADO).recordatorios
}

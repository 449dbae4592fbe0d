import { type CargaInstitucion, PROXIMOS_DIAS, unidas } from "../../domain/recordatorio/cumplimiento.ts"
import { type Inhabiles, sumarDiasHabiles } from "../../domain/tiempo/plazo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"

/** What each institution that answers today has on its desk in a body; `null` is what nobody is responsible for. */
export async function cargasDeInstituciones(
  read: Pick<Repositories, "compromisos">,
  organo: Organo,
  hoy: Fecha,
  inhabiles: Inhabiles,
  responsable: (institucionId: string) => string,
): Promise<ReadonlyMap<string | null, CargaInstitucion>> {
  const hasta = sumarDiasHabiles(hoy, PROXIMOS_DIAS, inhabiles)
  const cargas = unidas(await read.compromisos.carga(organo.id, { hoy, hasta }), responsable)
  return new Map(cargas.map((carga) => [carga.institucionId, carga]))
}

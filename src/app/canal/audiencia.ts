import type { Canal } from "../../domain/tipos/canal.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"

/** A body's active channels for an audience. A sub-body without any speaks through those of the body above it. */
export async function canalesDelOrgano(
  read: Pick<Repositories, "canales" | "organos">,
  organo: Organo,
  audiencia: Canal["audiencia"],
): Promise<readonly Canal[]> {
  const propios = (await read.canales.list(organo.id)).filter(
    (canal) => canal.activo && canal.audiencia === audiencia,
  )
  if (propios.length > 0 || organo.padreId === null) return propios
  const padre = await read.organos.byId(organo.padreId)
  return padre === null ? [] : canalesDelOrgano(read, padre, audiencia)
}

import type { Canal } from "../../domain/tipos/canal.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"

/** A body's channels for its Secretaría Técnica; one without any speaks through those of the body above it. */
async function canalesSecretaria(
  read: Pick<Repositories, "canales" | "organos">,
  organo: Organo,
): Promise<readonly Canal[]> {
  const own = (await read.canales.list(organo.id)).filter(
    ({ activo, audiencia }) => activo && audiencia === "secretaria_tecnica",
  )
  if (own.length > 0 || organo.padreId === null) return own
  const above = await read.organos.byId(organo.padreId)
  return above === null ? [] : canalesSecretaria(read, above)
}

/** Those of them to which messages get, as far as is known. */
export async function canalesSecretariaQueSirven(
  read: Pick<Repositories, "canales" | "organos" | "channelHealth">,
  organo: Organo,
): Promise<readonly Canal[]> {
  const broken = new Set((await read.channelHealth.broken()).map(({ canalId }) => canalId))
  return (await canalesSecretaria(read, organo)).filter(({ id }) => !broken.has(id))
}

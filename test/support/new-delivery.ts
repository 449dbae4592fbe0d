import type { NewDelivery } from "../../src/ports/repositories/deliveries.ts"
import type { UnitOfWork } from "../../src/ports/repositories/unit-of-work.ts"

/** A message to the first channel on record (or the one named), due since 2024 began. */
export async function newDelivery({ read }: UnitOfWork, clave?: string): Promise<NewDelivery> {
  for (const organo of await read.organos.all()) {
    const canales = await read.canales.list(organo.id)
    const canal = clave === undefined ? canales[0] : canales.find((one) => one.clave === clave)
    if (canal === undefined) continue
    const { id, organoId, adapter, workspace, channel } = canal
    return {
      key: "k",
      purpose: "aviso",
      organoId,
      canalId: id,
      to: { adapter, workspace, channel },
      card: { title: "Aviso", tone: "aviso", blocks: [], actions: [] },
      notBefore: "2024-01-01T00:00:00.000Z",
      expiresAt: null,
      why: "prueba",
    }
  }
  throw new Error("no channel on record")
}

import { adapterRegistry } from "../../adapters/registry.ts"
import type { ImportDeps } from "../../src/app/importacion/importar.ts"
import type { Database } from "../../src/db/open.ts"

/** What an import into a test's database works with, on the platforms that there are. */
export const importDeps = (
  { importacion, unitOfWork }: Pick<Database, "importacion" | "unitOfWork">,
  clock: ImportDeps["clock"],
): ImportDeps => ({
  importacion,
  data: unitOfWork,
  clock,
  identificadores: new Map(adapterRegistry.map(({ id, ids }) => [id, ids])),
})

import { adapterRegistry } from "../../adapters/registry.ts"
import type { Plataformas } from "../../src/domain/tipos/canal.ts"

/** What people call each platform that there is. */
export const PLATAFORMAS: Plataformas = new Map(adapterRegistry.map(({ id, name }) => [id, name]))

export const ADAPTER_IDS = [...PLATAFORMAS.keys()]

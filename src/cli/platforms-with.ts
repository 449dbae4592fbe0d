import { adapterRegistry } from "../../adapters/registry.ts"
import type { AdapterDefinition } from "../ports/adapter-module.ts"

/** What only some platforms need done by hand. */
export type Order = "manifest" | "registerCommands"

/** The platforms that an order is for. */
export const platformsWith = (order: Order): readonly AdapterDefinition<unknown>[] =>
  adapterRegistry.filter((definition) => definition[order] !== undefined)

/** "slack, discord" */
export const idsWith = (order: Order): string =>
  platformsWith(order)
    .map(({ id }) => id)
    .join(", ")

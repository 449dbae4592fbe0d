import { adapterRegistry } from "../../adapters/registry.ts"
import { OperatorError } from "../domain/operator-error.ts"
import type { AdapterDefinition } from "../ports/adapter-module.ts"

/** What only some platforms need done by hand. */
export type Order = "manifest" | "registerCommands" | "connecting" | "invitation"

/** The platforms that an order is for: those that know how to do any of these. */
const platformsWith = (orders: readonly Order[]): readonly AdapterDefinition<unknown>[] =>
  adapterRegistry.filter((definition) => orders.some((order) => definition[order] !== undefined))

/** "slack, discord" */
export const idsWith = (...orders: readonly Order[]): string =>
  platformsWith(orders)
    .map(({ id }) => id)
    .join(", ")

/** OperatorError: the order is not for that one. */
export function platformOf(id: string, ...orders: readonly Order[]): AdapterDefinition<unknown> {
  const found = platformsWith(orders).find((definition) => definition.id === id)
  if (found) return found
  throw new OperatorError(`«${id}» no es una plataforma de esta orden.`, `Use: ${idsWith(...orders)}`)
}

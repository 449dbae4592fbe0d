import type { Command } from "../definition/definition.ts"
import { directorioOrganoCerrarCommand } from "./cerrar.ts"
import { directorioOrganoCrearCommand } from "./crear.ts"
import { directorioOrganoRenombrarCommand } from "./renombrar.ts"

/** The bodies below a body: created, renamed and closed. */
export const comandosOrgano: readonly Command[] = [
  directorioOrganoCrearCommand,
  directorioOrganoRenombrarCommand,
  directorioOrganoCerrarCommand,
]

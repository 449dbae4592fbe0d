import { ajustes } from "./ajustes.ts"
import { base } from "./base.ts"
import { canales } from "./canales.ts"
import { conexiones } from "./conexiones.ts"
import { entregas } from "./entregas.ts"
import type { Grupo } from "./grupo.ts"
import type { Hallazgo } from "./hallazgo.ts"
import { proceso } from "./proceso.ts"
import { reloj } from "./reloj.ts"
import { respaldos } from "./respaldos.ts"
import type { Vista } from "./vista.ts"

/** All that is looked at, in the order in which one thing explains the next. */
const GRUPOS: readonly Grupo[] = [ajustes, base, reloj, conexiones, canales, entregas, respaldos, proceso]

export interface GrupoHallado {
  readonly id: string
  readonly titulo: string
  readonly hallazgos: readonly Hallazgo[]
}

/** What there is to say of what was seen; a group with nothing to say is left out. */
export const diagnosticar = (vista: Vista): readonly GrupoHallado[] =>
  GRUPOS.map(({ id, titulo, revisiones }) => ({
    id,
    titulo,
    hallazgos: revisiones.flatMap((revisar) => revisar(vista)),
  })).filter(({ hallazgos }) => hallazgos.length > 0)

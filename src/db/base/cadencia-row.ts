import type { Cadencia } from "../../domain/tipos/compromiso.ts"
import { dateOrNull } from "./values.ts"

/** A rhythm of reports as its columns take it. */
export const cadenciaRow = (cadencia: Cadencia | null) => ({
  cadencia: cadencia?.ritmo ?? null,
  cadenciaDias: cadencia?.dias ?? null,
  cadenciaDesde: dateOrNull(cadencia?.desde ?? null),
})

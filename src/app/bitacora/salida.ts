import { asuntoConsulta } from "../../domain/mensaje/hechos.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { UnitOfWork } from "../../ports/repositories/unit-of-work.ts"

/** Who asked for it at the machine itself, and by which order. */
export interface QuienOpera {
  readonly cuenta: string
  readonly lugar: string
  readonly orden: string
}

/** Data leave, or are shown: who asked for them and by which order is on record before. */
export async function asentarSalida(
  { read }: UnitOfWork,
  quien: QuienOpera,
  tipo: "datos.exportados" | "datos.mostrados",
  instante: Instante,
): Promise<void> {
  await read.eventos.desde(quien, () =>
    read.eventos.append({
      tipo,
      objeto: asuntoConsulta("registro"),
      organoId: null,
      personaId: null,
      plataforma: "cli",
      antes: null,
      despues: null,
      instante,
    }),
  )
}

import { systemClock } from "../clock.ts"
import { openCore } from "../core.ts"
import { OperatorError } from "../domain/operator-error.ts"
import type { ClaseDepurada, Terminos } from "../domain/testado/terminos.ts"
import type { Depurado } from "../ports/testado.ts"
import { plural } from "../texts/plurales.ts"
import { quienOpera } from "./bitacora.ts"
import type { CliIo } from "./io.ts"

export interface DepurarOptions {
  readonly simular?: boolean
  readonly confirmar?: boolean
}

/** 0: done, or told what would be; 1: it was not said which of both. */
export async function depurar({ simular, confirmar }: DepurarOptions, { env, out }: CliIo): Promise<number> {
  if (Boolean(simular) === Boolean(confirmar))
    throw new OperatorError(
      "No se quitó nada: lo que se depura no se recupera.",
      "Vea primero cuánto sería con --simular; para quitarlo, use --confirmar.",
    )
  const core = await openCore({ LOG_LEVEL: "error", ...env })
  try {
    const { read, fresh } = core.database.unitOfWork
    const terminos = core.env.DEPURACION
    const cuando = { instante: systemClock.now(), plataforma: "cli", simular: confirmar !== true }
    const origen = { ...quienOpera(), orden: "depurar" }
    const depurado = await read.eventos.desde(origen, () => fresh.testados.depurar(terminos, cuando))
    out(`${confirmar ? "Se quitó:" : "Simulación: no se quitó nada. Se quitaría:"}\n`)
    out(`${lineas(depurado, terminos).join("\n")}\n`)
    return 0
  } finally {
    await core.close()
  }
}

const CLASES: Readonly<Record<ClaseDepurada, readonly [string, string]>> = {
  borradores: ["borrador", "borradores"],
  recibidos: ["acuse de evento recibido", "acuses de eventos recibidos"],
  entregas: ["mensaje antiguo, sin su comprobante", "mensajes antiguos, sin sus comprobantes"],
  bitacora: ["texto de la bitácora, sin su eslabón", "textos de la bitácora, sin sus eslabones"],
}

function lineas(depurado: Depurado, terminos: Terminos): readonly string[] {
  return Object.entries(CLASES).map(([clase, [uno, varios]]) => {
    const dias = terminos[clase as ClaseDepurada]
    const n = depurado[clase as ClaseDepurada]
    return dias === null
      ? `  ${varios}: se conservan`
      : `  ${plural(n, uno, varios)} de más de ${plural(dias, "día", "días")}`
  })
}

import { darCodigo } from "../app/comienzo/codigo-inicial.ts"
import { codigoEnTexto, YA_HAY_SECRETARIA } from "../cards/comienzo/en-terminal.ts"
import { systemClock } from "../clock.ts"
import { openCore } from "../core.ts"
import { DataFolderInUse } from "../db/open.ts"
import { OperatorError } from "../domain/operator-error.ts"
import { quienOpera } from "./bitacora.ts"
import type { CliIo } from "./io.ts"

/** A new code for the first Secretaría Técnica, in place of the one before. 1: there is one, and none is given. */
export async function codigoInicial({ env, out, err }: CliIo): Promise<number> {
  const core = await openCore({ LOG_LEVEL: "error", ...env }, {}, "datos").catch((error: unknown) => {
    if (!(error instanceof DataFolderInUse)) throw error
    throw new OperatorError(
      "Plenaria está en servicio y tiene abiertos los datos.",
      "Deténgala (Ctrl-C), repita esta orden e iníciela de nuevo: el código vale mientras tanto.",
    )
  })
  try {
    const data = core.database.unitOfWork
    const dado = await data.read.eventos.desde({ ...quienOpera(), orden: "codigo-inicial" }, () =>
      darCodigo({ data, now: systemClock.now() }, "cli"),
    )
    if (dado === null) {
      err(`${YA_HAY_SECRETARIA}\n`)
      return 1
    }
    out(`${codigoEnTexto(dado.codigo, dado.venceEn, core.env.TZ_OFICIAL)}\n`)
    return 0
  } finally {
    await core.close()
  }
}

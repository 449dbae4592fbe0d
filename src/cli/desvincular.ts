import { desvincularCuenta } from "../app/directorio/desvincular.ts"
import { systemClock } from "../clock.ts"
import { openCore } from "../core.ts"
import { quienOpera } from "./bitacora.ts"
import type { CliIo } from "./io.ts"

/** 0: the account is nobody's now; 1: it was nobody's. */
export async function desvincular(
  adapter: string,
  workspace: string,
  user: string,
  { env, out, err }: CliIo,
): Promise<number> {
  const core = await openCore({ LOG_LEVEL: "error", ...env }, {}, "datos")
  try {
    const data = core.database.unitOfWork
    const origen = { ...quienOpera(), orden: "desvincular" }
    const persona = await data.read.eventos.desde(origen, () =>
      desvincularCuenta({ data, plataforma: "cli", now: systemClock.now() }, { adapter, workspace, user }),
    )
    const cuenta = `${adapter} ${workspace}/${user}`
    if (persona === null || persona === "ultima_secretaria") {
      err(`La cuenta ${cuenta} no está vinculada a ninguna persona. No se cambió nada.\n`)
      return 1
    }
    out(
      `La cuenta ${cuenta} ya no es de ${persona.nombre} (${persona.clave}): desde su próxima solicitud no se le reconoce. Lo que hizo con ella se conserva con su nombre. Para vincularla de nuevo, impórtela en «cuentas».\n`,
    )
    return 0
  } finally {
    await core.close()
  }
}

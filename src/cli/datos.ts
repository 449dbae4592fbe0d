import { readFile } from "node:fs/promises"
import { exportarDocumento } from "../app/importacion/exportar.ts"
import { importarDocumento } from "../app/importacion/importar.ts"
import { systemClock } from "../clock.ts"
import { openCore } from "../core.ts"
import { OperatorError } from "../domain/operator-error.ts"
import type { CliIo } from "./io.ts"

const quiet = ({ env }: CliIo, purpose?: "datos") => openCore({ LOG_LEVEL: "error", ...env }, {}, purpose)

/** Imports a file: all of it or nothing. 0: imported; 1: refused, with every problem and its place. */
export async function importar(archivo: string, io: CliIo): Promise<number> {
  const text = await readFile(archivo, "utf8").catch((error: NodeJS.ErrnoException) => {
    const why =
      error.code === "ENOENT" ? "no existe" : error.code === "EISDIR" ? "es una carpeta" : "no se puede leer"
    throw new OperatorError(`El archivo «${archivo}» ${why}.`, "Revise la ruta y los permisos del archivo.")
  })
  const core = await quiet(io, "datos")
  try {
    const result = await importarDocumento(
      {
        importacion: core.database.importacion,
        clock: systemClock,
        plataformas: [...core.plataformas.keys()],
      },
      text,
    )
    if (result.kind === "invalid") {
      const lines = result.problems.map(({ place, message }) => `  ${place}: ${message}`)
      io.err(
        `No se importó nada: ${lines.length === 1 ? "hay un problema" : `hay ${lines.length} problemas`} en «${archivo}».\n${lines.join("\n")}\n`,
      )
      return 1
    }
    io.out(`${summary(result.resumen)}\n`)
    return 0
  } finally {
    await core.close()
  }
}

function summary(resumen: {
  readonly creados: number
  readonly actualizados: number
  readonly sinCambio: number
}): string {
  const { creados, actualizados, sinCambio } = resumen
  if (creados + actualizados === 0) return `Sin cambios: los ${sinCambio} registros del archivo ya estaban.`
  return `Importación completa: ${creados} registros nuevos, ${actualizados} actualizados, ${sinCambio} sin cambio.`
}

export async function exportar(io: CliIo): Promise<number> {
  const core = await quiet(io)
  try {
    io.out(await exportarDocumento({ importacion: core.database.importacion }))
    return 0
  } finally {
    await core.close()
  }
}

/** Opening the database applies what is missing; doing it by hand lets one see it happen before the bot starts. */
export async function migrar(io: CliIo): Promise<number> {
  const core = await quiet(io, "datos")
  await core.close()
  io.out("La base de datos está al día.\n")
  return 0
}

import { readFile } from "node:fs/promises"
import { exportarDocumento } from "../app/importacion/exportar.ts"
import { importarDocumento, type ResultadoImportacion } from "../app/importacion/importar.ts"
import { systemClock } from "../clock.ts"
import { openCore } from "../core.ts"
import { OperatorError } from "../domain/operator-error.ts"
import { plural } from "../texts/plurales.ts"
import { anotarSalida, quienOpera } from "./bitacora.ts"
import { efectoEnTexto, homonimosEnTexto, porConfirmarEnTexto } from "./efecto.ts"
import type { CliIo } from "./io.ts"

const quiet = ({ env }: CliIo, purpose?: "datos") => openCore({ LOG_LEVEL: "error", ...env }, {}, purpose)

export interface ImportarOptions {
  readonly simular?: boolean
  readonly confirmarCambios?: boolean
}

/**
 * Imports a file: all of it or nothing. 0: imported, or shown what would be; 1: refused, with every problem and its
 * place, or with every change that has to be confirmed.
 */
export async function importar(archivo: string, options: ImportarOptions, io: CliIo): Promise<number> {
  const text = await readFile(archivo, "utf8").catch((error: NodeJS.ErrnoException) => {
    const why =
      error.code === "ENOENT" ? "no existe" : error.code === "EISDIR" ? "es una carpeta" : "no se puede leer"
    throw new OperatorError(`El archivo «${archivo}» ${why}.`, "Revise la ruta y los permisos del archivo.")
  })
  const core = await quiet(io, "datos")
  try {
    const { database, identificadores } = core
    const { importacion, unitOfWork: data } = database
    const deps = { importacion, data, clock: systemClock, identificadores }
    const origen = { ...quienOpera(), orden: "importar" }
    const result = await data.read.eventos.desde(origen, () => importarDocumento(deps, text, options))
    // What would change is shown with what it is now.
    if ("efecto" in result) await anotarSalida(data, "importar", "datos.mostrados")
    return contar(result, archivo, io)
  } finally {
    await core.close()
  }
}

function contar(result: ResultadoImportacion, archivo: string, { out, err }: CliIo): number {
  switch (result.kind) {
    case "ok":
      out(`${[summary(result.resumen), ...homonimosEnTexto(result.efecto)].join("\n")}\n`)
      return 0
    case "simulada": {
      const { efecto } = result
      const n = efecto.porConfirmar.length
      const confirma =
        n === 0
          ? "Para importarlo, repita la orden sin --simular."
          : `${plural(n, "cambio pide", "cambios piden")} confirmación: si es lo que quiere, repita la orden con ${CONFIRMAR} en lugar de --simular.`
      out(`Simulación de «${archivo}»: no se escribió nada.\n${efectoEnTexto(efecto)}\n${confirma}\n`)
      return 0
    }
    case "por_confirmar": {
      const { porConfirmar } = result.efecto
      err(
        `No se importó nada: ${plural(porConfirmar.length, "cambio pide", "cambios piden")} confirmación en «${archivo}».\n${porConfirmarEnTexto(result.efecto)}\nPara ver toda la diferencia: --simular. Si es lo que quiere, repita la orden con ${CONFIRMAR}.\nLo que no deba cambiar, quítelo del archivo: un campo que no se escribe se queda como está.\n`,
      )
      return 1
    }
    case "invalid": {
      const lines = result.problems.map(({ place, message }) => `  ${place}: ${message}`)
      err(
        `No se importó nada: ${lines.length === 1 ? "hay un problema" : `hay ${lines.length} problemas`} en «${archivo}».\n${lines.join("\n")}\n`,
      )
      return 1
    }
  }
}

const CONFIRMAR = "--confirmar-cambios"

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
    const { importacion, unitOfWork } = core.database
    await anotarSalida(unitOfWork, "exportar")
    io.out(await exportarDocumento({ importacion }))
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

import { readFile } from "node:fs/promises"
import { exportarDocumento } from "../app/importacion/exportar.ts"
import { hojasDeDirectorio } from "../app/importacion/hojas/directorio.ts"
import { importarDocumento, importarLibro, type ResultadoImportacion } from "../app/importacion/importar.ts"
import { systemClock } from "../clock.ts"
import { openCore } from "../core.ts"
import { OperatorError } from "../domain/operator-error.ts"
import { libros } from "../hojas/libros.ts"
import type { Admite, Hoja, LibroIlegible } from "../ports/hojas/libro.ts"
import { plural } from "../texts/plurales.ts"
import { anotarSalida, quienOpera } from "./bitacora.ts"
import { efectoEnTexto, homonimosEnTexto, porConfirmarEnTexto } from "./efecto.ts"
import type { CliIo } from "./io.ts"
import { escribirNuevo } from "./plantilla.ts"

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
  const bytes = await leerArchivo(archivo)
  const core = await quiet(io, "datos")
  try {
    const { database, identificadores } = core
    const { importacion, unitOfWork: data } = database
    const deps = { importacion, data, clock: systemClock, identificadores }
    const origen = { ...quienOpera(), orden: "importar" }
    const hojas = pareceLibro(bytes) ? await libroDe(bytes, archivo) : null
    const result = await data.read.eventos.desde(origen, () =>
      hojas === null
        ? importarDocumento(deps, bytes.toString("utf8"), options)
        : importarLibro(deps, hojas, options),
    )
    // What would change is shown with what it is now.
    if ("efecto" in result) await anotarSalida(data, "importar", "datos.mostrados")
    return contar(result, archivo, io)
  } finally {
    await core.close()
  }
}

/** The file, or why there is none. */
export const leerArchivo = (archivo: string): Promise<Buffer> =>
  readFile(archivo).catch((error: NodeJS.ErrnoException) => {
    const why =
      error.code === "ENOENT" ? "no existe" : error.code === "EISDIR" ? "es una carpeta" : "no se puede leer"
    throw new OperatorError(`El archivo «${archivo}» ${why}.`, "Revise la ruta y los permisos del archivo.")
  })

export function contar(result: ResultadoImportacion, archivo: string, { out, err }: CliIo): number {
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

/** `libro`: the directory alone, as the workbook of the template; what stands there already is not written over. */
export async function exportar(libro: string | undefined, io: CliIo): Promise<number> {
  if (libro !== undefined && !libro.endsWith(".xlsx"))
    throw new OperatorError(
      `«${libro}» no termina en .xlsx.`,
      "Para todos los datos en YAML, no escriba un archivo: salen en la salida estándar.",
    )
  const core = await quiet(io)
  try {
    const { importacion, unitOfWork } = core.database
    await anotarSalida(unitOfWork, "exportar")
    if (libro === undefined) io.out(await exportarDocumento({ importacion }))
    else {
      await escribirNuevo(libro, await libros.escribir(hojasDeDirectorio(await importacion.export())))
      io.out(
        `Se escribió el directorio en «${libro}». Corríjalo ahí y revise qué cambiaría con: npm run -s plenaria -- importar ${libro} --simular\n`,
      )
    }
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

/** A ZIP, as every .xlsx is, or the container of old and protected workbooks: no text begins like them. */
const pareceLibro = (bytes: Uint8Array): boolean =>
  [
    [0x50, 0x4b, 0x03, 0x04],
    [0xd0, 0xcf, 0x11, 0xe0],
  ].some((firma) => firma.every((byte, i) => bytes[i] === byte))

const PORQUE: Readonly<Record<LibroIlegible, readonly [message: string, hint: string]>> = {
  protegido_o_antiguo: [
    "está protegido con contraseña, o es un .xls de versiones antiguas",
    "Ábralo en el programa de hojas de cálculo y guárdelo como libro de Excel (.xlsx), sin contraseña.",
  ],
  no_es_libro: ["no es un libro de Excel", "Guárdelo como libro de Excel (.xlsx)."],
  danado: [
    "está dañado o no es un libro de Excel",
    "Ábralo y guárdelo de nuevo como libro de Excel (.xlsx).",
  ],
  con_macros: ["tiene macros, que aquí no se abren", "Guárdelo como libro de Excel sin macros (.xlsx)."],
  demasiado_grande: [
    "es demasiado grande para",
    "Deje solo las hojas que se importan y quite imágenes y formatos de sobra. Renglones por hoja, a lo más:",
  ],
}

const DIRECTORIO = { admite: undefined, de: "un directorio" } as const
const FILAS_DE_DIRECTORIO = 5_000

/** The sheets of a workbook, or why it is none and what to do. */
export async function libroDe(
  bytes: Uint8Array,
  archivo: string,
  { admite, de }: { readonly admite: Admite | undefined; readonly de: string } = DIRECTORIO,
): Promise<readonly Hoja[]> {
  const leido = await libros.leer(bytes, admite)
  if (leido.kind === "libro") return leido.hojas
  const [message, hint] = PORQUE[leido.motivo]
  const grande = leido.motivo === "demasiado_grande"
  throw new OperatorError(
    `No se importó nada: «${archivo}» ${message}${grande ? ` ${de}` : ""}.`,
    grande ? `${hint} ${(admite?.filas ?? FILAS_DE_DIRECTORIO).toLocaleString("es-MX")}.` : hint,
  )
}

import { access, writeFile } from "node:fs/promises"
import { cedulaDe } from "../app/compromiso/cedula.ts"
import { archivoCedula } from "../app/compromiso/cedula-archivo.ts"
import { comoSecretaria } from "../app/compromiso/lector-de-cedula.ts"
import {
  ADMITE_CEDULA,
  type CuentaCedula,
  importarCedula as importar,
} from "../app/importacion/cedula/importar.ts"
import { bytesOf } from "../cards/card-file.ts"
import type { FormatoCedula } from "../cards/compromiso/cedula.ts"
import { systemClock } from "../clock.ts"
import { openCore } from "../core.ts"
import { OperatorError } from "../domain/operator-error.ts"
import { fechaEnZona } from "../domain/tiempo/tiempo.ts"
import { libros } from "../hojas/libros.ts"
import { plural } from "../texts/plurales.ts"
import { anotarSalida, organoDicho, quienOpera } from "./bitacora.ts"
import { contar, type ImportarOptions, leerArchivo, libroDe } from "./datos.ts"
import type { CliIo } from "./io.ts"

export interface CedulaOptions extends ImportarOptions {
  readonly organo?: string
}

/** Longer than this, it is said that it goes on. */
const DESPUES_MS = 2_000

/** 0: put on record, or shown what would be; 1: refused, with every problem by sheet, row and column. */
export async function importarCedula(archivo: string, options: CedulaOptions, io: CliIo): Promise<number> {
  const bytes = await leerArchivo(archivo)
  const core = await openCore({ LOG_LEVEL: "error", ...io.env }, {}, "datos")
  const aviso = setTimeout(
    () => io.err(`Leyendo «${archivo}»; un archivo grande tarda hasta medio minuto…\n`),
    DESPUES_MS,
  )
  try {
    const { importacion, unitOfWork: data } = core.database
    const hojas = await libroDe(bytes, archivo, { admite: ADMITE_CEDULA, de: "una cédula" })
    const deps = { importacion, data, clock: systemClock, identificadores: core.identificadores }
    const origen = { ...quienOpera(), orden: "importar-cedula" }
    const result = await data.read.eventos.desde(origen, () =>
      importar(deps, { nombre: archivo.split(/[/\\]/u).at(-1) ?? archivo, bytes, hojas }, options),
    )
    if (result.kind === "que_organo")
      throw new OperatorError(
        options.organo === undefined
          ? "No se dijo de qué órgano es la cédula."
          : `No hay ningún órgano con la clave «${options.organo}».`,
        `Escriba uno de estos: ${result.claves.map((clave) => `--organo ${clave}`).join(", ")}`,
      )
    if ("efecto" in result) await anotarSalida(data, "importar-cedula", "datos.mostrados")
    io.out(`${[`Cédula: ${cuentaEnTexto(result.cuenta)}.`, ...result.avisos].join("\n")}\n`)
    return contar(result, archivo, io)
  } finally {
    clearTimeout(aviso)
    await core.close()
  }
}

function cuentaEnTexto({ nuevos, cambian, sinCambio, conProblema }: CuentaCedula): string {
  return [
    plural(nuevos, "nuevo", "nuevos"),
    plural(cambian, "cambia", "cambian"),
    `${sinCambio} sin cambio`,
    ...(conProblema === 0 ? [] : [`${conProblema} con problema`]),
  ].join(", ")
}

const FORMATOS: Readonly<Record<string, FormatoCedula>> = { xlsx: "excel", csv: "csv", json: "json" }

/** As who conducts the body gets it in chat, where no file gets there. */
export async function exportarCedula(
  archivo: string,
  options: Pick<CedulaOptions, "organo">,
  io: CliIo,
): Promise<number> {
  const formato = FORMATOS[archivo.split(".").at(-1) ?? ""]
  if (formato === undefined)
    throw new OperatorError(
      `«${archivo}» no dice en qué formato se escribe.`,
      "Termine su nombre en .xlsx, .csv o .json.",
    )
  if (
    await access(archivo).then(
      () => true,
      () => false,
    )
  )
    throw new OperatorError(`El archivo «${archivo}» ya existe.`, "Escriba otro nombre, o bórrelo antes.")
  const core = await openCore({ LOG_LEVEL: "error", ...io.env })
  try {
    const { unitOfWork: data } = core.database
    const organo = organoDicho(await data.read.organos.all(), options.organo)
    const hoy = fechaEnZona(systemClock.now(), organo.zona)
    await anotarSalida(data, "exportar-cedula")
    const cedula = await cedulaDe(
      { read: data.fresh, actor: comoSecretaria(organo), organo, hoy },
      { sesion: null, soloPropios: false },
    )
    await writeFile(archivo, bytesOf(await archivoCedula(libros, cedula, formato)), { flag: "wx" })
    io.out(`Escrita: ${archivo} (${plural(cedula.filas.length, "compromiso", "compromisos")}).\n`)
    return 0
  } finally {
    await core.close()
  }
}

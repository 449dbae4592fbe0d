import { readdir, readFile } from "node:fs/promises"
import type {
  DocumentoImportacion,
  ListasDocumento,
  ResumenImportacion,
} from "../../domain/importacion/documento.ts"
import { OperatorError } from "../../domain/operator-error.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { CONSOLA } from "../../ports/console-demo.ts"
import { ZONA } from "./formato/campos.ts"
import { leerDocumento } from "./formato/leer.ts"
import type { Problema } from "./formato/problemas.ts"
import { revisarDocumento } from "./formato/revisar.ts"
import type { ImportDeps } from "./importar.ts"

const FOLDER = new URL("../../../prisma/demo/", import.meta.url)

/** Imports the demonstration's files as one document: a crash in between must not leave half a demonstration. */
export async function cargarDemo({
  importacion,
  clock,
}: Pick<ImportDeps, "importacion" | "clock">): Promise<ResumenImportacion> {
  const now = clock.now()
  const documento = await leerDemo(fechaEnZona(now, ZONA))
  const problems = revisarDocumento(documento, await importacion.existing(documento))
  if (problems.length > 0) throw unusable("prisma/demo", problems)
  return importacion.apply(documento, now)
}

/** The demonstration around a given day. */
export async function leerDemo(hoy: Fecha): Promise<DocumentoImportacion> {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith(".yaml")).sort()
  const documentos: DocumentoImportacion[] = []
  for (const name of files) {
    const lectura = leerDocumento(await readFile(new URL(name, FOLDER), "utf8"), hoy, [CONSOLA])
    if (lectura.kind === "invalid") throw unusable(name, lectura.problems)
    documentos.push(lectura.documento)
  }
  const all = <K extends keyof ListasDocumento>(list: K) =>
    documentos.flatMap((documento): readonly ListasDocumento[K][number][] => documento[list])
  return {
    organos: all("organos"),
    instituciones: all("instituciones"),
    integrantes: all("integrantes"),
    personas: all("personas"),
    designaciones: all("designaciones"),
    cuentas: all("cuentas"),
    canales: all("canales"),
    inhabiles: all("inhabiles"),
    sesiones: all("sesiones"),
    cargos: documentos.flatMap(({ cargos = [] }) => cargos),
    constancias: documentos.flatMap(({ constancias = [] }) => constancias),
  }
}

function unusable(where: string, problems: readonly Problema[]): OperatorError {
  const lines = problems.map(({ place, message }) => `  ${place}: ${message}`).join("\n")
  return new OperatorError(
    `Los datos de demostración no son válidos (${where}):\n${lines}`,
    "Restituya la carpeta prisma/demo.",
  )
}

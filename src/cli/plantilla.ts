import { writeFile } from "node:fs/promises"
import { hojasDePlantilla } from "../app/importacion/hojas/plantilla.ts"
import { plantillaYaml } from "../app/importacion/plantilla-yaml.ts"
import { OperatorError } from "../domain/operator-error.ts"
import { libros } from "../hojas/libros.ts"
import type { CliIo } from "./io.ts"

const USUAL = "plenaria-plantilla.xlsx"

/** A file to fill in. What stands there already is not written over. */
export async function plantilla(
  formato: string,
  archivo: string | undefined,
  { out }: CliIo,
): Promise<number> {
  if (formato !== "excel" && formato !== "yaml")
    throw new OperatorError(`«${formato}» no es un formato.`, "Escriba excel o yaml.")
  if (formato === "yaml" && archivo === undefined) {
    out(plantillaYaml())
    return 0
  }
  const destino = archivo ?? USUAL
  await escribirNuevo(
    destino,
    formato === "yaml" ? plantillaYaml() : await libros.escribir(hojasDePlantilla()),
  )
  out(
    `Se escribió «${destino}». Cambie los ejemplos por sus datos y revise qué haría con: npm run -s plenaria -- importar ${destino} --simular\n`,
  )
  return 0
}

/** What stands there already is not written over. */
export async function escribirNuevo(archivo: string, contenido: string | Uint8Array): Promise<void> {
  await writeFile(archivo, contenido, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EEXIST")
      throw new OperatorError(`«${archivo}» ya existe. No se escribió nada.`, "Elija otro nombre.")
    throw new OperatorError(`No se pudo escribir «${archivo}».`, "Revise la ruta y los permisos.")
  })
}

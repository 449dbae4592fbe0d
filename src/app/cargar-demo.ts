import { readdir, readFile } from "node:fs/promises"
import { OperatorError } from "../domain/operator-error.ts"
import type { Clock } from "../ports/clock.ts"
import type { ImportRepository } from "../ports/importacion.ts"
import { importarDocumento } from "./importar.ts"

const FOLDER = new URL("../../prisma/demo/", import.meta.url)

/** Imports the demonstration's files in the order of their names. */
export async function cargarDemo(deps: {
  readonly importacion: ImportRepository
  readonly clock: Clock
}): Promise<void> {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith(".yaml")).sort()
  for (const name of files) {
    const result = await importarDocumento(deps, await readFile(new URL(name, FOLDER), "utf8"))
    if (result.kind === "ok") continue
    const problems = result.problems.map(({ place, message }) => `  ${place}: ${message}`).join("\n")
    throw new OperatorError(
      `Los datos de demostración no son válidos (${name}):\n${problems}`,
      "Restituya la carpeta prisma/demo.",
    )
  }
}

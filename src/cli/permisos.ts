import { enCsv, enJson, enTexto } from "../commands/permisos/escribir.ts"
import { matrizDePermisos } from "../commands/permisos/matriz.ts"
import { allCommands } from "../commands/registry.ts"
import { OperatorError } from "../domain/operator-error.ts"
import type { CliIo } from "./io.ts"

interface Options {
  readonly json?: true
  readonly csv?: true
}

/** Prints who may use which command. It reads no data: the matrix is the program's own. */
export async function permisos({ json, csv }: Options, { out }: CliIo): Promise<number> {
  if (json && csv) throw new OperatorError("Elija una sola forma.", "Use --json o --csv, no ambas.")
  const matriz = matrizDePermisos(allCommands)
  out(json ? `${enJson(matriz)}\n` : csv ? enCsv(matriz) : enTexto(matriz))
  return 0
}

import { join, resolve } from "node:path"
import type { Contenido, Database } from "../db/open.ts"
import { OperatorError } from "../domain/operator-error.ts"
import type { Instante } from "../domain/tipos/tiempo.ts"
import type { Clock } from "../ports/clock.ts"
import { escribirArchivo } from "./archivo.ts"
import { conservarSolo, nombreDe, prepararCarpeta } from "./carpeta.ts"

export interface AjustesRespaldo {
  readonly carpeta: string
  /** How many are kept. */
  readonly conservar: number
  /** 32 octets; null: they are not ciphered. */
  readonly clave: Buffer | null
}

/** Reads a file whole, restores it where nothing else is, and fails unless it is what it says. */
export type Comprobar = (archivo: string) => Promise<void>

export interface RespaldoHecho {
  readonly archivo: string
  readonly octetos: number
  readonly tomado: Instante
  readonly cifrado: boolean
  readonly contenido: Contenido
  /** Older ones that went to keep only as many as there should be. */
  readonly quitados: number
}

/**
 * Takes a backup while everything goes on, and restores it elsewhere before it counts as one: until then no older one
 * is removed. OperatorError: it could not be written, or what was written is not what there was.
 */
export async function respaldar(
  deps: { readonly database: Pick<Database, "copy">; readonly clock: Clock; readonly comprobar: Comprobar },
  { carpeta, conservar, clave }: AjustesRespaldo,
): Promise<RespaldoHecho> {
  // Before the look: what happens from here on may be missing in it.
  const tomado = deps.clock.now()
  const archivo = join(resolve(carpeta), nombreDe(tomado))
  let contenido: Contenido | null = null
  try {
    await prepararCarpeta(carpeta)
    const copia = async (escribir: (lineas: string) => Promise<void>) => {
      contenido = await deps.database.copy(tomado, escribir)
    }
    const octetos = await escribirArchivo(archivo, clave, copia, deps.comprobar)
    if (contenido === null) throw new Error("a copy that says nothing of itself")
    const quitados = await conservarSolo(carpeta, conservar, tomado)
    return { archivo, octetos, tomado, cifrado: clave !== null, contenido, quitados }
  } catch (error) {
    throw explicada(error, carpeta)
  }
}

/** What the disk refuses, as an operator mends it. */
function explicada(error: unknown, carpeta: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : null
  if (code === null || !/^E[A-Z]+$/u.test(code)) return error
  return new OperatorError(
    code === "ENOSPC"
      ? `No se hizo el respaldo: no queda espacio en «${resolve(carpeta)}».`
      : `No se hizo el respaldo: no se puede escribir en «${resolve(carpeta)}» (${code}).`,
    code === "ENOSPC"
      ? "Libere espacio, conserve menos (RESPALDO_CONSERVAR) o use otra carpeta (RESPALDO_DIR). Los anteriores siguen ahí."
      : "Revise RESPALDO_DIR: debe ser una carpeta en la que esta cuenta pueda escribir.",
    { cause: error },
  )
}

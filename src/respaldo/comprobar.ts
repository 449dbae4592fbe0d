import { type Loaded, tryCopy } from "../db/open.ts"
import { leerArchivo } from "./archivo.ts"

/**
 * Restores a file in a database of its own, in memory, and brings that up to date: its rows, what is in them and where the
 * chain of the register ends are held against what the copy says there was. OperatorError: it is not so.
 */
export const comprobarArchivo = (archivo: string, clave: Buffer | null): Promise<Loaded> =>
  tryCopy(leerArchivo(archivo, clave))

import { OperatorError } from "../domain/operator-error.ts"
import type { Organo } from "../domain/tipos/directorio.ts"

/** The body of that clave; none said: the only one that hangs from no other. */
export function organoDicho(todos: readonly Organo[], clave: string | undefined): Organo {
  const posibles = clave === undefined ? todos.filter(({ padreId }) => padreId === null) : todos
  const [uno, otro] = clave === undefined ? posibles : posibles.filter((organo) => organo.clave === clave)
  if (uno !== undefined && otro === undefined) return uno
  throw new OperatorError(
    clave === undefined ? "No se dijo de qué órgano." : `No hay ningún órgano con la clave «${clave}».`,
    `Escriba uno de estos: ${posibles.map((organo) => `--organo ${organo.clave}`).join(", ")}`,
  )
}

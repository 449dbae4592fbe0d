import { normalizar } from "../texto/texto.ts"
import type { Organo } from "../tipos/directorio.ts"

/** The bodies right below another that go on. */
export const subOrganos = (organo: Organo, todos: readonly Organo[]): readonly Organo[] =>
  todos.filter(({ padreId, cerradoEl }) => padreId === organo.id && cerradoEl === null)

/** Those that are called exactly so, by their clave or by one of their names. */
export function organosLlamados(typed: string, organos: readonly Organo[]): readonly Organo[] {
  const buscado = normalizar(typed)
  return organos.filter(({ clave, nombreCorto, nombreOficial }) =>
    [clave, nombreCorto, nombreOficial].some((nombre) => normalizar(nombre) === buscado),
  )
}

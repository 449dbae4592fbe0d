import { normalizar } from "../texto/texto.ts"
import type { Organo } from "../tipos/directorio.ts"
import type { Fecha } from "../tipos/tiempo.ts"

/** Whether a body is closed on a day: from the one that is on record on, and not before it comes. */
export const estaCerrado = ({ cerradoEl }: Pick<Organo, "cerradoEl">, hoy: Fecha): boolean =>
  cerradoEl !== null && cerradoEl <= hoy

/** The bodies right below another that go on. */
export const subOrganos = (organo: Organo, todos: readonly Organo[], hoy: Fecha): readonly Organo[] =>
  todos.filter((uno) => uno.padreId === organo.id && !estaCerrado(uno, hoy))

/** The one beside it, below the same body, that has one of its names: nobody could tell them apart by it. */
export function tocayo(
  {
    id,
    padreId,
    nombreCorto,
    nombreOficial,
  }: Pick<Organo, "padreId" | "nombreCorto" | "nombreOficial"> & Partial<Pick<Organo, "id">>,
  todos: readonly Organo[],
  hoy: Fecha,
): Organo | null {
  const hermanos = todos.filter((uno) => uno.padreId === padreId && uno.id !== id && !estaCerrado(uno, hoy))
  return [nombreCorto, nombreOficial].flatMap((nombre) => organosLlamados(nombre, hermanos))[0] ?? null
}

/** Those that are called exactly so, by their clave or by one of their names. */
export function organosLlamados(typed: string, organos: readonly Organo[]): readonly Organo[] {
  const buscado = normalizar(typed)
  return organos.filter(({ clave, nombreCorto, nombreOficial }) =>
    [clave, nombreCorto, nombreOficial].some((nombre) => normalizar(nombre) === buscado),
  )
}

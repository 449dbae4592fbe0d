import type { ReparoDirectorio } from "../../domain/directorio/reparos.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Organo, Persona } from "../../domain/tipos/directorio.ts"
import type { Registro } from "./registro.ts"

/**
 * Who conducts a body says who is who in it and in those below it. Of somebody with a post in another one, now or later, they
 * say nothing: whoever could give them an account would act there with it.
 */
export async function reparoDeAjena(
  { repositories: { organos, directorioWriter }, organoId, now }: Registro,
  persona: Pick<Persona, "id">,
): Promise<ReparoDirectorio | null> {
  if (organoId === null) return null
  const todos = await organos.all()
  const organo = todos.find(({ id }) => id === organoId)
  if (organo === undefined) return null
  const propios = conLosDeAbajo(organo, todos)
  const puestos = await directorioWriter.puestos(persona.id, fechaEnZona(now, organo.zona))
  return puestos.every((puesto) => propios.has(puesto.organoId))
    ? null
    : { campo: "persona", kind: "de_otro_organo" }
}

function conLosDeAbajo({ id }: Organo, todos: readonly Organo[]): ReadonlySet<string> {
  const propios = new Set([id])
  for (let antes = 0; antes !== propios.size; ) {
    antes = propios.size
    for (const uno of todos) if (propios.has(uno.padreId ?? "")) propios.add(uno.id)
  }
  return propios
}

import type { ReparoDirectorio } from "../../domain/directorio/reparos.ts"
import { fechaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Institucion, Organo, Persona } from "../../domain/tipos/directorio.ts"
import type { Actor } from "../../domain/visibilidad/actor.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
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

/**
 * What an institution is called, and what becomes of it, is the same in all bodies. Where it has a seat or somebody's post in
 * another one, now or later, no body says it for both: whoever operates the installation does.
 */
export async function reparoDeInstitucionAjena(
  { repositories: { organos, directorioWriter }, organoId, now }: Registro,
  { id }: Pick<Institucion, "id">,
): Promise<ReparoDirectorio | null> {
  if (organoId === null) return null
  const todos = await organos.all()
  const organo = todos.find((uno) => uno.id === organoId)
  if (organo === undefined) return null
  const propios = conLosDeAbajo(organo, todos)
  for (const otro of todos.filter((uno) => !propios.has(uno.id))) {
    const hoy = fechaEnZona(now, otro.zona)
    const suyo = [
      ...(await directorioWriter.asientos(otro.id)),
      ...(await directorioWriter.designaciones(otro.id)),
    ].some(({ institucionId, hasta }) => institucionId === id && (hasta === null || hasta >= hoy))
    if (suyo) return { campo: "institucion", kind: "de_otro_organo" }
  }
  return null
}

/**
 * Whom somebody who keeps a body's directory is shown: of that body and those below it, and of those in which they are
 * themselves; and whoever has no post anywhere. That others are on record they learn by naming them exactly.
 */
export async function personasConocidas(
  { organos, directorioWriter }: Pick<Repositories, "organos" | "directorioWriter">,
  organo: Organo,
  actor: Actor,
): Promise<readonly Persona[]> {
  const suyos = actor.kind === "vinculado" ? actor.designaciones.map(({ organoId }) => organoId) : []
  return directorioWriter.personas(
    [...new Set([...conLosDeAbajo(organo, await organos.all()), ...suyos])].sort(),
  )
}

function conLosDeAbajo({ id }: Organo, todos: readonly Organo[]): ReadonlySet<string> {
  const propios = new Set([id])
  for (let antes = 0; antes !== propios.size; ) {
    antes = propios.size
    for (const uno of todos) if (propios.has(uno.padreId ?? "")) propios.add(uno.id)
  }
  return propios
}

import type { Queries } from "../../base/client.ts"

/** How a document names what the data know by id. */
export interface Nombres {
  organo(id: string): string
  institucion(id: string): string
  persona(id: string): string
  /** `null`: it is not there any more. */
  canal(id: string): { readonly organo: string; readonly clave: string } | null
}

export async function readNombres(queries: Queries): Promise<Nombres> {
  const organos = namesOf(await queries.organo.findMany({}), ({ clave }) => clave)
  const instituciones = namesOf(await queries.institucion.findMany({}), ({ siglas }) => siglas)
  const personas = namesOf(await queries.persona.findMany({}), ({ clave }) => clave)
  const canales = namesOf(await queries.canal.findMany({}), ({ organoId, clave }) => ({ organoId, clave }))
  const organo = (id: string) => named(organos, id)
  return {
    organo,
    institucion: (id) => named(instituciones, id),
    persona: (id) => named(personas, id),
    canal(id) {
      const found = canales.get(id)
      return found ? { organo: organo(found.organoId), clave: found.clave } : null
    },
  }
}

const namesOf = <Row extends { readonly id: string }, Name>(
  rows: readonly Row[],
  nameOf: (row: Row) => Name,
): ReadonlyMap<string, Name> => new Map(rows.map((row) => [row.id, nameOf(row)]))

function named<Name>(names: ReadonlyMap<string, Name>, id: string): Name {
  const name = names.get(id)
  if (name === undefined) throw new Error(`nothing has the id ${id}`)
  return name
}

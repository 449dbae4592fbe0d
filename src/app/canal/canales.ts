import { institucionEnFecha } from "../../domain/directorio/institucion.ts"
import type { Audiencia, Canal } from "../../domain/tipos/canal.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"

type Lectura = Pick<Repositories, "canales" | "organos">

/**
 * Readers whom a body without a channel for them reaches through the body above it. Not its members: they are not those
 * of the body above.
 */
const A_TRAVES_DEL_PADRE: readonly Audiencia[] = ["institucion", "secretaria_tecnica", "publica"]

/** A body's active channels for an audience. A sub-body without any speaks through those of the body above it. */
export async function canalesDe(
  read: Lectura,
  organo: Organo,
  audiencia: Audiencia,
): Promise<readonly Canal[]> {
  const propios = (await read.canales.list(organo.id)).filter(
    (canal) => canal.activo && canal.audiencia === audiencia,
  )
  const { padreId } = organo
  if (propios.length > 0 || padreId === null || !A_TRAVES_DEL_PADRE.includes(audiencia)) return propios
  const padre = await read.organos.byId(padreId)
  return padre === null ? [] : canalesDe(read, padre, audiencia)
}

/** The channels of a body's own that are active, whoever reads them. */
export const canalesActivos = async (read: Lectura, { id }: Organo): Promise<readonly Canal[]> =>
  (await read.canales.list(id)).filter(({ activo }) => activo)

/** The claves that a body's own channels have. */
export async function clavesDeCanales(read: Lectura, { id }: Organo): Promise<ReadonlySet<string>> {
  return new Set((await read.canales.list(id)).map(({ clave }) => clave))
}

/** Those of them to which messages get, as far as is known: what cannot be told elsewhere is only sent there. */
export async function canalesQueSirven(
  read: Lectura & Pick<Repositories, "channelHealth">,
  organo: Organo,
  audiencia: Audiencia,
): Promise<readonly Canal[]> {
  const broken = new Set((await read.channelHealth.broken()).map(({ canalId }) => canalId))
  return (await canalesDe(read, organo, audiencia)).filter(({ id }) => !broken.has(id))
}

/**
 * All that a body speaks through: its own channels, active or not, and those of the bodies above that it uses. Each body
 * names its own channels, so one of them that has the clave of another here goes by that of its body too: `ci-trata/sre`.
 */
export async function canalesEnUso(read: Lectura, organo: Organo): Promise<readonly Canal[]> {
  const canales = [...(await read.canales.list(organo.id))]
  for (const audiencia of A_TRAVES_DEL_PADRE) {
    const usados = await canalesDe(read, organo, audiencia)
    for (const canal of usados.filter(({ organoId }) => organoId !== organo.id)) {
      const repetida = canales.some(({ clave }) => clave === canal.clave)
      canales.push(repetida ? { ...canal, clave: await conSuOrgano(read, canal) } : canal)
    }
  }
  return canales
}

/** A channel with the clave that only it has, among those of all bodies: `ci-trata/sre`. */
export interface CanalDeAlgunOrgano {
  readonly completa: string
  readonly canal: Canal
}

export async function todosLosCanales(read: Lectura): Promise<readonly CanalDeAlgunOrgano[]> {
  const todos: CanalDeAlgunOrgano[] = []
  for (const organo of await read.organos.all()) {
    const propios = await read.canales.list(organo.id)
    todos.push(...propios.map((canal) => ({ completa: `${organo.clave}/${canal.clave}`, canal })))
  }
  return todos
}

/** The channels that have a clave, of whichever body. */
export async function canalesConClave(read: Lectura, clave: string): Promise<readonly CanalDeAlgunOrgano[]> {
  const todos = await todosLosCanales(read)
  return todos.filter(({ completa, canal }) => completa === clave || canal.clave === clave)
}

async function conSuOrgano(read: Lectura, { organoId, clave }: Canal): Promise<string> {
  return `${(await read.organos.byId(organoId))?.clave}/${clave}`
}

/** A channel of an institution, with who answers today for the one it was registered for. */
export interface CanalInstitucional {
  readonly canal: Canal
  readonly institucion: Institucion
}

/** In which institutions read what a body sends them. */
export async function canalesInstitucionales(
  read: Lectura & Pick<Repositories, "instituciones">,
  organo: Organo,
  hoy: Fecha,
): Promise<readonly CanalInstitucional[]> {
  const canales = await canalesDe(read, organo, "institucion")
  const todas = await read.instituciones.all()
  return canales.flatMap((canal) => {
    const registrada = todas.find(({ id }) => id === canal.institucionId)
    return registrada ? [{ canal, institucion: institucionEnFecha(registrada, hoy, todas) }] : []
  })
}

/** Where what an institution is told today is read, by it or by the one that answers for it. */
export async function canalesDeInstitucion(
  read: Lectura & Pick<Repositories, "instituciones">,
  organo: Organo,
  hoy: Fecha,
  institucionId: string | null,
): Promise<readonly Canal[]> {
  const todas = await read.instituciones.all()
  const institucion = todas.find(({ id }) => id === institucionId)
  if (institucion === undefined) return []
  const { id } = institucionEnFecha(institucion, hoy, todas)
  const canales = await canalesInstitucionales(read, organo, hoy)
  return canales.flatMap((uno) => (uno.institucion.id === id ? [uno.canal] : []))
}

import { institucionEnFecha } from "../../domain/directorio/institucion.ts"
import type { Canal } from "../../domain/tipos/canal.ts"
import type { Institucion, Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"

export interface Destinos {
  readonly canales: readonly { readonly canal: Canal; readonly institucion: Institucion }[]
  /** Seats that no channel reaches. */
  readonly sinCanal: readonly Institucion[]
}

/** The channels of the institutions with a seat today, guests included; a body without channels uses those above it. */
export async function destinosDeIntegrantes(
  read: Pick<Repositories, "canales" | "organos" | "instituciones">,
  organo: Organo,
  hoy: Fecha,
): Promise<Destinos> {
  const [todas, asientos, canales] = await Promise.all([
    read.instituciones.all(),
    read.organos.integrantes(organo.id, hoy),
    canalesInstitucionales(read, organo),
  ])
  const porId = new Map(todas.map((institucion) => [institucion.id, institucion]))
  const vigente = (id: string | null): Institucion | null => {
    const institucion = porId.get(id ?? "")
    return institucion ? institucionEnFecha(institucion, hoy, todas) : null
  }
  const sentadas = new Map(
    asientos.flatMap(({ institucionId }) => {
      const institucion = vigente(institucionId)
      return institucion ? [[institucion.id, institucion] as const] : []
    }),
  )
  const destinos = canales.flatMap((canal) => {
    const institucion = sentadas.get(vigente(canal.institucionId)?.id ?? "")
    return institucion ? [{ canal, institucion }] : []
  })
  const alcanzadas = new Set(destinos.map(({ institucion }) => institucion.id))
  const porSiglas = (a: Institucion, b: Institucion) => a.siglas.localeCompare(b.siglas, "es")
  return {
    canales: destinos.sort((a, b) => porSiglas(a.institucion, b.institucion)),
    sinCanal: [...sentadas.values()].filter(({ id }) => !alcanzadas.has(id)).sort(porSiglas),
  }
}

/** The institutions with a seat today, guests included, as they are called today. */
export async function institucionesSentadas(
  read: Pick<Repositories, "organos" | "instituciones">,
  organo: Organo,
  hoy: Fecha,
): Promise<readonly Institucion[]> {
  const todas = await read.instituciones.all()
  const asientos = new Set((await read.organos.integrantes(organo.id, hoy)).map((seat) => seat.institucionId))
  const vigentes = todas
    .filter(({ id }) => asientos.has(id))
    .map((una) => institucionEnFecha(una, hoy, todas))
  return [...new Set(vigentes)].sort((a, b) => a.siglas.localeCompare(b.siglas, "es"))
}

/** A body without channels of its own speaks through those of the body above it. */
export async function canalesInstitucionales(
  read: Pick<Repositories, "canales" | "organos">,
  organo: Organo,
): Promise<readonly Canal[]> {
  const own = (await read.canales.list(organo.id)).filter(
    ({ activo, audiencia, institucionId }) => activo && audiencia === "institucion" && institucionId !== null,
  )
  if (own.length > 0 || organo.padreId === null) return own
  const above = await read.organos.byId(organo.padreId)
  return above === null ? [] : canalesInstitucionales(read, above)
}

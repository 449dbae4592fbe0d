import type { DesignacionConInstitucion } from "../../cards/directorio/pregunta.ts"
import type { Calidad, Organo, Persona } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import type { UnitOfWork } from "../../ports/repositories/unit-of-work.ts"

interface Donde {
  readonly data: UnitOfWork
  readonly organo: Organo
  readonly hoy: Fecha
}

/** What was said of the post; what was not restricts nothing. */
interface PuestoNombrado {
  readonly calidad?: Calidad | undefined
  readonly institucion?: string | undefined
}

/** A person's posts in a body that are not over, of the capacity and the institution that were named. */
export async function puestosPorTerminar(
  { data, organo, hoy }: Donde,
  persona: Pick<Persona, "id">,
  { calidad, institucion = "" }: PuestoNombrado,
): Promise<readonly DesignacionConInstitucion[]> {
  const todas = await data.read.instituciones.all()
  const puestos = await data.fresh.directorioWriter.puestos(persona.id, hoy)
  return puestos
    .filter((uno) => uno.organoId === organo.id && (calidad === undefined || uno.calidad === calidad))
    .map((designacion) => ({
      designacion,
      institucion: todas.find(({ id }) => id === designacion.institucionId) ?? null,
    }))
    .filter((uno) => institucion === "" || uno.institucion?.siglas === institucion)
}

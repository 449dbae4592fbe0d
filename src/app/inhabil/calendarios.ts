import { conjuntoBase, observaBase, regimenDe } from "../../domain/tiempo/calendario-base.ts"
import type { Inhabiles } from "../../domain/tiempo/plazo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { DiaInhabil, Fecha } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"

/** The calendars that a body works with: its own, and its own plus each institution's days. */
export interface Calendarios {
  readonly organo: Inhabiles
  de(institucionId: string): Inhabiles
}

/**
 * Business calendars of a range in one query. The body's legal calendar holds by rule, Holy Week included where it is the
 * usual practice, so that a year for which nobody has recorded a day yet is not taken for one without holidays.
 */
export async function leerCalendarios(
  read: Pick<Repositories, "inhabiles" | "organos">,
  organo: Pick<Organo, "id" | "calendario">,
  desde: Fecha,
  hasta: Fecha,
): Promise<Calendarios> {
  const [dias, cuerpos] = await Promise.all([
    read.inhabiles.allBetween(desde, hasta),
    read.organos.conDiasDe(organo.id),
  ])
  const [primero, ultimo] = [Number(desde.slice(0, 4)), Number(hasta.slice(0, 4))]
  const comunes = new Set(conjuntoBase(primero, ultimo, regimenDe(organo)))
  const propios = new Map<string, DiaInhabil[]>()
  for (const dia of dias) {
    if (dia.organoId !== null && !cuerpos.includes(dia.organoId)) continue
    if (dia.ambito === "base" && !observaBase(organo)) continue
    if (dia.ambito !== "institucion") comunes.add(dia.fecha)
    else if (dia.institucionId !== null) {
      propios.set(dia.institucionId, [...(propios.get(dia.institucionId) ?? []), dia])
    }
  }
  const known = new Map<string, Inhabiles>()
  return {
    organo: comunes,
    de(institucionId) {
      const days = propios.get(institucionId)
      if (days === undefined) return comunes
      const both = known.get(institucionId) ?? new Set([...comunes, ...days.map((dia) => dia.fecha)])
      known.set(institucionId, both)
      return both
    },
  }
}

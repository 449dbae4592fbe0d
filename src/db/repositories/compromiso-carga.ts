import { z } from "zod"
import { fueAdoptado } from "../../domain/compromiso/exigible.ts"
import type { CargaInstitucion } from "../../domain/recordatorio/cumplimiento.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import type { Session } from "../base/client.ts"
import { isUuid } from "../base/values.ts"
import { adopcionOf, CON_VOTACIONES } from "../base/votacion-rows.ts"

const fila = z.object({
  institucionId: z.string().nullable(),
  abiertos: z.int(),
  vencidos: z.int(),
  vencidoDesde: z.string().nullable(),
  porVencer: z.int(),
  enValidacion: z.int(),
  origenes: z.array(z.enum(["registro", "comunicado", "demo"])),
})

/**
 * One pass over what is on somebody's desk, by the words of `contarDebidos` (src/domain/compromiso/cuenta.ts): an acuerdo
 * that is informative, cancelled or not adopted asks for nothing.
 */
export async function cargaPorInstitucion(
  session: Session,
  organoId: string,
  { hoy, hasta }: { readonly hoy: Fecha; readonly hasta: Fecha },
): Promise<readonly CargaInstitucion[]> {
  if (!isUuid(organoId)) return []
  const sinAdoptar = await acuerdosSinAdoptar(session, organoId)
  const rows = await session.queries().$queryRaw`
    WITH "carga" AS (
      SELECT c."institucion_id", c."fecha_vigente" AS "fecha", c."origen",
        c."estado" = 'en_validacion' AS "en_validacion",
        c."estado" <> 'en_validacion' AS "abierto"
      FROM "compromiso" c JOIN "acuerdo" a ON a."id" = c."acuerdo_id"
      WHERE a."organo_id" = ${organoId}::uuid AND a."tipo" <> 'informativo' AND a."estado" <> 'cancelado'
        AND a."id" <> ALL(${sinAdoptar}::uuid[])
        AND c."estado" IN ('pendiente', 'en_proceso', 'en_validacion')
    )
    SELECT "institucion_id"::text AS "institucionId",
      count(*) FILTER (WHERE "abierto")::int AS "abiertos",
      count(*) FILTER (WHERE "abierto" AND "fecha" < ${hoy}::date)::int AS "vencidos",
      (min("fecha") FILTER (WHERE "abierto" AND "fecha" < ${hoy}::date))::text AS "vencidoDesde",
      count(*) FILTER (WHERE "abierto" AND "fecha" BETWEEN ${hoy}::date AND ${hasta}::date)::int AS "porVencer",
      count(*) FILTER (WHERE "en_validacion")::int AS "enValidacion",
      array_agg(DISTINCT "origen"::text) AS "origenes"
    FROM "carga" GROUP BY "institucion_id"`
  return z.array(fila).parse(rows)
}

/** The few that were put to the vote and not approved, by the rule that every other place asks. */
async function acuerdosSinAdoptar(session: Session, organoId: string): Promise<string[]> {
  const votados = await session.queries().acuerdo.findMany({
    where: { organoId, votaciones: { some: {} } },
    select: { id: true, ...CON_VOTACIONES },
  })
  return votados
    .filter(({ votaciones }) => !fueAdoptado({ adopcion: adopcionOf(votaciones) }))
    .map(({ id }) => id)
}

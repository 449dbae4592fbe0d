import type { Termino } from "../../domain/acuerdo/palabras.ts"
import type { AcuerdosHallados, BusquedaAcuerdos } from "../../ports/repositories/acuerdo.ts"
import type { Session } from "../base/client.ts"
import { acuerdoOf, conAcuerdo } from "../base/rows.ts"

/** Its words, with and without accents: the expression of its index. */
const PALABRAS = `"palabras_de"(a."texto")`

/**
 * `veAcuerdo` in SQL, by the level that holds: the strictest of the acuerdo, its item and its session. Once it is closed,
 * that a session was held is public, unless it is internal. `$3`: all; `$4`: also for members; `$5`: or these are responsible.
 * A yes or no goes as text: the built-in database takes no word where a boolean is asked for.
 */
const LO_VE = `($3::text::boolean OR (
  a."difusion" <> 'interna' AND s."difusion" <> 'interna' AND s."estado" = 'clausurada'
  AND (p."id" IS NULL OR (p."fue_incluido" AND p."difusion" <> 'interna'))
  AND ($4::text::boolean
    OR (a."difusion" = 'publica' AND (p."id" IS NULL OR p."difusion" = 'publica'))
    OR EXISTS (SELECT FROM "compromiso" c
      WHERE c."acuerdo_id" = a."id" AND (c."institucion_id" = ANY(string_to_array($5, ',')::uuid[])
        OR c."corresponsables" && string_to_array($5, ',')::uuid[])))))`

const BUSCAR = `
  SELECT a."id", count(*) OVER () AS "total"
  FROM "acuerdo" a JOIN "sesion" s ON s."id" = a."sesion_id"
  LEFT JOIN "punto_orden_dia" p ON p."id" = a."punto_id"
  WHERE a."organo_id" = $1::uuid AND ${PALABRAS} @@ to_tsquery('spanish', $2) AND ${LO_VE}
  ORDER BY (CASE WHEN $6::text::boolean THEN ts_rank(${PALABRAS}, to_tsquery('spanish', $2)) END) DESC NULLS LAST,
    s."fecha" DESC NULLS FIRST, a."sesion_id", a."numero", a."id"
  LIMIT $7::int OFFSET $8::int`

export async function buscarAcuerdos(
  session: Session,
  { organoId, terminos, con, lector, limit, offset }: BusquedaAcuerdos,
): Promise<AcuerdosHallados> {
  if (terminos.length === 0) return { acuerdos: [], total: 0 }
  const todos = lector.kind === "todos"
  const found = await session.query(BUSCAR, [
    organoId,
    terminos.map(consultaDe).join(con === "todos" ? " & " : " | "),
    String(todos),
    String(todos || lector.integra),
    todos ? "" : lector.instituciones.join(","),
    String(con === "alguno"),
    String(limit),
    String(offset),
  ])
  const ids = found.map(({ id }) => String(id))
  const rows = await session.queries().acuerdo.findMany({ where: { id: { in: ids } }, include: conAcuerdo })
  const porId = new Map(rows.map((row) => [row.id, acuerdoOf(row)]))
  return {
    acuerdos: ids.flatMap((id) => porId.get(id) ?? []),
    total: Number(found[0]?.total ?? 0),
  }
}

/** Any of its forms, or a word that begins like it: a term holds letters and digits alone. */
const consultaDe = ({ formas }: Termino): string => `(${formas.map((forma) => `${forma}:*`).join(" | ")})`

import { CONSULTA } from "../../domain/mensaje/hechos.ts"
import type { Persona } from "../../domain/tipos/directorio.ts"
import type {
  Asiento,
  AsientoSellado,
  EventoRepository,
  FiltroBitacora,
} from "../../ports/repositories/bitacora.ts"
import type { Queries } from "../base/client.ts"
import { personaOf } from "../base/rows.ts"
import { instanteOf } from "../base/values.ts"
import { Prisma } from "../generated/client.ts"

type Buscado = Awaited<ReturnType<EventoRepository["buscar"]>>

export async function buscarAsientos(
  db: Queries,
  filtro: FiltroBitacora,
  { pagina, porPagina }: { readonly pagina: number; readonly porPagina: number },
): Promise<Buscado> {
  const donde = Prisma.join(condiciones(filtro), " AND ")
  const [cuenta] = await db.$queryRaw<readonly { readonly total: bigint }[]>`
    SELECT count(*) AS "total" FROM "evento" e WHERE ${donde}`
  const filas = await db.$queryRaw<readonly (Omit<Asiento, "instante"> & { readonly instante: Date })[]>`
    SELECT e."tipo", e."objeto", e."persona_id"::text AS "personaId", e."plataforma", e."cuenta", e."lugar", e."orden",
      e."instante", (SELECT c."nombre" FROM "canal" c
        WHERE c."adapter" = e."plataforma" AND c."workspace" || '/' || c."channel" = e."lugar" LIMIT 1) AS "canal"
    FROM "evento" e WHERE ${donde} ORDER BY e."secuencia" DESC LIMIT ${porPagina} OFFSET ${(pagina - 1) * porPagina}`
  return {
    total: Number(cuenta?.total ?? 0),
    asientos: filas.map((fila) => ({ ...fila, instante: instanteOf(fila.instante) })),
  }
}

function condiciones(filtro: FiltroBitacora): readonly Prisma.Sql[] {
  const { organoId, sesionId, institucionId, personaId, desde, antesDe, tipos } = filtro
  return [
    Prisma.sql`(e."organo_id" = ${organoId}::uuid OR e."organo_id" IS NULL)`,
    ...(sesionId === undefined ? [] : [sobre(deSesion(sesionId))]),
    ...(institucionId === undefined ? [] : [deInstitucion(organoId, institucionId)]),
    ...(personaId === undefined ? [] : [Prisma.sql`e."persona_id" = ${personaId}::uuid`]),
    ...(desde === undefined ? [] : [Prisma.sql`e."instante" >= ${new Date(desde)}`]),
    ...(antesDe === undefined ? [] : [Prisma.sql`e."instante" < ${new Date(antesDe)}`]),
    ...(tipos === undefined ? [] : [Prisma.sql`e."tipo" = ANY (${[...tipos]}::text[])`]),
  ]
}

/** What was done to one of these, or told of it. */
const sobre = (asuntos: Prisma.Sql) =>
  Prisma.sql`e."objeto" IN (SELECT p || a."asunto" FROM (${asuntos}) a, unnest(ARRAY['', ${CONSULTA}]) p)`

const deSesion = (id: string) => Prisma.sql`
  SELECT 'sesion:' || ${id}::uuid AS "asunto"
  UNION ALL SELECT 'acuerdo:' || "id" FROM "acuerdo" WHERE "sesion_id" = ${id}::uuid
  UNION ALL SELECT 'compromiso:' || c."id" FROM "compromiso" c JOIN "acuerdo" a ON a."id" = c."acuerdo_id"
    WHERE a."sesion_id" = ${id}::uuid`

const deInstitucion = (organoId: string, id: string) => Prisma.sql`(
  e."persona_id" IN (SELECT "persona_id" FROM "designacion"
    WHERE "institucion_id" = ${id}::uuid AND "organo_id" = ${organoId}::uuid)
  OR ${sobre(Prisma.sql`
    SELECT 'institucion:' || ${id}::uuid AS "asunto"
    UNION ALL SELECT 'compromiso:' || "id" FROM "compromiso"
      WHERE "institucion_id" = ${id}::uuid OR ${id}::uuid = ANY("corresponsables")`)})`

export async function quienesActuaron(db: Queries, organoId: string): Promise<readonly Persona[]> {
  const rows = await db.persona.findMany({
    where: { eventos: { some: { organoId } } },
    orderBy: { nombre: "asc" },
  })
  return rows.map(personaOf)
}

export async function asientosSellados(
  db: Queries,
  organoId: string,
  tipos: readonly string[],
): Promise<readonly AsientoSellado[]> {
  const filas = await db.$queryRaw<
    readonly (Omit<AsientoSellado, "instante" | "posicion"> & {
      readonly instante: Date
      readonly posicion: bigint | null
    })[]
  >`
    SELECT e."tipo", e."objeto", e."persona_id"::text AS "personaId", e."instante", s."posicion", s."huella"
    FROM "evento" e LEFT JOIN "eslabon" s ON s."tabla" = 'evento' AND s."clave" = e."id"::text
    WHERE e."organo_id" = ${organoId}::uuid AND e."tipo" = ANY (${[...tipos]}::text[]) ORDER BY e."secuencia"`
  return filas.map((fila) => ({
    ...fila,
    instante: instanteOf(fila.instante),
    posicion: fila.posicion === null ? null : Number(fila.posicion),
  }))
}

export async function cuantosDeCadaTipo(db: Queries, organoId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db.evento.groupBy({ by: ["tipo"], where: { organoId }, _count: true })
  return new Map(rows.map(({ tipo, _count }) => [tipo, _count]))
}

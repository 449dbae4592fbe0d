import type { CabezaBitacora, RegistroRepository, SelloDeTiempo } from "../../ports/repositories/bitacora.ts"
import type { Queries, Session } from "../base/client.ts"
import { dateOf, fechaOf, instanteOf } from "../base/values.ts"

/** Links read at a time. */
const PAGE = 1_000
/** Decades of a log, on a slow disk. */
const TIMEOUT_MS = 30 * 60_000

export function registroRepository(session: Session): RegistroRepository {
  const db = () => session.queries()
  return {
    huellas: (leer) =>
      deUnMomento(session, async (queries) => {
        for await (const rows of paginas(queries, HUELLAS)) leer(rows.map(({ dato }) => dato))
      }),
    exportar: (escribir) =>
      deUnMomento(session, async (queries) => {
        const lines = [CABEZAS, SIN_ESLABON]
        for (const sql of lines)
          for (const { dato } of await queries.$queryRawUnsafe<readonly Dato[]>(sql)) escribir(dato)
        for await (const rows of paginas(queries, ESLABONES)) for (const { dato } of rows) escribir(dato)
      }),
    async longitud() {
      // Positions have no gaps, and the last one is at the end of their index.
      const { _max } = await db().eslabon.aggregate({ _max: { posicion: true } })
      return Number(_max.posicion ?? 0)
    },
    async ultimaCabeza() {
      const found = await db().cabezaBitacora.findFirst({ orderBy: { fecha: "desc" } })
      return (
        found && {
          ...found,
          fecha: fechaOf(found.fecha),
          tamano: Number(found.tamano),
          calculadaEn: instanteOf(found.calculadaEn),
        }
      )
    },
    async asentarCabeza(cabeza: CabezaBitacora) {
      const { fecha, tamano, calculadaEn, ...rest } = cabeza
      const data = {
        ...rest,
        fecha: dateOf(fecha),
        tamano: BigInt(tamano),
        calculadaEn: new Date(calculadaEn),
      }
      await db().cabezaBitacora.createMany({ data: [data], skipDuplicates: true })
    },
    async sello(fecha) {
      const found = await db().selloDeTiempo.findUnique({ where: { fecha: dateOf(fecha) } })
      return found && { ...found, fecha, recibidaEn: instanteOf(found.recibidaEn) }
    },
    async asentarSello({ fecha, autoridad, respuesta, recibidaEn }: SelloDeTiempo) {
      const data = {
        fecha: dateOf(fecha),
        autoridad,
        respuesta: Uint8Array.from(respuesta),
        recibidaEn: new Date(recibidaEn),
      }
      await db().selloDeTiempo.createMany({ data: [data], skipDuplicates: true })
    },
  }
}

interface Dato {
  readonly dato: string
}
interface Fila extends Dato {
  readonly posicion: bigint
}

/** All that the pages show is of one moment, after what was waiting for its link got it. */
async function deUnMomento<T>(session: Session, work: (queries: Queries) => Promise<T>): Promise<T> {
  await session.query(`SELECT "sellar_pendientes"()`, [])
  return session.transaction(async (queries) => {
    await queries.$executeRaw`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY`
    return work(queries)
  }, TIMEOUT_MS)
}

async function* paginas(queries: Queries, sql: string): AsyncGenerator<readonly Fila[]> {
  for (let last = 0n; ; ) {
    const rows = await queries.$queryRawUnsafe<readonly Fila[]>(sql, last, PAGE)
    if (rows.length > 0) yield rows
    const end = rows.at(-1)
    if (end === undefined || rows.length < PAGE) return
    last = end.posicion
  }
}

const HUELLAS = `
  SELECT "posicion", "huella" AS "dato" FROM "eslabon" WHERE "posicion" > $1 ORDER BY "posicion" LIMIT $2`

const ESLABONES = `
  SELECT e."posicion", jsonb_build_object('eslabon', to_jsonb(e), 'fila', CASE WHEN NOT EXISTS (
      SELECT 1 FROM "eslabon" o
      WHERE o."tabla" = e."tabla" AND o."clave" = e."clave" AND o."posicion" > e."posicion"
    ) THEN "fila_actual"(e."tabla", e."clave") END)::text AS "dato"
  FROM "eslabon" e WHERE e."posicion" > $1 ORDER BY e."posicion" LIMIT $2`

const CABEZAS = `
  SELECT jsonb_build_object('cabeza',
    jsonb_build_object('fecha', c."fecha", 'tamano', c."tamano", 'raiz', c."raiz", 'calculada_en', c."calculada_en",
      'sello', translate(encode(s."respuesta", 'base64'), E'\\n', '')))::text AS "dato"
  FROM "cabeza_bitacora" c LEFT JOIN "sello_de_tiempo" s USING ("fecha") ORDER BY c."fecha"`

const SIN_ESLABON = `
  SELECT jsonb_build_object('sin_eslabon', jsonb_build_object('tabla', f."tabla", 'clave', f."clave"))::text AS "dato"
  FROM (
    SELECT 'evento' AS "tabla", "id"::text AS "clave" FROM "evento"
    UNION ALL SELECT 'acuse', "id"::text FROM "acuse"
    UNION ALL SELECT 'avance', "id"::text FROM "avance"
    UNION ALL SELECT 'resumen_sesion', "id"::text FROM "resumen_sesion"
    UNION ALL SELECT 'voto', "votacion_id" || '/' || "institucion_id" FROM "voto"
  ) f LEFT JOIN "eslabon" e USING ("tabla", "clave") WHERE e."posicion" IS NULL`

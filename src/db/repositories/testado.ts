import { z } from "zod"
import type { Hallazgo, TestadoRepository } from "../../ports/testado.ts"
import type { Session } from "../base/client.ts"
import type { SqlParameter } from "../engine/engine.ts"

export function testadoRepository(session: Session): TestadoRepository {
  const rows = (sql: string, params: readonly SqlParameter[]) => callada(session.query(sql, params))
  return {
    async buscar(organoId, frase) {
      return (await rows(BUSCAR, [organoId, frase])).map(hallazgoOf)
    },
    async nombraAlgo(organoId, frase) {
      const [row] = await rows(NOMBRES, [organoId, frase])
      return row?.nombra === true
    },
    async deRegistro(organoId, clave) {
      const found = await rows(DE_REGISTRO, [organoId, clave])
      return found.map((row) => ({
        tabla: String(row.tabla),
        clave: String(row.clave),
        campo: String(row.campo),
        hoja: 1,
        inicio: 0,
        largo: 0,
      }))
    },
    async leer(organoId, { tabla, campo, clave, hoja, inicio, largo }) {
      const [row] = await rows(LEER, [organoId, tabla, clave, campo, hoja])
      const texto = typeof row?.texto === "string" ? row.texto : null
      if (texto === null || largo === 0) return texto
      // As the database counts: characters, not halves of them.
      const leido = [...texto].slice(inicio - 1, inicio - 1 + largo)
      return leido.length === largo ? leido.join("") : null
    },
    async testar({ organoId, reemplazo, personaId, ...acto }, frase) {
      const dicho = JSON.stringify({ ...acto, persona: personaId, ...session.origen() })
      const [row] = await rows(TESTAR, [organoId, frase, reemplazo, dicho])
      return testadoSchema.parse(row?.dicho ?? null)
    },
    async depurar(terminos, { simular, ...cuando }) {
      const acto = JSON.stringify({ ...cuando, ...session.origen() })
      const [row] = await rows(DEPURAR, [JSON.stringify(terminos), simular, acto])
      return depuradoSchema.parse(row?.dicho)
    },
  }
}

const testadoSchema = z
  .object({
    lugares: z.record(z.string(), z.number()),
    posiciones: z.array(z.number()),
    entregas: z.array(z.string()),
  })
  .nullable()

const instante = z
  .string()
  .transform((written) => new Date(written).toISOString())
  .nullable()
const depuradoSchema = z.object({
  borradores: z.number(),
  recibidos: z.number(),
  entregas: z.number(),
  bitacora: z.number(),
  desde: instante,
  hasta: instante,
})

/** What an error of the database says may be the row itself: only its code goes on. */
async function callada<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (error) {
    throw new Error(`the database refused to look for a text or to take it out: ${codigoDe(error)}`)
  }
}

function codigoDe(error: unknown): string {
  const { code, meta } = error as { readonly code?: unknown; readonly meta?: { readonly code?: unknown } }
  return [code, meta?.code].filter((one) => typeof one === "string").join(" ") || "unknown"
}

function hallazgoOf(row: Readonly<Record<string, unknown>>): Hallazgo {
  const [tabla, clave, campo] = [String(row.tabla), String(row.clave), String(row.campo)]
  const numero = (name: string) => Number(row[name])
  return {
    tabla,
    clave,
    campo,
    nombre: typeof row.nombre === "string" ? row.nombre : null,
    lugar:
      row.hoja === null
        ? null
        : {
            tabla,
            clave,
            campo,
            hoja: numero("hoja"),
            inicio: numero("inicio"),
            largo: numero("largo"),
          },
  }
}

const BUSCAR = `
  SELECT h."tabla", h."clave", h."campo", h."nombre", u."hoja"::int, u."inicio", u."largo"
  FROM "buscar_texto"($1::uuid, $2::text) h LEFT JOIN LATERAL (
    SELECT "hoja", position(dicho IN "texto") AS "inicio", length(dicho) AS "largo"
    FROM "hojas_de"(h."dato"), LATERAL substring("texto" FROM '(?i)' || "testar_patron"($2::text)) dicho
    WHERE dicho IS NOT NULL ORDER BY "hoja" LIMIT 1
  ) u ON true`

const NOMBRES = `
  SELECT EXISTS (
    SELECT 1 FROM (
      SELECT "clave" AS n FROM "sesion" WHERE "organo_id" = $1::uuid
      UNION ALL SELECT "clave" FROM "acuerdo" WHERE "organo_id" = $1::uuid
      UNION ALL SELECT "clave" FROM "compromiso" WHERE "organo_id" = $1::uuid
      UNION ALL SELECT "clave" FROM "canal" WHERE "organo_id" = $1::uuid
      UNION ALL SELECT unnest(ARRAY["clave", "nombre_oficial", "nombre_corto"]) FROM "organo" WHERE "id" = $1::uuid
      UNION ALL SELECT unnest(ARRAY["siglas", "nombre"]) FROM "institucion"
      UNION ALL SELECT "texto" FROM "alias_institucion"
      UNION ALL SELECT unnest(ARRAY[p."clave", p."nombre", p."cargo"]) FROM "persona" p
        JOIN "designacion" d ON d."persona_id" = p."id" WHERE d."organo_id" = $1::uuid
    ) dichos WHERE n ~* "testar_patron"($2::text)
  ) AS "nombra"`

const DE_REGISTRO = `SELECT * FROM "textos_de_registro"($1::uuid, $2::text)`

const LEER = `
  SELECT "texto" FROM "hojas_de"("dato_en"($1::uuid, $2::text, $3::text, $4::text)) WHERE "hoja" = $5::int`

const DEPURAR = `SELECT "depurar"($1::jsonb, $2::boolean, $3::jsonb) AS "dicho"`

const TESTAR = `SELECT "testar"($1::uuid, $2::text, $3::text, $4::jsonb) AS "dicho"`

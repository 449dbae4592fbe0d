import type { Sql } from "../sql.ts"
import type { Azar } from "./azar.ts"
import { type Lugar, TABLAS } from "./oraculo.ts"

/** Any word that was planted, in whatever letters a platform shows it. */
export const CANARIO = /canario[a-z]{4}/giu

/** Letters alone, so that nothing takes it for a datum. */
function palabra(n: number): string {
  const letras = [n, n / 26, n / 676, n / 17_576].map((m) => String.fromCharCode(97 + (Math.floor(m) % 26)))
  return `canario${letras.join("")}`
}

/** A word of its own in every text that somebody wrote, whatever it belongs to. The map says where each one is. */
export async function plantar(sql: Sql): Promise<ReadonlyMap<string, Lugar>> {
  const lugares = new Map<string, Lugar>()
  const nueva = (lugar: Lugar) => {
    const una = palabra(lugares.size)
    lugares.set(una, lugar)
    return una
  }
  for (const [tabla, { columnas, llave = "x.id::text" }] of Object.entries(TABLAS))
    for (const columna of columnas) {
      const filas = await sql.rows(
        `SELECT ${llave} AS llave FROM ${tabla} x WHERE x.${columna} IS NOT NULL ORDER BY x.${columna}, 1`,
      )
      const llaves = filas.map((fila) => String(fila.llave))
      const palabras = llaves.map((cual) => nueva({ tabla, columna, llave: cual }))
      const con =
        columna === "url"
          ? "replace(x.url, 'https://', 'https://' || n.w || '.')"
          : `n.w || ' ' || x.${columna}`
      await sql.rows(
        `UPDATE ${tabla} x SET ${columna} = ${con} FROM unnest($1::text[], $2::text[]) AS n (k, w) WHERE ${llave} = n.k`,
        [llaves, palabras],
      )
    }
  for (const { id } of await sql.rows("SELECT id::text FROM resumen_sesion ORDER BY version, 1")) {
    const una = nueva({ tabla: "resumen_sesion", columna: "contenido", llave: String(id) })
    await sql.rows(
      `UPDATE resumen_sesion SET contenido = regexp_replace(contenido::text, '"texto": "', '"texto": "' || $2 || ' ', 'g')::jsonb
      WHERE id = $1::uuid`,
      [id, una],
    )
  }
  for (const { id } of await sql.rows("SELECT id::text FROM persona ORDER BY clave")) {
    const una = nueva({ tabla: "cuenta_chat", columna: "user", llave: String(id) })
    await sql.rows(
      `INSERT INTO cuenta_chat (id, adapter, workspace, "user", persona_id, vinculada_en)
      VALUES (gen_random_uuid(), 'slack', 'T0CANARIO', $2, $1::uuid, now())`,
      [id, una],
    )
  }
  return lugares
}

/** What becomes of an internal session: its clave is one that no visible one is like. */
export const OCULTA = "SO-77"
/** And this one is nobody's. */
export const INEXISTENTE = "SO-88"

/** Each session, item, agreement and document gets a level by lot, and one session a place in its life. */
export async function repartirNiveles(sql: Sql, azar: Azar): Promise<void> {
  const nivel = () =>
    azar.segun([
      [3, "interna"],
      [4, "integrantes"],
      [3, "publica"],
    ] as const)
  for (const tabla of ["sesion", "punto_orden_dia", "acuerdo", "documento"])
    for (const { id } of await sql.rows(`SELECT id::text FROM ${tabla} ORDER BY id`))
      if (azar.cae(0.7))
        await sql.rows(`UPDATE ${tabla} SET difusion = $2::difusion WHERE id = $1::uuid`, [id, nivel()])
  await sql.run(azar.segun(VIDAS))
  if (azar.cae(0.4)) await sql.run(DE_LA_SUBCOMISION)
  await sql.run(`UPDATE sesion SET clave = '${OCULTA}', numero = 77 WHERE clave = 'SO-23' AND difusion = 'interna';
    UPDATE acuerdo a SET clave = replace(a.clave, 'SO-23', '${OCULTA}'),
      clave_normalizada = replace(a.clave_normalizada, '23', '77') FROM sesion s WHERE s.id = a.sesion_id AND s.clave = '${OCULTA}';
    UPDATE compromiso c SET clave = replace(c.clave, 'SO-23', '${OCULTA}') FROM acuerdo a
      WHERE a.id = c.acuerdo_id AND a.clave LIKE '%${OCULTA}%'`)
}

const SIN_PUBLICAR = `DELETE FROM resumen_sesion WHERE version > 1;
  UPDATE resumen_sesion SET estado = 'borrador', publicado_en = NULL; DELETE FROM evento WHERE tipo = 'resumen.publicado';
  UPDATE sesion SET clausurada_en = '2024-02-16T20:00:00Z' WHERE clave = 'SO-21'`
const ABIERTA = `UPDATE sesion SET estado = 'instalada', clausurada_en = NULL WHERE clave = 'SO-23';
  ${SIN_PUBLICAR}; UPDATE votacion SET cerrada_en = NULL, resultado = NULL WHERE modo = 'nominal'`
const VIDAS: readonly (readonly [number, string])[] = [
  [3, "SELECT 1"],
  [3, SIN_PUBLICAR],
  [2, ABIERTA],
]

/** The extraordinary session, with all that came of it, is another body's. */
const DE_LA_SUBCOMISION = [
  "sesion WHERE clave = 'SE-1'",
  "acuerdo WHERE clave LIKE 'CI/SE-1/%'",
  "compromiso WHERE clave LIKE 'CI/SE-1/%'",
]
  .map((donde) => {
    const [tabla, ...resto] = donde.split(" ")
    return `UPDATE ${tabla} SET organo_id = (SELECT id FROM organo WHERE clave = 'subcomision-consultiva') ${resto.join(" ")}`
  })
  .join("; ")

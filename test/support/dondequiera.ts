import type { Sql } from "./sql.ts"

/** Every column of every table that says it, whatever its case: `acuerdo.texto (2)`. The schema is walked, not listed. */
export async function dondequiera(sql: Sql, frase: string): Promise<readonly string[]> {
  const columnas = await sql.rows(`
    SELECT table_name AS tabla, column_name AS columna FROM information_schema.columns
    WHERE table_schema = current_schema() ORDER BY 1, 2`)
  const hallados: string[] = []
  for (const { tabla, columna } of columnas) {
    const [fila] = await sql.rows(
      `SELECT count(*)::int AS n FROM "${tabla}" WHERE position(lower($1) IN lower("${columna}"::text)) > 0`,
      [frase],
    )
    if (fila?.n !== 0) hallados.push(`${tabla}.${columna} (${fila?.n})`)
  }
  return hallados
}

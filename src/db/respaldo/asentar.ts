import { randomUUID } from "node:crypto"
import type { TipoEvento } from "../../domain/tipos/bitacora.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { SqlConnection } from "../engine/migrate.ts"
import type { Cabecera } from "./formato.ts"

const TIPO: TipoEvento = "datos.restaurados"

/**
 * Leaves on record that these data came back from a backup, by the restored database itself: its chain goes on with this.
 * By hand, and not by the repositories: the tables are still those of the backup's version.
 */
export async function asentarRestauracion(
  connection: SqlConnection,
  { tomado }: Cabecera,
  {
    now,
    cuenta,
    lugar,
    enDuda,
  }: {
    readonly now: Instante
    readonly cuenta: string
    readonly lugar: string
    readonly enDuda: number
  },
): Promise<void> {
  await connection.rows(
    `INSERT INTO "restauracion" ("id", "tomado_en", "restaurado_en") VALUES ($1::uuid, $2::timestamptz, $3::timestamptz)`,
    [randomUUID(), tomado, now],
  )
  await connection.rows(
    `INSERT INTO "evento" ("id", "tipo", "objeto", "plataforma", "cuenta", "lugar", "orden", "despues", "instante")
     VALUES ($1::uuid, $2, 'instalacion:datos', 'cli', $3, $4, 'restaurar', $5::text::jsonb, $6::timestamptz)`,
    [randomUUID(), TIPO, cuenta, lugar, JSON.stringify({ tomado, enDuda }), now],
  )
}

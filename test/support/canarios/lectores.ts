import type { Sql } from "../sql.ts"

/** A post of whoever reads: where, as what, for which institution. */
export interface Cargo {
  readonly organo: string
  readonly calidad: string
  readonly institucion: string | null
}

/** Who comes to read something: a person by an account, or all who are in a channel. */
export interface Lector {
  readonly nombre: string
  readonly cargos: readonly Cargo[]
}

const NADIE = "nadie"

/** Persons whom the demonstration does not have: clave, capacity, body, siglas, since when, until when. */
const AÑADIDAS: readonly (readonly [string, string, string, string, string, string | null])[] = [
  ["suple-presidencia", "suplente", "ci-trata", "SEGOB", "2024-01-01", null],
  ["invitada", "invitado_especial", "ci-trata", "CNDH", "2024-01-01", null],
  ["contraloria", "organo_interno_de_control", "ci-trata", "SEGOB", "2024-01-01", null],
  ["transparencia", "unidad_de_transparencia", "ci-trata", "SEGOB", "2024-01-01", null],
  ["st-sub", "secretaria_tecnica", "subcomision-consultiva", "SSPC", "2024-01-01", null],
  ["enlace-sub", "enlace", "subcomision-consultiva", "SSPC", "2024-01-01", null],
  ["de-grupo", "enlace", "grupo-capacitacion", "STPS", "2024-01-01", null],
  ["ya-no", "enlace", "ci-trata", "SRE", "2024-01-01", "2024-03-01"],
]

/** Registers them, each with an account in the console. */
export async function registrarLectores(sql: Sql): Promise<void> {
  for (const [clave, calidad, organo, siglas, desde, hasta] of AÑADIDAS)
    await sql.rows(
      `WITH p AS (INSERT INTO persona (id, clave, nombre, origen) VALUES (gen_random_uuid(), $1, $1, 'demo') RETURNING id),
        c AS (INSERT INTO cuenta_chat (id, adapter, workspace, "user", persona_id, vinculada_en)
          SELECT gen_random_uuid(), 'consola', 'demo', $1, id, now() FROM p)
      INSERT INTO designacion (id, persona_id, organo_id, institucion_id, calidad, oficio, desde, hasta)
        SELECT gen_random_uuid(), p.id, o.id, i.id, $2::calidad, 'OF/' || $1, $5::date, $6::date
        FROM p, organo o, institucion i WHERE o.clave = $3 AND i.siglas = $4`,
      [clave, calidad, organo, siglas, desde, hasta],
    )
}

/**
 * Every person by their account, with the posts that they hold; and one whom nobody knows. A suplente without oficio
 * does not stand in for anybody yet; one of the institution that presides has what the presidencia has.
 */
export async function personasQueLeen(sql: Sql, hoy: string): Promise<ReadonlyMap<string, Lector>> {
  const filas = await sql.rows(
    `SELECT c."user", o.clave AS organo, d.calidad::text, i.siglas,
      d.calidad = 'suplente' AND d.oficio IS NOT NULL AND EXISTS (SELECT 1 FROM integrante m WHERE m.organo_id = d.organo_id
        AND m.institucion_id = d.institucion_id AND m.rol = 'presidencia') AS suple
    FROM cuenta_chat c LEFT JOIN designacion d ON d.persona_id = c.persona_id AND d.desde <= $1::date
      AND coalesce(d.hasta, 'infinity') >= $1::date
    LEFT JOIN organo o ON o.id = d.organo_id LEFT JOIN institucion i ON i.id = d.institucion_id
    WHERE c.adapter = 'consola' AND c.workspace = 'demo' ORDER BY 1, 2, 3, 4`,
    [hoy],
  )
  const leen = new Map<string, Lector>([[NADIE, { nombre: NADIE, cargos: [] }]])
  for (const { user, organo, calidad, siglas, suple } of filas) {
    const nombre = String(user)
    const previos = leen.get(nombre)?.cargos ?? []
    const cargos = organo === null ? [] : cargosDe(String(organo), String(calidad), siglas, suple === true)
    leen.set(nombre, { nombre, cargos: [...previos, ...cargos] })
  }
  return leen
}

function cargosDe(organo: string, calidad: string, siglas: unknown, suple: boolean): readonly Cargo[] {
  const cargo = { organo, calidad, institucion: siglas === null ? null : String(siglas) }
  return suple ? [cargo, { ...cargo, calidad: "presidencia" }] : [cargo]
}

const DE_CANAL: Readonly<Record<string, string>> = {
  secretaria_tecnica: "secretaria_tecnica",
  integrantes: "enlace",
  institucion: "enlace",
}
/** Of a body in which it has no seat, what it owes to it. */
const RESPONSABLE = "responsable"

/**
 * What all who are in a channel may read: in that of an institution, what an enlace of it may, in the body and in those
 * under it in which it sits; of the others, what it owes.
 */
export async function canalesQueLeen(sql: Sql): Promise<ReadonlyMap<string, Lector>> {
  const filas = await sql.rows(
    `WITH RECURSIVE bajo AS (SELECT id AS arriba, id, clave FROM organo
        UNION ALL SELECT b.arriba, o.id, o.clave FROM organo o JOIN bajo b ON o.padre_id = b.id)
    SELECT c.channel, c.audiencia::text, i.siglas, b.clave AS organo, b.id = c.organo_id OR c.audiencia <> 'institucion'
      OR EXISTS (SELECT 1 FROM integrante m WHERE m.organo_id = b.id AND m.institucion_id = c.institucion_id) AS sentada
    FROM canal c JOIN bajo b ON b.arriba = c.organo_id
    LEFT JOIN institucion i ON i.id = c.institucion_id
    WHERE b.id = c.organo_id OR c.audiencia IN ('secretaria_tecnica', 'institucion')`,
  )
  const leen = new Map<string, Lector>()
  for (const { channel, audiencia, siglas, organo, sentada } of filas) {
    const nombre = `#${channel}`
    const calidad = sentada === true ? DE_CANAL[String(audiencia)] : RESPONSABLE
    const institucion = siglas === null ? null : String(siglas)
    const cargos = calidad === undefined ? [] : [{ organo: String(organo), calidad, institucion }]
    leen.set(nombre, { nombre, cargos: [...(leen.get(nombre)?.cargos ?? []), ...cargos] })
  }
  return leen
}

import { type Cubeta, cargar, tomar } from "../../domain/limites/cubeta.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { LimiteRepository, TomaDeLimite } from "../../ports/limites.ts"
import type { Session } from "../base/client.ts"
import { storable } from "../base/values.ts"

/**
 * Each as it stands, full where it is new, and nobody else's until the transaction ends: the update changes nothing and
 * locks. In the one order of the names, so that two who take of the same wait for each other instead of locking each other
 * out.
 */
const LOCK = `
  INSERT INTO "uso_limite" ("clase", "ambito", "clave", "fichas", "en")
  SELECT "c", "a", "k", "f"::float8, "e"::timestamptz
  FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) AS "toma" ("c", "a", "k", "f", "e")
  ON CONFLICT ("clase", "ambito", "clave") DO UPDATE SET "en" = "uso_limite"."en"
  RETURNING "clase", "ambito", "clave", "fichas", "en"`

const WRITE = `
  UPDATE "uso_limite" SET "fichas" = "toma"."f"::float8, "en" = "toma"."e"::timestamptz
  FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) AS "toma" ("c", "a", "k", "f", "e")
  WHERE ("clase", "ambito", "clave") = ("c", "a", "k")`

interface Fila {
  readonly toma: TomaDeLimite
  readonly cubeta: Cubeta
}

export function limiteRepository(session: Session): LimiteRepository {
  return {
    tomar: (tomas, now) =>
      session.transaction(async () => {
        const ahora = Date.parse(now)
        const filas = await bloqueadas(session, tomas, now)
        const tomadas: Fila[] = []
        const agotadas: { readonly toma: TomaDeLimite; readonly espera: number }[] = []
        for (const { toma, cubeta } of filas) {
          const result = tomar(cubeta, toma.capacidad, ahora, toma.n)
          if (result.kind === "agotada") agotadas.push({ toma, espera: result.espera })
          else tomadas.push({ toma, cubeta: result.cubeta })
        }
        const [peor] = agotadas.toSorted((a, b) => b.espera - a.espera)
        if (peor !== undefined) return { kind: "agotada", ...peor }
        await session.query(WRITE, columnas(tomadas))
        return { kind: "tomadas" }
      }),
    cargar: (tomas, now) =>
      session.transaction(async () => {
        const filas = await bloqueadas(session, tomas, now)
        const cargadas = filas.map(({ toma, cubeta }) => ({
          toma,
          cubeta: cargar(cubeta, toma.capacidad, Date.parse(now), toma.n),
        }))
        await session.query(WRITE, columnas(cargadas))
      }),
    async olvidar(before) {
      const { count } = await session
        .queries()
        .usoLimite.deleteMany({ where: { en: { lt: new Date(before) } } })
      return count
    },
  }
}

/** Nobody else takes of them until the transaction ends. */
async function bloqueadas(
  session: Session,
  tomas: readonly TomaDeLimite[],
  now: Instante,
): Promise<readonly Fila[]> {
  const llenas = tomas
    .map((toma) => ({ toma, cubeta: { fichas: toma.capacidad.rafaga, en: Date.parse(now) } }))
    .toSorted((a, b) => (nombreDe(a.toma) < nombreDe(b.toma) ? -1 : 1))
  const rows = await session.query(LOCK, columnas(llenas))
  const porNombre = new Map(
    rows.map((row) => [
      [row.clase, row.ambito, row.clave].join(" "),
      { fichas: Number(row.fichas), en: new Date(row.en as string | Date).getTime() },
    ]),
  )
  return llenas.map(({ toma, cubeta }) => ({ toma, cubeta: porNombre.get(nombreDe(toma)) ?? cubeta }))
}

const nombreDe = ({ clase, ambito, clave }: TomaDeLimite) => [clase, ambito, storable(clave)].join(" ")

const columnas = (filas: readonly Fila[]) => [
  filas.map(({ toma }) => toma.clase),
  filas.map(({ toma }) => toma.ambito),
  filas.map(({ toma }) => storable(toma.clave)),
  filas.map(({ cubeta }) => String(cubeta.fichas)),
  filas.map(({ cubeta }) => new Date(cubeta.en).toISOString()),
]

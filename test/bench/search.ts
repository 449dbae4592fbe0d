import { openDatabase } from "../../src/db/open.ts"
import { terminosDe } from "../../src/domain/acuerdo/palabras.ts"
import { cuerpoColegiado } from "../support/cuerpo-colegiado.ts"
import type { TestServer } from "../support/postgres.ts"
import { silentLog } from "../support/silent-log.ts"
import { cloneDatabase, onDatabase } from "./database.ts"

const SIZES = [1_000, 100_000] as const
const ROUNDS = 30

/** One in a thousand is about what is looked for; the words of the others are those of every agreement. */
const fill = (size: number) => [
  `CREATE TEMP TABLE "org" AS SELECT "id", "organo_id" FROM "sesion" LIMIT 1`,
  `INSERT INTO "acuerdo" ("id", "organo_id", "sesion_id", "clave", "clave_normalizada", "numero", "texto", "tipo", "estado", "difusion", "origen")
   SELECT gen_random_uuid(), "organo_id", "id", 'A' || "n", 'a' || "n", "n" + 100,
     CASE WHEN "n" % 1000 = 0 THEN 'Se impartirá capacitación sobre atención a víctimas, módulo ' || "n"
          ELSE 'Las instituciones integrantes remitirán sus actividades calendarizadas del ejercicio ' || "n" END,
     'con_seguimiento', 'vigente', 'integrantes', 'registro'
   FROM "org", generate_series(1, ${size}) AS "n"`,
  "VACUUM ANALYZE",
]

async function prepare(server: TestServer, size: number) {
  const url = await cloneDatabase(server, `buscar_${size}`)
  const database = await openDatabase({ databaseUrl: url, dataDir: "" }, silentLog)
  await database.importacion.apply(cuerpoColegiado({}), "2024-01-01T00:00:00.000Z")
  await onDatabase(url, ...fill(size))
  const [organo] = await database.unitOfWork.read.organos.all()
  if (organo === undefined) throw new Error("the body was not recorded")
  const search = async (text: string) => {
    const begun = performance.now()
    await database.unitOfWork.fresh.acuerdos.buscar({
      organoId: organo.id,
      terminos: terminosDe(text),
      con: "todos",
      // The dearest of readers: each one found is held against the levels and the responsible institutions.
      lector: { kind: "segun", integra: true, instituciones: [] },
      limit: 10,
      offset: 0,
    })
    return performance.now() - begun
  }
  return { search, close: () => database.close() }
}

const median = (times: readonly number[]) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN

export async function benchSearch(server: TestServer): Promise<void> {
  const small = await prepare(server, SIZES[0])
  const large = await prepare(server, SIZES[1])
  for (const text of ["capacitación a víctimas", "actividades"]) {
    const times: [number, number][] = []
    for (let round = -3; round < ROUNDS; round += 1) {
      const both: [number, number] = [await small.search(text), await large.search(text)]
      if (round >= 0) times.push(both)
    }
    console.log(
      `\nLooking for «${text}» among agreements, medians of ${ROUNDS}: ${median(times.map(([a]) => a)).toFixed(1)} ms among ${SIZES[0]}, ${median(times.map(([, b]) => b)).toFixed(1)} ms among ${SIZES[1]}. Target for what is in few of them: < 50 ms.`,
    )
  }
  await small.close()
  await large.close()
}

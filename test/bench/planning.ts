import { planearDia } from "../../src/app/dia/planear.ts"
import { openDatabase } from "../../src/db/open.ts"
import { instanteDe } from "../../src/domain/tiempo/tiempo.ts"
import { cuerpoColegiado, ZONA } from "../support/cuerpo-colegiado.ts"
import type { TestServer } from "../support/postgres.ts"
import { silentLog } from "../support/silent-log.ts"
import { cloneDatabase, onDatabase } from "./database.ts"

const DUE = 1_000
const INSTITUTIONS = 40
const SIZES = [10_000, 1_000_000] as const
const ROUNDS = 7
/** A Friday; what is due on the Friday after is on the rung T-5. */
const NOW = instanteDe("2024-03-08", "10:00", ZONA)

/**
 * As after years of sessions: 1,000 due in a week; of the rest, nine tenths are attended to, the same week's dates
 * included, and one tenth is pending for later years. An acuerdo for each twenty.
 */
const fill = (size: number) => [
  `CREATE TEMP TABLE "org" AS SELECT "id", "organo_id" FROM "sesion" LIMIT 1`,
  `INSERT INTO "acuerdo" ("id", "organo_id", "sesion_id", "clave", "clave_normalizada", "numero", "texto", "tipo", "estado", "difusion", "origen")
   SELECT gen_random_uuid(), "organo_id", "id", 'A' || "n", 'a' || "n", "n" + 100, 'Remitir sus actividades', 'con_seguimiento', 'vigente', 'integrantes', 'registro'
   FROM "org", generate_series(1, ${size / 20}) AS "n"`,
  `CREATE TEMP TABLE "ac" AS SELECT "id", "organo_id", row_number() OVER () - 1 AS "r" FROM "acuerdo" WHERE "clave" LIKE 'A%'`,
  `CREATE TEMP TABLE "ins" AS SELECT "id", row_number() OVER (ORDER BY "siglas") - 1 AS "r" FROM "institucion"`,
  `INSERT INTO "compromiso" ("id", "organo_id", "acuerdo_id", "clave", "institucion_id", "texto", "fecha_compromiso", "estado", "origen")
   SELECT gen_random_uuid(), "ac"."organo_id", "ac"."id", 'C' || "n", "ins"."id", 'Remitir sus actividades calendarizadas',
     CASE WHEN "n" <= ${DUE} THEN DATE '2024-03-15'
          WHEN "n" % 10 = 0 THEN DATE '2026-01-01' + ("n" % 1000)::int
          ELSE DATE '2021-01-01' + ("n" % 1400)::int END,
     (CASE WHEN "n" <= ${DUE} OR "n" % 10 = 0 THEN 'pendiente' ELSE 'atendido' END)::"estado_compromiso", 'registro'
   FROM generate_series(1, ${size}) AS "n"
   JOIN "ac" ON "ac"."r" = "n" % ${size / 20} JOIN "ins" ON "ins"."r" = "n" % ${INSTITUTIONS}`,
  "VACUUM ANALYZE",
]

async function prepare(server: TestServer, size: number) {
  const url = await cloneDatabase(server, `plan_${size}`)
  const database = await openDatabase({ databaseUrl: url, dataDir: "" }, silentLog)
  const instituciones = Array.from({ length: INSTITUTIONS }, (_, i) => `I${i}`)
  await database.importacion.apply(cuerpoColegiado({ instituciones }), "2024-01-01T00:00:00.000Z")
  await onDatabase(url, ...fill(size))
  const [organo] = await database.unitOfWork.read.organos.all()
  if (organo === undefined) throw new Error("the body was not recorded")
  const plan = () =>
    database.unitOfWork.transaction(async (read) => {
      const items = (await planearDia({ data: { read }, now: NOW }, organo)).flat()
      if (items.length < INSTITUTIONS) throw new Error(`only ${items.length} messages were planned`)
    })
  return { plan, close: () => database.close() }
}

export async function benchPlanning(server: TestServer): Promise<void> {
  const small = await prepare(server, SIZES[0])
  const large = await prepare(server, SIZES[1])
  const times: { readonly small: number; readonly large: number }[] = []
  const timed = async (work: () => Promise<void>) => {
    const started = performance.now()
    await work()
    return performance.now() - started
  }
  for (let round = -2; round < ROUNDS; round += 1) {
    const both = { small: await timed(small.plan), large: await timed(large.plan) }
    if (round >= 0) times.push(both)
  }
  const median = (of: (pair: { small: number; large: number }) => number) =>
    [...times.map(of)].sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN
  console.log(
    `\nPlanning a day with ${DUE} due, ${ROUNDS} alternating rounds, medians: ${median((t) => t.small).toFixed(1)} ms among ${SIZES[0]}, ${median((t) => t.large).toFixed(1)} ms among ${SIZES[1]}; ratio ${median((t) => t.large / t.small).toFixed(2)}. Target ≤ 1.50.`,
  )
  await small.close()
  await large.close()
}

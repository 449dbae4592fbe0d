import { randomUUID } from "node:crypto"
import { cargarDemo } from "../../src/app/importacion/cargar-demo.ts"
import { systemClock } from "../../src/clock.ts"
import { createRouter } from "../../src/commands/router.ts"
import { openDatabase } from "../../src/db/open.ts"
import { libros } from "../../src/hojas/libros.ts"
import { imagenes } from "../../src/imagen/imagenes.ts"
import type { InboundHandler } from "../../src/ports/chat-adapter.ts"
import type { FiltroBitacora } from "../../src/ports/repositories/bitacora.ts"
import type { UnitOfWork } from "../../src/ports/repositories/unit-of-work.ts"
import { tiposDeClase } from "../../src/texts/bitacora.ts"
import { PLATAFORMAS } from "../support/plataformas.ts"
import type { TestServer } from "../support/postgres.ts"
import { silentLog } from "../support/silent-log.ts"
import { cloneDatabase, onDatabase } from "./database.ts"

const ROUNDS = 5
const PER_ROUND = 40
const CONCURRENCY = 4
const ENTRIES = 100_000
const ASKED = [
  ["public, to a linked person", "sesion", "resumen SO-21"],
  ["of the session", "sesion", "agenda SO-22"],
  ["of the institution", "compromiso", "mios"],
] as const

/** What an entry before each answer costs, and how fast the log is searched when it is long. */
export async function benchLog(server: TestServer): Promise<void> {
  const url = await cloneDatabase(server, "bitacora")
  const database = await openDatabase({ databaseUrl: url, dataDir: "" }, silentLog)
  try {
    await cargarDemo({ importacion: database.importacion, clock: systemClock })
    const data = database.unitOfWork
    await benchEntries(data)
    await onDatabase(url, ...fill(ENTRIES))
    await benchSearch(data)
  } finally {
    await database.close()
  }
}

async function benchEntries(data: UnitOfWork): Promise<void> {
  const without = routerOf({
    ...data,
    read: { ...data.read, eventos: { ...data.read.eventos, append: async () => {} } },
  })
  const withEntry = routerOf(data)
  console.log(
    `\nBitácora: answers by the router, ${ROUNDS} alternating rounds of ${PER_ROUND}, ${CONCURRENCY} at once`,
  )
  console.log("                              without ms   with ms    ratio")
  for (const [name, command, text] of ASKED) {
    await round(without, command, text)
    await round(withEntry, command, text)
    const pairs: { readonly plain: number; readonly logged: number }[] = []
    for (let i = 0; i < ROUNDS; i += 1) {
      const plain = await round(without, command, text)
      pairs.push({ plain, logged: await round(withEntry, command, text) })
    }
    const [plain, logged, ratio] = [
      median(pairs.map((pair) => pair.plain)),
      median(pairs.map((pair) => pair.logged)),
      median(pairs.map((pair) => pair.logged / pair.plain)),
    ]
    console.log(
      `${name.padEnd(28)} ${plain.toFixed(2).padStart(11)} ${logged.toFixed(2).padStart(9)} ${ratio.toFixed(2).padStart(8)}`,
    )
  }
}

const routerOf = (data: UnitOfWork): InboundHandler =>
  createRouter({
    libros,
    imagenes,
    data,
    clock: systemClock,
    log: silentLog,
    plataformas: PLATAFORMAS,
    limits: { factor: 1_000_000 },
  })

/** Milliseconds for an answer, with as many at once as there are. */
async function round(router: InboundHandler, name: string, text: string): Promise<number> {
  const started = performance.now()
  const ask = async () => {
    for (let i = 0; i < PER_ROUND / CONCURRENCY; i += 1) {
      const answer = await router.command({
        eventId: randomUUID(),
        actor: { adapter: "consola", workspace: "demo", user: "enlace-sre" },
        place: { adapter: "consola", workspace: "demo", channel: "directo" },
        name,
        rawOptions: { kind: "text", text },
        receivedAt: systemClock.now(),
      })
      if (answer.kind !== "reply" || answer.card.tone === "error")
        throw new Error(`${name} ${text} was refused`)
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, ask))
  return ((performance.now() - started) * CONCURRENCY) / PER_ROUND
}

/** As after years: most were read, by everybody, of every session. Without their links, which take longer to write. */
const fill = (count: number) => [
  "SET session_replication_role = replica",
  `INSERT INTO "evento" ("id", "tipo", "objeto", "organo_id", "persona_id", "plataforma", "cuenta", "lugar", "orden", "instante", "transaccion")
   SELECT gen_random_uuid(),
     CASE WHEN n % 50 = 0 THEN 'sesion.editada' WHEN n % 7 = 0 THEN 'orden.rechazada' ELSE 'datos.mostrados' END,
     CASE WHEN n % 50 = 0 THEN '' ELSE 'consulta:' END || 'sesion:' || s."id", s."organo_id", p."id", 'consola',
     'demo/' || p."clave", 'demo/directo', 'sesion.agenda', now() - n * interval '10 minutes', 1
   FROM generate_series(1, ${count}) n
   JOIN (SELECT *, row_number() OVER () - 1 AS r, count(*) OVER () AS c FROM "sesion") s ON s.r = n % s.c
   JOIN (SELECT *, row_number() OVER () - 1 AS r, count(*) OVER () AS c FROM "persona") p ON p.r = n % p.c`,
  "SET session_replication_role = origin",
  "VACUUM ANALYZE",
]

async function benchSearch({ fresh }: UnitOfWork): Promise<void> {
  const sesion = (await fresh.sesiones.list((await fresh.organos.all())[0]?.id ?? ""))[0]
  const persona = await fresh.personas.byClave("enlace-sre")
  const [institucion] = (await fresh.instituciones.all()).filter(({ siglas }) => siglas === "SRE")
  const organoId = sesion?.organoId ?? ""
  const desde = new Date(Date.now() - 90 * 24 * 60 * 60_000).toISOString()
  const asked: Readonly<Record<string, FiltroBitacora>> = {
    "all of it": { organoId },
    "a session": { organoId, sesionId: sesion?.id ?? "" },
    "an institution": { organoId, institucionId: institucion?.id ?? "" },
    "a person": { organoId, personaId: persona?.id ?? "" },
    "a kind of act": { organoId, tipos: tiposDeClase("sesiones") },
    "ninety days": { organoId, desde },
    "all together": {
      organoId,
      desde,
      sesionId: sesion?.id ?? "",
      personaId: persona?.id ?? "",
      tipos: tiposDeClase("consultas"),
    },
  }
  console.log(`\nBitácora: a page of ${ENTRIES} entries, median of ${ROUNDS}, first and hundredth page`)
  for (const [name, filtro] of Object.entries(asked)) {
    const times: string[] = []
    for (const pagina of [1, 100]) {
      const rounds: number[] = []
      for (let i = 0; i < ROUNDS; i += 1) {
        const started = performance.now()
        await fresh.eventos.buscar(filtro, { pagina, porPagina: 10 })
        rounds.push(performance.now() - started)
      }
      times.push(`${median(rounds).toFixed(1).padStart(8)} ms`)
    }
    console.log(`  ${name.padEnd(18)} ${times.join(" ")}`)
  }
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

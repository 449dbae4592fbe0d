import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { systemClock } from "../../src/clock.ts"
import { tidyUp } from "../../src/jobs/tick.ts"
import { runOrder } from "../support/cli.ts"
import type { TestDatabase } from "../support/database.ts"
import { createDemoDatabaseOfToday } from "../support/demo-database.ts"
import { PLATAFORMAS } from "../support/plataformas.ts"
import { silentLog } from "../support/silent-log.ts"
import { Sql } from "../support/sql.ts"

const SCRIPT = new URL("../../docs/verificar-bitacora.mjs", import.meta.url)
const { verificar } = await import(SCRIPT.href)
const ENV = { DEPURACION: "entregas=90, bitacora=1825" }

let database: TestDatabase
let sql: Sql

const order = (args: readonly string[], env = {}) => runOrder(args, { DATABASE_URL: database.url, ...env })
const valor = async (query: string) => String(Object.values((await sql.rows(query))[0] ?? {})[0])
const comprobada = async () => {
  const lineas: string[] = []
  await database.unitOfWork.fresh.registro.exportar((linea) => void lineas.push(linea))
  return verificar(lineas)
}
const eventosViejos = "SELECT count(*) FROM evento WHERE instante < '2016-01-01' AND despues IS NOT NULL"

beforeAll(async () => {
  database = await createDemoDatabaseOfToday()
  sql = await Sql.connect(database.url)
  for (const tipo of ["prueba", "otra"])
    await sql.rows(
      `INSERT INTO evento (id, tipo, objeto, plataforma, despues, instante)
        SELECT gen_random_uuid(), $1, 'x', 'sistema', '{"dicho":"antiguo"}', '2015-01-01' FROM generate_series(1, 2)`,
      [tipo],
    )
  await sql.run(`
    INSERT INTO borrador_formulario VALUES ('b', 'consola', 'x', 'u', '{"takenBy":"x"}', now() - interval '2 days');
    INSERT INTO inbound_event VALUES ('consola', 'e', now() - interval '8 days');
    INSERT INTO delivery (id, key, purpose, organo_id, canal_id, adapter, workspace, channel, card, not_before, why, created_at, state, finished_at)
      SELECT gen_random_uuid(), 'vieja', 'aviso', organo_id, id, adapter, workspace, channel,
        '{"title":"Antiguo","tone":"aviso","blocks":[],"actions":[]}', now(), 'x', now(), 'cancelled', now() - interval '100 days'
      FROM canal LIMIT 1`)
})
afterAll(async () => {
  await sql.close()
  await database.close()
})

describe("what has served its time", () => {
  it("is only told until it is confirmed, and terms that are too short are refused", async () => {
    expect(await order(["depurar"], ENV)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("--simular"),
    })
    const simulada = await order(["depurar", "--simular"], ENV)
    expect(simulada).toMatchObject({ status: 0, stdout: expect.stringContaining("4 textos de la bitácora") })
    expect(simulada.stdout).toContain("1 mensaje antiguo")
    expect(await valor(eventosViejos)).toBe("4")
    for (const DEPURACION of ["entregas=5", "bitacora=30", "otra=9", "entregas"])
      expect((await order(["depurar", "--simular"], { DEPURACION })).stderr).toContain("DEPURACION")
  })

  it("goes by itself if it is a technical copy, and the log stays", async () => {
    const terminos = { borradores: 1, recibidos: 7, entregas: 400, bitacora: 1825 }
    const data = database.unitOfWork
    await tidyUp({
      data,
      clock: systemClock,
      adapters: new Map(),
      log: silentLog,
      plataformas: PLATAFORMAS,
      terminos,
    })
    expect(await valor("SELECT count(*) FROM borrador_formulario WHERE id = 'b'")).toBe("0")
    expect(await valor("SELECT count(*) FROM inbound_event WHERE event_id = 'e'")).toBe("0")
    expect(await valor("SELECT card->>'title' FROM delivery WHERE key = 'vieja'")).toBe("Antiguo")
    expect(await valor(eventosViejos)).toBe("4")
    expect(await valor("SELECT count(*) FROM evento WHERE tipo = 'bitacora.depurada'")).toBe("0")
  })

  it("goes when it is confirmed, with its event; the chain stays whole, and each link says so", async () => {
    const antes = await comprobada()
    const hecha = await order(["depurar", "--confirmar"], ENV)
    expect(hecha, hecha.stderr).toMatchObject({ status: 0, stdout: expect.stringContaining("Se quitó") })
    expect(await valor(eventosViejos)).toBe("0")
    expect(await valor("SELECT card->>'title' FROM delivery WHERE key = 'vieja'")).toBe("[depurado]")
    const [fila] = await sql.rows("SELECT * FROM evento WHERE tipo = 'bitacora.depurada'")
    expect(fila).toMatchObject({ orden: "depurar", plataforma: "cli", despues: { bitacora: 4, entregas: 1 } })
    const despues = await comprobada()
    expect(despues.fallas).toEqual([])
    expect(despues.testadas).toHaveLength(4)
    expect(despues.tamano).toBe(antes.tamano + 1)
    expect((await order(["depurar", "--confirmar"], ENV)).stdout).toContain("0 textos de la bitácora")
  })

  it.each([
    [
      "a text that was put back",
      "UPDATE evento SET despues = '{\"dicho\":\"otro\"}' WHERE instante < '2016-01-01' AND tipo = 'prueba'",
    ],
    ["who did it", "UPDATE evento SET cuenta = 'otra' WHERE instante < '2016-01-01' AND tipo = 'prueba'"],
    [
      "one more that nobody told of",
      "UPDATE eslabon SET sal = NULL WHERE posicion = 6; UPDATE evento SET despues = NULL WHERE id::text = (SELECT clave FROM eslabon WHERE posicion = 6)",
    ],
  ])("is no cover for a change: %s", async (_, statement) => {
    await sql.run(
      "CREATE TEMP TABLE eslabones AS SELECT * FROM eslabon; CREATE TEMP TABLE eventos AS SELECT * FROM evento",
    )
    const aEscondidas = (one: string) =>
      sql.run(`BEGIN; SET LOCAL session_replication_role = replica; ${one}; COMMIT`)
    await aEscondidas(statement)
    expect((await comprobada()).fallas).not.toEqual([])
    await aEscondidas(
      "DELETE FROM eslabon; INSERT INTO eslabon SELECT * FROM eslabones; DELETE FROM evento; INSERT INTO evento SELECT * FROM eventos",
    )
    await sql.run("DROP TABLE eslabones; DROP TABLE eventos")
  })
})

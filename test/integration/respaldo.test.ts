import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { exportarDocumento } from "../../src/app/importacion/exportar.ts"
import type { Card } from "../../src/cards/card.ts"
import type { RunningBot } from "../../src/composition.ts"
import { type Contenido, type Database, openDatabase, restoreCopy } from "../../src/db/open.ts"
import type { Hora } from "../../src/domain/tipos/tiempo.ts"
import { leerArchivo } from "../../src/respaldo/archivo.ts"
import { respaldar } from "../../src/respaldo/respaldar.ts"
import { startTestBot } from "../support/bot.ts"
import { cuerpoColegiado } from "../support/cuerpo-colegiado.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { FakeSlack } from "../support/fake-slack/fake-slack.ts"
import { slackEnv } from "../support/fake-slack/harness.ts"
import { CHANNEL, TEAM } from "../support/fake-slack/workspace.ts"
import { newDelivery } from "../support/new-delivery.ts"
import { reusedClient } from "../support/prisma-clients.ts"
import { memoryLog, TestClock } from "../support/reloj.ts"
import { documentoDeLaSala } from "../support/sala/documento.ts"
import { silentLog } from "../support/silent-log.ts"
import { createBareDatabase, Sql } from "../support/sql.ts"

const ORGANO = '{"tabla":"organo",'
const TOMADO = "2024-08-05T16:00:00.000Z"
const QUIEN = { cuenta: "soporte", lugar: "servidor", now: "2024-08-06T16:00:00.000Z" }
type Vacia = Awaited<ReturnType<typeof createBareDatabase>>

/** What JSON alone would not keep apart: no value and a JSON null, octets, microseconds, long numbers, quotes. */
const RAROS = `
  INSERT INTO cabeza_bitacora (fecha, tamano, raiz, calculada_en) VALUES ('2024-08-01', 9007199254740993, 'ab', now());
  INSERT INTO sello_de_tiempo (fecha, autoridad, respuesta, recibida_en) VALUES ('2024-08-01', 'x', '\\x00ff5c22', now());
  INSERT INTO evento (id, tipo, objeto, plataforma, antes, despues, instante) VALUES
    (gen_random_uuid(), 'datos.mostrados', E'con "comillas", \\ y\nrenglones', 'cli', 'null', NULL, now()),
    (gen_random_uuid(), 'datos.mostrados', 'ñandú 🦩', 'cli', '{"n": 0.1234567890123456789}', '[]', '2024-08-01T10:00:00.001Z');
  INSERT INTO uso_limite (clase, ambito, clave, fichas, en) VALUES ('a', 'b', 'c', 0.1 + 0.2, now());
  UPDATE canal SET activo = false WHERE clave = 'inm'`

async function* deNuevo(lineas: readonly string[]): AsyncGenerator<string> {
  yield* lineas
}
const restaurar = (url: string, lineas: readonly string[]) =>
  restoreCopy({ databaseUrl: url, dataDir: "" }, deNuevo(lineas), QUIEN)

describe("a copy of a database in use", () => {
  let vivida: TestDatabase
  let vacia: Vacia
  let restaurada: Database
  let antes: { readonly filas: number; readonly texto: string }
  let lineas: readonly string[]
  let contenido: Contenido
  beforeAll(async () => {
    vivida = await createTestDatabase()
    await vivida.importacion.apply(documentoDeLaSala(), TOMADO)
    await Sql.using(vivida.url, (sql) => sql.run(RAROS))
    const [entregas] = await Sql.using(vivida.url, (sql) =>
      sql.rows("SELECT count(*)::int AS n FROM delivery"),
    )
    antes = { filas: Number(entregas?.n), texto: await exportarDocumento(vivida) }
    let texto = ""
    // Somebody writes meanwhile, before its table is read.
    contenido = await vivida.copy(TOMADO, async (unas) => {
      if (texto === "")
        await vivida.unitOfWork.read.deliveries.enqueue(await newDelivery(vivida.unitOfWork), TOMADO)
      texto += unas
    })
    lineas = texto.trimEnd().split("\n")
    vacia = await createBareDatabase()
  })
  afterAll(async () => {
    await restaurada?.close()
    await vacia.drop()
    await vivida.close()
  })

  it("is of one moment, whatever is written while it is taken", () => {
    expect(contenido.tablas.delivery?.filas).toBe(antes.filas)
    expect(contenido.cabeza.tamano).toBeGreaterThan(10)
  })

  it("is refused where there is something already, and where it is not what it says; nothing stays of it", async () => {
    await expect(restaurar(vivida.url, lineas)).rejects.toThrow(/la base de datos no está vacía/)
    const nombre = lineas.findIndex(
      (una, i) => i > lineas.findIndex((otra) => otra.startsWith(ORGANO)) && una.startsWith("["),
    )
    expect(nombre).toBeGreaterThan(0)
    const cambiada = lineas.with(nombre, lineas[nombre]?.replace("Comisión", "Comision") ?? "")
    await expect(restaurar(vacia.url, cambiada)).rejects.toThrow(/organo: mismas filas, distinto contenido/)
    await expect(restaurar(vacia.url, lineas.slice(0, -1))).rejects.toThrow(/no está completo/)
    const futura = lineas.with(
      0,
      lineas[0]?.replace('"migraciones":[', '"migraciones":[{"name":"2999_x","checksum":"x"},') ?? "",
    )
    await expect(restaurar(vacia.url, futura)).rejects.toThrow(/es de otra versión del programa/)
  })

  it("gives back all of it: every row, the head of the register, and the same export", async () => {
    const { contenido: cargado } = await restaurar(vacia.url, lineas)
    expect(cargado).toEqual(contenido)
    restaurada = await openDatabase({ databaseUrl: vacia.url, dataDir: "" }, silentLog, reusedClient)
    expect(await exportarDocumento(restaurada)).toBe(antes.texto)
  })

  it("goes on where it was: its rules hold, its numbers follow, and the register says that it was restored", async () => {
    await Sql.using(vacia.url, async (sql) => {
      const [evento] = await sql.rows(
        `SELECT tipo, cuenta, lugar, orden, despues ->> 'tomado' AS tomado, secuencia::int AS secuencia,
           (SELECT max(posicion)::int FROM eslabon e WHERE e.clave = evento.id::text) AS posicion
         FROM evento WHERE tipo = 'datos.restaurados'`,
      )
      expect(evento).toMatchObject({
        cuenta: "soporte",
        lugar: "servidor",
        orden: "restaurar",
        tomado: TOMADO,
      })
      expect(evento?.posicion).toBeGreaterThan(contenido.cabeza.tamano)
      const [ultima] = await sql.rows(
        "SELECT max(secuencia)::int AS n FROM evento WHERE tipo <> 'datos.restaurados'",
      )
      expect(evento?.secuencia).toBeGreaterThan(Number(ultima?.n))
      await expect(sql.run("DELETE FROM evento")).rejects.toThrow(/append-only|only grows|refused/i)
      await expect(sql.run("UPDATE sesion SET organo_id = gen_random_uuid()")).rejects.toThrow(/foreign key/)
      const guardias = (url: string) =>
        Sql.using(url, (una) =>
          una.rows(
            `SELECT tgrelid::regclass::text AS tabla, tgname::text, tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
             UNION ALL SELECT conrelid::regclass::text, conname::text, pg_get_constraintdef(oid) FROM pg_constraint
             WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2, 3`,
          ),
        )
      expect(await guardias(vacia.url)).toEqual(await guardias(vivida.url))
    })
  })
})

/** Its key tells it from others in the channel. */
const carta = (title: string, blocks: Card["blocks"] = []): Card => ({
  title,
  tone: "aviso",
  blocks,
  actions: [],
})
const LARGA: Card["blocks"] = Array.from({ length: 70 }, (_, i) => ({
  kind: "text",
  text: `Párrafo ${i}. ${"El texto de un acuerdo largo que ocupa varios renglones. ".repeat(12)}`,
}))

/** Taken at eight; much left until half past nine, when everything was destroyed; restored at half past ten. */
describe("what left after the backup was taken", () => {
  const clock = new TestClock("2024-03-08", "08:00")
  const carpeta = mkdtempSync(join(tmpdir(), "plenaria-respaldos-"))
  const log = memoryLog()
  let slack: FakeSlack
  let primera: TestDatabase
  let vacia: Vacia
  let bot: RunningBot
  const enciende = (url: string) => startTestBot({ url }, slackEnv(slack, "socket"), { clock, log })
  const aLas = async (hora: Hora) => {
    clock.set("2024-03-08", hora)
    await bot.tick()
  }
  const encola = async (title: string, desde: string, blocks?: Card["blocks"]) =>
    primera.unitOfWork.read.deliveries.enqueue(
      {
        ...(await newDelivery(primera.unitOfWork)),
        key: title,
        card: carta(title, blocks),
        notBefore: desde,
      },
      clock.now(),
    )
  const publicados = () =>
    (slack.workspace.channels.get(CHANNEL)?.messages ?? []).map(({ metadata }) =>
      String(metadata?.event_payload?.key),
    )
  const estados = async (url: string) =>
    Object.fromEntries(
      (await Sql.using(url, (sql) => sql.rows("SELECT key, state FROM delivery ORDER BY sequence"))).map(
        (one) => [one.key, one.state],
      ),
    )

  beforeAll(async () => {
    slack = await FakeSlack.start()
    primera = await createTestDatabase()
    vacia = await createBareDatabase()
    const cuerpo = cuerpoColegiado({
      instituciones: ["SRE"],
      deben: [{ institucion: "SRE", vence: "2024-03-15" }],
    })
    const canales = cuerpo.canales.map((uno) => ({ ...uno, workspace: TEAM, canal: CHANNEL }))
    await primera.importacion.apply({ ...cuerpo, canales }, clock.now())
    await encola("salio", "2024-03-08T15:00:00.000Z")
    await encola("larga", "2024-03-08T15:00:00.000Z", LARGA)
    await encola("no-salio", "2024-03-08T16:00:00.000Z")
    await encola("manana", "2024-03-09T16:00:00.000Z")
    bot = await enciende(primera.url)
  })
  afterAll(async () => {
    await bot.stop()
    await slack.close()
    await primera.close()
    await vacia.drop()
    rmSync(carpeta, { recursive: true, force: true })
  })

  it("never leaves again; what did not leave does, once, and what is for later waits", async () => {
    const clave = Buffer.alloc(32, 3)
    const hecho = await respaldar(
      { database: primera, clock, comprobar: async () => {} },
      { carpeta, conservar: 1, clave },
    )
    await aLas("09:30")
    const antes = publicados()
    // The reminder of the day, which was planned after the backup, is among them.
    expect(antes.filter((key) => key.startsWith("larga")).length).toBeGreaterThan(1)
    expect(antes).toContain("salio")
    expect(antes.filter((key) => /^[0-9a-f]{64}$/.test(key))).toHaveLength(1)
    await bot.stop()

    clock.set("2024-03-08", "10:30")
    const where = { databaseUrl: vacia.url, dataDir: "" }
    const { enDuda } = await restoreCopy(where, leerArchivo(hecho.archivo, clave), {
      ...QUIEN,
      now: clock.now(),
    })
    expect(enDuda).toBe(3)
    expect(await estados(vacia.url)).toEqual({
      salio: "uncertain",
      larga: "uncertain",
      "no-salio": "uncertain",
      manana: "pending",
    })

    bot = await enciende(vacia.url)
    for (let i = 0; i < 10; i += 1) {
      await bot.tick()
      clock.pass(31_000)
    }
    expect(publicados()).toEqual([...antes, "no-salio"])
    const finales = await estados(vacia.url)
    expect(Object.values(finales).sort()).toEqual(["accepted", "accepted", "accepted", "accepted", "pending"])
    expect(finales.manana).toBe("pending")
    expect(log.lines.filter(({ level }) => level === "error")).toEqual([])
  })
})

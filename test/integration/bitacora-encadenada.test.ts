import { execFile } from "node:child_process"
import { randomUUID } from "node:crypto"
import { readFileSync, writeFileSync } from "node:fs"
import { hostname, userInfo } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest"
import { type Database, openDatabase } from "../../src/db/open.ts"
import { runOrder } from "../support/cli.ts"
import type { TestDatabase } from "../support/database.ts"
import { createDemoDatabase } from "../support/demo-database.ts"
import { silentLog } from "../support/silent-log.ts"
import { Sql } from "../support/sql.ts"

const NOW = "2035-06-04T16:00:00.000Z"
const SCRIPT = new URL("../../docs/verificar-bitacora.mjs", import.meta.url)
const { verificar, canonico } = await import(SCRIPT.href)

let database: TestDatabase
let sql: Sql
/** As the demonstration was imported. */
let documento: Awaited<ReturnType<Database["importacion"]["export"]>>

const evento = (despues: unknown, objeto = "prueba:1") => ({
  tipo: "sesion.editada" as const,
  objeto,
  organoId: null,
  personaId: null,
  plataforma: "sistema",
  antes: null,
  despues,
  instante: NOW,
})
const order = (...args: string[]) => runOrder(args, { DATABASE_URL: database.url })

async function exportada(): Promise<readonly string[]> {
  const lineas: string[] = []
  await database.unitOfWork.fresh.registro.exportar((linea) => void lineas.push(linea))
  return lineas
}
const fallas = async (publicadas: readonly object[] = []) =>
  (await verificar(await exportada(), publicadas)).fallas

const valor = async (query: string) => String(Object.values((await sql.rows(query))[0] ?? {})[0])

/** One of each kind of evidence, as the repositories write them. */
async function conEvidencia(): Promise<void> {
  const sesion = await valor("SELECT id FROM sesion LIMIT 1")
  const persona = await valor("SELECT id FROM persona LIMIT 1")
  const [una, otra] = (await sql.rows("SELECT id FROM institucion LIMIT 2")).map(({ id }) => id)
  for (const [modo, id] of [
    ["nominal", randomUUID()],
    ["cedula", randomUUID()],
  ] as const) {
    await sql.rows(
      "INSERT INTO votacion (id, sesion_id, texto, modo, abierta_en) VALUES ($1, $2, 'Se aprueba', $3::modo_votacion, now())",
      [id, sesion, modo],
    )
    for (const institucion of [una, otra])
      await sql.rows(
        "INSERT INTO voto (votacion_id, institucion_id, sentido, persona_id, plataforma, instante) VALUES ($1, $2, 'a_favor', $3, 'consola', now())",
        [id, institucion, persona],
      )
  }
  await sql.rows(
    "INSERT INTO resumen_sesion (id, sesion_id, version, estado, contenido, persona_id, creado_en, publicado_en) VALUES (gen_random_uuid(), $1, 1, 'publicado', '{\"revision\":1}', $2, now(), now())",
    [sesion, persona],
  )
  await sql.rows(
    "INSERT INTO avance (id, compromiso_id, texto, registrado_en) SELECT gen_random_uuid(), id, 'Se envió el oficio', now() FROM compromiso LIMIT 1",
  )
  await sql.run(`
    INSERT INTO delivery (id, key, purpose, organo_id, canal_id, adapter, workspace, channel, card, not_before, why, created_at)
      SELECT gen_random_uuid(), 'k', 'aviso', organo_id, id, adapter, workspace, channel, '{"title":"Aviso"}', now(), 'x', now()
      FROM canal LIMIT 1;
    UPDATE delivery SET state = 'accepted', receipts = '["r1"]', finished_at = now() WHERE key = 'k'`)
}

beforeAll(async () => {
  database = await createDemoDatabase(NOW)
  sql = await Sql.connect(database.url)
  documento = await database.importacion.export()
  await conEvidencia()
  await database.unitOfWork.read.eventos.append(
    evento({
      n: 1.5,
      e: 1e21,
      p: 1e-7,
      texto: 'ñ \u2028 😀 \u001f "',
      "\u{1f600}": 1,
      "\ue000": 2,
      é: [null, -0],
    }),
  )
})
afterAll(async () => {
  await sql.close()
  await database.close()
})

describe("the chain", () => {
  it("vouches for all that was written, also by an import, and is whole", async () => {
    expect(await fallas()).toEqual([])
    const rows = Number(
      await valor(
        "SELECT (SELECT count(*) FROM evento) + (SELECT count(*) FROM acuse) + (SELECT count(*) FROM avance) + (SELECT count(*) FROM resumen_sesion) + (SELECT count(*) FROM voto)",
      ),
    )
    expect(Number(await valor("SELECT count(*) FROM eslabon"))).toBeGreaterThanOrEqual(rows)
  })

  it("writes canonical JSON as ECMAScript does", async () => {
    const value = {
      b: [1, 2.5, 1e21, 1e-7, 0.000001, -0, 123456789012345680000, 5e-324],
      a: { é: "\u001f\u2028\\" },
      "\u{1f600}": null,
      "\ue000": true,
    }
    const [row] = await sql.rows("SELECT json_canonico($1::jsonb) AS text", [JSON.stringify(value)])
    expect(row?.text).toBe(canonico(value))
  })

  it("has no gap when two processes write at once, and an import among them", async () => {
    const other: Database = await openDatabase({ databaseUrl: database.url, dataDir: "" }, silentLog)
    try {
      await Promise.all([
        ...Array.from({ length: 40 }, (_, n) =>
          (n % 2 === 0 ? database : other).unitOfWork.transaction(async ({ eventos }) => {
            await eventos.append(evento({ n }))
            await eventos.append(evento({ n }, "prueba:2"))
          }),
        ),
        other.importacion.exclusive(() =>
          other.importacion.apply(
            {
              ...documento,
              personas: documento.personas.map((una) => ({ ...una, nombre: `${una.nombre} Z` })),
            },
            NOW,
          ),
        ),
      ])
    } finally {
      await other.close()
    }
    expect(await fallas()).toEqual([])
    expect(await valor("SELECT count(*) FROM por_sellar")).toBe("0")
    expect(await valor("SELECT max(posicion) - count(*) FROM eslabon")).toBe("0")
  })

  it("leaves no link for what was not committed", async () => {
    const before = await valor("SELECT count(*) FROM eslabon")
    const undone = database.unitOfWork.transaction(async ({ eventos }) => {
      await eventos.append(evento({}))
      throw new Error("undone")
    })
    await expect(undone).rejects.toThrow("undone")
    expect(await valor("SELECT count(*) FROM eslabon")).toBe(before)
  })

  it("is dated by the database, whatever the act says", async () => {
    await sql.run(
      "INSERT INTO evento (id, tipo, objeto, plataforma, instante, registrado_en, transaccion) VALUES (gen_random_uuid(), 'prueba', 'prueba:reloj', 'sistema', '2024-01-01', '2024-01-01', 1)",
    )
    expect(
      await valor(
        "SELECT registrado_en > '2024-01-02' AND transaccion > 1 FROM evento WHERE objeto = 'prueba:reloj'",
      ),
    ).toBe("true")
  })
})

/** As somebody would who owns the tables: the protections are off for these statements alone. */
const aEscondidas = (statements: string) =>
  sql.run(`BEGIN; SET LOCAL session_replication_role = replica; ${statements}; COMMIT`)

describe("what is altered behind its back", () => {
  it.each([
    [
      "the text of an event",
      "evento",
      "UPDATE evento SET despues = '{\"n\":2}' WHERE id::text = '$'",
      "tipo = 'prueba'",
    ],
    [
      "who did it",
      "evento",
      "UPDATE evento SET persona_id = NULL, cuenta = 'otra' WHERE id::text = '$'",
      "true",
    ],
    [
      "a delivery",
      "evento",
      "UPDATE evento SET despues = despues || '{\"comprobantes\":[]}' WHERE id::text = '$'",
      "tipo = 'entrega.aceptada'",
    ],
    [
      "a vote",
      "voto",
      "UPDATE voto SET sentido = 'en_contra' WHERE votacion_id || '/' || institucion_id = '$'",
      "votacion_id IN (SELECT id FROM votacion WHERE modo = 'nominal')",
    ],
    [
      "a vote that is gone",
      "voto",
      "DELETE FROM voto WHERE votacion_id || '/' || institucion_id = '$'",
      "true",
    ],
    ["a report", "avance", "UPDATE avance SET texto = 'Se cumplió' WHERE id::text = '$'", "true"],
    [
      "a published summary",
      "resumen_sesion",
      "UPDATE resumen_sesion SET contenido = '{}' WHERE id::text = '$'",
      "true",
    ],
  ])("is named: %s", async (_, tabla, statement, where) => {
    const clave = await valor(
      `SELECT ${tabla === "voto" ? "votacion_id || '/' || institucion_id" : "id::text"} FROM ${tabla} WHERE ${where} ORDER BY 1 LIMIT 1`,
    )
    const cual = `${tabla === "voto" ? "votacion_id || '/' || institucion_id" : "id::text"} = '${clave}'`
    const copia = `copia_${tabla}`
    await sql.run(`CREATE TEMP TABLE ${copia} AS SELECT * FROM ${tabla} WHERE ${cual}`)
    await aEscondidas(statement.replace("$", clave))
    expect(await fallas()).toEqual([expect.stringContaining(`(${tabla} ${clave})`)])
    await aEscondidas(`DELETE FROM ${tabla} WHERE ${cual}; INSERT INTO ${tabla} SELECT * FROM ${copia}`)
    await sql.run(`DROP TABLE ${copia}`)
    expect(await fallas()).toEqual([])
  })

  it.each([
    ["a link that was taken out", "DELETE FROM eslabon WHERE posicion = 3", /falta el eslabón 3/],
    [
      "a link that says something else",
      "UPDATE eslabon SET huella_fila = repeat('0', 64) WHERE posicion = 4",
      /eslabón 4 .*su huella/,
    ],
    [
      "a link made anew",
      "UPDATE eslabon SET huella = repeat('a', 64) WHERE posicion = 5",
      /eslabón 5 .*su huella/,
    ],
    [
      "a text that was removed and no event tells",
      "UPDATE eslabon SET sal = NULL WHERE posicion = 6",
      /eslabón 6 .*ningún evento/,
    ],
    [
      "a row for which no link vouches",
      "INSERT INTO evento (id, tipo, objeto, plataforma, instante) VALUES ('00000000-0000-7000-8000-000000000001', 'x', 'x', 'sistema', now())",
      /sin eslabón: evento 00000000/,
    ],
  ])("is named first: %s", async (_, statement, first) => {
    await sql.run("CREATE TEMP TABLE antes AS SELECT * FROM eslabon")
    await aEscondidas(statement)
    expect((await fallas())[0]).toMatch(first)
    await aEscondidas(
      "DELETE FROM eslabon; INSERT INTO eslabon SELECT * FROM antes; DELETE FROM evento WHERE id = '00000000-0000-7000-8000-000000000001'",
    )
    await sql.run("DROP TABLE antes")
    expect(await fallas()).toEqual([])
  })

  it("is told by a head from before, when the end of it is gone", async () => {
    const { tamano, raiz } = await verificar(await exportada())
    await database.unitOfWork.read.eventos.append(evento({}, "prueba:cola"))
    expect(await fallas([{ tamano, raiz }])).toEqual([])
    const lineas = (await exportada()).filter((linea) => !linea.includes(`"posicion": ${tamano},`))
    expect((await verificar(lineas.slice(0, -1), [{ tamano, raiz }])).fallas.join()).toContain("eslabones")
    expect(await fallas([{ tamano, raiz: "0".repeat(64) }])).toEqual([expect.stringContaining("es otra")])
  })

  it("never gives away a secret vote", async () => {
    const secretos = (await exportada()).filter((linea) => linea.includes('"tabla": "voto"'))
    const cedula = await valor("SELECT id FROM votacion WHERE modo = 'cedula'")
    const suyos = secretos.filter((linea) => linea.includes(cedula))
    expect(suyos).toHaveLength(2)
    expect(suyos.join()).not.toContain("sentido")
  })
})

describe("evidence", () => {
  it.each([
    "DELETE FROM acuse",
    "UPDATE acuse SET plataforma = 'otra'",
    "TRUNCATE voto",
    "DELETE FROM voto",
    "DELETE FROM avance",
    "UPDATE avance SET texto = 'otro'",
    "UPDATE avance SET url = 'https://ejemplo.gob.mx'",
    "DELETE FROM resumen_sesion",
    "UPDATE resumen_sesion SET motivo = 'otro' WHERE estado = 'publicado'",
    "UPDATE eslabon SET sal = NULL",
    "DELETE FROM eslabon",
    "UPDATE voto SET sentido = 'en_contra'",
  ])("is refused: %s", async (statement) => {
    await expect(sql.run(statement)).rejects.toThrow(/evidence/)
  })

  it("changes a vote only with its event, and after it closed only by a correction", async () => {
    const votacion = await valor("SELECT id FROM votacion WHERE modo = 'nominal'")
    const cambiar = (tipo: string) =>
      sql.run(`BEGIN; INSERT INTO evento (id, tipo, objeto, plataforma, instante) VALUES (gen_random_uuid(), '${tipo}', 'x', 'sistema', now());
        UPDATE voto SET sentido = 'abstencion' WHERE votacion_id = '${votacion}'; COMMIT`)
    await cambiar("votacion.voto")
    await sql.run(`UPDATE votacion SET cerrada_en = now(), resultado = '{}' WHERE id = '${votacion}'`)
    await expect(cambiar("votacion.voto")).rejects.toThrow(/evidence/)
    await sql.run("ROLLBACK")
    await cambiar("votacion.voto_corregido")
  })

  it("empties a secret vote when it closed, and changes nothing else of it", async () => {
    const votacion = await valor("SELECT id FROM votacion WHERE modo = 'cedula'")
    await sql.run(`UPDATE votacion SET cerrada_en = now(), resultado = '{}' WHERE id = '${votacion}'`)
    await sql.run(`UPDATE voto SET sentido = NULL WHERE votacion_id = '${votacion}'`)
    await expect(
      sql.run(`UPDATE voto SET sentido = 'a_favor' WHERE votacion_id = '${votacion}'`),
    ).rejects.toThrow(/evidence/)
    expect(await fallas()).toEqual([])
  })
})

describe("the orders", () => {
  it("export what anybody can check, with Plenaria and without it", async () => {
    const salida = await order("exportar-bitacora")
    expect(salida.status).toBe(0)
    expect(salida.stdout).toContain('"orden": "exportar-bitacora"')
    const archivo = join(inject("scratch"), `bitacora-${randomUUID()}.jsonl`)
    writeFileSync(archivo, salida.stdout)
    const verificada = await order("verificar-bitacora", archivo)
    expect(verificada).toMatchObject({ status: 0, stderr: "" })
    const cabeza = /Cabeza: (\S+)/.exec(verificada.stdout)?.[1] ?? ""
    const aparte = await promisify(execFile)(process.execPath, [SCRIPT.pathname, archivo, cabeza])
    expect(aparte.stdout).toContain(`raíz ${cabeza.split(":")[1]}`)
    expect((await order("verificar-bitacora", "--cabeza", cabeza)).status).toBe(0)

    writeFileSync(archivo, salida.stdout.replace('"sistema"', '"otro"'))
    expect(await order("verificar-bitacora", archivo)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/alterada[\s\S]*eslabón \d+ \(evento /),
    })
    await expect(promisify(execFile)(process.execPath, [SCRIPT.pathname, archivo])).rejects.toMatchObject({
      stdout: expect.stringContaining("ROTA"),
    })
    expect((await order("verificar-bitacora", archivo, "--cabeza", "x")).stderr).toContain("no es una cabeza")
  })

  it("come with a file of little more than a hundred lines that needs nothing but Node.js", () => {
    const source = readFileSync(SCRIPT, "utf8")
    expect(source.split("\n").length).toBeLessThan(120)
    for (const [, from] of source.matchAll(/from "([^"]+)"/g)) expect(from).toMatch(/^node:/)
  })

  it("take no act for another moment than now", async () => {
    const escrita = ["preguntar", "/sesion crear extraordinaria 2024-08-15", "--como", "secretaria-tecnica"]
    const antes = await valor("SELECT count(*) FROM sesion")
    const dicha = await order(...escrita, "--ahora", "2024-02-10T10:00")
    expect(dicha.status).toBe(1)
    expect(dicha.stderr).toContain("Con --ahora solo se puede consultar")
    expect(await valor("SELECT count(*) FROM sesion")).toBe(antes)
  })

  it("say who refused whom from where, and never what was written", async () => {
    const dicha = await order("preguntar", "/sesion crear secreto", "--como", "enlace-sre")
    expect(dicha.status).toBe(1)
    const [fila] = await sql.rows(
      "SELECT * FROM evento WHERE tipo = 'orden.rechazada' ORDER BY secuencia DESC LIMIT 1",
    )
    expect(fila).toMatchObject({
      orden: "sesion.crear",
      // Whoever sits at the machine, not whom they speak for.
      cuenta: userInfo().username,
      lugar: hostname(),
      plataforma: "cli",
      despues: { motivo: "sin_permiso" },
    })
    expect(fila?.persona_id).not.toBeNull()
    expect(JSON.stringify(fila)).not.toContain("secreto")
  })
})

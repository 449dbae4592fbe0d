import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { cuerpoColegiado } from "../support/cuerpo-colegiado.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { Sql } from "../support/sql.ts"

let database: TestDatabase
let sql: Sql

beforeAll(async () => {
  database = await createTestDatabase()
  sql = await Sql.connect(database.url)
  const deben = [{ institucion: "SRE", vence: "2024-03-15" }]
  await database.importacion.apply(cuerpoColegiado({ deben }), "2024-02-20T16:00:00.000Z")
})
afterAll(async () => {
  await sql.close()
  await database.close()
})

const organo = "(SELECT id FROM organo)"
const sre = "(SELECT id FROM institucion WHERE siglas = 'SRE')"

describe("the database refuses", () => {
  it.each([
    ["a state that no session has", "UPDATE sesion SET estado = 'pospuesta'"],
    ["a state that no compromiso has", "UPDATE compromiso SET estado = 'no_atendido'"],
    ["an hour that is not one", "UPDATE sesion SET hora = '25:00'"],
    ["an hour without its leading zero", "UPDATE sesion SET hora = '9:00'"],
    ["an hour without a date", "UPDATE sesion SET fecha = NULL, hora = '10:00'"],
    ["a convocatoria after its session", "UPDATE sesion SET convocada_el = '2024-02-17'"],
    ["a third call", "UPDATE sesion SET llamado = 3"],
    [
      "a session that ends before it begins",
      "UPDATE sesion SET instalada_en = '2024-02-16T16:00Z', clausurada_en = '2024-02-16T15:00Z'",
    ],
    [
      "a document that is not at a secure address",
      `WITH p AS (INSERT INTO persona (id, clave, nombre, origen) VALUES (gen_random_uuid(), 'y', 'Y', 'registro') RETURNING id)
       INSERT INTO documento (id, sesion_id, nombre, url, difusion, persona_id, registrado_en)
       SELECT gen_random_uuid(), (SELECT id FROM sesion), 'Informe', 'http://a.mx', 'interna', id, now() FROM p`,
    ],
    [
      "an institution that is twice in the room",
      `INSERT INTO registro_asistencia (id, sesion_id, institucion_id, llamado, calidad, remota, llegada)
       SELECT gen_random_uuid(), (SELECT id FROM sesion), ${sre}, 1, 'titular', false, now() FROM generate_series(1, 2)`,
    ],
    [
      "an alternate without a name",
      `WITH p AS (INSERT INTO persona (id, clave, nombre, origen) VALUES (gen_random_uuid(), 'z', 'Z', 'registro') RETURNING id)
       INSERT INTO confirmacion_asistencia (id, sesion_id, institucion_id, respuesta, persona_id, plataforma, instante)
       SELECT gen_random_uuid(), (SELECT id FROM sesion), ${sre}, 'suplente', id, 'slack', now() FROM p`,
    ],
    ["session number zero", "UPDATE sesion SET numero = 0"],
    [
      "a second date without a first",
      "UPDATE compromiso SET fecha_compromiso = NULL, fecha_reprogramada = '2024-04-01', reprogramaciones = 1",
    ],
    [
      "a second date before the first",
      "UPDATE compromiso SET fecha_reprogramada = '2024-03-14', reprogramaciones = 1",
    ],
    ["a second date that was never given", "UPDATE compromiso SET fecha_reprogramada = '2024-04-01'"],
    ["a second date given without being kept", "UPDATE compromiso SET reprogramaciones = 1"],
    [
      "a later date that is not later",
      `WITH p AS (INSERT INTO persona (id, clave, nombre, origen) VALUES (gen_random_uuid(), 'z', 'Z', 'registro') RETURNING id)
       INSERT INTO prorroga (id, compromiso_id, rige, propuesta, motivo, decide, estado, solicitante_id, plataforma, pedida_en)
       SELECT gen_random_uuid(), (SELECT id FROM compromiso LIMIT 1), '2024-04-01', '2024-04-01', 'x', 'pleno', 'pedida', id, 'slack', now() FROM p`,
    ],
    [
      "a second request while one waits",
      `WITH p AS (INSERT INTO persona (id, clave, nombre, origen) VALUES (gen_random_uuid(), 'z', 'Z', 'registro') RETURNING id)
       INSERT INTO prorroga (id, compromiso_id, rige, propuesta, motivo, decide, estado, solicitante_id, plataforma, pedida_en)
       SELECT gen_random_uuid(), (SELECT id FROM compromiso LIMIT 1), '2024-04-01', '2024-05-01', 'x', 'pleno', 'pedida', id, 'slack', now()
       FROM p, generate_series(1, 2)`,
    ],
    ["a day that is not in the calendar", "UPDATE compromiso SET fecha_compromiso = '2024-02-30'"],
    ["a compromiso without text", "UPDATE compromiso SET texto = '  '"],
    [
      "an institution that ends before it begins",
      "UPDATE institucion SET vigente_desde = '2024-01-02', vigente_hasta = '2024-01-01'",
    ],
    ["an institution that succeeds itself", "UPDATE institucion SET sucesora_id = id"],
    ["a body that is its own parent", "UPDATE organo SET padre_id = id"],
    ["an institution's channel without institution", "UPDATE canal SET institucion_id = NULL"],
    [
      "a channel that fails for no reason",
      "UPDATE canal SET falla_desde = now(), falla_alcance = 'workspace'",
    ],
    ["deleting a body that has sessions", "DELETE FROM organo"],
    ["deleting an acuerdo that has compromisos", "DELETE FROM acuerdo"],
    [
      "a post that ends before it begins",
      `WITH p AS (INSERT INTO persona (id, clave, nombre, origen) VALUES (gen_random_uuid(), 'x', 'X', 'registro') RETURNING id)
       INSERT INTO designacion (id, persona_id, organo_id, calidad, desde, hasta)
       SELECT gen_random_uuid(), id, ${organo}, 'enlace', '2024-02-02', '2024-02-01' FROM p`,
    ],
    [
      "a day of a body without body",
      "INSERT INTO dia_inhabil (id, fecha, ambito, motivo, por_acuerdo) VALUES (gen_random_uuid(), '2024-03-18', 'organo', 'x', false)",
    ],
    [
      "the same seat twice without a first day",
      `INSERT INTO integrante (id, organo_id, institucion_id, con_voto, rol)
       SELECT gen_random_uuid(), ${organo}, ${sre}, true, 'integrante' FROM generate_series(1, 2)`,
    ],
    [
      "the same base day twice",
      `INSERT INTO dia_inhabil (id, fecha, ambito, motivo, por_acuerdo)
       SELECT gen_random_uuid(), '2024-03-18', 'base', 'x', false FROM generate_series(1, 2)`,
    ],
    [
      "an outcome without its text",
      `INSERT INTO punto_orden_dia (id, sesion_id, orden, titulo, estado, resultado_tipo, difusion, origen)
       SELECT gen_random_uuid(), id, 1, 'x', 'desahogado', 'aprobacion', 'publica', 'registro' FROM sesion`,
    ],
    [
      "an attendance of nobody",
      "INSERT INTO asistencia (id, sesion_id, orden, calidad, origen) SELECT gen_random_uuid(), id, 1, 'presente', 'registro' FROM sesion",
    ],
    [
      "a delivery that is sending without a lease",
      `INSERT INTO delivery (id, key, purpose, organo_id, canal_id, adapter, workspace, channel, card, not_before, why, state, created_at)
       SELECT gen_random_uuid(), 'k', 'aviso', organo_id, id, adapter, workspace, channel, '{}', now(), 'x', 'sending', now() FROM canal LIMIT 1`,
    ],
  ])("%s", async (_what, statement) => {
    await expect(sql.run(statement)).rejects.toThrow(
      /violates|invalid input value for enum|out of range|constraint/,
    )
  })
})

describe("the current due date", () => {
  const dates = () =>
    sql.rows("SELECT fecha_vigente::text AS vigente FROM compromiso").then((rows) => rows[0]?.vigente)

  it("follows the two dates by itself, whatever anyone writes", async () => {
    expect(await dates()).toBe("2024-03-15")
    await sql.run(
      "UPDATE compromiso SET fecha_reprogramada = '2024-05-15', reprogramaciones = 1, fecha_vigente = '1999-01-01'",
    )
    expect(await dates()).toBe("2024-05-15")
    await sql.run("UPDATE compromiso SET fecha_reprogramada = NULL, reprogramaciones = 0")
    expect(await dates()).toBe("2024-03-15")
  })
})

describe("the log", () => {
  it.each(["UPDATE evento SET tipo = 'otro'", "DELETE FROM evento", "TRUNCATE evento"])(
    "only grows: %s is refused",
    async (statement) => {
      await database.unitOfWork.read.eventos.append({
        tipo: "sesion.editada",
        objeto: "sesion:1",
        organoId: null,
        personaId: null,
        plataforma: "sistema",
        antes: null,
        despues: { estado: "clausurada" },
        instante: "2024-02-16T18:00:00.000Z",
      })
      await expect(sql.run(statement)).rejects.toThrow(/append-only/)
    },
  )
})

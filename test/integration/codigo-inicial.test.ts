import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import {
  comienzoPendiente,
  darCodigo,
  reclamarComienzo,
  reclamo,
} from "../../src/app/comienzo/codigo-inicial.ts"
import { comenzarConOrgano, comenzarOrgano } from "../../src/app/comienzo/reclamar-organo.ts"
import { codigoDadoEnTexto } from "../../src/cards/comienzo/en-terminal.ts"
import { sumarMs } from "../../src/domain/tiempo/tiempo.ts"
import { runOrder } from "../support/cli.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { Sql } from "../support/sql.ts"

const NOW = "2026-03-02T16:00:00.000Z"
const MINUTO = 60_000
const MAL = "0000-0000-0000-0000-0000-0000-00"

let database: TestDatabase
let serie = 0
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

/** Somebody who has not tried anything yet. */
function cuenta() {
  serie += 1
  return { adapter: "slack", workspace: `T${serie}`, user: `U${serie}` }
}
const dar = async (now = NOW) => {
  const dado = await darCodigo({ data: database.unitOfWork, now })
  if (dado === null) throw new Error("no code was given")
  return dado.codigo
}
const reclama = (codigo: string, user = cuenta(), now = NOW) =>
  reclamarComienzo({ data: database.unitOfWork, now, user, platform: user.adapter }, codigo)
const tiene = (user: ReturnType<typeof cuenta>) => reclamo(database.unitOfWork.fresh, user, NOW)

describe("the initial code", () => {
  let codigo: string
  beforeEach(async () => {
    codigo = await dar()
  })

  it("is good once, however it is typed, for the account that claims with it", async () => {
    const quien = cuenta()
    expect(await reclama(MAL, quien)).toBe(false)
    expect(await tiene(quien)).toBe(false)
    expect(await reclama(codigo.toLowerCase().replaceAll("-", " "), quien)).toBe(true)
    expect(await tiene(quien)).toBe(true)
    expect(await reclama(codigo)).toBe(false)
    expect(await tiene({ ...quien, user: "OTRO" })).toBe(false)
  })

  it("is good for fifteen minutes", async () => {
    expect(await reclama(codigo, cuenta(), sumarMs(NOW, 15 * MINUTO))).toBe(false)
    expect(await reclama(codigo, cuenta(), sumarMs(NOW, 15 * MINUTO - 1))).toBe(true)
  })

  it("is not used up by strangers: of a workspace only so many wrong ones count, and the right one is taken there still", async () => {
    const extranos = Array.from({ length: 60 }, () => ({ ...cuenta(), workspace: "TUYO" }))
    for (const extrano of extranos) expect(await reclama(MAL, extrano)).toBe(false)
    expect((await database.unitOfWork.fresh.codigoInicial.ultimo())?.intentos).toBe(50)
    expect(await reclama(codigo, { ...cuenta(), workspace: "TUYO" })).toBe(true)
  })

  it("is good for nothing after a thousand wrong ones of all workspaces together, and the terminal says how many", async () => {
    const pasa = (intentos: number) =>
      Sql.using(database.url, (sql) => sql.run(`UPDATE codigo_inicial SET intentos = ${intentos}`))
    await pasa(998)
    expect(await reclama(MAL)).toBe(false)
    const deps = { data: database.unitOfWork, now: NOW }
    expect(await comienzoPendiente(deps)).toMatchObject({ kind: "dado", intentos: 999 })
    expect(codigoDadoEnTexto(NOW, "America/Mexico_City", 999)).toContain("999 intentos fallaron")
    expect(await reclama(MAL)).toBe(false)
    expect(await reclama(codigo)).toBe(false)
    expect(await comienzoPendiente(deps), "the start gives another one").toMatchObject({ kind: "codigo" })
  })

  it("is not used up by one account that tries and tries", async () => {
    const insiste = cuenta()
    for (let i = 0; i < 4; i += 1) await reclama(MAL, insiste)
    const otro = await dar()
    for (let i = 0; i < 9; i += 1) expect(await reclama(MAL, insiste)).toBe(false)
    expect((await database.unitOfWork.fresh.codigoInicial.ultimo())?.intentos).toBe(1)
    expect(await reclama(otro, insiste)).toBe(false)
    expect(await reclama(otro)).toBe(true)
  })

  it("goes to one of two that claim at once", async () => {
    const dos = await Promise.all([reclama(codigo), reclama(codigo)])
    expect(dos.filter(Boolean)).toHaveLength(1)
  })

  it("claimed, is good for a day: whoever did not begin by then does not come back", async () => {
    const quien = cuenta()
    expect(await reclama(codigo, quien)).toBe(true)
    const dentroDe = (horas: number) => sumarMs(NOW, horas * 60 * MINUTO)
    expect(await reclamo(database.unitOfWork.fresh, quien, dentroDe(23))).toBe(true)
    expect(await reclamo(database.unitOfWork.fresh, quien, dentroDe(24))).toBe(false)
    const despues = await comienzoPendiente({ data: database.unitOfWork, now: dentroDe(24) })
    expect(despues, "the start gives another one").toMatchObject({ kind: "codigo" })
  })

  it("is given up for the next one, with what was claimed by it", async () => {
    const quien = cuenta()
    expect(await reclama(codigo, quien)).toBe(true)
    const otro = await dar()
    expect(await tiene(quien)).toBe(false)
    expect(await reclama(codigo)).toBe(false)
    expect(await reclama(otro)).toBe(true)
  })

  it("is kept as its fingerprint alone, and each try is on record", async () => {
    await reclama(MAL)
    await Sql.using(database.url, async (sql) => {
      const [fila] = await sql.rows("SELECT huella FROM codigo_inicial")
      expect(fila?.huella).toMatch(/^[0-9a-f]{64}$/)
      expect(await sql.rows("SELECT 1 FROM codigo_inicial")).toHaveLength(1)
      const [ultimo] = await sql.rows("SELECT * FROM evento ORDER BY secuencia DESC LIMIT 1")
      expect(ultimo).toMatchObject({ tipo: "comienzo.rechazado", organo_id: null, plataforma: "slack" })
      expect(JSON.stringify(ultimo?.despues)).not.toContain(MAL)
    })
  })

  it("is told at the start once, while it is good; then whether somebody claimed", async () => {
    const deps = { data: database.unitOfWork, now: NOW }
    expect(await comienzoPendiente(deps)).toMatchObject({ kind: "dado" })
    expect(await comienzoPendiente({ ...deps, now: sumarMs(NOW, 16 * MINUTO) })).toMatchObject({
      kind: "codigo",
    })
    await reclama(await dar())
    expect(await comienzoPendiente(deps)).toEqual({ kind: "reclamado" })
  })
})

describe("once there is a Secretaría Técnica", () => {
  const ORGANO = {
    nombreOficial: "Comité de Archivo",
    nombreCorto: "Archivo",
    tipo: "comision",
    zona: "America/Mexico_City",
  } as const
  const quien = cuenta()
  const como = (user: ReturnType<typeof cuenta>) => ({
    data: database.unitOfWork,
    user,
    platform: user.adapter,
    now: NOW,
  })

  it("is made by whoever claimed alone, body and person in one act", async () => {
    const ana = { nombre: "Ana Ruiz", cargo: null }
    expect((await comenzarOrgano(como(quien), ORGANO, ana)).kind).toBe("sin_reclamo")
    expect(await reclama(await dar(), quien)).toBe(true)
    expect((await comenzarOrgano(como(cuenta()), ORGANO, ana)).kind).toBe("sin_reclamo")
    expect((await comenzarOrgano(como(quien), { ...ORGANO, zona: "America/Nada" }, ana)).kind).toBe("reparo")
    expect(await database.unitOfWork.read.organos.all()).toEqual([])
    expect((await comenzarOrgano(como(quien), ORGANO, ana)).kind).toBe("hecho")
    expect((await comenzarOrgano(como(quien), ORGANO, ana)).kind).toBe("sin_reclamo")
  })

  it("no code is given any more, by the start or by the order, nor is any good", async () => {
    const { data } = { data: database.unitOfWork }
    expect(await darCodigo({ data, now: NOW })).toBeNull()
    expect(await comienzoPendiente({ data, now: NOW })).toBeNull()
    const orden = await runOrder(["codigo-inicial"], { DATABASE_URL: database.url })
    expect(orden).toMatchObject({ status: 1, stdout: "" })
    expect(orden.stderr).toContain("Ya hay una Secretaría Técnica")
    await Sql.using(database.url, (sql) =>
      sql.rows(
        "INSERT INTO codigo_inicial (huella, creado_en, vence_en) SELECT encode(sha256('A'), 'hex'), now(), 'infinity'",
      ),
    )
    expect(await reclama("A")).toBe(false)
  })

  it("unlinked, is claimed again with a code of the command line, by the person on record", async () => {
    await database.unitOfWork.transaction(({ personas }) => personas.unlink(quien))
    const orden = await runOrder(["codigo-inicial"], { DATABASE_URL: database.url })
    const codigo = /\/plenaria comenzar (\S+)/.exec(orden.stdout)?.[1] ?? ""
    const otra = cuenta()
    const hoy = new Date().toISOString()
    expect(await reclama(codigo, otra, hoy)).toBe(true)
    const [organo] = await database.unitOfWork.read.organos.all()
    if (organo === undefined) throw new Error("no body")
    const hecho = await comenzarConOrgano({ ...como(otra), now: hoy }, organo, {
      nombre: "ana  ruíz",
      cargo: null,
    })
    expect(hecho.kind).toBe("hecho")
    const persona = await database.unitOfWork.fresh.personas.byAccount(otra)
    expect(persona?.nombre).toBe("Ana Ruiz")
    expect(await database.unitOfWork.fresh.directorioWriter.personas()).toHaveLength(1)
  })
})

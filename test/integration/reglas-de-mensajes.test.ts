import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { actualizarMensajes } from "../../src/app/entrega/actualizar-mensajes.ts"
import { dispatchDeliveries } from "../../src/app/entrega/dispatch.ts"
import type { DispatchDeps } from "../../src/app/entrega/envio.ts"
import { resolveUncertain } from "../../src/app/entrega/resolve-uncertain.ts"
import { openDatabase } from "../../src/db/open.ts"
import { asuntoSesion, hechoSesion } from "../../src/domain/mensaje/hechos.ts"
import type { Compromiso } from "../../src/domain/tipos/compromiso.ts"
import { planAll, runTick } from "../../src/jobs/tick.ts"
import type { CompromisoRepository } from "../../src/ports/repositories/compromiso.ts"
import type { Delivery } from "../../src/ports/repositories/deliveries.ts"
import { cuerpoColegiado, type Debe } from "../support/cuerpo-colegiado.ts"
import { createDataFolder } from "../support/data-folder.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { FakeChat } from "../support/fake-chat.ts"
import { newDelivery } from "../support/new-delivery.ts"
import { memoryLog, TestClock } from "../support/reloj.ts"
import { silentLog } from "../support/silent-log.ts"
import { Sql } from "../support/sql.ts"

const OPTIONS = { limit: 20, leaseMs: 60_000 }
const PASSED_LEASE = OPTIONS.leaseMs + 1_000
const UNO: Debe = { institucion: "SRE", vence: "2024-03-15" }
/** On no rung of the ladder on 8 March. */
const DE_PASO: Debe = { institucion: "SRE", vence: "2024-03-13" }
const CLAVE_1 = "CI/SO-21/02/2024/SRE-1"
const CLAVE_2 = "CI/SO-21/02/2024/SRE-2"

let test: TestDatabase
let database: TestDatabase["database"]
let sql: Sql
let clock: TestClock
let chat: FakeChat

beforeEach(async () => {
  test = await createTestDatabase()
  database = test.database
  sql = await Sql.connect(test.url)
  clock = new TestClock("2024-03-08", "10:00")
  chat = new FakeChat(clock, { editing: true, lookup: "finds" })
})
afterEach(async () => {
  await sql.close()
  await test.close()
})

const deps = (adapter = chat): DispatchDeps => ({
  data: database.unitOfWork,
  clock,
  adapters: new Map([["slack", adapter]]),
  log: memoryLog(),
  random: () => 1,
})
const record = (...deben: readonly Debe[]) =>
  database.importacion.apply(cuerpoColegiado({ deben }), clock.now())
const dispatch = (adapter = chat) => dispatchDeliveries(deps(adapter), OPTIONS)
const plan = () => planAll(deps())

/** Everything that was written is read, also what other connections of the server hold back for a moment. */
async function leerCambios(adapter = chat): Promise<number> {
  let enqueued = 0
  for (;;) {
    enqueued += await actualizarMensajes(deps(adapter))
    const left = await sql.rows(
      "SELECT 1 FROM evento WHERE transaccion >= (SELECT transaccion FROM log_cursor WHERE reader = 'mensajes') LIMIT 1",
    )
    if (left.length === 0) return enqueued
  }
}

async function all(): Promise<readonly Delivery[]> {
  return [...(await database.unitOfWork.read.deliveries.list({ limit: 50 }))].reverse()
}

async function only(): Promise<Delivery> {
  const [first, ...rest] = await all()
  if (first === undefined || rest.length > 0) throw new Error(`${rest.length + 1} deliveries`)
  return first
}

async function lastEdit(): Promise<Delivery> {
  const found = (await all()).findLast(({ editsId }) => editsId !== null)
  if (found === undefined) throw new Error("no edit")
  return found
}

/** Some turns of the event loop. */
async function pause(): Promise<void> {
  for (let i = 0; i < 20; i += 1) await new Promise((done) => setImmediate(done))
}

async function cancelarAcuerdo(): Promise<void> {
  const documento = cuerpoColegiado({ deben: [UNO] })
  const sesiones = documento.sesiones.map((sesion) => ({
    ...sesion,
    acuerdos: sesion.acuerdos.map((acuerdo) => ({ ...acuerdo, estado: "cancelado" as const })),
  }))
  await database.importacion.apply({ ...documento, sesiones }, clock.now())
}

async function compromiso(): Promise<Compromiso> {
  const [row] = await database.unitOfWork.fresh.compromisos.list({})
  if (row === undefined) throw new Error("nothing is owed")
  return row.compromiso
}

/** As an act of the chat changes it: the row, and the log. */
async function mudar(cambios: Parameters<CompromisoRepository["update"]>[1]): Promise<void> {
  const antes = await compromiso()
  await database.unitOfWork.transaction(async ({ compromisos, eventos, organos }) => {
    expect(await compromisos.update(antes, cambios)).toBe(true)
    await eventos.append({
      tipo: "compromiso.reasignar",
      objeto: `compromiso:${antes.id}`,
      organoId: (await organos.byClave("ci-trata"))?.id ?? null,
      personaId: null,
      plataforma: "slack",
      antes,
      despues: { ...antes, ...cambios },
      instante: clock.now(),
    })
  })
}

/** A reminder of what the SRE owes, in its channel. */
async function enviado(...deben: readonly Debe[]): Promise<void> {
  await record(...deben)
  await leerCambios()
  await plan()
  await dispatch()
  expect(chat.posted).toHaveLength(1)
}

describe("a reminder that has not left", () => {
  it("is cancelled, with a reason, when all it asks for was fulfilled", async () => {
    await record(UNO)
    await plan()
    await record({ ...UNO, estado: "atendido" })
    await dispatch()
    expect(chat.attempts).toBe(0)
    expect(await only()).toMatchObject({
      state: "cancelled",
      reason: `Ya no procede, cambió antes de enviarse. ${CLAVE_1}: atendido.`,
    })
  })

  it.each(["en_validacion", "cancelado"] as const)("is cancelled when it is %s", async (estado) => {
    await record(UNO)
    await plan()
    await record({ ...UNO, estado })
    await dispatch()
    expect(chat.attempts).toBe(0)
    expect((await only()).state).toBe("cancelled")
  })

  it("is cancelled when its acuerdo was", async () => {
    await record(UNO)
    await plan()
    await cancelarAcuerdo()
    await dispatch()
    expect(await only()).toMatchObject({ state: "cancelled", reason: expect.stringContaining("cancelado") })
  })

  it("says only what is still owed, and is stored as it was sent", async () => {
    await record(UNO, UNO)
    await plan()
    await record({ ...UNO, estado: "atendido" }, UNO)
    await dispatch()
    expect(chat.posted[0]?.text).toContain(CLAVE_2)
    expect(chat.posted[0]?.text).not.toContain(CLAVE_1)
    expect(chat.posted[0]?.text).toContain("le recordamos 1 compromiso de")
    const stored = await only()
    expect(JSON.stringify(stored.card)).not.toContain(CLAVE_1)
    expect(Object.keys(stored.modelo?.hechos ?? {})).toHaveLength(1)
  })

  it("is cancelled when all that is left only went along with it", async () => {
    await record(UNO, DE_PASO)
    await plan()
    await record({ ...UNO, estado: "atendido" }, DE_PASO)
    await dispatch()
    expect((await only()).state).toBe("cancelled")
  })

  it("says the state of now", async () => {
    await record(UNO)
    await plan()
    await record({ ...UNO, estado: "en_proceso" })
    await dispatch()
    expect(chat.posted[0]?.text).toContain("en proceso")
  })

  it("drops what was reprogrammed, unless the new date's ladder falls on the same day", async () => {
    await record(UNO, UNO)
    await plan()
    // T-15 of 1 April is 8 March as well: 18, 28 and 29 March are inhábiles.
    await record({ ...UNO, segunda: "2024-04-30" }, { ...UNO, segunda: "2024-04-03" })
    await dispatch()
    expect(chat.posted[0]?.text).not.toContain(CLAVE_1)
    expect(chat.posted[0]?.text).toContain("nueva fecha: 3 de abril de 2024")
  })

  it("goes on as it was once a part of it is out, and is edited then", async () => {
    await record(UNO)
    await leerCambios()
    await plan()
    chat.parts = 2
    chat.next({ post: true }, { post: false, outcome: { kind: "retry", after: 1_000, reason: "429" } })
    await dispatch()
    await record({ ...UNO, estado: "atendido" })
    expect(await leerCambios()).toBe(1)
    clock.pass(60_000)
    await dispatch()
    expect(chat.posted.map(({ part }) => part)).toEqual([0, 1])
    await dispatch()
    expect(chat.edited.map(({ messageId }) => messageId)).toEqual(["m1", "m2"])
    expect((await lastEdit()).state).toBe("accepted")
  })
})

describe("a reminder in its channel", () => {
  it("is edited once when its commitment is fulfilled, and says when and what", async () => {
    await enviado(UNO)
    clock.set("2024-03-08", "10:15")
    await record({ ...UNO, estado: "atendido" })
    expect(await leerCambios()).toBe(1)
    expect(await leerCambios()).toBe(0)
    await dispatch()
    await dispatch()
    expect(chat.edited).toHaveLength(1)
    expect(chat.posted).toHaveLength(1)
    const [text] = chat.texts()
    expect(text).toContain("Actualizado el 8 de marzo de 2024, 10:15 horas (hora del centro)")
    expect(text).toContain(`${CLAVE_1}: atendido`)
    expect(text).not.toContain("le recordamos")
    expect(await lastEdit()).toMatchObject({ state: "accepted", purpose: "recordatorio" })
  })

  it("keeps what is still owed below the change", async () => {
    await enviado(UNO, UNO)
    await record({ ...UNO, estado: "atendido" }, UNO)
    await leerCambios()
    await dispatch()
    const [text] = chat.texts()
    expect(text).toContain(`${CLAVE_1}: atendido`)
    expect(text?.split(CLAVE_1)).toHaveLength(2)
    expect(text).toContain("le recordamos 1 compromiso de")
  })

  it("keeps what only went along with what is now fulfilled", async () => {
    await enviado(UNO, DE_PASO)
    await record({ ...UNO, estado: "atendido" }, DE_PASO)
    await leerCambios()
    await dispatch()
    expect(chat.texts()[0]).toContain(CLAVE_2)
    expect(chat.texts()[0]).toContain("le recordamos 1 compromiso de")
  })

  it("says a new date", async () => {
    await enviado(UNO)
    await record({ ...UNO, segunda: "2024-04-30" })
    await leerCambios()
    await dispatch()
    expect(chat.texts()[0]).toContain(`${CLAVE_1}: nueva fecha, 30 de abril de 2024`)
  })

  it("says that its commitment is another institution's now, and nothing of what becomes of it then", async () => {
    await enviado(UNO)
    const { institucionId: sre } = await compromiso()
    const salud = (await database.unitOfWork.read.instituciones.all()).find(
      ({ siglas }) => siglas === "SALUD",
    )
    await mudar({ institucionId: salud?.id ?? "" })
    expect(await leerCambios()).toBe(1)
    await dispatch()
    expect(chat.texts()[0]).toContain(`${CLAVE_1}: cambió la institución responsable`)
    for (const cambios of [
      { estado: "en_proceso" as const },
      { fechaReprogramada: "2024-04-30", reprogramaciones: 1 },
    ]) {
      await mudar(cambios)
      expect(await leerCambios(), JSON.stringify(cambios)).toBe(0)
    }
    await mudar({ institucionId: sre ?? "" })
    expect(await leerCambios(), "it is told again once it is its own").toBe(1)
    await dispatch()
    expect(chat.texts()[0]).toContain("nueva fecha, 30 de abril de 2024")
  })

  it("is edited when its acuerdo is cancelled", async () => {
    await enviado(UNO)
    await cancelarAcuerdo()
    expect(await leerCambios()).toBe(1)
    await dispatch()
    expect(chat.texts()[0]).toContain(`${CLAVE_1}: cancelado`)
    expect(chat.texts()[0]).not.toContain("le recordamos")
  })

  it("is left alone by what it does not say", async () => {
    await enviado(UNO)
    await record(UNO, { institucion: "SALUD", vence: "2024-06-14" })
    expect(await leerCambios()).toBe(0)
  })

  it("follows the facts there and back", async () => {
    await enviado(UNO)
    for (const estado of ["atendido", "pendiente", "atendido", "pendiente"] as const) {
      await record({ ...UNO, estado })
      expect(await leerCambios()).toBe(1)
      await dispatch()
    }
    expect(chat.edited).toHaveLength(4)
    expect(chat.texts()[0]).toContain("Los datos son otra vez los del mensaje original.")
  })

  it("is edited with the facts of the moment in which the edit leaves, and once for several changes", async () => {
    await enviado(UNO)
    await record({ ...UNO, estado: "en_proceso" })
    expect(await leerCambios()).toBe(1)
    await record({ ...UNO, estado: "atendido" })
    expect(await leerCambios()).toBe(0)
    await dispatch()
    await dispatch()
    expect(chat.edited).toHaveLength(1)
    expect(chat.texts()[0]).toContain(`${CLAVE_1}: atendido`)
  })

  it("is not edited when the facts are back before the edit leaves", async () => {
    await enviado(UNO)
    await record({ ...UNO, estado: "atendido" })
    await leerCambios()
    await record(UNO)
    await leerCambios()
    await dispatch()
    expect(chat.edited).toEqual([])
    expect(await lastEdit()).toMatchObject({
      state: "cancelled",
      reason: "El mensaje ya dice lo que consta hoy.",
    })
    await record({ ...UNO, estado: "atendido" })
    expect(await leerCambios()).toBe(1)
  })

  it("is edited outside of working hours too, and not after thirty days", async () => {
    await enviado(UNO)
    clock.set("2024-03-09", "22:00")
    await record({ ...UNO, estado: "en_proceso" })
    await leerCambios()
    await dispatch()
    expect(chat.edited).toHaveLength(1)
    clock.set("2024-04-10", "10:00")
    await record({ ...UNO, estado: "atendido" })
    expect(await leerCambios()).toBe(0)
  })

  it("stays as it is where the platform cannot edit", async () => {
    chat = new FakeChat(clock)
    await enviado(UNO)
    await record({ ...UNO, estado: "atendido" })
    expect(await leerCambios()).toBe(0)
    await dispatch()
    expect(chat.attempts).toBe(1)
  })

  it("that somebody deleted is one dead letter, not one for each change", async () => {
    await enviado(UNO)
    chat.nextEdit({
      post: false,
      outcome: { kind: "rejected", reason: "El mensaje ya no está.", platformCode: "message_not_found" },
    })
    await record({ ...UNO, estado: "en_proceso" })
    await leerCambios()
    await dispatch()
    expect(await lastEdit()).toMatchObject({
      state: "rejected",
      reason: "El mensaje ya no está. (message_not_found)",
    })
    await record({ ...UNO, estado: "atendido" })
    expect(await leerCambios()).toBe(0)
  })
})

describe("a message of another kind", () => {
  const SESION = { institucion: "SRE", vence: "2024-06-14" }

  /** About the session, with no rule of its own. */
  async function avisoDeSesion(): Promise<void> {
    await record(SESION)
    await leerCambios()
    const { read } = database.unitOfWork
    const [organo] = await read.organos.all()
    const sesion = await read.sesiones.byClave(organo?.id ?? "", "SO-21")
    if (sesion === null) throw new Error("no session")
    await read.deliveries.enqueue(
      {
        ...(await newDelivery(database.unitOfWork, "sre")),
        asuntos: [asuntoSesion(sesion.id)],
        modelo: { tipo: "aviso", hechos: { [asuntoSesion(sesion.id)]: hechoSesion(sesion) }, datos: null },
      },
      clock.now(),
    )
    await dispatch()
  }

  it("keeps its text below what changed: a session postponed to another date and hour", async () => {
    await avisoDeSesion()
    const documento = cuerpoColegiado({ deben: [SESION] })
    const sesiones = documento.sesiones.map((sesion) => ({
      ...sesion,
      estado: "diferida" as const,
      fecha: "2024-03-20",
      hora: "11:00",
      sede: "Sala Juárez",
    }))
    await database.importacion.apply({ ...documento, sesiones }, clock.now())
    expect(await leerCambios()).toBe(1)
    await dispatch()
    expect(chat.texts()[0]).toContain(
      "SO-21: diferida; nueva fecha, miércoles 20 de marzo de 2024, 11:00 horas (hora del centro); nueva sede, Sala Juárez",
    )
  })
})

describe("an edit of a message of several parts", () => {
  it("changes each part, and says of those left over that they no longer count", async () => {
    chat.parts = 3
    await enviadoEnPartes(3)
    chat.parts = 2
    await record({ ...UNO, estado: "atendido" })
    await leerCambios()
    await dispatch()
    expect(chat.edited.map(({ messageId, part }) => [messageId, part])).toEqual([
      ["m1", 0],
      ["m2", 1],
      ["m3", 0],
    ])
    expect(chat.texts()[2]).toContain("Este mensaje se actualizó y ahora es más breve")
  })

  it("says only what changed when the whole no longer fits", async () => {
    await enviado(UNO)
    const render = chat.render.bind(chat)
    chat.render = (card) => {
      const rendered = render(card)
      const short = card.blocks.some(({ kind }) => kind === "divider") === false
      return { ...rendered, parts: short ? ["1"] : ["1", "2"] }
    }
    await record({ ...UNO, estado: "en_proceso" })
    await leerCambios()
    await dispatch()
    expect(chat.texts()[0]).toContain(`${CLAVE_1}: en proceso`)
    expect(chat.texts()[0]).toContain("ya no cabe aquí")
    expect(chat.texts()[0]).not.toContain("le recordamos")
  })

  it("goes on where it was interrupted, with the same text", async () => {
    chat.parts = 2
    await enviadoEnPartes(2)
    await record({ ...UNO, estado: "en_proceso" })
    await leerCambios()
    chat.nextEdit({ post: true }, { post: false, outcome: { kind: "retry", after: 1_000, reason: "429" } })
    await dispatch()
    await record({ ...UNO, estado: "atendido" })
    expect(await leerCambios()).toBe(1)
    clock.pass(60_000)
    await dispatch()
    expect(chat.texts().map((text) => text.includes("en proceso"))).toEqual([true, true])
    expect(chat.edited.map(({ messageId }) => messageId)).toEqual(["m1", "m2"])
    await dispatch()
    expect(chat.texts().map((text) => text.includes(`${CLAVE_1}: atendido`))).toEqual([true, true])
  })

  async function enviadoEnPartes(parts: number): Promise<void> {
    await record(UNO)
    await leerCambios()
    await plan()
    await dispatch()
    expect(chat.posted).toHaveLength(parts)
  }
})

describe("an edit under failures", () => {
  it("is repeated when its worker died in the middle, and never left in doubt", async () => {
    await enviado(UNO)
    await record({ ...UNO, estado: "atendido" })
    await leerCambios()
    let open = () => {}
    const closed = new Promise<void>((resolve) => {
      open = resolve
    })
    chat.nextEdit({ post: true, gate: closed })
    const late = dispatch()
    while (chat.edited.length === 0) await new Promise((done) => setImmediate(done))
    clock.pass(PASSED_LEASE)
    await dispatch()
    expect((await lastEdit()).state).toBe("accepted")
    open()
    await late
    expect(chat.edited).toHaveLength(2)
    expect((await lastEdit()).receipts).toHaveLength(1)
    expect(chat.posted).toHaveLength(1)
  })

  it.each([
    { post: true, outcome: { kind: "uncertain", detail: "se cortó" } },
    { post: true, outcome: { kind: "retry", after: 0, reason: "se cortó" } },
    { post: true, throws: new Error("bug") },
  ] as const)("is repeated when its answer is lost (%o)", async (script) => {
    await enviado(UNO)
    await record({ ...UNO, estado: "atendido" })
    await leerCambios()
    chat.nextEdit(script)
    await dispatch()
    clock.pass(60_000)
    await dispatch()
    expect(chat.edited).toHaveLength(2)
    expect(new Set(chat.edited.map(({ key }) => key)).size).toBe(1)
    expect((await lastEdit()).state).toBe("accepted")
  })

  it("is enqueued and sent once by many workers at a time", async () => {
    await enviado(UNO)
    await record({ ...UNO, estado: "atendido" })
    // The change is readable, and every connection of the pool is open: they really start together.
    while ((await database.unitOfWork.read.eventos.news("mensajes")).objetos.length === 0);
    await Promise.all(Array.from({ length: 6 }, () => database.unitOfWork.transaction(() => pause())))
    await Promise.all(Array.from({ length: 6 }, () => actualizarMensajes(deps())))
    const allAtOnce = () => Promise.all(Array.from({ length: 6 }, () => dispatch()))
    // A destination at which one is looking is left for later by the others: also by all of them.
    do await allAtOnce()
    while (chat.edited.length === 0)
    await allAtOnce()
    expect(chat.edited).toHaveLength(1)
    expect((await all()).filter(({ editsId }) => editsId !== null)).toHaveLength(1)
  })

  it("is enqueued and sent once by two processes", async () => {
    await enviado(UNO)
    await record({ ...UNO, estado: "atendido" })
    const other = await openDatabase({ databaseUrl: test.url, dataDir: "" }, silentLog)
    try {
      const workers = [deps(), { ...deps(), data: other.unitOfWork }]
      for (let i = 0; i < 5; i += 1) {
        await Promise.all(workers.map((worker) => actualizarMensajes(worker)))
        await Promise.all(workers.map((worker) => dispatchDeliveries(worker, OPTIONS)))
      }
      await leerCambios()
      await dispatch()
    } finally {
      await other.close()
    }
    expect(chat.edited).toHaveLength(1)
  })

  it("is not lost when enqueuing it fails after the log was read", async () => {
    await enviado(UNO)
    await record({ ...UNO, estado: "atendido" })
    await sql.run("ALTER TABLE delivery ADD CONSTRAINT broken CHECK (edits_id IS NULL)")
    let failed = 0
    while (failed === 0) await actualizarMensajes(deps()).catch(() => (failed += 1))
    await sql.run("ALTER TABLE delivery DROP CONSTRAINT broken")
    expect(await leerCambios()).toBe(1)
  })

  it("is not lost when the change commits after later ones", async () => {
    await enviado(UNO)
    const slow = await Sql.connect(test.url)
    try {
      await slow.run("BEGIN")
      await slow.run("UPDATE compromiso SET estado = 'atendido'")
      await slow.run(`INSERT INTO evento (id, tipo, objeto, plataforma, instante)
        SELECT gen_random_uuid(), 'compromiso.atendido', 'compromiso:' || id, 'sistema', now() FROM compromiso`)
      await sql.run(`INSERT INTO evento (id, tipo, objeto, plataforma, instante)
        VALUES (gen_random_uuid(), 'prueba', 'otro:1', 'sistema', now())`)
      expect(await actualizarMensajes(deps())).toBe(0)
      await slow.run("COMMIT")
    } finally {
      await slow.close()
    }
    expect(await leerCambios()).toBe(1)
  })

  it("is not lost when the data were moved to a server that counts transactions anew", async () => {
    await enviado(UNO)
    await sql.run("UPDATE log_cursor SET transaccion = 900000000000")
    await record({ ...UNO, estado: "atendido" })
    let enqueued = 0
    while (enqueued === 0) enqueued += await actualizarMensajes(deps())
    expect(enqueued).toBe(1)
  })

  it("waits for a message whose fate is not known, and follows it", async () => {
    await record(UNO)
    await leerCambios()
    await plan()
    chat.next({ post: true, outcome: { kind: "uncertain", detail: "sin respuesta" } })
    await dispatch()
    await record({ ...UNO, estado: "atendido" })
    expect(await leerCambios()).toBe(1)
    await dispatch()
    expect(chat.edited).toEqual([])
    expect(await lastEdit()).toMatchObject({ state: "pending", attempts: 0 })
    await resolveUncertain(deps(), { limit: 10 })
    clock.pass(11 * 60_000)
    await dispatch()
    expect(chat.texts()[0]).toContain(`${CLAVE_1}: atendido`)
  })

  it("is cancelled when the message never left", async () => {
    await record(UNO)
    await leerCambios()
    await plan()
    chat.next({ post: false, outcome: { kind: "uncertain", detail: "sin respuesta" } })
    await dispatch()
    await record({ ...UNO, estado: "atendido" })
    await leerCambios()
    await resolveUncertain(deps(), { limit: 10 })
    clock.pass(31_000)
    await resolveUncertain(deps(), { limit: 10 })
    await dispatch()
    expect((await all()).map(({ state }) => state)).toEqual(["cancelled", "pending"])
    clock.pass(11 * 60_000)
    await dispatch()
    expect(await lastEdit()).toMatchObject({
      state: "cancelled",
      reason: "El mensaje que actualizaba no llegó a enviarse.",
    })
  })
})

describe("on the embedded database", () => {
  it("a reminder is edited once, also after a restart", async () => {
    const folder = await createDataFolder("tables")
    const open = () => openDatabase({ databaseUrl: null, dataDir: folder.path }, silentLog)
    try {
      const first = await open()
      await first.importacion.apply(cuerpoColegiado({ deben: [UNO] }), clock.now())
      await runTick({ ...deps(), data: first.unitOfWork })
      await first.importacion.apply(cuerpoColegiado({ deben: [{ ...UNO, estado: "atendido" }] }), clock.now())
      await first.close()
      const second = await open()
      for (let i = 0; i < 3; i += 1) await runTick({ ...deps(), data: second.unitOfWork })
      await second.close()
    } finally {
      folder.remove()
    }
    expect(chat.posted).toHaveLength(1)
    expect(chat.edited).toHaveLength(1)
    expect(chat.texts()[0]).toContain(`${CLAVE_1}: atendido`)
  })
})

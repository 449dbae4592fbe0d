import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { reviseMessage } from "../../src/app/entrega/reglas-de-mensajes.ts"
import { deLaCuenta } from "../../src/app/mensaje/de-la-cuenta.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import { type Database, openDatabase } from "../../src/db/open.ts"
import { type Charla, charlaOn, NOW } from "../support/conversacion.ts"
import type { TestDatabase } from "../support/database.ts"
import { createDemoDatabase } from "../support/demo-database.ts"
import { eventually } from "../support/eventually.ts"
import { silentLog } from "../support/silent-log.ts"
import { Sql } from "../support/sql.ts"

const ST = "secretaria-tecnica"
const ENLACE = "enlace-salud"
const SUYA = `consola/demo/${ENLACE}`
const SUSPENDIDA = "Su cuenta está suspendida"

let database: TestDatabase
let otro: Database
let aqui: Charla
let alla: Charla

beforeAll(async () => {
  database = await createDemoDatabase(NOW)
  otro = await openDatabase({ databaseUrl: database.url, dataDir: "" }, silentLog)
  aqui = charlaOn(database.database, NOW)
  alla = charlaOn(otro, NOW)
})
afterAll(async () => {
  await otro.close()
  await database.close()
})

/** What it will do is asked first. */
async function decide(orden: string, boton: RegExp) {
  const { card } = await aqui.ask(ST, orden)
  const action = card.actions.find(({ label }) => boton.test(label))
  if (action === undefined) throw new Error(`not asked: ${card.title}`)
  return aqui.press(ST, action.id)
}

describe("an account that is suspended", () => {
  it("is answered nothing from its next request on, in another process too that never heard of it", async () => {
    await eventually(
      async () => (await alla.ask(ENLACE, "plenaria quien-soy")).card.title,
      (title) => title !== SUSPENDIDA,
    )
    await Sql.using(database.url, async (sql) => {
      await sql.run('ALTER TABLE "cuenta_chat" DISABLE TRIGGER "cuenta_chat_avisar_cambio"')
      await sql.run('ALTER TABLE "evento" DISABLE TRIGGER USER')
    })
    const hecha = await decide(
      `directorio cuenta-suspender ${SUYA} Se extravió su equipo`,
      /^Suspender la cuenta/,
    )
    expect(hecha.card.title).toBe("Cuenta suspendida")
    for (const chat of [alla, aqui]) {
      for (const orden of [
        "plenaria quien-soy",
        "sesion proxima",
        "plenaria vincular",
        "plenaria vincular-codigo X",
      ])
        expect((await chat.ask(ENLACE, orden)).card.title, orden).toBe(SUSPENDIDA)
      expect((await chat.press(ENLACE, "compromiso.mios")).card.title).toBe(SUSPENDIDA)
    }
    const suggested = await alla.router.complete({
      actor: { adapter: "consola", workspace: "demo", user: ENLACE },
      place: { adapter: "consola", workspace: "demo", channel: "directo" },
      name: "compromiso",
      subcommand: "avance",
      option: "clave",
      typed: "",
    })
    expect(suggested).toEqual([])
  })

  it("is told why by direct message, the Secretaría Técnica too, and it is in the register with its reason", async () => {
    const avisos = (await aqui.deliveries()).filter(({ card }) => card.title === "Se suspendió una cuenta")
    const textos = avisos.map(({ card }) => renderPlainText(card))
    expect(textos.filter((text) => text.includes("Esta cuenta suya"))).toHaveLength(1)
    expect(textos.length).toBeGreaterThan(1)
    for (const text of textos) expect(text).toContain("Se extravió su equipo")
    const persona = await database.unitOfWork.fresh.personas.byClave(ENLACE)
    const eventos = await aqui.eventos(`persona:${persona?.id}`)
    expect(eventos.at(-1)).toMatchObject({
      tipo: "cuenta.suspendida",
      despues: { motivo: "Se extravió su equipo" },
    })
  })

  it("is sent nothing that is written to it later, but that it is suspended", async () => {
    const canal = (await aqui.deliveries()).find(({ to }) => to.channel === `@${ENLACE}`)
    if (canal === undefined) throw new Error("it was told nothing")
    const revisar = (asuntos: readonly string[]) =>
      reviseMessage(
        database.unitOfWork.fresh,
        { ...canal, asuntos, receipts: [] },
        "2024-06-11T16:00:00.000Z",
      )
    const nada = { kind: "cancela", reason: "La cuenta está suspendida." }
    expect(await revisar(canal.asuntos), "why").toEqual({ kind: "sigue" })
    expect(await revisar(deLaCuenta.asuntos), "another account of theirs").toEqual(nada)
    expect(await revisar([]), "what the body does").toEqual(nada)
  })

  it("stays its person's: nobody else is linked to it, and once it is active it is recognised as before", async () => {
    expect((await decide(`directorio cuenta-suspender ${SUYA} Otra vez`, /^Suspender/)).text).toContain(
      "ya estaba suspendida",
    )
    const reactivada = await decide(`directorio cuenta-reactivar ${SUYA} Apareció su equipo`, /^Reactivar/)
    expect(reactivada.card.title).toBe("Cuenta reactivada")
    for (const chat of [alla, aqui])
      expect((await chat.ask(ENLACE, "plenaria quien-soy")).text).toContain("Enlace")
  })

  it("is never the last one of the Secretaría Técnica, and only she decides, on her own people", async () => {
    const ultima = await decide(`directorio cuenta-suspender consola/demo/${ST} Por error`, /^Suspender/)
    expect(ultima.text).toContain("Es la última cuenta de la Secretaría Técnica")
    expect((await aqui.ask(ST, "plenaria quien-soy")).text).toContain("Secretaría Técnica")
    const ajena = await decide("directorio cuenta-suspender consola/demo/nadie Por error", /^Suspender/)
    expect(ajena.text).toContain("Ninguna persona designada en este órgano tiene esa cuenta")
    expect((await aqui.ask(ENLACE, `directorio cuenta-suspender consola/demo/${ST} Abuso`)).card.tone).toBe(
      "error",
    )
  })
})

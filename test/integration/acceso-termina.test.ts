import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { encolarRecordatorios } from "../../src/app/dia/encolar.ts"
import { type Database, openDatabase } from "../../src/db/open.ts"
import type { InboundAnswer } from "../../src/ports/chat-adapter.ts"
import { type Charla, charlaOn, NOW } from "../support/conversacion.ts"
import type { TestDatabase } from "../support/database.ts"
import { createDemoDatabase } from "../support/demo-database.ts"
import { eventually } from "../support/eventually.ts"
import { silentLog } from "../support/silent-log.ts"
import { Sql } from "../support/sql.ts"

const ST = "secretaria-tecnica"
const CLAVE = "CI/SE-1/03/DEMO/SRE"
/** The last day of the enlace of SRE, and the instants around its midnight in the centre of Mexico. */
const ULTIMO = "2024-06-20"
const ANTES = "2024-06-21T05:59:00.000Z"
const DESPUES = "2024-06-21T06:00:00.000Z"

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

const reconoce = async (chat: Charla, user: string) =>
  (await chat.ask(user, "plenaria quien-soy")).card.title !== "Su cuenta no está vinculada"
const textOf = (answer: InboundAnswer) => JSON.stringify(answer)

describe("an account that is unlinked", () => {
  it("is nobody's from the next request on in another process too, even where the notice of it never came", async () => {
    await eventually(
      () => reconoce(alla, "enlace-salud"),
      (known) => known,
    )
    await Sql.using(database.url, async (sql) => {
      // As if the wire were cut: changes of accounts are made, and nobody is told of them.
      await sql.run('ALTER TABLE "cuenta_chat" DISABLE TRIGGER "cuenta_chat_avisar_cambio"')
      await sql.run('ALTER TABLE "evento" DISABLE TRIGGER USER')
    })
    const done = await aqui.ask(ST, "plenaria desvincular consola/demo/enlace-salud")
    expect(done.card.title).toBe("Cuenta desvinculada")
    expect(await reconoce(alla, "enlace-salud")).toBe(false)
    expect(await reconoce(aqui, "enlace-salud")).toBe(false)
    const suggested = await alla.router.complete({
      actor: { adapter: "consola", workspace: "demo", user: "enlace-salud" },
      place: { adapter: "consola", workspace: "demo", channel: "directo" },
      name: "compromiso",
      subcommand: "avance",
      option: "clave",
      typed: "",
    })
    expect(suggested).toEqual([])
    await Sql.using(database.url, (sql) =>
      sql.run('ALTER TABLE "cuenta_chat" ENABLE TRIGGER "cuenta_chat_avisar_cambio"'),
    )
  })

  it("leaves what was done with it under the person's name", async () => {
    await aqui.submit("enlace-sre", `compromiso.avance:${CLAVE}`, {
      texto: "Se concluyó la revisión jurídica",
    })
    const nombre = (await database.unitOfWork.fresh.personas.byClave("enlace-sre"))?.nombre ?? "?"
    const antes = (await aqui.ask(ST, `compromiso ver ${CLAVE}`)).text
    await Sql.using(database.url, (sql) =>
      sql.rows(`INSERT INTO "cuenta_chat" ("id", "adapter", "workspace", "user", "persona_id", "vinculada_en")
        SELECT gen_random_uuid(), 'consola', 'demo', 'otra-sre', "id", now() FROM "persona" WHERE "clave" = 'enlace-sre'`),
    )
    expect((await aqui.ask(ST, "plenaria desvincular consola/demo/otra-sre")).text).toContain(nombre)
    expect((await aqui.ask(ST, `compromiso ver ${CLAVE}`)).text).toBe(antes)
    expect(await database.unitOfWork.fresh.personas.byClave("enlace-sre")).toMatchObject({ nombre })
  })

  it("is only for the Secretaría Técnica to take, and of nobody else is anything said", async () => {
    const refused = await aqui.ask("enlace-sre", `plenaria desvincular consola/demo/${ST}`)
    expect(refused.card.tone).toBe("error")
    expect(await reconoce(aqui, ST)).toBe(true)
    const nobody = await aqui.ask(ST, "plenaria desvincular consola/demo/nadie")
    expect(nobody.text).toContain("Ninguna persona designada en este órgano tiene esa cuenta")
  })
})

describe("a designation that ends", () => {
  beforeAll(() =>
    Sql.using(database.url, (sql) =>
      sql.rows(
        `UPDATE "designacion" SET "hasta" = '${ULTIMO}' WHERE "persona_id" = (SELECT "id" FROM "persona" WHERE "clave" = 'enlace-sre')`,
      ),
    ),
  )

  const plan = async (now: string) => {
    const [organo] = (await aqui.data.read.organos.all()).filter(({ clave }) => clave === "ci-trata")
    if (!organo) throw new Error("no body")
    await encolarRecordatorios({ data: aqui.data, now }, organo)
  }
  const avisos = async () =>
    (await aqui.deliveries()).filter(({ card }) => card.title.startsWith("Está por terminar una designación"))

  it("is told a week before, once, to the Secretaría Técnica and where the person reads", async () => {
    await plan("2024-06-12T16:00:00.000Z")
    expect(await avisos()).toEqual([])
    for (const now of ["2024-06-13T16:00:00.000Z", "2024-06-14T16:00:00.000Z"]) await plan(now)
    const told = await avisos()
    const canales = await Promise.all(told.map(({ canalId }) => aqui.data.read.canales.byId(canalId)))
    expect(canales.map((canal) => canal?.audiencia).toSorted()).toEqual(["institucion", "secretaria_tecnica"])
    expect(
      told.map((one) => JSON.stringify(one.card)).every((card) => card.includes("20 de junio de 2024")),
    ).toBe(true)
    expect(told.map(({ expiresAt }) => expiresAt)).toEqual([DESPUES, DESPUES])
  })

  it.each([
    ["a command", async () => textOf(await aqui.open("enlace-sre", "compromiso mios"))],
    ["a button", async () => textOf(await aqui.opens("enlace-sre", "compromiso.mios"))],
    [
      "a form",
      async () =>
        textOf(
          await aqui.submit("enlace-sre", `compromiso.avance:${CLAVE}`, { texto: "Un avance a destiempo" }),
        ),
    ],
    [
      "a suggestion",
      async () =>
        JSON.stringify(
          await aqui.router.complete({
            actor: { adapter: "consola", workspace: "demo", user: "enlace-sre" },
            place: { adapter: "consola", workspace: "demo", channel: "directo" },
            name: "compromiso",
            subcommand: "avance",
            option: "clave",
            typed: "",
          }),
        ),
    ],
  ])("takes %s with it at midnight of the body", async (_name, ask) => {
    aqui.movesTo(ANTES)
    expect(await ask()).toContain(CLAVE)
    aqui.movesTo(DESPUES)
    expect(await ask()).not.toContain(CLAVE)
  })
})

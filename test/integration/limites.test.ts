import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { allCommands } from "../../src/commands/registry.ts"
import type { Limits } from "../../src/commands/router/admision/buckets.ts"
import { createRouter } from "../../src/commands/router.ts"
import { LIMITES } from "../../src/domain/limites/limites.ts"
import { sumarMs } from "../../src/domain/tiempo/tiempo.ts"
import type { Instante } from "../../src/domain/tipos/tiempo.ts"
import { libros } from "../../src/hojas/libros.ts"
import { imagenes } from "../../src/imagen/imagenes.ts"
import type { InboundCommand } from "../../src/ports/chat-adapter.ts"
import { type Charla, charlaOn, NOW } from "../support/conversacion.ts"
import type { TestDatabase } from "../support/database.ts"
import { createDemoDatabase } from "../support/demo-database.ts"
import { PLATAFORMAS } from "../support/plataformas.ts"
import { silentLog } from "../support/silent-log.ts"
import { Sql } from "../support/sql.ts"

const ST = "secretaria-tecnica"
const ESPERE = "Espere un momento"
/** A tenth of the usual size: nine orders, three proposals and six messages of a person. */
const DECIMO = 0.1

let database: TestDatabase
let elapsed = 0
beforeAll(async () => {
  database = await createDemoDatabase(NOW)
  const chat = process({ factor: 10_000 })
  await chat.submit(ST, "sesion.crear", {
    tipo: "ordinaria",
    numero: "23",
    fecha: "2024-07-31",
    hora: "10:00",
  })
})
afterAll(() => database.close())
beforeEach(() => {
  elapsed += 24 * 3_600_000
})

/** A process on the same database, with buckets of its own; in the database it is tomorrow each time. */
function process(limits: Partial<Limits> = {}, now: Instante = NOW): Charla {
  return charlaOn(database.database, now, allCommands, undefined, {
    factor: DECIMO,
    elapsed: () => elapsed,
    ...limits,
  })
}

let dias = 0
const otroDia = () => {
  dias += 1
  return sumarMs(NOW, dias * 24 * 3_600_000)
}

async function spend(chat: Charla, user: string, n = 9): Promise<void> {
  for (let i = 0; i < n; i += 1) expect((await chat.ask(user, "sesion proxima")).card.title).not.toBe(ESPERE)
}

describe("whoever asks for more than a person can", () => {
  it("is told when to go on, and nobody else waits for it", async () => {
    const chat = process()
    await spend(chat, "enlace-sre")
    const { card, text } = await chat.ask("enlace-sre", "sesion proxima")
    expect([card.title, card.tone]).toEqual([ESPERE, "error"])
    expect(text).toContain("Desde su cuenta se enviaron muchas solicitudes en poco tiempo")
    expect(text).toContain("No se registró nada. Puede continuar en 14 segundos.")
    expect((await chat.ask("enlace-salud", "sesion proxima")).card.title).not.toBe(ESPERE)
    elapsed += 14_000
    await spend(chat, "enlace-sre", 1)
  })

  it("finds what was typed behind a button, and does it once there is room", async () => {
    const chat = process()
    await spend(chat, "enlace-sre")
    const informe =
      "Se concluyó la revisión del protocolo con las áreas jurídicas, y falta la firma de dos de ellas."
    const { card, text } = await chat.ask("enlace-sre", `compromiso avance CI/SE-1/03/DEMO/SRE ${informe}`)
    expect(card.title).toBe(ESPERE)
    expect(text).toContain("Lo que escribió se conserva")
    elapsed += 60_000
    const again = await chat.press("enlace-sre", card.actions[0]?.id ?? "")
    expect(again.text).toContain(informe)
    expect(again.card.title).toContain("Avance registrado")
  })

  it("finds a form as it was filled in, with what was said against it", async () => {
    const chat = process()
    await spend(chat, "enlace-sre")
    const values = { titulo: "Protocolo de actuación", exposicion: "Conviene unificarlo" }
    const answer = await chat.submit("enlace-sre", "sesion.proponer:SO-23", values)
    if (answer.kind !== "form") throw new Error("the form was lost")
    expect(answer.form.problems[0]).toMatchObject({ field: null })
    expect(String(answer.form.problems[0]?.message)).toContain("Puede continuar")
    expect(answer.form.fields.map(({ value }) => value)).toEqual(
      expect.arrayContaining(Object.values(values)),
    )
  })

  it("may still acknowledge, vote and confirm attendance", async () => {
    const chat = process()
    await spend(chat, "enlace-sre")
    expect((await chat.ask("enlace-sre", "sesion proxima")).card.title).toBe(ESPERE)
    for (const typed of ["sesion acuse SO-23", "sesion asistencia asistira SO-23", "acuerdo votar a favor"])
      expect((await chat.ask("enlace-sre", typed)).card.title).not.toBe(ESPERE)
  })

  it("is held by its workspace as well", async () => {
    // One order each, thirty of all: nobody of these is linked, so that only the workspace counts them all.
    const chat = process({ factor: 0.01 })
    const texts: string[] = []
    for (let i = 0; i < 31; i += 1) texts.push((await chat.ask(`nadie-${i}`, "plenaria ayuda")).text)
    expect(texts.filter((text) => text.includes("Desde este espacio de trabajo"))).toEqual([texts[30]])
  })

  it("gets no more suggestions, and what is typed is taken all the same", async () => {
    const chat = process()
    const asked = {
      actor: { adapter: "consola", workspace: "demo", user: "enlace-sre" },
      place: { adapter: "consola", workspace: "demo", channel: "directo" },
      name: "sesion",
      subcommand: "agenda",
      option: "sesion",
      typed: "SO",
    }
    const counts: number[] = []
    for (let i = 0; i < 16; i += 1) counts.push((await chat.router.complete(asked)).length)
    expect(counts.at(0)).toBeGreaterThan(0)
    expect(counts.at(-1)).toBe(0)
    await spend(chat, "enlace-sre", 1)
  })
})

describe("what others have to read", () => {
  const propone = (chat: Charla, titulo: string) =>
    chat.submit("enlace-sre", "sesion.proponer:SO-23", { titulo })

  it("is limited for all processes together, and goes on by itself", async () => {
    const now = otroDia()
    const [one, other] = [process({}, now), process({}, now)]
    for (const chat of [one, other, one]) expect((await propone(chat, "Un asunto")).kind).toBe("reply")
    const refused = await propone(other, "Un asunto más")
    if (refused.kind !== "form") throw new Error("it was taken")
    expect(String(refused.form.problems[0]?.message)).toContain(
      "se enviaron muchas propuestas, documentos o informes en poco tiempo",
    )
    expect(refused.form.fields[0]?.value).toBe("Un asunto más")
    other.movesTo(sumarMs(now, 20 * 60_000))
    expect((await propone(other, "Un asunto más")).kind).toBe("reply")
  })

  it("is refused to nobody else for it", async () => {
    const now = otroDia()
    const chat = process({}, now)
    for (let i = 0; i < 4; i += 1) await propone(chat, "Un asunto")
    const other = await chat.submit("enlace-salud", "sesion.proponer:SO-23", { titulo: "Otro asunto" })
    expect(other.kind).toBe("reply")
  })

  it("counts also by the messages that somebody caused, once more of them than fit", async () => {
    const now = otroDia()
    const chat = process({}, now)
    const persona = await database.unitOfWork.fresh.personas.byClave("enlace-sre")
    await database.unitOfWork.fresh.limites.cargar(
      [
        {
          clase: "mensaje",
          ambito: "persona",
          clave: persona?.id ?? "",
          capacidad: { rafaga: 6, porMinuto: 0.2 },
          n: 7,
        },
      ],
      now,
    )
    const refused = await chat.ask(
      "enlace-sre",
      "compromiso avance CI/SE-1/03/DEMO/SRE Se avanzó en la redacción",
    )
    expect(refused.text).toContain("se causaron muchos mensajes a otras personas")
    expect((await chat.ask("enlace-sre", "compromiso mios")).card.title).not.toBe(ESPERE)
  })

  it("of one account is told to the Secretaría Técnica in a few messages, however many there are", async () => {
    const now = otroDia()
    const chat = process({ factor: 100 }, now)
    const before = new Set((await chat.deliveries()).map(({ id }) => id))
    for (let i = 1; i <= 15; i += 1) await propone(chat, `Asunto número ${i}`)
    const nuevos = (await chat.deliveries()).filter(({ id }) => !before.has(id))
    const titles = nuevos.map(({ card }) => card.title)
    expect(titles.filter((title) => title.startsWith("Punto propuesto"))).toHaveLength(
      LIMITES.aviso.persona.rafaga,
    )
    const reunidos = nuevos.filter(({ modelo }) => modelo?.tipo === "avisos_reunidos")
    expect(reunidos.map(({ card }) => card.title)).toEqual([
      `${15 - LIMITES.aviso.persona.rafaga} propuestas nuevas de SRE`,
    ])
    expect(JSON.stringify(reunidos[0]?.card)).toContain("Asunto número 15")
    expect(reunidos[0]?.notBefore.localeCompare(now)).toBe(1)
  })

  it("is told apart when what was gathered has left already", async () => {
    const now = otroDia()
    const chat = process({ factor: 100 }, now)
    for (let i = 1; i <= LIMITES.aviso.persona.rafaga + 1; i += 1) await propone(chat, `Asunto temprano ${i}`)
    const [reunido] = (await chat.deliveries()).filter(({ modelo }) => modelo?.tipo === "avisos_reunidos")
    await Sql.using(database.url, (sql) =>
      sql.rows(
        `UPDATE "delivery" SET "state" = 'cancelled', "reason" = 'prueba', "finished_at" = "created_at" WHERE "id" = $1`,
        [reunido?.id ?? ""],
      ),
    )
    await propone(chat, "Asunto tardío")
    expect(JSON.stringify((await chat.deliveries())[0]?.card)).toContain("Asunto tardío")
  })
})

describe("two accounts that ask without a pause", () => {
  const noisy = ["ruido-uno", "ruido-dos"]
  const input = (user: string, n: number): InboundCommand => ({
    eventId: `${user}-${n}-${elapsed}`,
    actor: { adapter: "consola", workspace: "demo", user },
    place: { adapter: "consola", workspace: "demo", channel: "directo" },
    name: "sesion",
    rawOptions: { kind: "text", text: "proxima" },
    receivedAt: NOW,
  })

  it("have two answers each under way, and who asks once is answered before what they still wait for", async () => {
    const { read } = database.unitOfWork
    const held: (() => void)[] = []
    const underWay: string[] = []
    const data = {
      ...database.unitOfWork,
      read: {
        ...read,
        inboundEvents: {
          ...read.inboundEvents,
          claim: (_adapter: string, eventId: string) =>
            new Promise<boolean>((resolve) => {
              underWay.push(eventId)
              held.push(() => resolve(true))
            }),
        },
      },
    }
    const router = createRouter({
      libros,
      imagenes,
      data,
      clock: { now: () => NOW },
      log: silentLog,
      plataformas: PLATAFORMAS,
      limits: { factor: 10_000, elapsed: () => elapsed },
    })
    const order: string[] = []
    const ask = (user: string, n: number) => router.command(input(user, n)).then(() => order.push(user))
    const all = noisy.flatMap((user) => Array.from({ length: 60 }, (_, n) => ask(user, n)))
    all.push(ask("callada", 1))
    await new Promise((resolve) => setImmediate(resolve))
    expect(underWay.filter((id) => id.startsWith("ruido-uno"))).toHaveLength(2)
    expect(underWay.filter((id) => id.startsWith("ruido-dos"))).toHaveLength(2)
    expect(underWay.filter((id) => id.startsWith("callada"))).toHaveLength(1)
    while (order.length < all.length) {
      for (const release of held.splice(0)) release()
      await new Promise((resolve) => setImmediate(resolve))
    }
    await Promise.all(all)
    expect(order.indexOf("callada")).toBeLessThan(6)
  })

  it("are refused without being read once too much of theirs waits", async () => {
    const router = createRouter({
      libros,
      imagenes,
      data: database.unitOfWork,
      clock: { now: () => NOW },
      log: silentLog,
      plataformas: PLATAFORMAS,
      limits: { factor: DECIMO, elapsed: () => elapsed },
    })
    const answers = await Promise.all(
      Array.from({ length: 150 }, (_, n) => router.command(input("enlace-sre", n))),
    )
    const titles = answers.map((answer) => (answer.kind === "reply" ? answer.card.title : answer.kind))
    expect(titles.filter((title) => title !== ESPERE)).toHaveLength(9)
  })
})

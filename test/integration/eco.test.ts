import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { adapterRegistry } from "../../adapters/registry.ts"
import { exportarDocumento } from "../../src/app/importacion/exportar.ts"
import { importarDocumento } from "../../src/app/importacion/importar.ts"
import type { RunningBot } from "../../src/composition.ts"
import { openCore, type Parts } from "../../src/core.ts"
import { acuerdo, archivo, compromiso, sesion } from "../support/archivo-importacion.ts"
import { startTestBot } from "../support/bot.ts"
import { createTestDatabase, type TestDatabase } from "../support/database.ts"
import { eco } from "../support/eco/index.ts"
import { EcoPlatform } from "../support/eco/platform.ts"
import { TestClock } from "../support/reloj.ts"
import { silentLog } from "../support/silent-log.ts"

/** A body of which all are on a platform that is nothing but a folder and a name in the registry. */
const IN_ECO = { adapter: "eco", workspace: "plaza" }
const texto = archivo({
  personas: [
    { clave: "enlace-sre", nombre: "Enlace" },
    { clave: "st", nombre: "Secretaría Técnica" },
  ],
  designaciones: [
    { persona: "enlace-sre", organo: "ci", institucion: "SRE", calidad: "enlace", desde: "2024-01-01" },
    { persona: "st", organo: "ci", calidad: "secretaria_tecnica", desde: "2024-01-01" },
  ],
  cuentas: [
    { ...IN_ECO, usuario: "rosa", persona: "enlace-sre" },
    { ...IN_ECO, usuario: "ana", persona: "st" },
  ],
  canales: [
    {
      clave: "sre",
      nombre: "sre",
      ...IN_ECO,
      canal: "sre",
      audiencia: "institucion",
      organo: "ci",
      institucion: "SRE",
    },
  ],
  sesiones: [sesion({ acuerdos: [acuerdo({ compromisos: [compromiso()] })] })],
})

let database: TestDatabase
let platform: EcoPlatform
let bot: RunningBot
const clock = new TestClock("2024-03-01", "10:00")
const withEco = (): Partial<Parts> => ({ registry: [...adapterRegistry, eco(platform)], clock })

async function importar(parts: Partial<Parts>) {
  const core = await openCore({ DATABASE_URL: database.url }, { log: silentLog, ...parts })
  const { importacion, unitOfWork: data } = core.database
  const deps = { importacion, data, clock, identificadores: core.identificadores }
  const result = await importarDocumento(deps, texto)
  await core.close()
  return result
}

beforeEach(async () => {
  database = await createTestDatabase()
  platform = new EcoPlatform()
  platform.channels.set("sre", [])
  await importar(withEco())
  bot = await startTestBot(database, { ECO: "si" }, withEco())
})
afterEach(async () => {
  await bot.stop()
  await database.close()
})

const ask = async (user: string, text: string) => {
  const { messages } = await platform.happens({ kind: "typed", user, channel: "sre", text })
  return messages.map((message) => message.text).join("\n")
}
const posted = () => platform.channels.get("sre")?.map(({ payload }) => payload.text) ?? []

describe("a platform that is added to the registry, and nowhere else", () => {
  it("is on where its settings ask for it, and the start says so", async () => {
    expect(bot.platforms).toContainEqual({ name: "Eco", status: "activo" })
    await bot.stop()
    bot = await startTestBot(database, {}, withEco())
    expect(bot.platforms).toContainEqual({ name: "Eco", status: "apagado (sin credenciales)" })
  })

  it("is told of by /salud", async () => {
    expect(await (await fetch(`${bot.url}/salud`)).json()).toMatchObject({
      estado: "en servicio",
      adaptadores: ["eco"],
      escucha_otro_proceso: [],
      plataformas: [{ plataforma: "eco", estado: "en_servicio", por_enviar: 0 }],
    })
  })

  it("may be imported with its channels and accounts, and exported", async () => {
    expect(await exportarDocumento({ importacion: database.importacion })).toMatch(/adapter: eco/)
    expect(await importar(withEco())).toMatchObject({ resumen: { creados: 0, actualizados: 0 } })
  })

  it("is refused in a file where the registry does not have it, with those that it has", async () => {
    const result = await importar({})
    expect(result.kind === "invalid" && result.problems).toContainEqual({
      place: "canales[0].adapter",
      message: "se recibió «eco»; se admite: slack, discord, consola",
    })
  })

  it("answers with help, and knows who asks by the account", async () => {
    expect(await ask("rosa", "/plenaria ayuda compromisos")).toContain("/compromiso mios")
    expect(await ask("rosa", "/compromiso mios")).toContain("Remitir observaciones.")
    expect(await ask("nadie", "/compromiso mios")).not.toContain("Remitir observaciones.")
  })

  it("goes by its name in messages", async () => {
    expect(await ask("nadie", "/plenaria quien-soy")).toContain("Plataforma\nEco")
    expect(await ask("ana", "/plenaria canales")).toContain("SRE (canal sre, Eco)")
  })

  it("gets what is due, once", async () => {
    for (let i = 0; i < 2; i += 1) await bot.tick()
    expect(posted()).toHaveLength(1)
    expect(posted()[0]).toContain("Remitir observaciones.")
    const [delivery] = await database.unitOfWork.read.deliveries.list({ limit: 10 })
    expect(delivery).toMatchObject({ state: "accepted", to: { ...IN_ECO, channel: "sre" } })
  })

  it("is told of to the Secretaría Técnica when a channel of its does not take messages", async () => {
    platform.channels.delete("sre")
    await bot.tick()
    expect(await ask("ana", "/plenaria entregas")).toMatch(/no existe en Eco[\s\S]*SRE \(canal sre, Eco\)/)
  })
})

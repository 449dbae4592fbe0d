import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Card } from "../../src/cards/card.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import { type Database, openDatabase } from "../../src/db/open.ts"
import { type Charla, charlaOn } from "../support/conversacion.ts"
import { createDataFolder, type DataFolder } from "../support/data-folder.ts"
import { silentLog } from "../support/silent-log.ts"

const { verificar } = await import(new URL("../../docs/verificar-bitacora.mjs", import.meta.url).href)

const ST = "secretaria-tecnica"
const FRASE = "la persona que nació en Atlixco"

let folder: DataFolder
let database: Database
let chat: Charla

beforeAll(async () => {
  folder = await createDataFolder("demonstration")
  database = await openDatabase({ databaseUrl: null, dataDir: folder.path }, silentLog)
  chat = charlaOn(database, "2030-08-20T16:00:00.000Z")
})
afterAll(async () => {
  await database.close()
  folder.remove()
})

async function exportada(): Promise<readonly string[]> {
  const lineas: string[] = []
  await database.unitOfWork.read.registro.exportar((linea) => void lineas.push(linea))
  return lineas
}

const confirmar = ({ actions }: Card) => chat.press(ST, actions[0]?.id ?? "")

describe("the embedded database", () => {
  it("is looked in by the words of an agreement, for whoever sees all and whoever does not", async () => {
    const busca = async (user: string) => (await chat.ask(user, "/acuerdo buscar capacitación")).text
    for (const user of [ST, "enlace-sre"]) expect(await busca(user), user).toContain("CI/SO-21/03/2024")
    expect(await busca("sin-vincular")).toContain("Se buscó solo en los acuerdos públicos")
  })

  it("loses a text everywhere when it is taken out, keeps its chain whole, and says which links lost theirs", async () => {
    await chat.ask(ST, `/compromiso avance CI/SE-1/03/DEMO/SEGOB Se entrevistó a ${FRASE}`)
    expect((await exportada()).join()).toContain(FRASE)

    const motivo = "Se escribió por error el dato de una persona"
    const asked = await chat.submit(ST, "plenaria.testar", { frase: FRASE, clase: "otro", motivo })
    if (asked.kind !== "reply") throw new Error(`no card: ${JSON.stringify(asked)}`)
    expect(renderPlainText(asked.card)).toContain("CI/SE-1/03/DEMO/SEGOB")
    expect((await confirmar(asked.card)).text).toContain("Texto testado")

    const lineas = await exportada()
    expect(lineas.join()).not.toContain("Atlixco")
    expect(JSON.stringify(await database.importacion.export())).not.toContain("Atlixco")
    const { fallas, testadas } = await verificar(lineas)
    expect(fallas).toEqual([])
    expect(testadas.length).toBeGreaterThan(0)
  })

  it("lets go of what served its time, and its chain stays whole", async () => {
    const terminos = { borradores: 1, recibidos: 7, entregas: 60, bitacora: 1825 }
    const cuando = { instante: "2045-06-04T16:00:00.000Z", plataforma: "cli", simular: false }
    const quitado = await database.unitOfWork.read.testados.depurar(terminos, cuando)
    expect(quitado.bitacora).toBeGreaterThan(0)
    expect((await verificar(await exportada())).fallas).toEqual([])
  })
})

import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Block, Card, RichText } from "../../src/cards/card.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import { runTick } from "../../src/jobs/tick.ts"
import { memoryLog, TestClock } from "../support/reloj.ts"
import { type SesionInstalada, startSesionInstalada } from "../support/sesion-instalada.ts"

/** Before the first button, where the law asks for no more. */
const MAX_PALABRAS = 60
/** Of one line of a list: its clave, what it is and by when. */
const MAX_RENGLON = 40

/**
 * What stands as it is: the body's official name, the agenda and the notice that is no oficio, which the law asks for; who
 * is mentioned, so that they see it; why a message comes late.
 */
const SIN_CONTAR =
  /^Órgano: |no sustituye al oficio|^A la atención de: |^Nota: (?:Reúne|Este recordatorio)|^Archivo/u
const palabras = (text: string): number =>
  text.split(/\s+/u).filter((una) => /[\p{L}\p{N}]/u.test(una)).length
const llano = (text: RichText): string =>
  typeof text === "string" ? text : text.map((una) => (typeof una === "string" ? una : una.text)).join("")
const renglones = (card: Card): readonly string[] =>
  card.blocks.flatMap((block) => (block.kind === "list" ? block.items.map(llano) : []))
/** What is said under the title, around the records that it lists. */
function alrededor(card: Card): string {
  const { demo: _, ...real } = card
  const blocks = card.blocks.filter(({ kind }: Block) => kind !== "list")
  return renderPlainText({ ...real, blocks, actions: [] })
    .split("\n")
    .slice(1)
    .filter((line) => !SIN_CONTAR.test(line))
    .join("\n")
}

let chat: SesionInstalada
const enviadas: Card[] = []
beforeAll(async () => {
  chat = await startSesionInstalada("ordinaria", 23, { instalada: false })
  const clock = new TestClock("2024-06-11", "10:00")
  for (const [dia, hora] of [
    ["2024-06-12", "10:00"],
    ["2024-06-26", "10:00"],
    ["2024-06-27", "08:00"],
  ] as const) {
    clock.set(dia, hora)
    await runTick({ data: chat.data, clock, adapters: new Map(), log: memoryLog() })
  }
  chat.movesTo("2024-06-11T16:00:00.000Z")
  enviadas.push(...(await chat.deliveries()).map(({ card }) => card))
}, 60_000)
afterAll(() => chat.close())

const deTitulo = (titulo: RegExp) => enviadas.filter(({ title }) => titulo.test(title))

describe("what people get most", () => {
  it.each([
    ["reminder", /^Recordatorio de compromisos/],
    ["reminder of what is due today", /^Compromisos que vencen hoy/],
    ["follow-up of what is overdue", /^Seguimiento de compromisos vencidos/],
    ["reminder of a session", /^(?:Próxima sesión|Sesión de hoy|Por comenzar)/],
    ["convocatoria", /^Convocatoria: /],
  ])("a %s is read at a glance", (_, titulo) => {
    const cards = deTitulo(titulo)
    expect(cards.length).toBeGreaterThan(0)
    for (const card of cards) {
      expect(palabras(alrededor(card)), renderPlainText(card)).toBeLessThanOrEqual(MAX_PALABRAS)
      for (const renglon of renglones(card))
        expect(palabras(renglon), renglon).toBeLessThanOrEqual(MAX_RENGLON)
    }
  })

  it("a session is told with the day as one says it and as the calendar does", () => {
    const textos = deTitulo(/^(?:Próxima sesión|Sesión de hoy|Por comenzar)/).map((card) =>
      renderPlainText(card),
    )
    expect(textos.some((text) => text.includes("es mañana, jueves 27 de junio de 2024, 10:00 horas"))).toBe(
      true,
    )
    expect(textos.some((text) => text.includes("es hoy, jueves 27 de junio de 2024, 10:00 horas"))).toBe(true)
  })

  it.each([
    "/sesion acuse SO-22",
    "/sesion asistencia titular SO-22",
    "/compromiso avance CI/SO-21/07/2024/SRE Se envió el informe",
    "/compromiso cumplido CI/SE-1/01/DEMO/SRE Se designó a la persona",
    "/sesion convocar SO-22",
  ])("the receipt of «%s» is read at a glance", async (typed) => {
    const { card } = await chat.ask("enlace-sre", typed)
    expect(palabras(alrededor(card)), renderPlainText(card)).toBeLessThanOrEqual(MAX_PALABRAS)
  })
})

import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Conversacion, NOW, startConversacion } from "../support/conversacion.ts"

let chat: Conversacion
beforeAll(async () => {
  chat = await startConversacion()
})
afterAll(() => chat.close())

describe("the calendar of a month", () => {
  it("gives the official days with their reason, the business days and what statutes dispute", async () => {
    const { text, card } = await chat.ask("enlace-sre", "/plenaria calendario marzo 2024")
    expect(card.title).toBe("Calendario: marzo de 2024")
    expect(text).toContain("18 días hábiles")
    expect(text).toContain("lunes 18 de marzo de 2024: En conmemoración del 21 de marzo")
    expect(text).toContain("jueves 28 de marzo de 2024: Jueves Santo · por acuerdo")
    expect(text).toContain("no coinciden en: jueves 21 de marzo de 2024")
  })

  it("goes on to the next month by button, over the year's end", async () => {
    const { card } = await chat.ask("sin-vincular", "/plenaria calendario diciembre 2025")
    const next = card.actions.find(({ label }) => label === "Mes siguiente")
    expect((await chat.press("sin-vincular", next?.id ?? "")).card.title).toBe("Calendario: enero de 2026")
  })

  it("explains what it takes when it gets something else", async () => {
    const { text, card } = await chat.ask("enlace-sre", "/plenaria calendario luna")
    expect(card.tone).toBe("error")
    expect(text).toContain("/plenaria calendario marzo 2027")
  })

  it("shows an institution's own days to itself and to the Secretaría Técnica only", async () => {
    const month = NOW.slice(0, 7)
    const asked = (who: string) => chat.ask(who, `/plenaria calendario ${month}`).then(({ text }) => text)
    const own = "(solo SICT)"
    expect(await asked("secretaria-tecnica")).toContain(own)
    expect(await asked("enlace-sict")).toContain(own)
    expect(await asked("enlace-sre")).not.toContain(own)
    expect(await asked("sin-vincular")).not.toContain(own)
  })
})

describe("the rehearsal in chat", () => {
  it("lists what would be sent in the next thirty days, by day, to the Secretaría Técnica only", async () => {
    const { text } = await chat.ask("secretaria-tecnica", "/plenaria ensayo")
    expect(text).toMatch(/Se enviarían \d+ mensajes del .+ Nada se ha enviado\./)
    expect(text).toContain("página 1 de")
    const refused = await chat.ask("enlace-sre", "/plenaria ensayo")
    expect(refused.card.tone).toBe("error")
    expect(refused.text).not.toContain("Recordatorio a")
  })

  it("gives an institution's messages whole", async () => {
    const { text } = await chat.ask("secretaria-tecnica", "/plenaria ensayo sre")
    expect(text).toContain("Estimada/o enlace de la SRE")
    expect(text).not.toContain("Estimada/o enlace de la CEAV")
  })
})

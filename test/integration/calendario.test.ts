import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { RegimenInhabil } from "../../src/domain/tipos/tiempo.ts"
import { type Conversacion, NOW, startConversacion } from "../support/conversacion.ts"
import { Sql } from "../support/sql.ts"

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

describe("the calendar that a body observes", () => {
  const observa = (calendario: RegimenInhabil) =>
    chat.amend((documento) => ({
      ...documento,
      organos: documento.organos.map((organo) => ({ ...organo, calendario })),
    }))
  const mes = async (cual: string) => (await chat.ask("enlace-sre", `/plenaria calendario ${cual}`)).text
  const pregunta = async (fecha: string) => {
    const form = await chat.submit("secretaria-tecnica", "sesion.crear", {
      tipo: "ordinaria",
      numero: "90",
      fecha,
    })
    return JSON.stringify(form)
  }
  afterAll(() => observa("apf"))

  it("is named, and gives its own days", async () => {
    await observa("lft")
    const mayo = await mes("mayo 2026")
    expect(mayo).toContain("1 de mayo de 2026: Día del Trabajo")
    expect(mayo).not.toContain("Batalla de Puebla")
    expect(mayo).toContain("Se usan los descansos obligatorios de la Ley Federal del Trabajo")
    expect(mayo).not.toContain("Se usa el calendario oficial")
    expect(mayo).toContain("no coinciden en: martes 5 de mayo de 2026")
  })

  it("may be none of those by law: then nothing federal is said, and only its own days are off", async () => {
    await observa("ninguno")
    const mayo = await mes("mayo 2026")
    expect(mayo).toContain("21 días hábiles")
    expect(mayo).toContain("Ninguno registrado.")
    expect(mayo).toContain("únicamente los días inhábiles que el órgano y cada institución registren")
    expect(mayo).not.toMatch(/federal|legales/i)
  })

  it("is that of the body above where a sub-body names none, with the days recorded for that one", async () => {
    await observa("lft")
    const sql = await Sql.connect(chat.databaseUrl)
    await sql.run("UPDATE organo SET calendario = NULL WHERE clave = 'subcomision-consultiva'")
    await sql.close()
    await chat.amend((documento) => ({
      ...documento,
      inhabiles: [
        ...documento.inhabiles,
        {
          fecha: "2026-05-20",
          ambito: "organo" as const,
          organo: "ci-trata",
          institucion: null,
          motivo: "Mudanza de la sede",
          porAcuerdo: false,
          fuente: null,
        },
      ],
    }))
    const mayo = await mes("mayo 2026 organo:subcomision-consultiva")
    expect(mayo).toContain("Se usan los descansos obligatorios de la Ley Federal del Trabajo")
    expect(mayo).toContain("miércoles 20 de mayo de 2026: Mudanza de la sede")
  })

  it("counts for the terms as well", async () => {
    await observa("ninguno")
    expect(await pregunta("2035-05-01")).not.toContain("inhábil")
    await observa("union")
    expect(await pregunta("2035-09-03")).not.toContain("inhábil")
    expect(await pregunta("2034-09-01")).toContain("inhábil en el calendario del órgano")
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

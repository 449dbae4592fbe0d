import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { instanteDe } from "../../src/domain/tiempo/tiempo.ts"
import { cambiarReglas } from "../support/reglas.ts"
import { textOf } from "../support/respuesta.ts"
import { type SesionInstalada, ST, startSesionInstalada } from "../support/sesion-instalada.ts"

/** A session of 31 July at 10:00 whose roll-call is complete and which was not installed yet. */
const DIA = "2024-07-31"
const MOTIVO = "Así lo dispuso quien preside, con la conformidad del pleno."
let chat: SesionInstalada
beforeEach(async () => {
  chat = await startSesionInstalada("ordinaria", 23, { instalada: false })
})
afterEach(() => chat.close())

const son = (fecha: string, hora: string) => chat.movesTo(instanteDe(fecha, hora, "America/Mexico_City"))
/** The button of the card that asks why. */
const conMotivo = async (typed: string) => {
  const { card, text } = await chat.ask(ST, typed)
  const found = card.actions.find(({ label }) => label.endsWith("con motivo…"))
  if (found === undefined) throw new Error(`no way to give a reason in: ${text}`)
  return { text, id: found.id }
}
const ultimoEvento = async () => (await chat.eventos(`sesion:${(await chat.sesion()).id}`)).at(-1)

describe("before its day", () => {
  it.each([
    ["seven business days before", "2024-07-22"],
    ["the evening before", "2024-07-30"],
  ])(
    "%s, a session is neither installed nor put on record as not held, nor is anybody in it",
    async (_, dia) => {
      son(dia, "19:00")
      for (const orden of ["instalar", "sin-quorum", "pase llegada STPS sesion:"])
        expect((await chat.ask(ST, `/sesion ${orden} SO-23`.replace(": ", ":"))).text).toMatch(
          /Aún no es posible .+ la sesión SO-23[\s\S]+convocada para el miércoles 31 de julio de 2024/,
        )
      const { text, card } = await chat.ask(ST, "/sesion pase-ver SO-23")
      expect(text).toContain("El pase de lista se toma el día de la sesión: miércoles 31 de julio de 2024")
      expect(card.actions.map(({ id }) => id)).toEqual(["sesion.quorum:SO-23", "sesion.acuses:SO-23"])
      const form = await chat.submit(ST, "sesion.instalar-motivo:SO-23", { motivo: MOTIVO, hora: "10:00" })
      expect(textOf(form)).toContain("Aún no es posible instalar")
      expect(await chat.sesion()).toMatchObject({ estado: "convocada", instaladaEn: null })
    },
  )
})

describe("on its day", () => {
  it("before its hour it is installed with a reason alone, which stays on record", async () => {
    son(DIA, "09:20")
    const { text, id } = await conMotivo("/sesion instalar SO-23")
    expect(text).toContain("aún no es la hora")
    expect(await chat.sesion()).toMatchObject({ estado: "convocada" })
    expect(textOf(await chat.submit(ST, id, { motivo: MOTIVO, hora: "" }))).toContain(
      "Se declara instalada a las 09:20 horas",
    )
    expect((await ultimoEvento())?.despues).toMatchObject({ motivo: MOTIVO, fueraDeMomento: "antes_de_hora" })
  })

  it("after the tolerance of the body's rule, too", async () => {
    son(DIA, "10:16")
    const { text, id } = await conMotivo("/sesion instalar SO-23")
    expect(text).toContain("15 minutos de tolerancia a la primera convocatoria: hasta las 10:15 horas")
    await chat.submit(ST, id, { motivo: MOTIVO, hora: "" })
    expect(await chat.sesion()).toMatchObject({ estado: "instalada" })
    expect((await ultimoEvento())?.despues).toMatchObject({ fueraDeMomento: "tras_tolerancia" })
  })

  it("the tolerance is the profile's: another one, or none", async () => {
    await cambiarReglas(chat, { toleranciaMinutos: 45 })
    son(DIA, "10:40")
    expect((await chat.ask(ST, "/sesion instalar SO-23")).text).toContain("Se declara instalada")
  })

  it("within the tolerance, that there is no quórum is put on record with a reason alone", async () => {
    await chat.ask(ST, "/sesion pase salida SRE sesion:SO-23")
    son(DIA, "10:10")
    const { text, id } = await conMotivo("/sesion sin-quorum SO-23")
    expect(text).toContain("Aún pueden llegar integrantes")
    expect(textOf(await chat.submit(ST, id, { motivo: MOTIVO }))).toContain("Constancia de falta de quórum")
    expect((await ultimoEvento())?.despues).toMatchObject({ motivo: MOTIVO, fueraDeMomento: "en_tolerancia" })
  })

  it("an hour earlier than now is recorded as the one at which it happened", async () => {
    son(DIA, "10:50")
    const { id } = await conMotivo("/sesion instalar SO-23")
    const futura = textOf(await chat.submit(ST, id, { motivo: MOTIVO, hora: "10:55" }))
    expect(futura).toContain("Esa hora aún no llega")
    await chat.submit(ST, id, { motivo: MOTIVO, hora: "10:05" })
    expect((await chat.sesion()).instaladaEn).toBe(instanteDe(DIA, "10:05", "America/Mexico_City"))
    expect(await ultimoEvento()).toMatchObject({
      instante: instanteDe(DIA, "10:50", "America/Mexico_City"),
      despues: { fueraDeMomento: "registrada_despues", motivo: MOTIVO },
    })
  })
})

describe("after its day", () => {
  it("it is installed with the hour at which it was, and so it reads in the summary and the comunicado", async () => {
    son("2024-08-01", "09:00")
    const { text, id } = await conMotivo("/sesion instalar SO-23")
    expect(text).toContain("escriba el motivo y la hora en que se instaló")
    expect(textOf(await chat.submit(ST, id, { motivo: MOTIVO, hora: "" }))).toContain(
      "Escriba también la hora en que se instaló",
    )
    await chat.submit(ST, id, { motivo: MOTIVO, hora: "10:20" })
    expect((await chat.sesion()).instaladaEn).toBe(instanteDe(DIA, "10:20", "America/Mexico_City"))

    const cierre = await chat.ask(ST, "/sesion clausurar SO-23")
    expect(cierre.text).toContain("¿A qué hora terminó la sesión SO-23?")
    expect(cierre.text).toContain("Se diferirán 3 puntos sin desahogar")
    const cerrar = cierre.card.actions[0]?.id ?? ""
    expect(textOf(await chat.submit(ST, cerrar, { hora: "12:45", motivo: MOTIVO }))).toContain(
      "Se clausuró a las 12:45 horas",
    )
    expect(await chat.sesion()).toMatchObject({
      estado: "clausurada",
      horaFin: "12:45",
      clausuradaEn: instanteDe(DIA, "12:45", "America/Mexico_City"),
    })
    const resumen = (await chat.ask(ST, "/sesion resumen SO-23")).text
    expect(resumen).toContain("10:20")
    expect(resumen).not.toContain("10:00 horas")
    const comunicado = (await chat.ask(ST, "/sesion comunicado SO-23")).text
    expect(comunicado).toContain("10:20")
    expect(comunicado).not.toContain("10:00 horas")
  })

  it("who came is registered with the hour", async () => {
    son("2024-08-01", "09:00")
    expect((await chat.ask(ST, "/sesion pase-llegada STPS sesion:SO-23")).text).toContain(
      "/sesion pase-llegada STPS sesion:SO-23 hora:10:00",
    )
    const { text } = await chat.ask(ST, "/sesion pase-llegada STPS sesion:SO-23 hora:10:12")
    expect(text).toContain("STPS: titular; llegó a las 10:12")
  })
})

describe("on the usual way", () => {
  it("what was held is told with the hours that happened, not with the one that was called for", async () => {
    son(DIA, "10:12")
    await chat.ask(ST, "/sesion instalar SO-23")
    son(DIA, "13:05")
    const { card } = await chat.ask(ST, "/sesion clausurar SO-23")
    await chat.press(ST, card.actions.find(({ id }) => id.includes("clausurar-confirmar"))?.id ?? "")
    const { text } = await chat.ask(ST, "/sesion resumen SO-23")
    expect(text).toContain("10:12")
    expect(text).toContain("13:05")
    expect(text).not.toContain("10:00 horas")
  })
})

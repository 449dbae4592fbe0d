import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  diaDeInforme,
  informeCumplimiento,
  informeDeHoy,
  semanaIso,
} from "../../src/domain/recordatorio/cumplimiento.ts"
import {
  loDijoLaConvocatoria,
  momentoPrevio,
  peldanoDeHoy,
  peldanosSesion,
  previoLoDijoLaConvocatoria,
  tocaPlanearPrevio,
} from "../../src/domain/sesion/recordatorio.ts"
import { conjuntoBase } from "../../src/domain/tiempo/calendario-base.ts"
import { esHabil, sumarDias } from "../../src/domain/tiempo/plazo.ts"

const ZONA = "America/Mexico_City"
const calendar = conjuntoBase(2023, 2028)
const politica = { diasAntes: [5, 1], mismoDia: true }
const someDay = fc.integer({ min: 0, max: 1_400 }).map((n) => sumarDias("2024-02-01", n))

describe("the reminders of a session", () => {
  const rungs = (fecha: string, propios: ReadonlySet<string> = calendar) =>
    peldanosSesion({ fecha, politica, inhabiles: calendar, propios }).map(({ envio }) => envio)

  it("fall five business days before, one before and on its day, around holidays", () => {
    expect(rungs("2024-03-21")).toEqual(["2024-03-13", "2024-03-20", "2024-03-21"])
  })

  it("move to the institution's next business day, or before the session when the next is after it", () => {
    const off = new Set([...calendar, "2024-03-20", "2024-03-21", "2024-03-22"])
    expect(rungs("2024-03-21", off)).toEqual(["2024-03-13", "2024-03-19", "2024-03-19"])
  })

  it("never come after the session, nor on a day on which the institution does not work", () => {
    fc.assert(
      fc.property(someDay, fc.array(someDay, { maxLength: 20 }), (fecha, off) => {
        const propios = new Set([...calendar, ...off])
        for (const envio of rungs(fecha, propios)) {
          expect(envio <= fecha && esHabil(envio, propios)).toBe(true)
        }
      }),
    )
  })

  it("that were missed are made up for until the next one, and not after the session", () => {
    const on = (hoy: string) =>
      peldanoDeHoy(hoy, { fecha: "2024-03-21", politica, inhabiles: calendar, propios: calendar })?.peldano
        .dias
    expect(on("2024-03-12")).toBeUndefined()
    expect(on("2024-03-13")).toBe(5)
    expect(on("2024-03-19")).toBe(5)
    expect(on("2024-03-20")).toBe(1)
    expect(on("2024-03-21")).toBe(0)
    expect(on("2024-03-22")).toBeUndefined()
  })

  it("that the convocatoria has just said are not sent: those whose day had come when it went out", () => {
    const enviada = "2024-03-20T18:00:00.000Z"
    const dicho = (envio: string) => loDijoLaConvocatoria({ envio }, enviada, ZONA)
    expect(["2024-03-13", "2024-03-20", "2024-03-21"].map(dicho)).toEqual([true, true, false])
    // In the body's zone: it went out on the evening of the 20th.
    expect(loDijoLaConvocatoria({ envio: "2024-03-21" }, "2024-03-21T05:30:00.000Z", ZONA)).toBe(false)
    const previo = (momento: string) => previoLoDijoLaConvocatoria(momento, enviada)
    expect(previo("2024-03-20T17:30:00.000Z")).toBe(true)
    expect(previo("2024-03-20T18:59:00.000Z")).toBe(true)
    expect(previo("2024-03-20T19:30:00.000Z")).toBe(false)
  })

  it("shortly before it need its hour, spare the night and are planned the business day before", () => {
    const moment = (hora: string | null, horas = 1) =>
      momentoPrevio({ fecha: "2024-03-21", hora }, horas, ZONA)
    expect(moment("10:00")).toBe("2024-03-21T15:00:00.000Z")
    expect(moment(null)).toBeNull()
    expect(moment("07:30")).toBe("2024-03-21T13:00:00.000Z")
    expect(moment("23:30")).toBeNull()
    const planned = (hoy: string) => tocaPlanearPrevio(hoy, "2024-03-21T15:00:00.000Z", ZONA, calendar)
    expect([
      planned("2024-03-19"),
      planned("2024-03-20"),
      planned("2024-03-21"),
      planned("2024-03-22"),
    ]).toEqual([false, true, true, false])
  })
})

describe("the weekly report", () => {
  it("goes out on its day, or on the next business day of that week, once", () => {
    expect(diaDeInforme("2024-03-13", 1, calendar)).toBe("2024-03-11")
    expect(diaDeInforme("2024-03-20", 1, calendar)).toBe("2024-03-19")
    expect(diaDeInforme("2024-03-28", 4, calendar)).toBeNull()
  })

  it("is made up for later that week when the bot was off, and never in another week", () => {
    expect(informeDeHoy("2024-03-13", 1, calendar, "2024-03-08")).toBe("2024-03-11")
    expect(informeDeHoy("2024-03-13", 1, calendar, "2024-03-12")).toBeNull()
    expect(informeDeHoy("2024-03-13", 1, calendar, null)).toBeNull()
    fc.assert(
      fc.property(someDay, someDay, (hoy, last) => {
        const day = informeDeHoy(hoy, 1, calendar, last)
        if (day !== null) expect(semanaIso(day)).toBe(semanaIso(hoy))
      }),
    )
  })

  it("adds what a successor took over, and names who owes nothing", () => {
    const carga = (institucionId: string, abiertos: number) => ({
      institucionId,
      abiertos,
      vencidos: 0,
      vencidoDesde: null,
      porVencer: 0,
      enValidacion: 0,
      origenes: [],
    })
    const informe = informeCumplimiento({
      cargas: [carga("old", 2), carga("new", 1)],
      asientos: ["old", "other"],
      responsable: (id) => (id === "old" ? "new" : id),
    })
    expect(informe.conPendientes).toMatchObject([{ institucionId: "new", abiertos: 3 }])
    expect(informe.totales.abiertos).toBe(3)
    expect(informe.sinPendientes).toEqual(["other"])
  })
})

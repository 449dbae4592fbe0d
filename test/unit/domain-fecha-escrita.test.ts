import fc from "fast-check"
import { Temporal } from "temporal-polyfill"
import { describe, expect, it } from "vitest"
import { leerFechaEscrita } from "../../src/domain/tiempo/fecha-escrita.ts"
import { sumarDias, sumarDiasHabiles } from "../../src/domain/tiempo/plazo.ts"

/** A Tuesday. */
const HOY = "2024-06-11"
const leer = (texto: string, hoy = HOY, inhabiles = new Set<string>()) =>
  leerFechaEscrita(texto, hoy, inhabiles)
const fecha = (texto: string, hoy = HOY) => {
  const found = leer(texto, hoy)
  return "fecha" in found ? `${found.kind} ${found.fecha}` : found.kind
}

describe("a date as people type it", () => {
  it.each([
    ["2024-07-12", "fecha 2024-07-12"],
    ["12/07", "fecha 2024-07-12"],
    ["12-7", "fecha 2024-07-12"],
    ["12.07.2024", "fecha 2024-07-12"],
    ["12 de julio", "fecha 2024-07-12"],
    ["12 de Julio de 2024", "fecha 2024-07-12"],
    ["12 julio 2025", "fecha 2025-07-12"],
    ["el 12 de julio del 2024.", "fecha 2024-07-12"],
    ["12-jul-2024", "fecha 2024-07-12"],
    ["1º de julio", "fecha 2024-07-01"],
    ["1o de setiembre", "fecha 2024-09-01"],
    ["viernes 12 de julio", "fecha 2024-07-12"],
    ["viernes, 12 de julio", "fecha 2024-07-12"],
    ["jueves 12/07", "otro_dia 2024-07-12"],
    ["hoy", "fecha 2024-06-11"],
    ["MAÑANA", "fecha 2024-06-12"],
    ["manana", "fecha 2024-06-12"],
    ["pasado mañana", "fecha 2024-06-13"],
    ["el lunes", "fecha 2024-06-17"],
    ["martes", "fecha 2024-06-18"],
    ["próximo miércoles", "fecha 2024-06-12"],
    ["en 3 días hábiles", "fecha 2024-06-14"],
    ["3 dh", "fecha 2024-06-14"],
    ["dentro de cinco días", "fecha 2024-06-16"],
    ["en una semana", "fecha 2024-06-18"],
    ["en 4 días hábiles", "fecha 2024-06-17"],
    ["10/06", "pasada 2024-06-10"],
    ["12/03", "pasada 2024-03-12"],
    ["12/03/2024", "pasada 2024-03-12"],
    ["09/12", "fecha 2024-12-09"],
    ["10/12", "fecha 2024-12-10"],
    ["02/01", "pasada 2024-01-02"],
    ["31/02", "inexistente"],
    ["12/13", "inexistente"],
    ["13/31/2024", "inexistente"],
    ["29/02/2025", "inexistente"],
    ["0/07", "inexistente"],
    ["12/07/24", "fecha 2024-07-12"],
    ["12/03/24", "pasada 2024-03-12"],
    ["25/07/12", "ambigua"],
    ["26/07/25", "ambigua"],
    ["40/07/90", "inexistente"],
    ["", "ilegible"],
    ["luego", "ilegible"],
    ["de julio", "ilegible"],
    ["12 de brumario", "ilegible"],
    ["en 0 días", "ilegible"],
    ["en 999 días hábiles", "ilegible"],
    ["en 60 semanas", "ilegible"],
    ["12/07/2024 y 13/07/2024", "ilegible"],
    ["9".repeat(400), "ilegible"],
  ])("reads «%s» as %s", (typed, expected) => {
    expect(fecha(typed)).toBe(expected)
  })

  it("waits for the next leap year with the 29th of February", () => {
    expect(fecha("29 de febrero", "2024-12-20")).toBe("fecha 2028-02-29")
    expect(fecha("29/02", "2023-11-01")).toBe("fecha 2024-02-29")
  })

  it("at the end of a year means the next one", () => {
    expect(fecha("02/01", "2024-12-20")).toBe("fecha 2025-01-02")
    expect(fecha("02/01", "2024-07-10")).toBe("fecha 2025-01-02")
  })

  it("offers both readings of a year of two digits", () => {
    expect(leer("26/03/25")).toEqual({ kind: "ambigua", opciones: ["2025-03-26", "2026-03-25"] })
  })

  it("skips inhábiles only when business days are asked for", () => {
    const inhabiles = new Set(["2024-06-12"])
    expect(leer("en 1 día hábil", HOY, inhabiles)).toEqual({ kind: "fecha", fecha: "2024-06-13" })
    expect(leer("en 1 día", HOY, inhabiles)).toEqual({ kind: "fecha", fecha: "2024-06-12" })
  })
})

const days = fc
  .integer({ min: 0, max: 20_000 })
  .map((n) => Temporal.PlainDate.from("2000-01-01").add({ days: n }).toString())
const MESES =
  "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" ")
const DIAS = "lunes martes miércoles jueves viernes sábado domingo".split(" ")
const written = (date: Temporal.PlainDate) => {
  const { day, month, year, dayOfWeek } = date
  const mes = MESES[month - 1] ?? ""
  const dos = (n: number) => String(n).padStart(2, "0")
  return [
    date.toString(),
    `${day}/${month}/${year}`,
    `${dos(day)}-${dos(month)}-${year}`,
    `${day} de ${mes} de ${year}`,
    `${day}-${mes.slice(0, 3)}-${year}`,
    `${DIAS[dayOfWeek - 1]} ${day} de ${mes} de ${year}`,
  ]
}

describe("for any day", () => {
  it("every way of writing it in full means that day, past or not", () => {
    fc.assert(
      fc.property(days, days, (hoy, target) => {
        for (const typed of written(Temporal.PlainDate.from(target))) {
          expect(leer(typed, hoy), typed).toEqual({
            kind: target < hoy ? "pasada" : "fecha",
            fecha: target,
          })
        }
      }),
    )
  })

  it("without a year it is the next such day, or one of the last half year that passed", () => {
    fc.assert(
      fc.property(days, days, (hoy, target) => {
        const { day, month } = Temporal.PlainDate.from(target)
        const found = leer(`${day}/${month}`, hoy)
        if (found.kind !== "fecha" && found.kind !== "pasada") throw new Error(found.kind)
        const read = Temporal.PlainDate.from(found.fecha)
        expect([read.day, read.month]).toEqual([day, month])
        expect(found.kind).toBe(found.fecha < hoy ? "pasada" : "fecha")
        expect(found.fecha >= sumarDias(hoy, -183)).toBe(true)
      }),
    )
  })

  it("a number of business days is counted like every term", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 250 }), (hoy, n) => {
        expect(leer(`en ${n} días hábiles`, hoy)).toEqual({
          kind: "fecha",
          fecha: sumarDiasHabiles(hoy, n, new Set()),
        })
      }),
      { numRuns: 40 },
    )
  })

  it("no text makes it throw, and no date it accepts is past", () => {
    const pieces = fc.constantFrom(
      "12",
      "/",
      "-",
      " de ",
      "marzo",
      "2024",
      "en ",
      "días",
      "lunes",
      "ñ",
      "٣",
      "31",
    )
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.array(pieces).map((parts) => parts.join("")),
    )
    fc.assert(
      fc.property(text, days, (typed, hoy) => {
        const found = leer(typed, hoy)
        if (found.kind === "fecha") expect(found.fecha >= hoy).toBe(true)
      }),
    )
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { conjuntoBase } from "../../src/domain/tiempo/calendario-base.ts"
import type { Contexto, Escrita } from "../../src/domain/tiempo/fecha-escrita/lectura.ts"
import { leerEscrito, palabrasDeEscrito } from "../../src/domain/tiempo/fecha-escrita/leer.ts"
import { sumarDias, sumarDiasHabiles } from "../../src/domain/tiempo/plazo.ts"
import { fechaCorta, fechaLarga, fechaMedia, fechaYHora, horaOficial } from "../../src/texts/fechas.ts"
import { DIAS_ESCRITOS, HORAS_ESCRITAS } from "../support/fechas-escritas.ts"

const ZONA = "America/Mexico_City"
const JUEVES = "2026-11-26"
const en = (hoy: string, mas: Partial<Contexto> = {}): Contexto => ({
  hoy,
  inhabiles: new Set(conjuntoBase(Number(hoy.slice(0, 4)), Number(hoy.slice(0, 4)) + 2)),
  zona: ZONA,
  pasado: false,
  ...mas,
})

function dicha(escrita: Escrita): string {
  switch (escrita.kind) {
    case "fecha":
      return escrita.fecha
    case "hora":
      return escrita.hora
    case "fecha_hora":
      return `${escrita.fecha} ${escrita.hora}`
    case "ambigua":
      return `¿${escrita.opciones.map(dicha).join(" | ")}?`
    case "rechazada":
      return `no: ${escrita.rechazo.razon}`
  }
}
const dia = (texto: string, hoy = JUEVES, mas: Partial<Contexto> = {}) =>
  dicha(leerEscrito(texto, "fecha", en(hoy, mas)))
const hora = (texto: string, mas: Partial<Contexto> = {}) =>
  dicha(leerEscrito(texto, "hora", en(JUEVES, mas)))
const propuestas = (texto: string, pedido: "fecha" | "hora" = "fecha") => {
  const leida = leerEscrito(texto, pedido, en(JUEVES))
  return leida.kind === "rechazada" ? leida.propuestas.map(dicha) : null
}
const ejemplos = (tabla: Readonly<Record<string, string>>) =>
  Object.entries(tabla).flatMap(([leida, textos]) =>
    textos.split(" · ").map((texto) => [texto, leida] as const),
  )

describe("a day as people write it", () => {
  it.each(ejemplos(DIAS_ESCRITOS))("«%s» is %s", (texto, leida) => expect(dia(texto)).toBe(leida))

  it("names today when it is said on its own day of the week, and asks", () => {
    expect(dia("lunes", "2026-11-30")).toBe("¿2026-11-30 | 2026-12-07?")
    expect(dia("el 30", "2026-11-30")).toBe("¿2026-11-30 | 2026-12-30?")
  })

  it("is next year's when it lies months ahead, and nobody's silently when it has just passed", () => {
    expect(dia("2 de enero", "2026-12-20")).toBe("2027-01-02")
    expect(dia("20/12", "2027-01-10")).toBe("no: pasada")
    expect(dia("20/12", "2027-01-10", { pasado: true })).toBe("¿2026-12-20 | 2027-12-20?")
    expect(dia("15 de noviembre de 2025", JUEVES, { pasado: true })).toBe("2025-11-15")
  })

  it("waits for a leap year only when it is near", () => {
    expect(dia("29 de febrero", "2027-11-01")).toBe("2028-02-29")
    expect(propuestas("29 de febrero")).toEqual(["2028-02-29"])
  })

  it("is proposed again when it cannot be as it was written", () => {
    expect(propuestas("12/18")).toEqual(["2026-12-18"])
    expect(propuestas("lunes 15 de diciembre de 2026")).toEqual(["2026-12-15", "2026-12-14"])
    expect(propuestas("20/11")).toEqual(["2027-11-20"])
    expect(propuestas("15 de diciembre de 2025")).toEqual(["2026-12-15"])
    expect(propuestas("15/12/2062")).toEqual(["2026-12-15"])
    expect(propuestas("15 de diciembre de 10 a 12")).toEqual(["2026-12-15 10:00"])
  })

  it("with a year of two figures may be written from either end", () => {
    expect(dia("26/03/27", "2026-06-01")).toBe("2027-03-26")
    expect(dia("27/03/28", "2026-06-01")).toBe("¿2027-03-28 | 2028-03-27?")
    expect(dia("26/12/15")).toBe("¿2026-12-15?")
    // A day that has passed: the year of its end is many years away, and its beginning is this one.
    expect(dia("26/11/20", JUEVES, { pasado: true })).toBe("¿2026-11-20?")
    expect(dia("26/11/25", JUEVES, { pasado: true })).toBe("2025-11-26")
    expect(leerEscrito("26/11/20", "fecha", en(JUEVES))).toMatchObject({
      rechazo: { razon: "pasada", fecha: "2026-11-20" },
    })
  })

  it("in business days skips what is inhábil for whoever is asked", () => {
    const propios = { inhabiles: new Set(["2026-11-27"]) }
    expect(dia("en 1 día hábil")).toBe("2026-11-27")
    expect(dia("en 1 día hábil", JUEVES, propios)).toBe("2026-11-30")
    expect(dia("mañana", JUEVES, propios)).toBe("2026-11-27")
  })
})

describe("an hour as people write it", () => {
  it.each(ejemplos(HORAS_ESCRITAS))("«%s» is %s", (texto, leida) => expect(hora(texto)).toBe(leida))

  it("of another zone is asked about, and that of the body's own is not", () => {
    expect(hora("10:00 (hora del centro)", { zona: "America/Tijuana" })).toBe("¿08:00 | 10:00?")
    expect(hora("10:00 hora de Tijuana", { zona: "America/Tijuana" })).toBe("10:00")
  })

  it("of a range is its beginning, proposed", () => {
    expect(propuestas("de 10 a 12", "hora")).toEqual(["10:00"])
    expect(propuestas("de 5 a 7 de la tarde", "hora")).toEqual(["17:00"])
    expect(propuestas("después de las 10", "hora")).toEqual(["10:00"])
  })
})

describe("words of a line that are a date", () => {
  it.each([
    ["15 de diciembre por falta de sede", "fecha", 3],
    ["viernes 4 a las 5 de la tarde, por favor", "fecha", 8],
    ["15/12/2026 23 10:00", "fecha", 1],
    ["en 15 días hábiles porque la decisión cambió", "fecha", 4],
    ["no se sabe", "fecha", 0],
    ["30 de septiembre la sede no está lista", "fecha", 3],
    ["30 de septiembre 12 personas", "fecha", 3],
    ["15 de diciembre de 2026 de", "fecha", 5],
    ["diciembre 15", "fecha", 2],
    ["5 de la tarde en la sede alterna", "hora", 4],
    ["10 por la tarde no hay sede", "hora", 1],
  ] as const)("«%s» (%s): %i", (texto, pedido, cuantas) =>
    expect(palabrasDeEscrito(texto.split(" "), pedido)).toBe(cuantas),
  )
})

const dias = fc.integer({ min: 0, max: 9_000 }).map((n) => sumarDias("2010-01-01", n))
const horas = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map(([h, m]) => `${String(h).padStart(2, "0")}:${String(m).padStart(2, "0")}`)

describe("for any day and any hour", () => {
  it("what a message prints is read back as it was", () => {
    fc.assert(
      fc.property(dias, fc.integer({ min: 0, max: 3_000 }), (hoy, n) => {
        const fecha = sumarDias(hoy, n)
        const [anio, mes, numero] = fecha.split("-")
        for (const texto of [
          fecha,
          fechaLarga(fecha),
          fechaMedia(fecha),
          fechaCorta(fecha),
          `${numero}/${mes}/${anio}`,
          `${Number(numero)}-${Number(mes)}-${anio}`,
          fechaLarga(fecha).toUpperCase(),
        ]) {
          expect(dia(texto, hoy), texto).toBe(fecha)
        }
      }),
      { numRuns: 60 },
    )
  })

  it("what has passed is said to have passed, and is that day where it may be", () => {
    fc.assert(
      fc.property(dias, fc.integer({ min: 1, max: 3_000 }), (hoy, n) => {
        const fecha = sumarDias(hoy, -n)
        expect(dia(fechaLarga(fecha), hoy)).toBe("no: pasada")
        expect(dia(fechaLarga(fecha), hoy, { pasado: true })).toBe(fecha)
      }),
      { numRuns: 60 },
    )
  })

  it("an hour, and a day with its hour, are read back too", () => {
    fc.assert(
      fc.property(dias, horas, (fecha, cual) => {
        const deDoce = /^[1-7]:/.test(cual.replace(/^0/, ""))
        expect(hora(horaOficial(cual, ZONA))).toBe(cual)
        expect(hora(cual)).toBe(cual)
        expect(dia(fechaYHora(fecha, cual, ZONA), fecha)).toBe(`${fecha} ${cual}`)
        expect(dia(`${fecha}T${cual}`, fecha)).toBe(`${fecha} ${cual}`)
        if (!deDoce) expect(hora(cual.replace(/^0(?=\d)/, ""))).toBe(cual)
      }),
      { numRuns: 60 },
    )
  })

  it("a number of business days is counted like every term", () => {
    fc.assert(
      fc.property(dias, fc.integer({ min: 1, max: 250 }), (hoy, n) => {
        expect(dia(`en ${n} días hábiles`, hoy)).toBe(sumarDiasHabiles(hoy, n, en(hoy).inhabiles))
      }),
      { numRuns: 40 },
    )
  })
})

const PIEZAS =
  "12 / - . : , 31 2026 05 de del en entre y o a las la lunes viernes marzo mar quincena hábil días semana próximo fin último primer mañana pasado hoy antes puente ñ ٣ ½ am tarde cuarto media para horas UTC hora".split(
    " ",
  )
const textos = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 150 }),
  fc.array(fc.constantFrom(...PIEZAS), { maxLength: 24 }).map((partes) => partes.join(" ")),
  fc.array(fc.constantFrom(...PIEZAS), { maxLength: 24 }).map((partes) => partes.join("")),
)
const lecturas = (leida: Escrita) =>
  leida.kind === "ambigua" ? leida.opciones : leida.kind === "rechazada" ? leida.propuestas : [leida]

describe("whatever is written", () => {
  it("never fails, and what is read is a day and an hour that there are, none of them past", () => {
    fc.assert(
      fc.property(textos, dias, fc.constantFrom("fecha" as const, "hora" as const), (texto, hoy, pedido) => {
        for (const una of lecturas(leerEscrito(texto, pedido, en(hoy)))) {
          if (una.kind !== "hora") {
            expect(sumarDias(una.fecha, 0)).toBe(una.fecha)
            expect(una.fecha >= hoy, `${texto}: ${una.fecha}`).toBe(true)
          }
          if (una.kind !== "fecha") expect(una.hora).toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
        }
      }),
      { numRuns: 400 },
    )
  })

  it("is not read when it is longer than any date", () => {
    expect(dia(`15 de diciembre${" ".repeat(300)}`)).toBe("no: vaga")
    expect(hora("9".repeat(4_000))).toBe("no: vaga")
  })

  it.each(["1 o ", "1 a ", "1 - ", "antes de 1 o ", "mar ", "10:00 o ", "lunes 1 y ", "xyzzy "])(
    "is given up early when it goes on and on: «%s»",
    (texto) => {
      expect(dia(texto.repeat(40).slice(0, 118))).toBe("no: vaga")
      expect(hora(texto.repeat(40).slice(0, 118))).toBe("no: vaga")
    },
  )
})

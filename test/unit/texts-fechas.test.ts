import { describe, expect, it } from "vitest"
import {
  fechaCorta,
  fechaLarga,
  fechaMedia,
  fechaYHora,
  horaOficial,
  plazoEntre,
  plazoRestante,
} from "../../src/texts/fechas.ts"
import { enumerar, plural } from "../../src/texts/plurales.ts"

describe("dates as a person reads them", () => {
  it("have three lengths", () => {
    expect(fechaLarga("2024-02-16")).toBe("viernes 16 de febrero de 2024")
    expect(fechaMedia("2024-02-16")).toBe("16 de febrero de 2024")
    expect(fechaCorta("2024-02-16")).toBe("16-feb-2024")
    expect(fechaLarga("2024-09-01")).toBe("domingo 1 de septiembre de 2024")
    expect(fechaCorta("2024-09-01")).toBe("01-sep-2024")
  })

  it("carry the official hour with its zone, and no hour when none is on record", () => {
    expect(horaOficial("10:00", "America/Mexico_City")).toBe("10:00 horas (hora del centro)")
    expect(horaOficial("10:00", "America/Cancun")).toBe("10:00 horas (hora del sureste)")
    expect(horaOficial("10:00", "Europe/Madrid")).toBe("10:00 horas (hora de Europe/Madrid)")
    expect(fechaYHora("2024-02-16", null, "America/Mexico_City")).toBe("viernes 16 de febrero de 2024")
    expect(fechaYHora("2024-02-16", "10:00", "America/Mexico_City")).toBe(
      "viernes 16 de febrero de 2024, 10:00 horas (hora del centro)",
    )
  })

  it.each([
    [3, "faltan 3 días hábiles"],
    [1, "falta 1 día hábil"],
    [0, "vence hoy"],
    [-1, "venció hace 1 día hábil"],
    [-2, "venció hace 2 días hábiles"],
  ])("say what is left: %i", (days, expected) => {
    expect(plazoRestante(days)).toBe(expected)
  })

  it("do not say 'vence hoy' of a weekend that is over or still to come", () => {
    const none = new Set<string>()
    expect(plazoEntre("2024-03-15", "2024-03-15", none)).toBe("vence hoy")
    expect(plazoEntre("2024-03-15", "2024-03-16", none)).toBe(
      "vence el sábado 16 de marzo de 2024, día inhábil",
    )
    expect(plazoEntre("2024-03-18", "2024-03-16", none)).toBe(
      "venció el sábado 16 de marzo de 2024, día inhábil",
    )
    expect(plazoEntre("2024-03-16", "2024-03-15", none)).toBe("venció hace 1 día hábil")
  })
})

describe("plurals and lists", () => {
  it("agree in number", () => {
    expect(plural(1, "día hábil", "días hábiles")).toBe("1 día hábil")
    expect(plural(0, "día hábil", "días hábiles")).toBe("0 días hábiles")
    expect(plural(3, "día hábil", "días hábiles")).toBe("3 días hábiles")
  })

  it("join with y, or e before the sound of i", () => {
    expect(enumerar([])).toBe("")
    expect(enumerar(["SRE"])).toBe("SRE")
    expect(enumerar(["a", "b", "c"])).toBe("a, b y c")
    expect(enumerar(["Salud", "Inmujeres"])).toBe("Salud e Inmujeres")
    expect(enumerar(["padres", "hijos"])).toBe("padres e hijos")
    expect(enumerar(["agua", "hielo"])).toBe("agua y hielo")
  })
})

import { describe, expect, it } from "vitest"
import {
  type ActoDelDia,
  horaDelDia,
  horaDeTermino,
  type Momento,
  momentoDe,
} from "../../src/domain/sesion/momento.ts"
import { instanteDe } from "../../src/domain/tiempo/tiempo.ts"

const ZONA = "America/Mexico_City"
const SESION = { fecha: "2024-08-15", hora: "10:00", llamado: 1 }
const at = (fecha: string, hora: string) => instanteDe(fecha, hora, ZONA)
const de = (
  acto: ActoDelDia,
  cuando: string,
  sesion: Partial<typeof SESION> | { readonly hora: null } = {},
  toleranciaMinutos: number | null = 15,
): string => {
  const [fecha = "", hora = ""] = cuando.split(" ")
  return nombre(momentoDe(acto, { ...SESION, ...sesion }, at(fecha, hora), { toleranciaMinutos, zona: ZONA }))
}
const nombre = (momento: Momento) => (momento.kind === "con_motivo" ? momento.porque : momento.kind)

describe("the moment of an act of a session at 10:00, with 15 minutes of tolerance", () => {
  it.each([
    // cuando, pasar lista, instalar, declarar sin quórum
    ["2024-08-06 10:00", "antes_de_su_fecha", "antes_de_su_fecha", "antes_de_su_fecha"],
    ["2024-08-14 23:59", "antes_de_su_fecha", "antes_de_su_fecha", "antes_de_su_fecha"],
    ["2024-08-15 00:00", "a_tiempo", "antes_de_hora", "antes_de_hora"],
    ["2024-08-15 09:54", "a_tiempo", "antes_de_hora", "antes_de_hora"],
    ["2024-08-15 09:55", "a_tiempo", "a_tiempo", "en_tolerancia"],
    ["2024-08-15 10:00", "a_tiempo", "a_tiempo", "en_tolerancia"],
    ["2024-08-15 10:15", "a_tiempo", "a_tiempo", "en_tolerancia"],
    ["2024-08-15 10:16", "a_tiempo", "tras_tolerancia", "a_tiempo"],
    ["2024-08-15 23:59", "a_tiempo", "tras_tolerancia", "a_tiempo"],
    ["2024-08-16 00:00", "otro_dia", "otro_dia", "a_tiempo"],
    ["2024-09-01 10:00", "otro_dia", "otro_dia", "a_tiempo"],
  ])("%s: %s, %s, %s", (cuando, lista, instalar, sinQuorum) => {
    expect([de("pasar_lista", cuando), de("instalar", cuando), de("declarar_sin_quorum", cuando)]).toEqual([
      lista,
      instalar,
      sinQuorum,
    ])
  })

  it("has no end without a tolerance, nor on the second call", () => {
    expect(de("instalar", "2024-08-15 18:00", {}, null)).toBe("a_tiempo")
    expect(de("declarar_sin_quorum", "2024-08-15 10:00", {}, null)).toBe("a_tiempo")
    expect(de("instalar", "2024-08-15 18:00", { llamado: 2 })).toBe("a_tiempo")
    expect(de("declarar_sin_quorum", "2024-08-15 10:00", { llamado: 2 })).toBe("a_tiempo")
    expect(de("instalar", "2024-08-15 09:00", { llamado: 2 })).toBe("antes_de_hora")
  })

  it("is the whole day where no hour is on record", () => {
    for (const acto of ["pasar_lista", "instalar", "declarar_sin_quorum"] as const) {
      expect(de(acto, "2024-08-14 23:59", { hora: null })).toBe("antes_de_su_fecha")
      expect(de(acto, "2024-08-15 00:00", { hora: null })).toBe("a_tiempo")
    }
  })

  it("is counted in the body's own hours: elsewhere it is another day already", () => {
    const casi = at("2024-08-14", "23:30")
    expect(casi.slice(0, 10)).toBe("2024-08-15")
    expect(nombre(momentoDe("instalar", SESION, casi, { toleranciaMinutos: 15, zona: ZONA }))).toBe(
      "antes_de_su_fecha",
    )
  })

  it("has a tolerance that may last beyond midnight", () => {
    const noche = { hora: "23:50" }
    expect(de("instalar", "2024-08-15 23:59", noche)).toBe("a_tiempo")
    expect(de("declarar_sin_quorum", "2024-08-15 23:59", noche)).toBe("en_tolerancia")
  })
})

describe("the hour at which something happened", () => {
  it("is one of the session's day, and has come", () => {
    const now = at("2024-08-16", "09:00")
    expect(horaDelDia(SESION, "10:05", now, ZONA)).toBe(at("2024-08-15", "10:05"))
    expect(horaDelDia(SESION, "10:05", at("2024-08-15", "10:04"), ZONA)).toBeNull()
    expect(horaDelDia({ fecha: null }, "10:05", now, ZONA)).toBeNull()
  })

  it("ends after it began, also past midnight, and not yet to come", () => {
    const inicio = at("2024-08-15", "22:00")
    const now = at("2024-08-16", "09:00")
    expect(horaDeTermino(inicio, "23:40", now, ZONA)).toBe(at("2024-08-15", "23:40"))
    expect(horaDeTermino(inicio, "00:30", now, ZONA)).toBe(at("2024-08-16", "00:30"))
    expect(horaDeTermino(inicio, "10:00", now, ZONA)).toBeNull()
  })
})

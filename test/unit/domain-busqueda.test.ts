import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  buscarInstitucion,
  institucionEnFecha,
  nombreEnFecha,
  siglasEnFecha,
} from "../../src/domain/directorio/institucion.ts"
import { soloExacta } from "../../src/domain/texto/busqueda.ts"
import { buscarPorClave, formarClaveAcuerdo, normalizarClave } from "../../src/domain/texto/clave.ts"
import { masParecido, normalizar } from "../../src/domain/texto/texto.ts"
import type { Institucion } from "../../src/domain/tipos/directorio.ts"

describe("text as it is compared", () => {
  it("forgives accents, capitals, spaces and typographic quotes", () => {
    expect(normalizar("  “PRÓXIMA”   Sesión ")).toBe('"proxima" sesion')
    expect(normalizar("l’acte — vigésimo‑primera")).toBe("l'acte - vigesimo-primera")
    expect(normalizar("pro\u200bxima\u00a0x")).toBe("proxima x")
  })

  it("is the same when applied twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(normalizar(normalizar(text))).toBe(normalizar(text))
      }),
    )
  })

  it("suggests near misses only", () => {
    const words = ["proxima", "agenda", "resumen", "lista"]
    expect(masParecido("proxma", words)).toBe("proxima")
    expect(masParecido("PRÓIXMA", words)).toBe("proxima")
    expect(masParecido("lsita", words)).toBe("lista")
    expect(masParecido("presupuesto", words)).toBeNull()
    expect(masParecido("x", words)).toBeNull()
    expect(masParecido("", words)).toBeNull()
    expect(masParecido("a".repeat(10_000), words)).toBeNull()
  })
})

describe("claves typed loosely", () => {
  const acuerdos = [1, 2, 3, 4, 5, 6, 7].map((n) => ({ clave: `CI/SO-21/0${n}/2024` }))
  const sesiones = ["SO-21", "SO-22", "SE-1", "SO-2"].map((clave) => ({ clave }))

  it.each([
    "so 21 3",
    "CI/SO-21/03/2024",
    "ci so21 03",
    "SO-21/3",
    "“so 21 3”",
    "3 so 21",
    "acuerdo so‑21‑03",
  ])("finds the third acuerdo of the 21st session by %s", (typed) => {
    expect(buscarPorClave(typed, acuerdos)).toMatchObject({
      kind: "una",
      item: { clave: "CI/SO-21/03/2024" },
    })
  })

  it.each(["so21", "21", "SO-21", "21a ordinaria", "21ª ordinaria", "21.ª sesión ordinaria", "so 021"])(
    "finds the 21st session by %s",
    (typed) => {
      expect(buscarPorClave(typed, sesiones)).toMatchObject({ kind: "una", item: { clave: "SO-21" } })
    },
  )

  it("asks when several fit, and prefers the exact one", () => {
    expect(buscarPorClave("so", sesiones)).toMatchObject({ kind: "varias", items: { length: 3 } })
    expect(buscarPorClave("SO-2", sesiones)).toMatchObject({ kind: "una", item: { clave: "SO-2" } })
    expect(buscarPorClave("so 21", acuerdos)).toMatchObject({ kind: "varias", items: { length: 7 } })
  })

  it("offers near misses, and nothing for nonsense", () => {
    expect(buscarPorClave("so-23", sesiones)).toMatchObject({ kind: "ninguna" })
    const near = buscarPorClave("sp 21", sesiones)
    expect(near.kind === "ninguna" && near.parecidas[0]).toEqual({ clave: "SO-21" })
    expect(buscarPorClave("", sesiones)).toEqual({ kind: "ninguna", parecidas: [] })
    expect(buscarPorClave("@#$%", sesiones)).toEqual({ kind: "ninguna", parecidas: [] })
    expect(buscarPorClave("z".repeat(10_000), sesiones)).toEqual({ kind: "ninguna", parecidas: [] })
  })

  it("finds every clave by itself, by its normal form and in lower case", () => {
    fc.assert(
      fc.property(fc.constantFrom(...acuerdos), (acuerdo) => {
        for (const typed of [acuerdo.clave, normalizarClave(acuerdo.clave), acuerdo.clave.toLowerCase()]) {
          expect(buscarPorClave(typed, acuerdos)).toMatchObject({ kind: "una", item: acuerdo })
        }
      }),
    )
  })

  it("name exactly only what they name in full, whatever the case, the zeros and the separators", () => {
    const exact = (typed: string) => {
      const found = buscarPorClave(typed, acuerdos)
      return found.kind === "una" && found.exacta
    }
    expect(["CI/SO-21/03/2024", "ci so 21 3 2024", "ci-so21-03-2024"].map(exact)).toEqual([true, true, true])
    expect(["so 21 3", "SO-21/03/2024", "3 so 21", "2024 3 ci so 21"].map(exact)).toEqual([
      false,
      false,
      false,
      false,
    ])
    expect(soloExacta(buscarPorClave("so 21 3", acuerdos))).toEqual({
      kind: "varias",
      items: [{ clave: "CI/SO-21/03/2024" }],
    })
  })

  it("fills the template of a body", () => {
    const datos = { tipo: "ordinaria", numeroSesion: 21, consecutivo: 3, fecha: "2024-02-16" } as const
    expect(formarClaveAcuerdo("CI/{tipo}-{sesion}/{consecutivo:2}/{anio}", datos)).toBe("CI/SO-21/03/2024")
    expect(formarClaveAcuerdo("AC-{consec:3}-{mes:2}/{año}", datos)).toBe("AC-003-02/2024")
    expect(() => formarClaveAcuerdo("{folio}", datos)).toThrow(/unknown field \{folio\}/)
  })
})

function institucion(siglas: string, nombre: string, rest: Partial<Institucion> = {}): Institucion {
  return {
    id: siglas,
    siglas,
    nombre,
    vigenteDesde: null,
    vigenteHasta: null,
    sucesoraId: null,
    alias: [],
    origen: "registro",
    ...rest,
  }
}

describe("institutions", () => {
  const alias = (texto: string, desde: string | null = null, hasta: string | null = null) => ({
    texto,
    desde,
    hasta,
  })
  const sict = institucion("SICT", "Secretaría de Infraestructura, Comunicaciones y Transportes", {
    alias: [
      alias("Secretaría de Comunicaciones y Transportes", null, "2021-10-20"),
      alias("SCT", null, "2021-10-20"),
      alias("Comunicaciones y Transportes"),
    ],
  })
  const inmujeres = institucion("INMUJERES", "Instituto Nacional de las Mujeres", {
    vigenteHasta: "2024-12-31",
    sucesoraId: "SEMUJERES",
  })
  const semujeres = institucion("SEMUJERES", "Secretaría de las Mujeres", { vigenteDesde: "2025-01-01" })
  const inm = institucion("INM", "Instituto Nacional de Migración")
  const sre = institucion("SRE", "Secretaría de Relaciones Exteriores", { alias: [alias("Cancillería")] })
  const todas = [sict, inmujeres, semujeres, inm, sre]

  it("are called what they were called on the date", () => {
    expect(nombreEnFecha(sict, "2020-01-01")).toBe("Secretaría de Comunicaciones y Transportes")
    expect(siglasEnFecha(sict, "2020-01-01")).toBe("SCT")
    expect(nombreEnFecha(sict, "2024-02-16")).toBe(
      "Secretaría de Infraestructura, Comunicaciones y Transportes",
    )
    expect(siglasEnFecha(sict, "2024-02-16")).toBe("SICT")
    expect(nombreEnFecha(sict, null)).toBe("Secretaría de Infraestructura, Comunicaciones y Transportes")
  })

  it("never take an undated alias for an official name", () => {
    expect(nombreEnFecha(sre, "2024-02-16")).toBe("Secretaría de Relaciones Exteriores")
  })

  it("take the new name from the very day of a rename", () => {
    const renamed = institucion("INMUJERES", "Instituto Nacional de las Mujeres", {
      alias: [alias("Secretaría de las Mujeres", "2025-01-01", null)],
    })
    expect(nombreEnFecha(renamed, "2024-12-31")).toBe("Instituto Nacional de las Mujeres")
    expect(nombreEnFecha(renamed, "2025-01-01")).toBe("Secretaría de las Mujeres")
  })

  it("are followed by their successor once they cease to exist", () => {
    expect(institucionEnFecha(inmujeres, "2024-12-31", todas)).toBe(inmujeres)
    expect(institucionEnFecha(inmujeres, "2025-01-01", todas)).toBe(semujeres)
    expect(institucionEnFecha(inmujeres, "2025-01-01", [inmujeres])).toBe(inmujeres)
  })

  it("survive a circle of successors", () => {
    const a = institucion("A", "A", { vigenteHasta: "2020-01-01", sucesoraId: "B" })
    const b = institucion("B", "B", { vigenteHasta: "2020-01-01", sucesoraId: "A" })
    expect([a, b]).toContain(institucionEnFecha(a, "2024-01-01", [a, b]))
  })

  it.each([
    ["sre", sre],
    ["cancilleria", sre],
    ["relaciones exteriores", sre],
    ["SCT", sict],
    ["comunicaciones", sict],
    ["Infraestructura y Transportes", sict],
    ["inm", inm],
    ["migración", inm],
    ["inmujeres", inmujeres],
  ])("are found by %s", (typed, expected) => {
    expect(buscarInstitucion(typed, todas)).toMatchObject({ kind: "una", item: expected })
  })

  it("are named exactly by their siglas and by a whole name of any time, and not by a part of one", () => {
    const exact = (typed: string) => {
      const found = buscarInstitucion(typed, todas)
      return found.kind === "una" && found.exacta
    }
    expect(["sre", "Secretaría de Relaciones Exteriores", "SCT"].map(exact)).toEqual([true, true, true])
    expect(["relaciones exteriores", "comunicaciones"].map(exact)).toEqual([false, false])
  })

  it("are told apart by an accent when they differ in nothing else, and forgiven one otherwise", () => {
    const parecidas = ["NAA", "ÑAA", "ÁAA"].map((siglas) => institucion(siglas, `${siglas} de Prueba`))
    const cual = (typed: string) => {
      const found = buscarInstitucion(typed, parecidas)
      return found.kind === "una" && found.exacta ? found.item.siglas : found.kind
    }
    expect(["ÑAA", "ñaa", "N\u0303AA", "NAA", "aaa", "Ñaa de prueba"].map(cual)).toEqual([
      "ÑAA",
      "ÑAA",
      "ÑAA",
      "NAA",
      "ÁAA",
      "ÑAA",
    ])
    const claves = ["SO-1/01/2026/NAA", "SO-1/01/2026/ÑAA"].map((clave) => ({ clave }))
    for (const item of claves)
      expect(buscarPorClave(item.clave, claves)).toEqual({ kind: "una", item, exacta: true })
  })

  it("ask when several fit and suggest near misses", () => {
    expect(buscarInstitucion("mujeres", todas)).toMatchObject({
      kind: "varias",
      items: [inmujeres, semujeres],
    })
    expect(buscarInstitucion("inmujres", todas)).toEqual({ kind: "ninguna", parecidas: [inmujeres] })
    expect(buscarInstitucion("", todas)).toEqual({ kind: "ninguna", parecidas: [] })
    expect(buscarInstitucion("de la", todas)).toEqual({ kind: "ninguna", parecidas: [] })
  })
})

import { describe, expect, it } from "vitest"
import { leerInstituciones } from "../../src/domain/comienzo/instituciones-pegadas.ts"
import { leerPersonas } from "../../src/domain/comienzo/personas-pegadas.ts"
import { CLAVES_PLANTILLA, PLANTILLAS } from "../../src/domain/reglas/plantillas.ts"
import { codigoEscrito, escribirCodigo } from "../../src/domain/texto/codigo.ts"

describe("the initial code", () => {
  it("holds its 128 bits in groups that are read out, and is the same however it is typed", () => {
    const uno = escribirCodigo(Uint8Array.from({ length: 16 }, () => 0xff))
    expect(uno).toBe("7ZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZ")
    expect(escribirCodigo(new Uint8Array(16))).toBe("0000-0000-0000-0000-0000-0000-00")
    expect(codigoEscrito(" 7zzz zzzz-Zzzz.zzzz zzzz zzzz zz ")).toBe(codigoEscrito(uno))
    expect(codigoEscrito("OIL")).toBe("011")
  })
})

describe("institutions, one a line", () => {
  it("takes what a spreadsheet pastes and what people type, and proposes siglas", () => {
    const { filas, problemas } = leerInstituciones(
      [
        "Siglas\tNombre\tCon voto",
        "SRE\tSecretaría de Relaciones Exteriores\tSí",
        'STPS; "Secretaría del Trabajo y Previsión Social"; no',
        "",
        "Fiscalía General de la República",
        "Secretaría de Relaciones Estatales",
        "Instituto Nacional; IN-2",
      ].join("\n"),
      ["FGR"],
    )
    expect(problemas).toEqual([])
    expect(filas.map(({ siglas, conVoto, propuestas }) => [siglas, conVoto, propuestas])).toEqual([
      ["SRE", true, false],
      ["STPS", false, false],
      ["FGR2", true, true],
      ["SRE2", true, true],
      ["IN-2", true, false],
    ])
    expect(filas.map(({ linea }) => linea)).toEqual([2, 3, 5, 6, 7])
    expect(filas[1]?.nombre).toBe("Secretaría del Trabajo y Previsión Social")
  })

  it("says which line is not one, and why", () => {
    const { filas, problemas } = leerInstituciones("SRE\nSRE; Una; sí\nsre; Otra\nA; B; C; D", [])
    expect(filas).toHaveLength(1)
    expect(problemas).toEqual([
      { linea: 1, message: "falta el nombre de «SRE»" },
      { linea: 3, message: "las siglas «sre» ya están en uso" },
      { linea: 4, message: "tiene más columnas de las que se esperan: siglas, nombre y si tiene voto" },
    ])
  })
})

describe("people, one a line", () => {
  const sre = {
    id: "1",
    siglas: "SRE",
    nombre: "Secretaría de Relaciones Exteriores",
    vigenteDesde: null,
    vigenteHasta: null,
    sucesoraId: null,
    alias: [],
    origen: "registro",
  } as const

  it("takes their post and their institution by its siglas or its name", () => {
    const { filas, problemas } = leerPersonas(
      "Ana Ruiz; Directora; SRE; Titular\nLuis Paz;;Secretaría de Relaciones Exteriores\nEva Sol; Jefa; ; Presidencia",
      [sre],
    )
    expect(problemas).toEqual([])
    expect(filas.map((fila) => [fila.cargo, fila.institucion?.siglas ?? null, fila.calidad])).toEqual([
      ["Directora", "SRE", "titular"],
      [null, "SRE", "enlace"],
      ["Jefa", null, "presidencia"],
    ])
  })

  it("says which line is not one, and why", () => {
    const { problemas } = leerPersonas("; Jefa; SRE\nAna; ; XX\nAna; ; SRE; jefa\nAna", [sre])
    expect(problemas.map(({ linea, message }) => `${linea} ${message}`)).toEqual([
      "1 falta el nombre; se esperan: nombre, cargo, institución y calidad",
      "2 «XX» no es ninguna institución registrada: escriba sus siglas",
      "3 «jefa» no es una calidad: escriba titular, suplente, enlace o participante",
      "4 falta la institución de «Ana»; se esperan: nombre, cargo, institución y calidad",
    ])
  })
})

it("every template is rules of its own, and none says whose law they are", () => {
  expect(CLAVES_PLANTILLA).toHaveLength(4)
  const distintas = new Set(CLAVES_PLANTILLA.map((clave) => JSON.stringify(PLANTILLAS[clave])))
  expect(distintas.size).toBe(4)
  expect(JSON.stringify(PLANTILLAS)).not.toMatch(/ley|art[íi]culo|manual|DOF/i)
})

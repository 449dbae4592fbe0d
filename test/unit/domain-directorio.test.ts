import { describe, expect, it } from "vitest"
import { claveDeNombre } from "../../src/domain/directorio/claves.ts"
import { pendientesDelDirectorio } from "../../src/domain/directorio/pendientes.ts"
import { buscarPersona } from "../../src/domain/directorio/persona.ts"
import type {
  Calidad,
  Designacion,
  Institucion,
  Integrante,
  Persona,
} from "../../src/domain/tipos/directorio.ts"

const HOY = "2026-03-02"
const institucion = (siglas: string, sucesoraId: string | null = null): Institucion => ({
  id: siglas,
  siglas,
  nombre: `Secretaría ${siglas}`,
  vigenteDesde: null,
  vigenteHasta: sucesoraId === null ? null : "2025-12-31",
  sucesoraId,
  alias: [],
  origen: "registro",
})
const asiento = (institucionId: string, rol: Integrante["rol"] = "integrante"): Integrante => ({
  id: institucionId,
  organoId: "organo",
  institucionId,
  conVoto: true,
  rol,
  orden: null,
  fundamento: null,
  desde: null,
  hasta: null,
})
const persona = (clave: string, nombre = clave): Persona => ({
  id: clave,
  clave,
  nombre,
  titulo: null,
  cargo: null,
  origen: "registro",
})
const designado = (
  clave: string,
  calidad: Calidad,
  institucionId: string,
  { hasta = null, cuentas = 1 }: { readonly hasta?: string | null; readonly cuentas?: number } = {},
) => {
  const designacion: Designacion = {
    id: `${clave}-${calidad}`,
    personaId: clave,
    organoId: "organo",
    institucionId,
    calidad,
    oficio: null,
    desde: "2025-01-01",
    hasta,
  }
  return { designacion, persona: persona(clave), cuentas: Array.from({ length: cuentas }) }
}

describe("what a directory lacks", () => {
  const instituciones = [
    institucion("SRE"),
    institucion("SEP"),
    institucion("INM", "SEP"),
    institucion("SAT"),
  ]
  const asientos = [asiento("SRE"), asiento("INM"), asiento("SAT", "participante")]
  const faltan = (designados: readonly ReturnType<typeof designado>[], luego: readonly Designacion[] = []) =>
    pendientesDelDirectorio({
      hoy: HOY,
      asientos,
      instituciones,
      designados,
      designaciones: [...designados.map(({ designacion }) => designacion), ...luego],
    }).map((uno) => `${uno.kind} ${"persona" in uno ? uno.persona.clave : uno.institucion.siglas}`)

  it("is said of the institution that answers today, and of a guest only that it has no enlace", () => {
    expect(faltan([])).toEqual([
      "sin_titular SRE",
      "sin_titular SEP",
      "sin_enlace SRE",
      "sin_enlace SEP",
      "sin_enlace SAT",
    ])
    expect(
      faltan([
        designado("ana", "titular", "SRE"),
        designado("eva", "enlace", "SRE", { cuentas: 0 }),
        designado("leo", "titular", "INM"),
        designado("raul", "enlace", "SEP"),
        designado("sol", "enlace", "SAT"),
      ]),
    ).toEqual(["sin_cuenta eva"])
  })

  it("names the end of a designation that nobody follows, within thirty days", () => {
    const cubiertas = [
      designado("b", "enlace", "SRE"),
      designado("c", "titular", "SEP"),
      designado("d", "enlace", "SEP"),
      designado("e", "enlace", "SAT"),
    ]
    const termina = (hasta: string) => designado("a", "titular", "SRE", { hasta })
    expect(faltan([...cubiertas, termina("2026-04-01")])).toEqual(["termina a"])
    expect(faltan([...cubiertas, termina("2026-04-02")])).toEqual([])
    const sigue = { ...designado("z", "titular", "SRE").designacion, desde: "2026-04-02" }
    expect(faltan([...cubiertas, termina("2026-04-01")], [sigue])).toEqual([])
  })
})

describe("names and claves", () => {
  it.each([
    ["Comité de Control y Desempeño Institucional", "comite-control-desempeno-institucional"],
    ["¿?", "organo"],
    ["Ángela Núñez", "angela-nunez"],
  ])("of «%s» the clave is %s, or the next one where it is taken", (nombre, clave) => {
    expect(claveDeNombre(nombre, new Set(), "organo")).toBe(clave)
    expect(claveDeNombre(nombre, new Set([clave, `${clave}-2`]), "organo")).toBe(`${clave}-3`)
  })

  it("finds people by clave, by name without accents and by part of it", () => {
    const gente = [
      persona("ana", "Ana López Ruiz"),
      persona("ana-2", "Ana López Gil"),
      persona("leo", "Leonardo Páez"),
    ]
    expect(buscarPersona("ana", gente)).toMatchObject({ kind: "una", exacta: true })
    expect(buscarPersona("leonardo paez", gente)).toMatchObject({ kind: "una", exacta: true })
    expect(buscarPersona("lopez", gente)).toMatchObject({ kind: "varias" })
    expect(buscarPersona("leon", gente)).toMatchObject({ kind: "una", exacta: false })
    expect(buscarPersona("nadie", gente)).toMatchObject({ kind: "ninguna" })
  })
})

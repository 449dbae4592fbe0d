import { describe, expect, it } from "vitest"
import type { z } from "zod"
import { esquemaDirectorio } from "../../src/app/importacion/formato/esquema-directorio.ts"
import { conCambios, perfilEn, valorDe, versionesNuevas } from "../../src/app/regla/perfil.ts"
import { FORMULARIOS, SIN_FORMULARIO, TEMAS, todosLosFormularios } from "../../src/app/regla/tema/temas.ts"
import type { PerfilReglas } from "../../src/domain/reglas/perfil-reglas.ts"
import { PERFIL_PREDETERMINADO } from "../../src/domain/reglas/perfil-reglas-default.ts"

const { organos } = esquemaDirectorio({ hoy: "2024-02-16", demostracion: false, plataformas: [] })
const perfilSchema: z.ZodType = organos.element.shape.perfiles.def.innerType.element

interface Inside {
  readonly shape?: Readonly<Record<string, unknown>>
  readonly innerType?: unknown
  readonly in?: unknown
}

/** What a file may write in a profile, down to what is one value: a term, a list. */
function reglasDe(schema: unknown, path: readonly string[] = []): readonly string[] {
  const { shape, innerType, in: input } = (schema as { readonly def: Inside }).def
  if (shape !== undefined && !Object.keys(shape).includes("unidad"))
    return Object.entries(shape).flatMap(([key, inner]) => reglasDe(inner, [...path, key]))
  const inside = innerType ?? input
  return inside === undefined ? [path.join(".")] : reglasDe(inside, path)
}

const campos = todosLosFormularios.flatMap((formulario) => formulario.campos)
const campo = (ruta: string) => {
  const found = campos.find((uno) => uno.ruta === ruta)
  if (found === undefined) throw new Error(`no form changes ${ruta}`)
  return found
}
/** A body with everything that a body may have. */
const COMPLETO: PerfilReglas = {
  ...PERFIL_PREDETERMINADO,
  dominiosPermitidos: ["*.gob.mx", "www.example.org"],
  recordatorios: {
    ...PERFIL_PREDETERMINADO.recordatorios,
    seguimientoSemanas: null,
    informeSemanal: null,
    textos: {
      recordatorio: { apertura: "Se le recuerda.", cierre: null },
      vencimiento: { apertura: null, cierre: "Gracias." },
      seguimiento: { apertura: null, cierre: null },
    },
  },
  sesiones: {
    ...PERFIL_PREDETERMINADO.sesiones,
    toleranciaMinutos: null,
    segundaConvocatoria: {
      permitida: true,
      espera: { n: 30, unidad: "minutos" },
      quorum: "propio",
      quorumPropio: {
        ...PERFIL_PREDETERMINADO.sesiones.quorum,
        regla: "numero",
        numero: 5,
        composicion: [
          { nombre: null, instituciones: ["SHCP"], minimo: null },
          { nombre: "gobiernos estatales", instituciones: ["AGS", "BC", "BCS"], minimo: 2 },
        ],
      },
    },
  },
}

describe("the rules that a form changes", () => {
  it("are all that a file may write, each in one form, but for those with a reason", () => {
    const escritas = reglasDe(perfilSchema).filter((ruta) => !Object.hasOwn(SIN_FORMULARIO, ruta))
    expect(escritas.length).toBeGreaterThan(40)
    expect(campos.map(({ ruta }) => ruta).sort()).toEqual([...escritas].sort())
    for (const ruta of Object.keys(SIN_FORMULARIO)) expect(reglasDe(perfilSchema)).toContain(ruta)
  })

  it("belong to a theme each, in forms whose fields have names of their own", () => {
    expect(Object.keys(FORMULARIOS).sort()).toEqual(TEMAS.filter((tema) => tema !== "calendario").sort())
    const claves = todosLosFormularios.map(({ clave }) => clave)
    expect(new Set(claves).size).toBe(claves.length)
    for (const { campos: suyos } of todosLosFormularios) {
      const opciones = ["segun", "desde", "marca", ...suyos.map(({ opcion }) => opcion)]
      expect(new Set(opciones).size).toBe(opciones.length)
    }
  })

  it.each(campos.map((uno) => [uno.ruta, uno] as const))(
    "%s reads back what its field holds, and is said in words",
    (_, uno) => {
      for (const perfil of [PERFIL_PREDETERMINADO, COMPLETO]) {
        const valor = valorDe(perfil, uno)
        if (valor === undefined) continue
        expect(uno.leer(uno.escribir(valor))).toEqual({ valor })
        expect(uno.palabras(valor)).toMatch(/\S/u)
        expect(uno.palabras(valor)).not.toMatch(/undefined|null|_/u)
      }
    },
  )

  it.each([
    ["convocatoria.ordinaria", "5 dias habiles", { n: 5, unidad: "dias_habiles" }],
    ["convocatoria.ordinaria", "3 naturales", { n: 3, unidad: "dias_naturales" }],
    ["convocatoria.extraordinaria", "48 hrs", { n: 48, unidad: "horas" }],
    ["sesiones.segundaConvocatoria.espera", "30 min", { n: 30, unidad: "minutos" }],
    ["recordatorios.escalera", "5 antes, el mismo día y", null],
    ["recordatorios.escalera", "3 después, -5, el mismo día, 5 antes", [3, -5, 0]],
    ["recordatorios.escalera", "5, 1", null],
    ["recordatorios.sesiones.diasAntes", "1, 5", [1, 5]],
    ["recordatorios.sesiones.diasAntes", "", []],
    ["recordatorios.horario.desde", "9", "09:00"],
    ["recordatorios.horario.desde", "25:00", null],
    ["convocatoria.ordinaria", "5 días", null],
    ["convocatoria.ordinaria", "30 minutos", null],
    ["sesiones.acuerdos.reprogramaciones", "", null],
    ["sesiones.acuerdos.plazoMaximoMeses", "", null],
    ["recordatorios.destinatarios", "primer aviso: Enlace", [{ desde: -365, a: ["enlace"] }]],
    ["recordatorios.destinatarios", "5 después: el director", null],
  ])("%s takes «%s» as %j", (ruta, escrito, valor) => {
    const leido = campo(ruta).leer(escrito)
    if ("valor" in leido) expect(leido.valor).toEqual(valor)
    else expect([valor, leido.reparo]).toEqual([null, expect.stringMatching(/\S/u)])
  })
})

describe("a change of rules", () => {
  const version = (n: number, vigenteDesde: string, cambios: Partial<PerfilReglas> = {}) => ({
    perfil: { ...PERFIL_PREDETERMINADO, version: n, vigenteDesde, ...cambios },
    fuente: null,
    personaId: null,
    registradoEn: null,
  })
  const conteo = { campo: campo("conteo"), valor: "incluye_dia_envio" }

  it("makes one version, and leaves the one that it changes as it was", () => {
    const antes = version(1, "2024-01-01")
    const [una, ...otras] = versionesNuevas([antes], [conteo], "2024-06-01")
    expect(otras).toEqual([])
    expect(una?.perfil).toEqual({
      ...antes.perfil,
      version: 2,
      vigenteDesde: "2024-06-01",
      conteo: "incluye_dia_envio",
    })
    expect(antes.perfil.conteo).toBe("excluye_ambos_extremos")
  })

  it("is not undone by what was decided before for a later day, nor undoes it", () => {
    const escrita = {
      ordinaria: { n: 9, unidad: "dias_habiles" },
      extraordinaria: { n: 3, unidad: "dias_habiles" },
    } as const
    const versiones = [version(1, "2024-01-01"), version(2, "2025-01-01", { convocatoria: escrita })]
    const ordinaria = { campo: campo("convocatoria.ordinaria"), valor: { n: 7, unidad: "dias_habiles" } }
    const nuevas = versionesNuevas(versiones, [conteo, ordinaria], "2024-06-01")
    expect(
      nuevas.map(({ perfil }) => [
        perfil.version,
        perfil.vigenteDesde,
        perfil.conteo,
        perfil.convocatoria.ordinaria.n,
      ]),
    ).toEqual([
      [3, "2024-06-01", "incluye_dia_envio", 7],
      [4, "2025-01-01", "incluye_dia_envio", 9],
    ])
  })

  it("of the same day as another one holds over it", () => {
    const versiones = [version(1, "2024-01-01"), version(2, "2024-01-01", { conteo: "incluye_dia_envio" })]
    expect(perfilEn(versiones, "2024-01-01").conteo).toBe("incluye_dia_envio")
    expect(perfilEn(versiones, "2023-12-31")).toBe(PERFIL_PREDETERMINADO)
  })

  it("to a quórum of its own for the second call begins with that of the first, and without it there is none", () => {
    const propio = conCambios(PERFIL_PREDETERMINADO, [
      { campo: campo("sesiones.segundaConvocatoria.quorum"), valor: "propio" },
    ])
    expect(propio.sesiones.segundaConvocatoria.quorumPropio).toEqual(PERFIL_PREDETERMINADO.sesiones.quorum)
    const uno = conCambios(PERFIL_PREDETERMINADO, [
      { campo: campo("sesiones.segundaConvocatoria.quorumPropio.exigePresidencia"), valor: false },
    ])
    expect(uno.sesiones.segundaConvocatoria).toMatchObject({
      quorum: "propio",
      quorumPropio: { exigePresidencia: false },
    })
    const igual = conCambios(COMPLETO, [
      { campo: campo("sesiones.segundaConvocatoria.quorum"), valor: "igual" },
    ])
    expect(igual.sesiones.segundaConvocatoria.quorumPropio).toBeNull()
  })
})

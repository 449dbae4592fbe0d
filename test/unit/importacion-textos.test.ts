import { describe, expect, it } from "vitest"
import { z } from "zod"
import { esquemaDocumento } from "../../src/app/importacion/formato/esquema.ts"
import { acuerdo, archivo, compromiso, HOY, problemas, sesion } from "../support/archivo-importacion.ts"

const PROSE = "¿Se habló con alguien? Sí, en la sede."
const CURP = "GOMA800101HDFRRN09"

interface Leaf {
  readonly place: string
  readonly schema: z.ZodType
}

/** Every place of a file that takes a text. */
function textsOf(schema: z.ZodType, place = ""): readonly Leaf[] {
  const { def } = schema as unknown as { readonly def: Record<string, z.ZodType | undefined> }
  if (schema instanceof z.ZodString) return [{ place, schema }]
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, inner]) =>
      textsOf(inner as z.ZodType, place === "" ? name : `${place}.${name}`),
    )
  // A date is written as a text and is not one.
  if (def.in instanceof z.ZodString) return [{ place, schema }]
  const inner = def.innerType ?? def.element ?? def.in
  return inner === undefined ? [] : textsOf(inner, place)
}

const takes = ({ schema }: Leaf, text: string) => schema.safeParse(text).success

describe("the free texts of a file", () => {
  const texts = textsOf(esquemaDocumento({ hoy: HOY, demostracion: false, plataformas: [] }))
  const free = texts.filter((leaf) => takes(leaf, PROSE)).map(({ place }) => place)

  it("are found", () => {
    expect(free).toEqual(
      expect.arrayContaining([
        "personas.cargo",
        "designaciones.oficio",
        "inhabiles.motivo",
        "sesiones.sede",
        "sesiones.puntos.titulo",
        "sesiones.acuerdos.texto",
        "sesiones.acuerdos.compromisos.avances.texto",
      ]),
    )
  })

  it("are all refused with protected data in them, as in chat", () => {
    const unguarded = texts.filter((leaf) => takes(leaf, PROSE) && takes(leaf, `${PROSE} ${CURP}`))
    expect(unguarded.map(({ place }) => place)).toEqual([])
  })

  it("are refused with them in an address, whatever their dress, and with credentials in it", () => {
    const addresses = texts.filter(
      (leaf) => takes(leaf, "https://a.gob.mx/informe") && !takes(leaf, "informe"),
    )
    expect(addresses.map(({ place }) => place)).toContain("sesiones.url")
    const taken = (typed: string) => addresses.filter((leaf) => takes(leaf, typed)).map(({ place }) => place)
    expect(taken(`https://a.gob.mx/informe/%47${CURP.slice(1)}`)).toEqual([])
    expect(taken("https://ana:secreta@a.gob.mx/informe")).toEqual([])
  })

  it("and no clave is somebody's CURP", () => {
    const unguarded = texts.filter((leaf) => takes(leaf, "clave-de-ella") && takes(leaf, CURP))
    const codes = /(?:workspace|usuario|canal|adapter|correo|claveAcuerdo)$/u
    expect(unguarded.map(({ place }) => place).filter((place) => !codes.test(place))).toEqual([])
  })

  it("are refused when there is nothing to read in them", () => {
    const blank = texts.filter((leaf) => takes(leaf, PROSE) && takes(leaf, "\u200b\u2800"))
    expect(blank.map(({ place }) => place)).toEqual([])
  })

  it("say where they are and what they seem to hold, each of them", () => {
    const avances = [
      { texto: "Se entregó", registrado_en: "2024-03-01T10:00:00-06:00" },
      { texto: "Llamar al 55 1234 5678", registrado_en: "2024-03-02T10:00:00-06:00" },
    ]
    const acuerdos = [acuerdo({ texto: `Citar a ${CURP}`, compromisos: [compromiso({ avances })] })]
    expect(problemas(archivo({ sesiones: [sesion({ acuerdos })] }))).toEqual([
      expect.stringMatching(/^sesiones\[0\]\.acuerdos\[0\]\.texto: el texto parece contener una CURP\./),
      expect.stringMatching(
        /^sesiones\[0\]\.acuerdos\[0\]\.compromisos\[0\]\.avances\[1\]\.texto: .*un teléfono/,
      ),
    ])
  })
})

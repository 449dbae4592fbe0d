import { describe, expect, it } from "vitest"
import { leerDocumento } from "../../src/app/importacion/formato/leer.ts"
import type { ConstanciasDoc } from "../../src/domain/importacion/constancias.ts"
import type { DatosExistentes } from "../../src/ports/repositories/importacion.ts"
import { acuerdo, archivo, compromiso, HOY, NADA, problemas, sesion } from "../support/archivo-importacion.ts"
import { ADAPTER_IDS } from "../support/plataformas.ts"

type Campos = Readonly<Record<string, unknown>>

const quien = { persona: "enlace-sre", plataforma: "consola", instante: "2024-02-10T10:00:00-06:00" }
const acuse = (more: Campos = {}) => ({ institucion: "SRE", ...quien, ...more })
const convocatoria = (more: Campos = {}) => ({
  version: 1,
  tipo: "convocatoria",
  contenido: { fecha: "2024-02-16", sede: "Sala A" },
  persona: "enlace-sre",
  enviada_en: "2024-02-08T10:00:00-06:00",
  acuses: [acuse()],
  ...more,
})
const votacion = (more: Campos = {}) => ({
  texto: "¿Se aprueba?",
  modo: "nominal",
  abierta_en: "2024-02-16T10:10:00-06:00",
  cerrada_en: "2024-02-16T10:20:00-06:00",
  resultado: {
    a_favor: 1,
    en_contra: 0,
    abstenciones: 0,
    sin_voto: 0,
    requeridos: 1,
    resultado: "aprobado",
    voto_calidad: false,
  },
  votos: [{ institucion: "SRE", sentido: "a_favor", ...quien }],
  ...more,
})
const con = (more: Campos, otras: Campos = {}) =>
  archivo({
    sesiones: [
      sesion({ puntos: [{ titulo: "Único" }], acuerdos: [acuerdo({ compromisos: [compromiso()] })] }),
    ],
    constancias: [{ organo: "ci", sesion: "SO-21", ...more }],
    ...otras,
  })

/** What the data would hold after the file. */
function leidas(text: string): readonly ConstanciasDoc[] {
  const lectura = leerDocumento(text, HOY, ADAPTER_IDS)
  if (lectura.kind !== "ok") throw new Error(JSON.stringify(lectura.problems))
  return lectura.documento.constancias ?? []
}
const asentadas = (text: string): DatosExistentes => ({ ...NADA, constancias: leidas(text) })

it("a file without them goes on as before", () => {
  expect(leidas(archivo())).toEqual([])
  expect(problemas(con({}))).toEqual([])
})

describe("constancias name only what exists", () => {
  it.each([
    [
      "a session",
      archivo({ constancias: [{ organo: "ci", sesion: "SO-9" }] }),
      "[0].sesion: la sesión «SO-9»",
    ],
    ["an item", con({ punto_en_curso: 2 }), "punto_en_curso: no hay punto 2; la sesión tiene 1"],
    [
      "an institution, with what was probably meant",
      con({ convocatorias: [convocatoria({ acuses: [acuse({ institucion: "SREE" })] })] }),
      "convocatorias[0].acuses[0].institucion: la institución «SREE» no existe",
    ],
    [
      "a person",
      con({ convocatorias: [convocatoria({ persona: "nadie" })] }),
      "convocatorias[0].persona: la persona «nadie»",
    ],
    ["an acuerdo", con({ votaciones: [votacion({ acuerdo: "CI/X" })] }), "el acuerdo «CI/X» no existe"],
    [
      "a compromiso",
      con({
        aplazamientos: [
          {
            compromiso: "CI/X/SRE",
            hasta: "2024-03-01",
            persona: "enlace-sre",
            plataforma: "consola",
            creado_en: quien.instante,
          },
        ],
      }),
      "el compromiso «CI/X/SRE» no existe",
    ],
    [
      "the institution of a post",
      con(
        {},
        {
          cargos: [
            {
              organo: "ci",
              institucion: "SREE",
              nombre: "Coordinación",
              desde: "2024-01-01",
              hasta: "2023-01-01",
              persona: "enlace-sre",
              registrado_en: quien.instante,
            },
          ],
        },
      ),
      "cargos[0].hasta: termina (2023-01-01) antes de comenzar",
    ],
  ])("%s", (_, text, message) => {
    expect(problemas(text).join("\n")).toContain(message)
  })
})

const prorroga = (cambios: object = {}) => ({
  compromiso: "CI/SO-21/01/2024/SRE",
  rige: "2024-03-01",
  propuesta: "2024-04-01",
  motivo: "El área aún no contesta",
  decide: "pleno",
  estado: "pedida",
  persona: "enlace-sre",
  plataforma: "consola",
  pedida_en: quien.instante,
  ...cambios,
})

describe("constancias hold together", () => {
  it.each([
    [
      "two later dates that wait at once",
      { prorrogas: [prorroga(), prorroga({ pedida_en: "2024-02-21T16:00:00.000Z" })] },
      "prorrogas[1]: está dos veces",
    ],
    [
      "a later date that is not later",
      { prorrogas: [prorroga({ propuesta: "2024-03-01" })] },
      "propuesta: no es posterior a la que regía (2024-03-01)",
    ],
    [
      "a later date that was refused without saying why",
      {
        prorrogas: [
          prorroga({ estado: "negada", resuelve: "enlace-sre", resuelta_en: "2024-02-22T16:00:00.000Z" }),
        ],
      },
      "respuesta: falta: se negó y dice por qué",
    ],
    [
      "a change of a convocatoria without its reason",
      { convocatorias: [convocatoria({ tipo: "diferimiento" })] },
      "motivo: falta",
    ],
    [
      "two acuses of one institution",
      { convocatorias: [convocatoria({ acuses: [acuse(), acuse()] })] },
      "acuses[1]: está dos veces",
    ],
    [
      "a closed vote without a result",
      { votaciones: [votacion({ resultado: null })] },
      "resultado: una votación cerrada tiene su resultado",
    ],
    [
      "who voted what in a secret vote",
      { votaciones: [votacion({ modo: "cedula" })] },
      "votos: de una votación por cédula no consta quién votó qué",
    ],
    [
      "an erratum without its reason",
      {
        resumenes: [
          { version: 2, estado: "borrador", revision: 1, persona: "enlace-sre", creado_en: quien.instante },
        ],
      },
      "resumenes[0].motivo: falta: es una fe de erratas",
    ],
  ])("and so %s is refused", (_, more, message) => {
    expect(problemas(con(more)).join("\n")).toContain(message)
  })
})

describe("what is on record", () => {
  const exportado = con({ revision: 4, convocatorias: [convocatoria()], votaciones: [votacion()] })

  it("may be brought again as it is, or in part", () => {
    expect(problemas(exportado, asentadas(exportado))).toEqual([])
    const otroHuso = exportado.replace("2024-02-10T10:00:00-06:00", "2024-02-10T16:00:00Z")
    expect(problemas(otroHuso, asentadas(exportado))).toEqual([])
    expect(problemas(con({ convocatorias: [convocatoria({ acuses: [] })] }), asentadas(exportado))).toEqual(
      [],
    )
  })

  it.each([
    ["who acknowledged", exportado.replace("2024-02-10T10:00:00-06:00", "2024-02-10T11:00:00-06:00")],
    ["how somebody voted", exportado.replace("sentido: a_favor", "sentido: en_contra")],
    ["what a convocatoria said", exportado.replace("Sala A", "Sala B")],
    ["which call holds", con({ revision: 4, llamado: 2 })],
    [
      "how many there were",
      con({ convocatorias: [convocatoria(), convocatoria({ version: 2, acuses: [] })] }),
    ],
  ])("is not changed by a file: %s", (_, text) => {
    const found = problemas(text, asentadas(exportado))
    expect(found.join("\n")).toContain("lo que consta no se cambia con un archivo")
  })
})

import { describe, expect, it } from "vitest"
import { leerDocumento } from "../../src/app/importacion/formato/leer.ts"
import { completar } from "../../src/domain/importacion/completar.ts"
import { comparar } from "../../src/domain/importacion/diferencias.ts"
import { porConfirmar } from "../../src/domain/importacion/riesgos.ts"
import { acuerdo, archivo, compromiso, HOY, organo, sesion } from "../support/archivo-importacion.ts"
import { ADAPTER_IDS } from "../support/plataformas.ts"

const NADIE = { sesion: () => false, compromiso: () => false }

function leer(text: string) {
  const lectura = leerDocumento(text, HOY, ADAPTER_IDS)
  if (lectura.kind === "invalid") throw new Error(JSON.stringify(lectura.problems))
  return lectura
}

/** What a file changes of what another one recorded, as `campo: antes → despues`. */
function cambios(antes: string, despues: string) {
  const registrado = leer(antes).documento
  const { documento, escrito } = leer(despues)
  const { diferencias } = comparar(registrado, completar(documento, escrito, registrado))
  return {
    diferencias,
    lineas: diferencias.flatMap((una) =>
      una.tipo === "alta"
        ? [`+ ${una.ruta.map(({ nombre }) => nombre).join(" > ")}`]
        : una.campos.map(({ campo, antes: a, despues: d }) => `${campo.join(".")}: ${a} → ${d}`),
    ),
    riesgos: porConfirmar(diferencias, NADIE).map(({ riesgo }) => riesgo),
  }
}

const perfil = (more: Readonly<Record<string, unknown>>) =>
  archivo({ organos: [organo({ perfiles: [{ version: 1, vigente_desde: "2024-01-01", ...more }] })] })

describe("a field that a file does not write", () => {
  it("stays as it is, in a record, in a group of fields and in what hangs from it", () => {
    const con = archivo({
      sesiones: [
        sesion({
          sede: "Sala",
          puntos: [
            { titulo: "Uno", numero: "1" },
            { titulo: "Dos", numero: "2" },
          ],
          acuerdos: [acuerdo({ compromisos: [compromiso({ estado: "atendido" })] })],
        }),
      ],
    })
    const sin = archivo({
      sesiones: [
        sesion({
          puntos: [{ titulo: "Uno" }, { titulo: "Dos" }],
          acuerdos: [acuerdo({ compromisos: [compromiso()] })],
        }),
      ],
    })
    expect(cambios(con, sin).lineas).toEqual([])
    const reglas = perfil({ recordatorios: { escalera: [-3, 0], informe_semanal: 3 } })
    expect(cambios(reglas, perfil({ recordatorios: { escalera: [-2, 0] } })).lineas).toEqual([
      "recordatorios.escalera: -3,0 → -2,0",
    ])
  })

  it("is not taken from what stood at the same place and spoke of something else", () => {
    const una = archivo({ sesiones: [sesion({ puntos: [{ titulo: "Uno", numero: "1" }] })] })
    const otra = archivo({ sesiones: [sesion({ puntos: [{ titulo: "Otro" }] })] })
    const { lineas, riesgos } = cambios(una, otra)
    expect(lineas).toEqual(["numero: 1 → null", "titulo: Uno → Otro"])
    expect(riesgos).toEqual(["borra"])
  })

  it("does not keep how often a date was moved beside a date that says otherwise", () => {
    const con = (more: Readonly<Record<string, unknown>>) =>
      archivo({ sesiones: [sesion({ acuerdos: [acuerdo({ compromisos: [compromiso(more)] })] })] })
    const movida = con({ fecha_reprogramada: "2024-04-01", reprogramaciones: 2 })
    expect(cambios(movida, con({ fecha_reprogramada: "2024-05-02" })).lineas).toEqual([
      "fechaReprogramada: 2024-04-01 → 2024-05-02",
    ])
    expect(cambios(con({}), con({ fecha_reprogramada: "2024-05-02" })).lineas).toEqual([
      "fechaReprogramada: null → 2024-05-02",
      "reprogramaciones: 0 → 1",
    ])
  })

  it("does not keep the day on which it was done beside a state that owes it again", () => {
    const con = (more: Readonly<Record<string, unknown>>) =>
      archivo({ sesiones: [sesion({ acuerdos: [acuerdo({ compromisos: [compromiso(more)] })] })] })
    const atendido = con({ estado: "atendido", cumplido_el: "2024-02-28" })
    expect(cambios(atendido, con({ estado: "atendido" })).lineas).toEqual([])
    expect(cambios(atendido, con({ estado: "en_proceso" })).lineas).toEqual([
      "estado: atendido → en_proceso",
      "cumplidoEl: 2024-02-28 → null",
    ])
  })
})

it("an instant in another zone, and a list that says the same, are no difference", () => {
  const con = (registrado_en: string) =>
    archivo({
      sesiones: [
        sesion({
          acuerdos: [acuerdo({ compromisos: [compromiso({ avances: [{ texto: "Va.", registrado_en }] })] })],
        }),
      ],
    })
  expect(cambios(con("2024-03-01T10:00:00-06:00"), con("2024-03-01T16:00:00Z")).lineas).toEqual([])
})

describe("what is confirmed", () => {
  const en = (estado: string) => archivo({ sesiones: [sesion({ estado })] })

  it.each([
    ["clausurada", "programada", ["retrocede"]],
    ["clausurada", "convocada", ["retrocede"]],
    ["programada", "clausurada", []],
  ])("of a session from %s to %s", (antes, despues, riesgos) => {
    expect(cambios(en(antes), en(despues)).riesgos).toEqual(riesgos)
  })

  it("is not that a rule is none: its version says since when", () => {
    const { lineas, riesgos } = cambios(
      perfil({ recordatorios: { informe_semanal: 3 } }),
      perfil({ recordatorios: { informe_semanal: null } }),
    )
    expect(lineas).toEqual(["recordatorios.informeSemanal: 3 → null"])
    expect(riesgos).toEqual([])
  })
})

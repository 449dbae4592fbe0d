import { describe, expect, it } from "vitest"
import { cambiosEntre, type DichoSesion, type HechoCompromiso } from "../../src/domain/mensaje/hechos.ts"
import { textoCambio } from "../../src/texts/cambios.ts"

const ZONA = "America/Mexico_City"
const compromiso: HechoCompromiso = {
  kind: "compromiso",
  clave: "CI/SO-21/02/2024/SRE",
  estado: "pendiente",
  fecha: "2024-03-15",
  institucionId: "sre",
}
const sesion: DichoSesion = {
  kind: "sesion",
  clave: "SO-22",
  estado: "convocada",
  fecha: "2024-03-08",
  hora: "10:00",
  sede: "Sala Juárez",
}
const dice = (antes: HechoCompromiso | DichoSesion, ahora: object) =>
  cambiosEntre({ uno: antes }, { uno: { ...antes, ...ahora } as typeof antes }).map((cambio) =>
    textoCambio(cambio, ZONA),
  )

describe("what changed, in words", () => {
  it.each([
    [{ estado: "atendido" }, "CI/SO-21/02/2024/SRE: atendido"],
    [{ fecha: "2024-04-30" }, "CI/SO-21/02/2024/SRE: nueva fecha, 30 de abril de 2024"],
    [{ fecha: null }, "CI/SO-21/02/2024/SRE: sin fecha"],
    [{ institucionId: "inm" }, "CI/SO-21/02/2024/SRE: cambió la institución responsable"],
    [
      { estado: "en_proceso", fecha: "2024-04-30" },
      "CI/SO-21/02/2024/SRE: en proceso; nueva fecha, 30 de abril de 2024",
    ],
  ] as const)("of a commitment: %o", (ahora, text) => {
    expect(dice(compromiso, ahora)).toEqual([text])
  })

  it.each([
    [{ estado: "cancelada" }, "SO-22: cancelada"],
    [{ hora: null }, "SO-22: sin hora"],
    [{ hora: "11:00" }, "SO-22: nueva hora, 11:00 horas (hora del centro)"],
    [
      { fecha: "2024-03-15" },
      "SO-22: nueva fecha, viernes 15 de marzo de 2024, 10:00 horas (hora del centro)",
    ],
    [{ estado: "diferida", fecha: null, hora: null }, "SO-22: diferida; sin fecha"],
    [{ sede: null }, "SO-22: sin sede"],
  ] as const)("of a session: %o", (ahora, text) => {
    expect(dice(sesion, ahora)).toEqual([text])
  })

  it("is nothing when nothing did, when only the name did, and of what is no longer known", () => {
    expect(dice(compromiso, {})).toEqual([])
    expect(dice(compromiso, { clave: "otra" })).toEqual([])
    expect(cambiosEntre({ uno: compromiso }, {})).toEqual([])
  })
})

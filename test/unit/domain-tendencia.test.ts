import { describe, expect, it } from "vitest"
import { type ContadoEnElTiempo, MAX_SESIONES, tendencia } from "../../src/domain/compromiso/tendencia.ts"

const uno = (
  compromiso: Partial<ContadoEnElTiempo["compromiso"]> = {},
  mas: Partial<Omit<ContadoEnElTiempo, "compromiso">> = {},
): ContadoEnElTiempo => ({
  compromiso: {
    estado: "pendiente",
    fechaCompromiso: "2024-03-15",
    fechaReprogramada: null,
    institucionId: "sre",
    cumplidoEl: null,
    ...compromiso,
  },
  acuerdo: { estado: "vigente", tipo: "con_seguimiento", adopcion: "aprobado" },
  acordadoEl: "2024-02-16",
  cambios: [],
  ...mas,
})
const SESIONES = [
  { clave: "SO-22", fecha: "2024-05-14" },
  { clave: "SO-21", fecha: "2024-02-16" },
]
const serie = (contados: readonly ContadoEnElTiempo[]) =>
  tendencia(contados, SESIONES, "2024-06-11").puntos.map(
    ({ sesion, enPlazo, vencidos, cumplidos }) => `${sesion ?? "hoy"}: ${enPlazo}/${vencidos}/${cumplidos}`,
  )

describe("the trend from session to session", () => {
  it("is how what was agreed before each stood on its day", () => {
    expect(serie([uno(), uno({ fechaCompromiso: "2024-05-31" })])).toEqual(["SO-22: 1/1/0", "hoy: 0/2/0"])
    expect(serie([uno({ estado: "atendido", cumplidoEl: "2024-05-20" })])).toEqual([
      "SO-22: 0/1/0",
      "hoy: 0/0/1",
    ])
  })

  it("goes by the date that held on each day", () => {
    const fechaReprogramada = "2024-06-30"
    const cambios = [{ dia: "2024-05-20", fecha: fechaReprogramada }]
    expect(serie([uno({ fechaReprogramada }, { cambios })])).toEqual(["SO-22: 0/1/0", "hoy: 1/0/0"])
    expect(serie([uno({ fechaReprogramada })])).toEqual(["SO-22: 1/0/0", "hoy: 1/0/0"])
  })

  it("supposes nothing of what nobody dated", () => {
    const { puntos, sinConstancia } = tendencia(
      [uno({ estado: "atendido" }), uno({ estado: "cancelado" }), uno({}, { acordadoEl: null })],
      SESIONES,
      "2024-06-11",
    )
    expect(puntos.every(({ enPlazo, vencidos, cumplidos }) => enPlazo + vencidos + cumplidos === 0)).toBe(
      true,
    )
    expect(sinConstancia).toBe(1)
  })

  it("is short, and ends today", () => {
    const muchas = Array.from({ length: 12 }, (_, i) => ({
      clave: `SO-${i + 1}`,
      fecha: `2023-${String(i + 1).padStart(2, "0")}-10`,
    }))
    const { puntos } = tendencia([uno({}, { acordadoEl: "2022-11-15" })], muchas, "2024-06-11")
    expect(puntos.map(({ sesion }) => sesion)).toEqual(["SO-8", "SO-9", "SO-10", "SO-11", "SO-12", null])
    expect(puntos).toHaveLength(MAX_SESIONES + 1)
  })
})

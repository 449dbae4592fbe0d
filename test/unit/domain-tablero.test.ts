import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type CifrasTablero, type Contado, cuantosHay, tablero } from "../../src/domain/compromiso/tablero.ts"
import { ESTADOS_COMPROMISO, type EstadoCompromiso } from "../../src/domain/tipos/compromiso.ts"

const HOY = "2024-06-11"
const SIN_DIAS = new Set<string>()
const adoptado = { estado: "vigente", tipo: "con_seguimiento", adopcion: "sin_votacion" } as const

const uno = (
  estado: EstadoCompromiso,
  vence: string | null,
  mas: { readonly cumplidoEl?: string | undefined; readonly de?: string; readonly segunda?: string } = {},
): Contado => ({
  compromiso: {
    estado,
    fechaCompromiso: vence,
    fechaReprogramada: mas.segunda ?? null,
    institucionId: mas.de ?? "sre",
    cumplidoEl: mas.cumplidoEl ?? null,
  },
  acuerdo: adoptado,
  acordadoEl: "2024-03-01",
})

const de = (contados: readonly Contado[], mas: Partial<Parameters<typeof tablero>[0]> = {}) =>
  tablero({
    hoy: HOY,
    desde: "2024-06-03",
    contados,
    responsable: (id) => id,
    inhabilesDe: () => SIN_DIAS,
    ...mas,
  })

describe("the board", () => {
  it("tells what is late from what has time, by the date that holds", () => {
    const { total } = de([
      uno("pendiente", "2024-06-10"),
      uno("en_proceso", "2024-06-10", { segunda: "2024-06-28" }),
      uno("pendiente", HOY),
      uno("pendiente", null),
      uno("en_validacion", "2024-06-01", { cumplidoEl: "2024-06-01" }),
    ])
    expect(total).toMatchObject({ vencidos: 1, enPlazo: 3, enValidacion: 1, atendidos: 0 })
  })

  it("counts as on time what was reported on its date, however late it was reviewed", () => {
    const { total } = de([
      uno("atendido", "2024-05-31", { cumplidoEl: "2024-05-31" }),
      uno("atendido", "2024-05-31", { cumplidoEl: "2024-06-03" }),
      uno("atendido", "2024-05-31"),
    ])
    expect(total).toMatchObject({ atendidos: 3, aTiempo: 1, tarde: 1, atraso: { cuantos: 1, dias: 1 } })
  })

  it("measures delay only of what is or was late, in the business days of whoever owes it", () => {
    const contados = [
      uno("pendiente", "2024-06-07"),
      uno("pendiente", "2024-06-28"),
      uno("atendido", "2024-05-31", { cumplidoEl: "2024-06-07" }),
    ]
    expect(de(contados).total.atraso).toEqual({ cuantos: 2, dias: 2 + 5 })
    const conDia = new Set(["2024-06-10"])
    expect(de(contados, { inhabilesDe: () => conDia }).total.atraso).toEqual({ cuantos: 2, dias: 1 + 5 })
  })

  it("counts nothing that was cancelled or that nobody adopted", () => {
    const rechazado = {
      ...uno("pendiente", "2024-06-01"),
      acuerdo: { ...adoptado, adopcion: "no_aprobado" } as const,
    }
    expect(cuantosHay(de([uno("cancelado", "2024-06-01"), rechazado]).total)).toBe(0)
  })

  it("says what moved since the last session, that day included", () => {
    const nuevo = { ...uno("pendiente", "2024-07-01"), acordadoEl: "2024-06-03" }
    expect(
      de([
        nuevo,
        uno("pendiente", "2024-06-02"),
        uno("pendiente", "2024-06-10"),
        uno("en_validacion", "2024-06-01", { cumplidoEl: "2024-06-03" }),
        uno("atendido", "2024-06-01", { cumplidoEl: "2024-06-02" }),
      ]).movimiento,
    ).toEqual({ desde: "2024-06-03", acordados: 1, cumplidos: 1, vencieron: 1 })
    expect(de([nuevo], { desde: null }).movimiento).toBeNull()
  })

  it("gives to a successor what it took over, and puts first whoever is most overdue", () => {
    const { filas } = de(
      [
        uno("pendiente", "2024-07-01", { de: "a" }),
        uno("pendiente", "2024-07-01", { de: "vieja" }),
        uno("pendiente", "2024-06-01", { de: "nueva" }),
      ],
      { responsable: (id) => (id === "vieja" ? "nueva" : id) },
    )
    expect(
      filas.map(({ institucionId, cifras }) => [institucionId, cifras.vencidos, cifras.enPlazo]),
    ).toEqual([
      ["nueva", 1, 1],
      ["a", 0, 1],
    ])
  })

  it("counts each commitment in one place, and its rows make its total", () => {
    const fecha = fc.constantFrom(null, "2024-05-01", "2024-06-10", HOY, "2024-07-01")
    const contado = fc
      .record({
        estado: fc.constantFrom(...ESTADOS_COMPROMISO),
        vence: fecha,
        de: fc.constantFrom("a", "b", "c"),
        cumplido: fecha,
      })
      .map(({ estado, vence, de: quien, cumplido }) =>
        uno(estado, vence, { de: quien, cumplidoEl: cumplido ?? undefined }),
      )
    fc.assert(
      fc.property(fc.array(contado, { maxLength: 30 }), (contados) => {
        const { total, filas } = de(contados)
        const vivos = contados.filter(({ compromiso }) => compromiso.estado !== "cancelado")
        expect(cuantosHay(total)).toBe(vivos.length)
        const junta = (cual: (cifras: CifrasTablero) => number) =>
          filas.reduce((n, { cifras }) => n + cual(cifras), 0)
        expect(junta(cuantosHay)).toBe(vivos.length)
        expect(junta(({ atraso }) => atraso.dias)).toBe(total.atraso.dias)
        expect(total.aTiempo + total.tarde).toBeLessThanOrEqual(total.atendidos)
      }),
    )
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { recordatoriosDelDia, tonoRecordatorio } from "../../src/domain/recordatorio/recordatorio.ts"
import { conjuntoBase } from "../../src/domain/tiempo/calendario-base.ts"
import { diasHabilesEntre, esHabil, sumarDias, sumarDiasHabiles } from "../../src/domain/tiempo/plazo.ts"
import type { Compromiso, EstadoCompromiso } from "../../src/domain/tipos/compromiso.ts"
import type { Fecha } from "../../src/domain/tipos/tiempo.ts"

const ESCALERA = [-15, -5, -1, 0, 1, 5]
const apf = conjuntoBase(2023, 2027)

function compromiso(clave: string, vence: Fecha | null, rest: Partial<Compromiso> = {}): Compromiso {
  return {
    id: clave,
    acuerdoId: "a",
    clave,
    institucionId: "sre",
    texto: "Remitir actividades",
    fechaCompromiso: vence,
    fechaReprogramada: null,
    reprogramaciones: 0,
    prorrogaPedida: null,
    corresponsables: [],
    cadencia: null,
    informadoEl: null,
    estado: "pendiente",
    cumplidoEl: null,
    origen: "demo",
    ...rest,
  }
}

interface Mundo {
  readonly planeados?: readonly Fecha[]
  readonly propios?: ReadonlySet<Fecha>
  readonly escalera?: readonly number[]
  readonly seguimientoSemanas?: number
  /** Since when everything is owed. */
  readonly desde?: Fecha
}

function planear(hoy: Fecha, compromisos: readonly Compromiso[], mundo: Mundo = {}) {
  return recordatoriosDelDia({
    hoy,
    diasPlaneados: mundo.planeados ?? [],
    escalera: mundo.escalera ?? ESCALERA,
    seguimientoSemanas: mundo.seguimientoSemanas ?? null,
    compromisos,
    debidoDesde: () => mundo.desde ?? null,
    inhabiles: apf,
    inhabilesDe: () => new Set([...apf, ...(mundo.propios ?? [])]),
  })
}

/** Every day of a range on which something is sent, planned day after day. */
function diasConAviso(compromisos: readonly Compromiso[], desde: Fecha, hasta: Fecha, mundo: Mundo = {}) {
  const found: Fecha[] = []
  const planeados: Fecha[] = []
  for (let hoy = desde; hoy <= hasta; hoy = sumarDias(hoy, 1)) {
    if (planear(hoy, compromisos, { ...mundo, planeados }).length > 0) found.push(hoy)
    planeados.push(hoy)
  }
  return found
}

describe("the reminder ladder", () => {
  it("falls exactly on its business days around 15 March 2024", () => {
    const dias = diasConAviso([compromiso("C-1", "2024-03-15")], "2024-02-01", "2024-04-30")
    // 18 March is a holiday, so T+1 is the 19th.
    expect(dias).toEqual(["2024-02-23", "2024-03-08", "2024-03-14", "2024-03-15", "2024-03-19", "2024-03-25"])
  })

  it("goes on being said once a week, on Mondays, until it is resolved", () => {
    const uno = compromiso("C-1", "2024-03-15")
    const semanal = (semanas: number, hasta: Fecha) =>
      diasConAviso([uno], "2024-03-19", hasta, { seguimientoSemanas: semanas })
    expect(semanal(1, "2024-04-20")).toEqual([
      "2024-03-19",
      "2024-03-25",
      "2024-04-01",
      "2024-04-08",
      "2024-04-15",
    ])
    expect(semanal(2, "2024-05-06")).toEqual([
      "2024-03-19",
      "2024-03-25",
      "2024-04-01",
      "2024-04-15",
      "2024-04-29",
    ])
    // A year later it has not been forgotten; 5 May 2025, a Monday, is a day off.
    expect(planear("2025-04-28", [uno], { seguimientoSemanas: 1 })).toHaveLength(1)
    expect(planear("2025-05-06", [uno], { seguimientoSemanas: 1 })).toHaveLength(1)
    expect(planear("2025-04-29", [uno], { seguimientoSemanas: 1 })).toEqual([])
    const resuelto = { ...uno, estado: "atendido" as const }
    expect(planear("2025-04-28", [resuelto], { seguimientoSemanas: 1 })).toEqual([])
  })

  it("says all of an institution's in one weekly message, whatever day each fell due", () => {
    const varios = ["2024-03-11", "2024-03-13", "2024-03-15"].map((vence, i) => compromiso(`C-${i}`, vence))
    const dias = diasConAviso(varios, "2024-04-08", "2024-04-30", { seguimientoSemanas: 1 })
    expect(dias).toEqual(["2024-04-08", "2024-04-15", "2024-04-22", "2024-04-29"])
    expect(planear("2024-04-15", varios, { seguimientoSemanas: 1 })[0]?.items).toHaveLength(3)
  })

  it("counts from the second date after a reprogramación", () => {
    const uno = compromiso("C-1", "2024-04-03", { fechaReprogramada: "2024-05-15" })
    const dias = diasConAviso([uno], "2024-03-01", "2024-06-30", { escalera: [-1, 0] })
    expect(dias).toEqual(["2024-05-14", "2024-05-15"])
  })

  it.each(["en_validacion", "atendido", "cancelado", "permanente"] satisfies EstadoCompromiso[])(
    "is silent for what is %s",
    (estado) => {
      expect(diasConAviso([compromiso("C-1", "2024-03-15", { estado })], "2024-02-01", "2024-04-30")).toEqual(
        [],
      )
    },
  )

  it("is silent without a date or without an institution", () => {
    const sinFecha = compromiso("C-1", null)
    const sinInstitucion = compromiso("C-2", "2024-03-15", { institucionId: null })
    expect(planear("2024-03-15", [sinFecha, sinInstitucion])).toEqual([])
  })

  it("gives one entry for each institution, with all its compromisos of the day, soonest due first", () => {
    const plan = planear("2024-03-14", [
      compromiso("C-3", "2024-03-22"),
      compromiso("C-2", "2024-03-15"),
      compromiso("C-1", "2024-03-15"),
      compromiso("C-9", "2024-03-15", { institucionId: "salud" }),
    ])
    expect(plan.map((uno) => [uno.institucionId, uno.items.map((item) => item.compromiso.clave)])).toEqual([
      ["salud", ["C-9"]],
      ["sre", ["C-1", "C-2", "C-3"]],
    ])
  })

  it("adds what is overdue or near as context, but never sends a message for that alone", () => {
    const vencido = compromiso("C-0", "2024-03-11")
    const lejano = compromiso("C-5", "2024-06-28")
    expect(planear("2024-03-14", [vencido])).toEqual([])
    const [uno] = planear("2024-03-14", [vencido, lejano, compromiso("C-1", "2024-03-15")])
    expect(uno?.items.map((item) => item.compromiso.clave)).toEqual(["C-1"])
    expect(uno?.contexto.map((item) => item.compromiso.clave)).toEqual(["C-0"])
  })

  it("moves to the institution's next business day, and says that the date has passed", () => {
    const vacaciones = new Set(["2024-03-14", "2024-03-15"])
    const dias = diasConAviso([compromiso("C-1", "2024-03-15")], "2024-03-09", "2024-03-22", {
      propios: vacaciones,
    })
    expect(dias).toEqual(["2024-03-19"])
    const [uno] = planear("2024-03-19", [compromiso("C-1", "2024-03-15")], { propios: vacaciones })
    expect(uno?.items[0]).toMatchObject({ vencido: true, dias: 0 })
    expect(uno?.items[0]?.peldanos.map(({ dias: n, nominal }) => [n, nominal])).toEqual([
      [-1, "2024-03-14"],
      [0, "2024-03-15"],
      [1, "2024-03-19"],
    ])
    expect(uno && tonoRecordatorio(uno)).toBe("seguimiento")
  })

  it("makes up for missed days in one message that knows since when", () => {
    const [uno, ...otros] = planear(
      "2024-03-14",
      [compromiso("C-1", "2024-03-15"), compromiso("C-2", "2024-03-19")],
      {
        planeados: ["2024-03-07"],
      },
    )
    expect(otros).toEqual([])
    expect(uno?.omitidoDesde).toBe("2024-03-08")
    expect(uno?.items.map((item) => item.peldanos.map(({ dias }) => dias))).toEqual([[-5, -1], [-5]])
  })

  it("does not take a planned day that was inhábil for the institution for one that reached it", () => {
    const uno = [compromiso("C-1", "2024-03-15")]
    const [weekend] = planear("2024-03-11", uno, { planeados: ["2024-03-07", "2024-03-09", "2024-03-10"] })
    expect(weekend?.omitidoDesde).toBe("2024-03-08")
    const propios = new Set(["2024-03-08", "2024-03-11"])
    const [away] = planear("2024-03-13", uno, {
      propios,
      planeados: ["2024-03-07", "2024-03-08", "2024-03-11"],
    })
    expect(away?.omitidoDesde).toBe("2024-03-12")
    const [first] = planear("2024-03-13", uno, { propios, planeados: ["2024-03-08"] })
    expect(first?.omitidoDesde).toBe("2024-03-12")
  })

  it("does not repeat a rung that a planned day covered", () => {
    expect(planear("2024-03-11", [compromiso("C-1", "2024-03-15")], { planeados: ["2024-03-08"] })).toEqual(
      [],
    )
  })

  it("hands what an institution owed to its successor", () => {
    const plan = recordatoriosDelDia({
      hoy: "2025-03-14",
      diasPlaneados: [],
      escalera: [0],
      seguimientoSemanas: null,
      compromisos: [compromiso("C-1", "2025-03-14", { institucionId: "inmujeres" })],
      inhabiles: apf,
      inhabilesDe: () => apf,
      responsable: (id) => (id === "inmujeres" ? "semujeres" : id),
    })
    expect(plan.map((uno) => uno.institucionId)).toEqual(["semujeres"])
  })

  it("has a tone for before, on and after the date", () => {
    const tono = (hoy: Fecha) => planear(hoy, [compromiso("C-1", "2024-03-15")]).map(tonoRecordatorio)
    expect(tono("2024-03-14")).toEqual(["recordatorio"])
    expect(tono("2024-03-15")).toEqual(["vencimiento"])
    expect(tono("2024-03-19")).toEqual(["seguimiento"])
  })
})

describe("whatever the holidays", () => {
  const aDate = fc.integer({ min: 0, max: 250 }).map((n) => sumarDias("2024-01-02", n))
  const daysOff = fc.uniqueArray(aDate, { maxLength: 60 }).map((dates) => new Set(dates))

  it("never reaches an institution on one of its inhábiles", () => {
    fc.assert(
      fc.property(aDate, aDate, daysOff, (vence, hoy, propios) => {
        const plan = planear(hoy, [compromiso("C-1", vence)], { propios })
        if (plan.length > 0) expect(esHabil(hoy, new Set([...apf, ...propios]))).toBe(true)
      }),
    )
  })

  it("sends every rung exactly once, on the first business day from its date", () => {
    fc.assert(
      fc.property(aDate, daysOff, (vence, propios) => {
        const sent: number[] = []
        const planeados: Fecha[] = []
        for (let hoy = sumarDias(vence, -40); hoy <= sumarDias(vence, 120); hoy = sumarDias(hoy, 1)) {
          for (const { items } of planear(hoy, [compromiso("C-1", vence)], { propios, planeados })) {
            for (const { dias, nominal } of items.flatMap((item) => item.peldanos)) {
              sent.push(dias)
              expect(nominal).toBe(sumarDiasHabiles(vence, dias, apf))
              expect(nominal <= hoy).toBe(true)
            }
          }
          planeados.push(hoy)
        }
        expect(sent.sort((a, b) => a - b)).toEqual(ESCALERA)
      }),
      { numRuns: 25 },
    )
  })

  it("sends every rung exactly once even if the bot is off on any of the days", () => {
    const off = fc.uniqueArray(fc.integer({ min: 1, max: 159 }), { maxLength: 60 })
    fc.assert(
      fc.property(aDate, daysOff, off, (vence, propios, daysDown) => {
        const sent: number[] = []
        const planeados: Fecha[] = []
        for (let day = 0; day <= 260; day += 1) {
          if (daysDown.includes(day)) continue
          const hoy = sumarDias(vence, day - 40)
          const plan = planear(hoy, [compromiso("C-1", vence)], { propios, planeados })
          sent.push(
            ...plan.flatMap(({ items }) => items.flatMap((item) => item.peldanos.map(({ dias }) => dias))),
          )
          planeados.push(hoy)
        }
        expect(sent.sort((a, b) => a - b)).toEqual(ESCALERA)
      }),
      { numRuns: 25 },
    )
  })

  it("never makes up for a date from before there was a commitment, and for all of those since", () => {
    fc.assert(
      fc.property(aDate, aDate, fc.integer({ min: 1, max: 60 }), daysOff, (vence, desde, atras, propios) => {
        const hoy = sumarDias(desde, atras)
        const plan = planear(hoy, [compromiso("C-1", vence)], {
          propios,
          desde,
          seguimientoSemanas: 1,
          planeados: [sumarDias(desde, -atras)],
        })
        const fechas = plan.flatMap(({ items }) =>
          items.flatMap(({ peldanos }) => peldanos.map(({ nominal }) => nominal)),
        )
        expect(fechas.filter((fecha) => fecha < desde)).toEqual([])
        const inhabil = !esHabil(hoy, new Set([...apf, ...propios]))
        const pasados = ESCALERA.map((dias) => sumarDiasHabiles(vence, dias, apf)).filter(
          (nominal) => desde <= nominal && nominal <= hoy,
        )
        expect(fechas).toEqual(inhabil ? [] : expect.arrayContaining(pasados))
        for (const { omitidoDesde } of plan) expect((omitidoDesde ?? hoy) >= desde).toBe(true)
      }),
    )
  })

  it("says that a date has passed exactly when it has", () => {
    fc.assert(
      fc.property(aDate, aDate, daysOff, (vence, hoy, propios) => {
        for (const item of planear(hoy, [compromiso("C-1", vence)], { propios }).flatMap(
          (uno) => uno.items,
        )) {
          expect(item.vencido).toBe(vence < hoy)
          expect(item.dias).toBe(diasHabilesEntre(hoy, vence, new Set([...apf, ...propios])))
        }
      }),
    )
  })
})

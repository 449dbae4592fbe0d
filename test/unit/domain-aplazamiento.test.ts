import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { diaAplazado } from "../../src/domain/compromiso/aplazamiento.ts"
import {
  avisoTardio,
  type EntradaRecordatorios,
  peldanoVigente,
  recordatoriosDelDia,
} from "../../src/domain/recordatorio/recordatorio.ts"
import { supersededOn } from "../../src/domain/recordatorio/superseded.ts"
import { PERFIL_PREDETERMINADO } from "../../src/domain/reglas/perfil-reglas-default.ts"
import { conjuntoBase } from "../../src/domain/tiempo/calendario-base.ts"
import { esHabil, sumarDias } from "../../src/domain/tiempo/plazo.ts"
import type { Compromiso } from "../../src/domain/tipos/compromiso.ts"
import type { Fecha } from "../../src/domain/tipos/tiempo.ts"

const apf = conjuntoBase(2023, 2026)
const { escalera, destinatarios } = PERFIL_PREDETERMINADO.recordatorios

function compromiso(vence: Fecha, rest: Partial<Compromiso> = {}): Compromiso {
  return {
    id: "c",
    acuerdoId: "a",
    clave: "C-1",
    institucionId: "sre",
    texto: "Remitir",
    fechaCompromiso: vence,
    fechaReprogramada: null,
    reprogramaciones: 0,
    prorrogaPedida: null,
    corresponsables: [],
    cadencia: null,
    informadoEl: null,
    estado: "pendiente",
    cumplidoEl: null,
    origen: "registro",
    ...rest,
  }
}

function entrada(hoy: Fecha, vence: Fecha, rest: Partial<EntradaRecordatorios> = {}): EntradaRecordatorios {
  return {
    hoy,
    diasPlaneados: [sumarDias(hoy, -1)],
    escalera,
    seguimientoSemanas: null,
    compromisos: [compromiso(vence)],
    inhabiles: apf,
    inhabilesDe: () => apf,
    ...rest,
  }
}

/** Every day with a message and the rung that it speaks of, planned day after day. */
function avisos(vence: Fecha, hasta: Fecha | null, propios: ReadonlySet<Fecha> = new Set()) {
  const calendario = new Set([...apf, ...propios])
  const found: { readonly dia: Fecha; readonly dias: number; readonly origen: string }[] = []
  const diasPlaneados: Fecha[] = []
  for (let dia = sumarDias(vence, -40); dia <= sumarDias(vence, 60); dia = sumarDias(dia, 1)) {
    const [uno] = recordatoriosDelDia(
      entrada(dia, vence, {
        diasPlaneados: [...diasPlaneados],
        inhabilesDe: () => calendario,
        aplazadoHasta: () => hasta,
      }),
    )
    const peldano = uno?.items[0] && peldanoVigente(uno.items[0])
    if (peldano) found.push({ dia, dias: peldano.dias, origen: peldano.origen })
    diasPlaneados.push(dia)
  }
  return found
}

const aDate = fc.integer({ min: 0, max: 250 }).map((n) => sumarDias("2024-01-15", n))
const daysOff = fc.uniqueArray(aDate, { maxLength: 60 }).map((dates) => new Set(dates))

describe("a reminder that was put off", () => {
  it("comes on its day, in place of the rungs before it", () => {
    expect(avisos("2024-03-15", "2024-03-13")).toEqual([
      { dia: "2024-03-13", dias: -2, origen: "aplazado" },
      { dia: "2024-03-14", dias: -1, origen: "escalera" },
      { dia: "2024-03-15", dias: 0, origen: "escalera" },
      { dia: "2024-03-19", dias: 1, origen: "escalera" },
      { dia: "2024-03-25", dias: 5, origen: "escalera" },
    ])
  })

  it("is not said twice on a day that has a rung of its own", () => {
    expect(avisos("2024-03-15", "2024-03-14")[0]).toEqual({
      dia: "2024-03-14",
      dias: -1,
      origen: "escalera",
    })
  })

  it("comes on the due date at the latest, even if more was asked", () => {
    expect(avisos("2024-03-15", "2024-04-30")[0]?.dia).toBe("2024-03-15")
  })

  it("comes before a day off that would push it past the due date", () => {
    const propios = new Set(["2024-03-14", "2024-03-15"])
    expect(diaAplazado("2024-03-14", "2024-03-15", new Set([...apf, ...propios]))).toBe("2024-03-13")
    expect(avisos("2024-03-15", "2024-03-14", propios)[0]?.dia).toBe("2024-03-13")
  })

  it("is left out of the other digests until then", () => {
    const otro = compromiso("2024-03-14", { id: "d", clave: "C-2" })
    const en = (hasta: Fecha) =>
      recordatoriosDelDia(
        entrada("2024-03-13", "2024-03-15", {
          compromisos: [compromiso("2024-03-15"), otro],
          aplazadoHasta: (id) => (id === "c" ? hasta : null),
        }),
      )[0]
    expect(en("2024-03-14")).toMatchObject({ items: [{ compromiso: { id: "d" } }], contexto: [] })
    expect(en("2024-03-13")?.items.map((uno) => uno.compromiso.id)).toEqual(["d", "c"])
  })

  it("whatever was asked and whatever the days off: on a business day, not past the date, once, and only then", () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: -30, max: 20 }), daysOff, (vence, n, propios) => {
        const calendario = new Set([...apf, ...propios])
        const dia = diaAplazado(sumarDias(vence, n), vence, calendario)
        expect(dia <= vence).toBe(true)
        expect(esHabil(dia, calendario)).toBe(true)
        const found = avisos(vence, sumarDias(vence, n), propios)
        expect(found.filter((uno) => uno.dia < dia)).toEqual([])
        if (dia > sumarDias(vence, -35)) {
          expect(found.filter((uno) => uno.dia === dia)).toHaveLength(1)
        }
        // From its day on, everything that would have come without putting it off.
        const despues = avisos(vence, null, propios).filter((uno) => uno.dia > dia)
        expect(found.filter((uno) => uno.dia > dia)).toEqual(despues)
      }),
      { numRuns: 20 },
    )
  })
})

describe("a notice that days off push past the due date", () => {
  it("is known as such exactly when it should have come by the date and comes after it", () => {
    const cerca = fc.integer({ min: -6, max: 14 })
    const seen = new Set<boolean>()
    fc.assert(
      fc.property(aDate, cerca, fc.uniqueArray(cerca, { maxLength: 10 }), (vence, n, libres) => {
        const hoy = sumarDias(vence, n)
        const calendario = new Set([...apf, ...libres.map((dias) => sumarDias(vence, dias))])
        const plan = recordatoriosDelDia(entrada(hoy, vence, { inhabilesDe: () => calendario }))
        for (const item of plan.flatMap(({ items }) => items)) {
          const tardio = avisoTardio(item)
          seen.add(tardio !== null)
          const debidos = item.peldanos.filter(({ nominal, envio }) => nominal <= vence && vence < envio)
          expect(tardio !== null).toBe(debidos.length > 0)
          if (tardio === null) continue
          expect(item.vencido).toBe(true)
          expect(esHabil(tardio.nominal, calendario)).toBe(false)
          expect(tardio.inhabil).toBe(esHabil(tardio.nominal, apf) ? "institucion" : "calendario")
        }
      }),
      { numRuns: 500 },
    )
    expect(seen.size).toBe(2)
  })
})

describe("a message that could not be sent", () => {
  const relevo = (hoy: Fecha, vence: Fecha) => {
    const dia = entrada(hoy, vence)
    const [uno] = recordatoriosDelDia(dia)
    return uno === undefined ? "nada" : supersededOn(dia, uno, destinatarios)
  }

  it("has nothing left to say once the next business day's message speaks of the same", () => {
    expect(relevo("2024-03-14", "2024-03-15")).toBe("2024-03-15")
    // The 18th is a holiday.
    expect(relevo("2024-03-15", "2024-03-15")).toBe("2024-03-19")
  })

  it("is worth sending on the next business day if nothing else will say it", () => {
    expect(relevo("2024-03-08", "2024-03-15")).toBeNull()
    expect(relevo("2024-03-25", "2024-03-15")).toBeNull()
  })
})

describe("dates that clocks and calendars make difficult", () => {
  it.each([
    ["leap day", "2024-02-29", ["2024-02-28", "2024-02-29", "2024-03-01"]],
    ["the day after a leap day", "2024-03-01", ["2024-02-29", "2024-03-01", "2024-03-04"]],
    ["28 February of a common year", "2025-02-28", ["2025-02-27", "2025-02-28", "2025-03-03"]],
    ["the end of the year", "2024-12-31", ["2024-12-30", "2024-12-31", "2025-01-02"]],
    ["the first working day of the year", "2025-01-02", ["2024-12-31", "2025-01-02", "2025-01-03"]],
    ["the Friday before the clocks change", "2024-03-08", ["2024-03-07", "2024-03-08", "2024-03-11"]],
  ])("have T-1, T and T+1 around %s", (_, vence, dias) => {
    expect(
      avisos(vence, null)
        .filter((uno) => Math.abs(uno.dias) <= 1)
        .map((uno) => uno.dia),
    ).toEqual(dias)
  })
})

import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  destinatariosDe,
  destinatariosDelRecordatorio,
  escaladosDe,
  paraInstitucion,
} from "../../src/domain/recordatorio/destinatarios.ts"
import type { ItemRecordatorio, RecordatorioInstitucion } from "../../src/domain/recordatorio/recordatorio.ts"
import type { Destinatario } from "../../src/domain/reglas/perfil-reglas.ts"
import { PERFIL_PREDETERMINADO } from "../../src/domain/reglas/perfil-reglas-default.ts"

const usual = PERFIL_PREDETERMINADO.recordatorios.destinatarios

function item(...dias: readonly number[]): ItemRecordatorio {
  const compromiso = {
    id: `c${dias.join()}`,
    acuerdoId: "a",
    clave: `C${dias.join()}`,
    institucionId: "sre",
    texto: "Remitir",
    fechaCompromiso: "2024-03-15",
    fechaReprogramada: null,
    reprogramaciones: 0,
    prorrogaPedida: null,
    corresponsables: [],
    cadencia: null,
    informadoEl: null,
    estado: "pendiente",
    cumplidoEl: null,
    origen: "registro",
  } as const
  const peldanos = dias.map((n) => ({
    dias: n,
    nominal: "2024-03-15",
    envio: "2024-03-15",
    inhabil: null,
    origen: "escalera" as const,
  }))
  return { compromiso, fecha: "2024-03-15", dias: 0, vencido: false, peldanos }
}

function recordatorio(...items: readonly ItemRecordatorio[]): RecordatorioInstitucion {
  return { institucionId: "sre", fecha: "2024-03-15", items, contexto: [], omitidoDesde: null }
}

describe("whom a rung speaks to", () => {
  it.each<[number, readonly Destinatario[]]>([
    [-15, ["enlace"]],
    [-1, ["enlace"]],
    [0, ["enlace", "suplente"]],
    [1, ["enlace", "suplente"]],
    [5, ["enlace", "suplente", "titular", "secretaria_tecnica"]],
    [40, ["enlace", "suplente", "titular", "secretaria_tecnica"]],
  ])("at %i days follows the usual steps", (dias, quienes) => {
    expect(destinatariosDe(usual, dias)).toEqual(quienes)
  })

  it("is the enlace before the first step", () => {
    expect(destinatariosDe([{ desde: 1, a: ["titular"] }], 0)).toEqual(["enlace"])
  })
})

describe("a digest", () => {
  it("greets those of the highest rung that brought an item, whatever the others", () => {
    expect(destinatariosDelRecordatorio(recordatorio(item(-5)), usual)).toEqual(["enlace"])
    expect(destinatariosDelRecordatorio(recordatorio(item(-5), item(0)), usual)).toEqual([
      "enlace",
      "suplente",
    ])
    expect(destinatariosDelRecordatorio(recordatorio(item(5), item(-5)), usual)).toEqual([
      "enlace",
      "suplente",
      "titular",
    ])
  })

  it("counts only the last of several missed rungs", () => {
    expect(escaladosDe(recordatorio(item(-5, -1, 5)), usual)).toHaveLength(1)
    expect(escaladosDe(recordatorio(item(-5, -1, 1)), usual)).toEqual([])
  })

  it("keeps from the institution what its body tells the Secretaría Técnica alone", () => {
    const pasos = [...usual.slice(0, 2), { desde: 5, a: ["secretaria_tecnica"] as const }]
    const todo = recordatorio(item(5), item(0))
    expect(paraInstitucion(todo, pasos)?.items.map((uno) => uno.compromiso.clave)).toEqual(["C0"])
    expect(paraInstitucion(recordatorio(item(5)), pasos)).toBeNull()
    expect(escaladosDe(todo, pasos).map((uno) => uno.compromiso.clave)).toEqual(["C5"])
  })

  it("is said to somebody, whatever the policy: each item to the institution, the Secretaría Técnica or both", () => {
    const quien = fc.constantFrom<Destinatario>("enlace", "suplente", "titular", "secretaria_tecnica")
    const paso = fc.record({
      desde: fc.integer({ min: -20, max: 20 }),
      a: fc.uniqueArray(quien, { minLength: 1 }),
    })
    const pasos = fc
      .uniqueArray(paso, { minLength: 1, maxLength: 6, selector: ({ desde }) => desde })
      .map((found) => found.sort((a, b) => a.desde - b.desde))
    const dias = fc.uniqueArray(fc.integer({ min: -25, max: 25 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(pasos, dias, (politica, peldanos) => {
        const todo = recordatorio(...peldanos.map((n) => item(n)))
        const propios = paraInstitucion(todo, politica)
        const escalados = escaladosDe(todo, politica)
        for (const uno of todo.items) {
          expect(escalados.includes(uno) || propios?.items.includes(uno)).toBe(true)
        }
        if (propios === null) return
        const nombrados = destinatariosDelRecordatorio(propios, politica)
        const mayor = Math.max(...propios.items.map((uno) => uno.peldanos[0]?.dias ?? 0))
        expect([...nombrados].sort()).toEqual(
          destinatariosDe(politica, mayor)
            .filter((uno) => uno !== "secretaria_tecnica")
            .sort(),
        )
      }),
    )
  })
})

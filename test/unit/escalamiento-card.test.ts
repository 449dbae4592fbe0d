import { describe, expect, it } from "vitest"
import { render as renderDiscord } from "../../adapters/discord/render.ts"
import { render as renderSlack } from "../../adapters/slack/render.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import { type EscaladoInstitucion, escalamientoCard } from "../../src/cards/recordatorio/escalamiento.ts"
import { recordatoriosDelDia, vencidosEn } from "../../src/domain/recordatorio/recordatorio.ts"
import { conjuntoBase } from "../../src/domain/tiempo/calendario-base.ts"
import type { Compromiso } from "../../src/domain/tipos/compromiso.ts"
import type { Institucion, Organo } from "../../src/domain/tipos/directorio.ts"
import type { Origen } from "../../src/domain/tipos/registro.ts"

const inhabiles = conjuntoBase(2024, 2024)
const organo: Organo = {
  id: "o",
  clave: "ci",
  tipo: "comision",
  nombreOficial: "Comisión Intersecretarial",
  nombreCorto: "Comisión Intersecretarial",
  padreId: null,
  zona: "America/Mexico_City",
  objetivo: null,
  correo: null,
  calendario: "apf",
  cerradoEl: null,
  origen: "registro",
}

function institucion(siglas: string): Institucion {
  const none = { vigenteDesde: null, vigenteHasta: null, sucesoraId: null, alias: [] }
  return { id: siglas, siglas, nombre: "Secretaría de Estado", origen: "registro", ...none }
}

function escalado(
  siglas: string,
  cuantos: number,
  rest: Partial<EscaladoInstitucion> & { readonly vence?: string; readonly origen?: Origen } = {},
): EscaladoInstitucion {
  const { vence = "2024-03-15", origen = "registro", ...otros } = rest
  const compromisos = Array.from({ length: cuantos }, (_, i): Compromiso => {
    const clave = `CI/SO-21/${String(i + 1).padStart(2, "0")}/2024/${siglas}`
    return {
      id: clave,
      acuerdoId: "a",
      clave,
      institucionId: siglas,
      texto: "palabra ".repeat(60),
      fechaCompromiso: vence,
      fechaReprogramada: null,
      reprogramaciones: 0,
      prorrogaPedida: null,
      corresponsables: [],
      cadencia: null,
      informadoEl: null,
      estado: "en_proceso",
      cumplidoEl: null,
      origen,
    }
  })
  const [recordatorio] = recordatoriosDelDia({
    hoy: "2024-03-25",
    diasPlaneados: [],
    escalera: [-1, 5],
    seguimientoSemanas: null,
    compromisos,
    inhabiles,
    inhabilesDe: () => inhabiles,
  })
  return {
    institucion: institucion(siglas),
    items: recordatorio?.items ?? [],
    avisados: ["enlace", "suplente", "titular"],
    conCanal: true,
    vencidos: recordatorio === undefined ? 0 : vencidosEn(recordatorio),
    inhabiles,
    ...otros,
  }
}

const text = (...instituciones: readonly EscaladoInstitucion[]) =>
  renderPlainText(escalamientoCard({ organo, fecha: "2024-03-25", instituciones }))

describe("the message to the Secretaría Técnica", () => {
  it("says of each institution what is overdue, since when, by how much, who was told and what to do", () => {
    const said = text(escalado("SRE", 2), escalado("SALUD", 1))
    expect(said).toContain(
      "Al lunes 25 de marzo de 2024, 3 compromisos vencidos de 2 instituciones de la Comisión Intersecretarial requieren su atención.",
    )
    expect(said).toMatch(/SRE:\n\n• CI\/SO-21\/01\/2024\/SRE/)
    expect(said).toMatch(/SALUD:\n\n• CI\/SO-21\/01\/2024\/SALUD/)
    expect(said).toContain("Fecha: 15 de marzo de 2024 · venció hace 5 días hábiles · en proceso")
    expect(said).toContain(
      "Hoy se avisa también en el canal de la SRE, dirigido a: enlace, suplente y titular.",
    )
    expect(said).toContain("Confirme con cada institución")
    expect(said).toContain("→ Ver los vencidos: /compromiso lista vencidos")
  })

  it("agrees in number", () => {
    expect(text(escalado("SRE", 1))).toContain("1 compromiso vencido de 1 institución de la")
    expect(text(escalado("SRE", 1))).toContain("requiere su atención")
  })

  it("says who was not told, and how to reach them", () => {
    expect(text(escalado("SRE", 1, { conCanal: false }))).toContain(
      "No hay canal activo de la SRE: comuníquese por otro medio.",
    )
    expect(text(escalado("SRE", 1, { avisados: [] }))).toContain("Hoy no se envía aviso al canal de la SRE.")
  })

  it("does not call overdue what is not, if the policy tells the Secretaría Técnica earlier", () => {
    const pronto = escalado("SRE", 1, { vence: "2024-03-26" })
    expect(text(pronto)).toContain("1 compromiso de 1 institución")
    expect(text(pronto)).toContain("falta 1 día hábil")
    expect(text(pronto, escalado("SALUD", 1))).toContain("2 compromisos (1 vencido) de 2 instituciones")
    const card = escalamientoCard({ organo, fecha: "2024-03-25", instituciones: [pronto] })
    expect(card.tone).toBe("atencion")
  })

  it("fits one message however much there is, and counts what is left out", () => {
    for (const [instituciones, cuantos] of [
      [14, 6],
      [40, 1],
      [1, 200],
    ] as const) {
      const todas = Array.from({ length: instituciones }, (_, i) => escalado(`INST${i}`, cuantos))
      const card = escalamientoCard({ organo, fecha: "2024-03-25", instituciones: todas })
      expect(renderPlainText(card)).toContain(
        `Y ${instituciones * cuantos - 12} compromisos más: consúltelos con /compromiso lista.`,
      )
      for (const render of [renderSlack, renderDiscord]) expect(render(card).parts).toHaveLength(1)
    }
  })

  it("is marked as a demonstration when anything in it is", () => {
    const demo = (origen: Origen) =>
      escalamientoCard({ organo, fecha: "2024-03-25", instituciones: [escalado("SRE", 1, { origen })] }).demo
    expect(demo("demo")).toBe(true)
    expect(demo("registro")).toBeUndefined()
  })
})

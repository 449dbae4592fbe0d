import { describe, expect, it } from "vitest"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import { type DatosRecordatorio, recordatorioCard } from "../../src/cards/recordatorio.ts"
import { conjuntoBase } from "../../src/domain/calendario-base.ts"
import { PERFIL_PREDETERMINADO } from "../../src/domain/perfil-reglas-default.ts"
import { recordatoriosDelDia } from "../../src/domain/recordatorio.ts"
import type { Compromiso, Fecha, Institucion, Organo } from "../../src/domain/tipos.ts"

const inhabiles = conjuntoBase(2024, 2024)
const organo: Organo = {
  id: "o",
  clave: "ci-trata",
  tipo: "comision",
  nombreOficial: "Comisión Intersecretarial",
  nombreCorto: "Comisión Intersecretarial contra la Trata de Personas",
  padreId: null,
  zona: "America/Mexico_City",
  objetivo: null,
  origen: "registro",
}

function institucion(siglas: string, nombre: string): Institucion {
  const none = { vigenteDesde: null, vigenteHasta: null, sucesoraId: null, alias: [] }
  return { id: "i", siglas, nombre, origen: "registro", ...none }
}
const sre = institucion("SRE", "Secretaría de Relaciones Exteriores")

function compromiso(n: number, rest: Partial<Compromiso> = {}): Compromiso {
  return {
    id: `c${n}`,
    acuerdoId: "a",
    clave: `CI/SO-21/${String(n).padStart(2, "0")}/2024/SRE`,
    institucionId: "i",
    texto: "Remitir sus actividades calendarizadas del Programa Anual de Trabajo 2024",
    fechaCompromiso: "2024-03-15",
    fechaReprogramada: null,
    estado: "pendiente",
    origen: "registro",
    ...rest,
  }
}

function card(
  hoy: Fecha,
  compromisos: readonly Compromiso[],
  quien = sre,
  planeados: readonly Fecha[] = [],
  rest: Partial<DatosRecordatorio> = {},
) {
  const [recordatorio] = recordatoriosDelDia({
    hoy,
    diasPlaneados: planeados,
    escalera: [-15, -5, -1, 0, 1, 5],
    compromisos,
    inhabiles,
    inhabilesDe: () => inhabiles,
  })
  if (recordatorio === undefined) throw new Error(`nothing to remind of on ${hoy}`)
  return recordatorioCard({
    recordatorio,
    institucion: quien,
    organo,
    inhabiles,
    destinatarios: ["enlace"],
    personas: [],
    textos: PERFIL_PREDETERMINADO.recordatorios.textos,
    ...rest,
  })
}

describe("the reminder to an institution", () => {
  it("says who, what, by when, how long is left and where to look", () => {
    const text = renderPlainText(card("2024-03-08", [compromiso(2)]))
    expect(text).toContain("Recordatorio de compromisos · SRE")
    expect(text).toContain("Estimada/o enlace de la SRE:")
    expect(text).toContain("Al viernes 8 de marzo de 2024, le recordamos 1 compromiso de su institución")
    expect(text).toContain("CI/SO-21/02/2024/SRE")
    expect(text).toContain("Fecha compromiso: 15 de marzo de 2024 · faltan 5 días hábiles · pendiente")
    expect(text).toContain("Ver mis compromisos")
    expect(text).toContain("Próxima sesión")
  })

  it("changes its tone on the day and after it", () => {
    expect(card("2024-03-08", [compromiso(2)])).toMatchObject({ tone: "aviso" })
    expect(card("2024-03-15", [compromiso(2)])).toMatchObject({
      tone: "atencion",
      title: "Compromisos que vencen hoy · SRE",
    })
    const after = card("2024-03-19", [compromiso(2)])
    expect(after).toMatchObject({ tone: "vencido", title: "Seguimiento de compromisos vencidos · SRE" })
    expect(renderPlainText(after)).toContain("venció hace 1 día hábil")
  })

  it("keeps the original date beside the second one", () => {
    const text = renderPlainText(
      card("2024-05-15", [compromiso(4, { fechaCompromiso: "2024-04-03", fechaReprogramada: "2024-05-15" })]),
    )
    expect(text).toContain("Fecha original: 3 de abril de 2024; nueva fecha: 15 de mayo de 2024 · vence hoy")
  })

  it("addresses each institution as it is called", () => {
    const greeting = (siglas: string, nombre: string) =>
      renderPlainText(card("2024-03-08", [compromiso(2)], institucion(siglas, nombre)))
    expect(greeting("INM", "Instituto Nacional de Migración")).toContain("enlace del INM:")
    expect(greeting("SALUD", "Secretaría de Salud")).toContain("enlace de la Secretaría de Salud:")
    expect(greeting("CEAV", "Comisión Ejecutiva de Atención a Víctimas")).toContain("enlace de la CEAV:")
    expect(greeting("CONAGO", "CONAGO")).toContain("enlace de CONAGO:")
  })

  it("fits one message however much is owed, and counts what is left out", () => {
    const many = Array.from({ length: 40 }, (_, i) => compromiso(i + 1, { texto: "palabra ".repeat(400) }))
    const big = card("2024-03-15", many)
    const text = renderPlainText(big)
    expect(text.length).toBeLessThan(4000)
    expect(text).toContain("40 compromisos de su institución")
    expect(text).toContain("Y 28 compromisos más: consúltelos con /compromiso mios.")
  })

  it("says when it makes up for missed days and when a rung was postponed", () => {
    const late = renderPlainText(card("2024-03-14", [compromiso(2)], sre, ["2024-03-07"]))
    expect(late).toContain(
      "debieron enviarse desde el viernes 8 de marzo de 2024 (4 días hábiles de retraso)",
    )
    expect(renderPlainText(card("2024-03-14", [compromiso(2)]))).not.toContain("retraso")
    const sunday = compromiso(3, { fechaCompromiso: "2024-03-10" })
    expect(renderPlainText(card("2024-03-11", [sunday]))).toContain(
      "Este aviso correspondía al domingo 10 de marzo de 2024, día inhábil; ese día venció el compromiso.",
    )
  })

  it("is marked as a demonstration when anything in it is", () => {
    expect(card("2024-03-08", [compromiso(2)]).demo).toBeUndefined()
    expect(card("2024-03-08", [compromiso(2), compromiso(3, { origen: "demo" })]).demo).toBe(true)
  })
})

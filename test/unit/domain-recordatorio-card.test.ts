import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { render as renderDiscord } from "../../adapters/discord/render.ts"
import { render as renderSlack } from "../../adapters/slack/render.ts"
import { renderPlainText } from "../../src/cards/plain-text.ts"
import type { DatosRecordatorio } from "../../src/cards/recordatorio/datos.ts"
import { recordatorioCard } from "../../src/cards/recordatorio/recordatorio.ts"
import { recordatoriosDelDia } from "../../src/domain/recordatorio/recordatorio.ts"
import { PERFIL_PREDETERMINADO } from "../../src/domain/reglas/perfil-reglas-default.ts"
import { conjuntoBase } from "../../src/domain/tiempo/calendario-base.ts"
import { sumarDias } from "../../src/domain/tiempo/plazo.ts"
import type { Compromiso } from "../../src/domain/tipos/compromiso.ts"
import type { Institucion, Organo } from "../../src/domain/tipos/directorio.ts"
import type { Fecha } from "../../src/domain/tipos/tiempo.ts"

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
  correo: null,
  calendario: "apf",
  cerradoEl: null,
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
    seguimientoSemanas: null,
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

  it("says that another date was asked for while nobody has decided", () => {
    const text = renderPlainText(card("2024-03-08", [compromiso(2, { prorrogaPedida: "2024-04-30" })]))
    expect(text).toContain("pendiente · prórroga pedida hasta el 30 de abril de 2024, por decidir")
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
    for (const render of [renderSlack, renderDiscord]) expect(render(big).parts).toHaveLength(1)
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

describe("whom it is for", () => {
  const ana = { nombre: "Mtra. Ana Pérez", calidad: "enlace", user: "U1", origen: "registro" } as const
  const luis = { nombre: "Luis Gómez", calidad: "suplente", user: null, origen: "registro" } as const
  const a = (rest: Partial<DatosRecordatorio>) => card("2024-03-14", [compromiso(2)], sre, [], rest)

  it("is greeted by post, and by name only if that is on record", () => {
    const ambos = renderPlainText(a({ destinatarios: ["enlace", "suplente"] }))
    expect(ambos).toContain("Estimadas/os enlace y suplente de la SRE:")
    expect(ambos).toContain("les recordamos 1 compromiso")
    expect(ambos).not.toContain("A la atención de")
    const tres = renderPlainText(
      a({ destinatarios: ["enlace", "suplente", "titular"], personas: [ana, luis] }),
    )
    expect(tres).toContain("Estimadas/os enlace, suplente y titular de la SRE:")
    expect(tres).toContain("A la atención de: Mtra. Ana Pérez (enlace), Luis Gómez (suplente)")
  })

  it("is greeted in plural when a post is held by several", () => {
    const dos = renderPlainText(a({ personas: [ana, { ...luis, calidad: "enlace" }] }))
    expect(dos).toContain("Estimadas/os enlaces de la SRE:")
  })

  it("is mentioned by a linked account and never as a whole channel", () => {
    const { blocks } = a({ destinatarios: ["enlace", "suplente"], personas: [ana, luis] })
    const mentions = JSON.stringify(blocks).match(/"kind":"mention"/g)
    expect(mentions).toHaveLength(1)
    expect(JSON.stringify(blocks)).toContain('{"kind":"mention","user":"U1","text":"Mtra. Ana Pérez"}')
    expect(JSON.stringify(blocks)).not.toMatch(/@(?:channel|here|everyone)/)
  })

  it("marks as a demonstration what names an invented person", () => {
    expect(a({ personas: [{ ...ana, origen: "demo" }] }).demo).toBe(true)
  })
})

describe("the words of the body", () => {
  const hostil = "<!channel> @everyone *urgente* [aquí](https://example.org) <@U999>"
  const textos = {
    recordatorio: { apertura: "Antes", cierre: hostil },
    vencimiento: { apertura: "Hoy mismo", cierre: null },
    seguimiento: { apertura: null, cierre: "Después" },
  }
  const en = (hoy: Fecha) => card(hoy, [compromiso(2)], sre, [], { textos })

  it("are those of the tone, each in its place", () => {
    const antes = renderPlainText(en("2024-03-14"))
    expect(antes).toMatch(/enlace de la SRE:\n\nAntes\n\nAl jueves/)
    expect(antes).toContain(hostil)
    expect(renderPlainText(en("2024-03-15"))).toContain("Hoy mismo")
    const despues = renderPlainText(en("2024-03-19"))
    expect(despues).toMatch(/Después\n\nNota: Si ya lo atendió/)
    expect(despues).not.toContain("Antes")
  })

  it("are inert on every platform", () => {
    const slack = JSON.stringify(renderSlack(en("2024-03-14")))
    expect(slack).not.toMatch(/"type":"(?:broadcast|user|link)"/)
    const discord = JSON.stringify(renderDiscord(en("2024-03-14")).parts)
    expect(discord).not.toMatch(/(?<!\\)@everyone|<@U999>/)
  })
})

describe("its buttons", () => {
  it("act on the one compromiso that it is about", () => {
    expect(card("2024-03-08", [compromiso(2)]).actions.map(({ id, style }) => [id, style])).toEqual([
      ["compromiso.avance:CI/SO-21/02/2024/SRE", "primary"],
      ["compromiso.posponer:CI/SO-21/02/2024/SRE", "normal"],
      ["compromiso.ver:CI/SO-21/02/2024/SRE", "normal"],
      ["compromiso.mios", "normal"],
      ["sesion.proxima", "normal"],
    ])
  })

  it("do not offer to put off what has no business day left before its date", () => {
    for (const hoy of ["2024-03-14", "2024-03-15", "2024-03-19"]) {
      expect(JSON.stringify(card(hoy, [compromiso(2)]).actions)).not.toContain("posponer")
    }
  })

  it("list what is owed first, then a few of the many", () => {
    const many = Array.from({ length: 9 }, (_, i) => compromiso(i + 1))
    expect(card("2024-03-15", many).actions.map(({ id }) => id)).toEqual([
      "compromiso.mios",
      ...[1, 2, 3, 4].map((n) => `compromiso.avance:CI/SO-21/0${n}/2024/SRE`),
    ])
  })

  it("keep within every platform's limits, however long a clave is", () => {
    const long = compromiso(2, { clave: `CI/${"x".repeat(78)}` })
    const longer = compromiso(3, { clave: `CI/${"y".repeat(110)}` })
    for (const { id, label } of card("2024-03-15", [long, longer]).actions) {
      expect(id.length).toBeLessThanOrEqual(100)
      expect(label.length).toBeLessThanOrEqual(75)
    }
  })
})

describe("a notice that days off pushed past the due date", () => {
  it("says so in words, with both dates", () => {
    const [recordatorio] = recordatoriosDelDia({
      hoy: "2024-03-19",
      diasPlaneados: [],
      escalera: [-1],
      seguimientoSemanas: null,
      compromisos: [compromiso(2)],
      inhabiles,
      inhabilesDe: () => new Set([...inhabiles, "2024-03-14", "2024-03-15"]),
    })
    const text = renderPlainText(
      card("2024-03-15", [compromiso(2)], sre, [], recordatorio && { recordatorio }),
    )
    expect(text).toContain(
      "Este aviso correspondía al jueves 14 de marzo de 2024, día inhábil de su institución; el compromiso venció el viernes 15 de marzo de 2024.",
    )
    expect(text).not.toContain("Incluye avisos cuya fecha fue inhábil")
  })

  it("whatever the days off, is said exactly for what should have come by the date", () => {
    const aDate = fc.integer({ min: 0, max: 60 }).map((n) => sumarDias("2024-02-15", n))
    fc.assert(
      fc.property(aDate, aDate, fc.uniqueArray(aDate, { maxLength: 30 }), (vence, hoy, propios) => {
        const calendario = new Set([...inhabiles, ...propios])
        const [recordatorio] = recordatoriosDelDia({
          hoy,
          diasPlaneados: [],
          escalera: [-5, -1, 0, 1],
          seguimientoSemanas: null,
          compromisos: [compromiso(2, { fechaCompromiso: vence })],
          inhabiles,
          inhabilesDe: () => calendario,
        })
        if (recordatorio === undefined) return
        const base = card("2024-03-15", [compromiso(2)], sre, [], { recordatorio, inhabiles: calendario })
        const text = renderPlainText(base)
        const tarde = recordatorio.items.some((uno) =>
          uno.peldanos.some(({ nominal, envio }) => nominal <= vence && vence < envio),
        )
        expect(text.includes("Este aviso correspondía al")).toBe(tarde)
        if (vence < hoy) expect(text).toContain("venció")
      }),
    )
  })
})

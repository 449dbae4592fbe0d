import { describe, expect, it } from "vitest"
import { leerDemo } from "../../src/app/importacion/cargar-demo.ts"
import type { DocumentoImportacion, SesionDoc } from "../../src/domain/importacion/documento.ts"
import { conjuntoBase, inhabilesBase } from "../../src/domain/tiempo/calendario-base.ts"
import { diasHabilesEntre } from "../../src/domain/tiempo/plazo.ts"

const HOY = "2026-11-23"
const demo = await leerDemo(HOY)

const sesionDe = (clave: string, organo = "ci-trata"): SesionDoc => {
  const found = demo.sesiones.find((s) => s.clave === clave && s.organo === organo)
  if (!found) throw new Error(`no session ${clave}`)
  return found
}
const so21 = sesionDe("SO-21")
const hechos = (seccion: SesionDoc["hechos"][number]["seccion"]) =>
  so21.hechos.filter((hecho) => hecho.seccion === seccion).map(({ texto }) => texto)
const personas = (calidad: "preside" | "presente") =>
  so21.asistencias
    .filter((a) => a.calidad === calidad)
    .map((a) => ({
      titulo: a.personaTitulo,
      nombre: a.personaNombre,
      cargo: a.personaCargo,
      de: a.institucion,
    }))
const punto = (pattern: RegExp) => so21.puntos.find(({ titulo }) => pattern.test(titulo))

describe("the 21st session holds every fact of the press release", () => {
  it("F01–F04: place and date of the release, number and type, name as printed, date", () => {
    expect(so21.lugarYFechaDocumento).toBe("Ciudad de México, a 16 de febrero de 2024")
    expect([so21.tipo, so21.numero, so21.etiqueta]).toEqual([
      "ordinaria",
      21,
      "Vigésimo Primera Sesión Ordinaria",
    ])
    expect(so21.nombreOrganoEnDocumento).toMatch(
      /^Comisión Intersecretarial .* Asistencia de las Víctimas de estos Delitos$/,
    )
    expect(so21.fecha).toBe("2024-02-16")
  })

  it("F05–F06: who presided, and in which capacity", () => {
    expect(personas("preside")).toEqual([
      {
        titulo: "Mtro.",
        nombre: "Arturo Medina Padilla",
        cargo: "Subsecretario de Derechos Humanos, Población y Migración",
        de: "SEGOB",
      },
    ])
    expect(so21.asistencias[0]?.caracter).toMatch(/desde la representación de la presidencia de la Comisión/)
  })

  it("F07–F08: nature and purpose", () => {
    expect(hechos("naturaleza").join(" ")).toMatch(
      /órgano colegiado.*definir y coordinar la implementación de una política de Estado en materia de trata de personas.*vinculación interinstitucional en toda la República/i,
    )
  })

  it("F09–F12: the three people of the Secretaría de Gobernación, each with the title printed or none", () => {
    expect(personas("presente")).toEqual([
      {
        titulo: "Dr.",
        nombre: "Froylán Vladimir Enciso Higuera",
        cargo: "Titular de la Unidad para la Defensa de los Derechos Humanos",
        de: "SEGOB",
      },
      {
        titulo: null,
        nombre: "Félix Santana Ángeles",
        cargo: "Director General de Estrategias para la Atención de Derechos Humanos",
        de: "SEGOB",
      },
      {
        titulo: "Mtra.",
        nombre: "Daniela Gómez Romo",
        cargo: "Directora de Desarrollo de Programas",
        de: "SEGOB",
      },
    ])
  })

  it("F13: the twelve authorities by the names printed, with nobody's name for their representatives", () => {
    const representadas = so21.asistencias.filter((a) => a.calidad === "representada")
    expect(representadas.map((a) => [a.institucion, a.nombreEnDocumento])).toEqual([
      ["SICT", "Comunicaciones y Transportes"],
      ["SRE", "Relaciones Exteriores"],
      ["SSPC", "Seguridad Pública y Protección Ciudadana"],
      ["SALUD", "Salud"],
      ["STPS", "Trabajo y Previsión Social"],
      ["BIENESTAR", "Bienestar"],
      ["SECTUR", "Turismo"],
      ["SNDIF", "Sistema Nacional para el Desarrollo Integral de la Familia"],
      ["CEAV", "Comisión Ejecutiva de Atención a Víctimas"],
      ["INMUJERES", "Instituto Nacional de las Mujeres"],
      ["INM", "Instituto Nacional de Migración"],
      ["FGR", "Fiscalía General de la República"],
    ])
    expect(representadas.every((a) => a.personaNombre === null && a.personaCargo === null)).toBe(true)
  })

  it("F14: the six groups of highlighted participation", () => {
    expect(hechos("participacion")).toEqual([
      "distintos órdenes de gobierno",
      "organismos públicos de defensa de derechos humanos",
      "fiscalías especializadas en materia de trata de personas",
      "sociedad civil",
      "organismos internacionales",
      "expertos académicos",
    ])
  })

  it("F15–F17: a plenary, whose agenda was dealt with, in four streams of work", () => {
    expect(so21.plenaria).toBe(true)
    const text = hechos("desarrollo").join(" ")
    for (const part of [
      "Se desahogaron los diversos puntos del orden del día",
      "Comisión Intersecretarial",
      "Subcomisión Consultiva",
      "grupos de trabajo",
      "proyectos nacionales",
    ])
      expect(text).toContain(part)
  })

  it("F18–F23: five themes, of which only two have an outcome on record", () => {
    expect(so21.puntos).toHaveLength(5)
    expect(punto(/Programa Anual de Trabajo de la Comisión 2024/)?.resultado).toBeNull()
    expect(
      punto(/curso básico de capacitación para servidores públicos de los tres órdenes/)?.resultado,
    ).toBeNull()
    expect(punto(/Propuestas de reforma legislativas/)?.resultado).toBeNull()
    expect(punto(/proyectos con impacto nacional/)?.resultado?.tipo).toBe("aprobacion")
    const eleccion = punto(/coordinación de la Subcomisión Consultiva para 2024/)?.resultado
    expect(eleccion?.tipo).toBe("eleccion")
    expect(eleccion?.texto).toContain("Secretaría de Seguridad y Protección Ciudadana")
  })

  it.each([
    ["F24", /compromiso del gobierno de México en la lucha contra la trata de personas/],
    ["F25", /política pública nacional e integral con enfoque de derechos humanos/],
    ["F26", /agradeció el trabajo interinstitucional e intersectorial .* presente administración/],
    ["F27", /continuar trabajando contra este flagelo/],
    ["F28", /agenda sólida .* prevención, atención, investigación y procuración de justicia/],
    ["F29", /importantes acciones de un programa especial a nivel nacional/],
  ])("%s: part of the message", (_, pattern) => {
    expect(hechos("mensaje").some((texto) => pattern.test(texto))).toBe(true)
  })
})

describe("the 21st session holds nothing that the press release does not say", () => {
  it("has no hour, place, modality or date of convocatoria", () => {
    const { hora, horaFin, sede, modalidad, url, convocadaEl } = so21
    expect([hora, horaFin, sede, modalidad, url, convocadaEl]).toEqual([null, null, null, null, null, null])
  })

  it("does not mention SEP, neither present nor absent", () => {
    expect(so21.asistencias.some((a) => a.institucion === "SEP" || a.calidad === "ausente")).toBe(false)
  })

  it("speaks of no quórum, votes, unanimity or next session", () => {
    const texts = [
      ...so21.hechos.map(({ texto }) => texto),
      ...so21.puntos.flatMap((p) => [p.titulo, p.resultado?.texto ?? ""]),
    ]
    expect(texts.join(" ")).not.toMatch(/qu[oó]rum|votos?|votación|unanimidad|mayoría|próxima sesión/i)
  })

  it("gives no official numbers to its items", () => {
    expect(so21.puntos.map(({ numero }) => numero)).toEqual([null, null, null, null, null])
  })

  it("keeps its facts and the illustrative acuerdos apart by their origin", () => {
    const facts = [so21, ...so21.asistencias, ...so21.puntos].map(({ origen }) => origen)
    expect(new Set(facts)).toEqual(new Set(["comunicado"]))
    const invented = so21.acuerdos.flatMap((a) => [a, ...a.compromisos]).map(({ origen }) => origen)
    expect(new Set(invented)).toEqual(new Set(["demo"]))
  })
})

describe("the rest of the demonstration", () => {
  it("is marked as demonstration everywhere", () => {
    const others = demo.sesiones.filter((s) => s !== so21)
    const origins = [
      ...[...demo.organos, ...demo.instituciones, ...demo.personas, ...demo.canales],
      ...others.flatMap((s) => [
        s,
        ...s.asistencias,
        ...s.puntos,
        ...s.acuerdos,
        ...s.acuerdos.flatMap((a) => a.compromisos),
      ]),
    ].map(({ origen }) => origen)
    expect(new Set(origins)).toEqual(new Set(["demo"]))
  })

  it("has the fourteen seats with a vote on the session's date, and participants without one", () => {
    const at = (fecha: string) =>
      demo.integrantes.filter(
        (i) =>
          i.organo === "ci-trata" && i.conVoto && (i.desde ?? "") <= fecha && (i.hasta ?? "9999") >= fecha,
      )
    expect(at("2024-02-16")).toHaveLength(14)
    expect(at("2025-01-01")).toHaveLength(14)
    expect(at("2024-12-31").map((i) => i.institucion)).toContain("INMUJERES")
    expect(at("2025-01-01").map((i) => i.institucion)).toContain("SEMUJERES")
    expect(demo.integrantes.find((i) => i.institucion === "CNDH")).toMatchObject({
      conVoto: false,
      rol: "participante",
    })
  })

  it("names people who are clearly not real", () => {
    expect(demo.personas.filter(({ nombre }) => !nombre.startsWith("Persona de demostración"))).toEqual([])
  })

  it("has the claves that the console and the examples use", () => {
    const claves = demo.personas.map(({ clave }) => clave)
    const siglas = "segob sict sre sspc stps salud bienestar sep sectur sndif ceav inmujeres inm fgr".split(
      " ",
    )
    expect(claves).toEqual(
      expect.arrayContaining([
        ...siglas.map((s) => `enlace-${s}`),
        ...["secretaria-tecnica", "presidencia", "participante-cndh", "administracion-tecnica"],
      ]),
    )
    expect(demo.canales.map(({ clave }) => clave)).toEqual([
      ...siglas,
      "secretaria-tecnica",
      "integrantes",
      "publico",
    ])
    expect(
      demo.canales.every((c) => c.clave === c.canal && c.adapter === "consola" && c.workspace === "demo"),
    ).toBe(true)
    expect(demo.cuentas.every((c) => c.usuario === c.persona && c.workspace === "demo")).toBe(true)
    expect(demo.designaciones.filter((d) => d.calidad === "suplente" && d.oficio === null)).toHaveLength(1)
  })

  it("ships the official calendar that the rules compute", () => {
    const listed = demo.inhabiles
      .filter((d) => d.ambito === "base")
      .map(({ fecha, porAcuerdo }) => ({ fecha, porAcuerdo }))
    const computed = [2024, 2025, 2026, 2027].flatMap((anio) =>
      inhabilesBase(anio).map(({ fecha, porAcuerdo }) => ({ fecha, porAcuerdo })),
    )
    expect(listed).toEqual(computed)
  })

  it("has a convened next session, with an hour and an item withdrawn", () => {
    const next = sesionDe("SO-22")
    expect(next).toMatchObject({
      estado: "convocada",
      hora: "10:00",
      etiqueta: "Vigésima Segunda Sesión Ordinaria",
    })
    expect(next.fecha && next.fecha > HOY).toBe(true)
    expect(next.puntos.filter(({ estado }) => estado === "retirado")).toHaveLength(1)
    expect(sesionDe("SO-1", "subcomision-consultiva").fecha).not.toBeNull()
  })

  it("owes something on every step of the ladder in the days to come", () => {
    const inhabiles = conjuntoBase(2026, 2027)
    const open = sesionDe("SE-1")
      .acuerdos.flatMap((a) => a.compromisos)
      .filter(({ estado }) => estado === "pendiente" || estado === "en_proceso")
      .map((c) => diasHabilesEntre(HOY, c.fechaReprogramada ?? c.fechaCompromiso ?? HOY, inhabiles))
    expect([...new Set(open)].sort((a, b) => a - b)).toEqual([-1, 1, 2, 3, 5, 6, 16])
  })

  it("has an overdue compromiso of an institution on vacation, one in review, one done and one reprogrammed", () => {
    const owed = sesionDe("SE-1").acuerdos.flatMap((a) => a.compromisos)
    const away = demo.inhabiles
      .filter((d) => d.ambito === "institucion" && d.fecha === HOY)
      .map((d) => d.institucion)
    expect(
      owed.some(
        (c) => away.includes(c.institucion) && (c.fechaCompromiso ?? HOY) < HOY && c.estado === "pendiente",
      ),
    ).toBe(true)
    expect(owed.some(({ estado }) => estado === "en_validacion")).toBe(true)
    expect(owed.some(({ estado }) => estado === "atendido")).toBe(true)
    expect(owed.some((c) => c.fechaReprogramada !== null)).toBe(true)
    expect(owed.filter((c) => c.estado === "en_proceso" && c.avances.length === 0)).toEqual([])
  })

  it.each(["2024-02-29", "2024-12-31", "2026-11-21", "2026-11-22", "2027-03-26"])(
    "can be read on any day, such as %s",
    async (hoy) => {
      const documento: DocumentoImportacion = await leerDemo(hoy)
      expect(documento.sesiones).toHaveLength(demo.sesiones.length)
    },
  )
})

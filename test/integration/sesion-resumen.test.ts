import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Conversacion, startConversacion } from "../support/conversacion.ts"

let chat: Conversacion

beforeAll(async () => {
  chat = await startConversacion()
})
afterAll(() => chat.close())

const text = async (user: string, typed: string) => (await chat.ask(user, typed)).text

/** What the press release of 16 February 2024 says, fact by fact. */
const HECHOS: readonly (readonly [string, readonly string[]])[] = [
  ["F01 place and date of release", ["Ciudad de México, a 16 de febrero de 2024"]],
  ["F02 number and type", ["Vigésimo Primera Sesión Ordinaria", "sesión ordinaria, número 21"]],
  ["F03 the body's name as printed", ["y para la Protección y Asistencia de las Víctimas de estos Delitos"]],
  ["F04 date", ["Fecha: 16 de febrero de 2024"]],
  [
    "F05 who presided",
    ["Mtro. Arturo Medina Padilla, Subsecretario de Derechos Humanos, Población y Migración"],
  ],
  ["F06 in which capacity", ["desde la representación de la presidencia de la Comisión"]],
  ["F07 nature", ["Órgano colegiado"]],
  [
    "F08 purpose",
    [
      "definir y coordinar la implementación de una política de Estado en materia de trata de personas",
      "vinculación interinstitucional en toda la República",
    ],
  ],
  [
    "F09 present",
    ["Dr. Froylán Vladimir Enciso Higuera, Titular de la Unidad para la Defensa de los Derechos Humanos"],
  ],
  [
    "F10 present, without a title",
    ["• Félix Santana Ángeles, Director General de Estrategias para la Atención de Derechos Humanos"],
  ],
  ["F11 present", ["Mtra. Daniela Gómez Romo, Directora de Desarrollo de Programas"]],
  ["F12 all of one institution", ["todos de la Secretaría de Gobernación"]],
  [
    "F13 twelve authorities, under the document's names",
    [
      "• Comunicaciones y Transportes (SICT)",
      "• Relaciones Exteriores (SRE)",
      "• Seguridad Pública y Protección Ciudadana (SSPC)",
      "• Salud\n",
      "• Trabajo y Previsión Social (STPS)",
      "• Bienestar\n",
      "• Turismo (SECTUR)",
      "• Sistema Nacional para el Desarrollo Integral de la Familia (SNDIF)",
      "• Comisión Ejecutiva de Atención a Víctimas (CEAV)",
      "• Instituto Nacional de las Mujeres (INMUJERES)",
      "• Instituto Nacional de Migración (INM)",
      "• Fiscalía General de la República (FGR)",
    ],
  ],
  [
    "F14 six groups",
    [
      "distintos órdenes de gobierno",
      "organismos públicos de defensa de derechos humanos",
      "fiscalías especializadas en materia de trata de personas",
      "sociedad civil",
      "organismos internacionales",
      "expertos académicos",
    ],
  ],
  ["F15 plenary", ["sesión plenaria"]],
  ["F16 items dealt with", ["desahogaron los diversos puntos del orden del día"]],
  [
    "F17 four streams of work",
    [
      "la Comisión Intersecretarial, su Subcomisión Consultiva, los grupos de trabajo y los proyectos nacionales",
    ],
  ],
  ["F18 theme", ["Programa Anual de Trabajo de la Comisión 2024"]],
  ["F19 theme", ["curso básico de capacitación para servidores públicos de los tres órdenes de gobierno"]],
  ["F20 theme", ["Propuestas de reforma legislativas"]],
  ["F21 outcome", ["Nuevos proyectos con impacto nacional. Se aprobaron."]],
  ["F22 theme", ["Elección de la coordinación de la Subcomisión Consultiva para 2024"]],
  ["F23 outcome", ["la Secretaría de Seguridad y Protección Ciudadana"]],
  ["F24 message", ["compromiso del gobierno de México en la lucha contra la trata de personas"]],
  ["F25 approach", ["política pública nacional e integral con enfoque de derechos humanos"]],
  ["F26 thanks", ["trabajo interinstitucional e intersectorial", "en la presente administración"]],
  ["F27 going on", ["continuar trabajando contra este flagelo"]],
  [
    "F28 agenda",
    ["agenda sólida", "acciones de prevención, atención, investigación y procuración de justicia"],
  ],
  ["F29 special programme", ["importantes acciones de un programa especial a nivel nacional"]],
]

/** What it does not say, and what its summary must not either. */
const NUNCA = [
  /unanimidad/iu,
  /ausente/iu,
  /quórum de/iu,
  /hora de inicio/iu,
  /\d{1,2}:\d{2}/u,
  /CI\/SO-21/u,
  /votos? a favor/iu,
  /mayoría/iu,
  /DEMOSTRACIÓN/u,
  /SEMUJERES|Secretaría de las Mujeres/u,
  /Secretaría Técnica/u,
  /próxima sesión/iu,
]

describe("the summary of the 21st session", () => {
  it.each(["secretaria-tecnica", "presidencia", "enlace-sre", "participante-cndh", "sin-vincular"])(
    "gives %s every recorded fact, and nothing that the press release does not say",
    async (user) => {
      const summary = await text(user, "sesion resumen 21")
      const missing = HECHOS.flatMap(([name, parts]) =>
        parts.filter((part) => !summary.includes(part)).map((part) => `${name}: ${part}`),
      )
      expect(missing).toEqual([])
      expect(NUNCA.filter((never) => never.test(summary)).map(String)).toEqual([])
    },
  )

  it("keeps what was discussed apart from what was approved or elected", async () => {
    const summary = await text("enlace-sre", "sesion resumen 21")
    const [, discussed = "", decided = ""] =
      /Se trató:\n([\s\S]*?)Se aprobó o eligió:\n([\s\S]*?)Mensaje/u.exec(summary) ?? []
    for (const topic of ["Programa Anual", "curso básico", "reforma legislativas"]) {
      expect(discussed).toContain(topic)
      expect(decided).not.toContain(topic)
    }
    for (const outcome of ["proyectos con impacto nacional", "Subcomisión Consultiva"]) {
      expect(decided).toContain(outcome)
      expect(discussed).not.toContain(outcome)
    }
  })

  it("says that SEP is not mentioned, and that SSPC has two names", async () => {
    const summary = await text("enlace-sep", "sesion resumen 21")
    expect(summary).toContain("No se menciona en el documento: Secretaría de Educación Pública (SEP).")
    expect(summary).toContain(
      "«Seguridad Pública y Protección Ciudadana» y «Secretaría de Seguridad y Protección Ciudadana» son la misma institución (SSPC).",
    )
  })

  it("leaves what is not on record to the draft of the Secretaría Técnica", async () => {
    const missing = "hora, sede, modalidad, quórum, votaciones y textos de acuerdos"
    expect(await text("enlace-sep", "sesion resumen 21")).not.toContain("quórum")
    expect(await text("secretaria-tecnica", "sesion publicar 21")).toContain(missing)
  })

  it("offers publication only to the Secretaría Técnica", async () => {
    expect(await text("secretaria-tecnica", "sesion resumen 21")).toContain("/sesion publicar SO-21")
    expect(await text("enlace-sre", "sesion resumen 21")).not.toContain("publicar")
    expect(await text("sin-vincular", "sesion resumen 21")).not.toContain("/compromiso")
  })
})

describe("summaries of other sessions", () => {
  it("labels a demonstration session, with its own acuerdos for those who may see them", async () => {
    const summary = await text("enlace-sre", "sesion resumen SE-1")
    expect(summary).toContain("DATOS DE DEMOSTRACIÓN")
    expect(summary).toContain("CI/SE-1/01/DEMO")
    expect(summary).toContain("12:00 horas (hora del centro)")
  })

  it("does not give a summary for integrantes to someone unlinked", async () => {
    const refused = await text("sin-vincular", "sesion resumen SE-1")
    expect(refused).not.toContain("CI/SE-1")
    expect(refused).not.toContain("capacitación")
    expect(refused).toContain("integrantes y participantes")
  })

  it("falls back to the last one whose summary the asker may read", async () => {
    expect(await text("enlace-sre", "sesion resumen")).toContain("Primera Sesión Extraordinaria")
    expect(await text("sin-vincular", "sesion resumen")).toContain("Vigésimo Primera Sesión Ordinaria")
  })

  it("says that a session to come has none yet", async () => {
    expect(await text("enlace-sre", "sesion resumen 22")).toContain("aún no se clausura")
  })
})

describe("the next session, the orden del día and the list", () => {
  it("tells date, hour and zone, place, days left, convocatoria and items", async () => {
    const next = await text("enlace-sre", "sesion proxima")
    for (const part of [
      "Vigésima Segunda Sesión Ordinaria",
      "jueves 27 de junio de 2024, 10:00 horas (hora del centro)",
      "12 días hábiles",
      "Sala de demostración, Ciudad de México",
      "convocada el lunes 10 de junio de 2024",
      "7 puntos; 1 retirado",
      "/sesion agenda SO-22",
      "/compromiso mios",
    ])
      expect(next).toContain(part)
  })

  it("keeps the items and the commitments from someone unlinked", async () => {
    const next = await text("sin-vincular", "sesion proxima")
    expect(next).toContain("27 de junio de 2024")
    expect(next).not.toMatch(/puntos|compromiso/u)
    expect(await text("sin-vincular", "sesion agenda 22")).not.toContain("Seguimiento de acuerdos")
  })

  it("tells the Secretaría Técnica of a sooner session of a body below", async () => {
    expect(await text("secretaria-tecnica", "sesion proxima")).toContain(
      "Antes sesiona Subcomisión Consultiva",
    )
  })

  it("shows official numbers only where they are on record, and what was withdrawn", async () => {
    const next = await text("enlace-sre", "sesion agenda")
    expect(next).toContain("1. Lista de asistencia")
    expect(next).toMatch(/6\. Modificación.*se retiró del orden del día/u)
    const last = await text("enlace-sre", "sesion agenda vigésimo primera")
    expect(last).toContain("• Programa Anual de Trabajo de la Comisión 2024")
    expect(last).not.toMatch(/^\d+\. /mu)
  })

  it("lists the known sessions when one is not known, and asks when several fit", async () => {
    const unknown = await text("enlace-sre", "sesion resumen 99")
    for (const clave of ["SO-21", "SO-22", "SE-1"]) expect(unknown).toContain(clave)
    expect(await text("enlace-sre", "sesion resumen ordinaria")).toContain("¿Qué sesión busca?")
  })
})

import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Conversacion, startConversacion } from "../support/conversacion.ts"

const ST = "secretaria-tecnica"
let chat: Conversacion
beforeAll(async () => {
  chat = await startConversacion()
})
afterAll(() => chat.close())

const comunicado = async () => (await chat.ask(ST, "/sesion comunicado SO-21")).text

/** Every fact of the release of 16 February 2024. */
const HECHOS: readonly (readonly [string, string])[] = [
  ["F01", "Ciudad de México, a 16 de febrero de 2024."],
  ["F02", "Vigésimo Primera Sesión Ordinaria de la Comisión Intersecretarial"],
  ["F03", "y para la Protección y Asistencia de las Víctimas de estos Delitos"],
  ["F04", "El 16 de febrero de 2024 el Mtro."],
  [
    "F05",
    "el Mtro. Arturo Medina Padilla, Subsecretario de Derechos Humanos, Población y Migración, presidió la",
  ],
  ["F06", "Desde la representación de la presidencia de la Comisión Intersecretarial, se reiteró"],
  ["F07", "órgano colegiado que tiene como objetivo"],
  [
    "F08",
    "definir y coordinar la implementación de una política de Estado en materia de trata de personas a través de la vinculación interinstitucional en toda la República.",
  ],
  [
    "F09",
    "del Dr. Froylán Vladimir Enciso Higuera, Titular de la Unidad para la Defensa de los Derechos Humanos",
  ],
  ["F10", "de Félix Santana Ángeles, Director General de Estrategias para la Atención de Derechos Humanos"],
  ["F11", "de la Mtra. Daniela Gómez Romo, Directora de Desarrollo de Programas"],
  ["F12", "todos de la Secretaría de Gobernación"],
  [
    "F13",
    "las y los representantes de las autoridades integrantes de este órgano colegiado, a saber: Comunicaciones y Transportes, Relaciones Exteriores, Seguridad Pública y Protección Ciudadana, Salud, Trabajo y Previsión Social, Bienestar, Turismo, Sistema Nacional para el Desarrollo Integral de la Familia, Comisión Ejecutiva de Atención a Víctimas, Instituto Nacional de las Mujeres, Instituto Nacional de Migración y Fiscalía General de la República.",
  ],
  [
    "F14",
    "distintos órdenes de gobierno, organismos públicos de defensa de derechos humanos, fiscalías especializadas en materia de trata de personas, sociedad civil, organismos internacionales y expertos académicos.",
  ],
  ["F15", "En el marco de la celebración de la sesión plenaria"],
  ["F16", "se desahogaron los diversos puntos del orden del día"],
  [
    "F17",
    "la Comisión Intersecretarial, su Subcomisión Consultiva, los grupos de trabajo y los proyectos nacionales",
  ],
  ["F18", "«Programa Anual de Trabajo de la Comisión 2024»"],
  [
    "F19",
    "«Contenido de un curso básico de capacitación para servidores públicos de los tres órdenes de gobierno»",
  ],
  ["F20", "«Propuestas de reforma legislativas»"],
  ["F21", "«Nuevos proyectos con impacto nacional»: se aprobaron."],
  ["F22", "«Elección de la coordinación de la Subcomisión Consultiva para 2024»"],
  ["F23", "asume la coordinación la Secretaría de Seguridad y Protección Ciudadana."],
  ["F24", "el compromiso del gobierno de México en la lucha contra la trata de personas"],
  ["F25", "política pública nacional e integral con enfoque de derechos humanos"],
  ["F26", "trabajo interinstitucional e intersectorial llevado a cabo en la presente administración"],
  ["F27", "continuar trabajando contra este flagelo que atenta contra la dignidad humana"],
  [
    "F28",
    "una agenda sólida que permita dar continuidad a las acciones de prevención, atención, investigación y procuración de justicia",
  ],
  ["F29", "importantes acciones de un programa especial a nivel nacional"],
]

/** What joins the facts, and the labels of the draft: words that state nothing of the session. */
const ENLACES = [
  "Comunicado (borrador): Vigésimo Primera Sesión Ordinaria",
  "Borrador: requiere aprobación de Comunicación Social",
  "Nota: Solo usted ve este borrador. Se redactó con los datos registrados; lo que no consta no se menciona.",
  "En el marco de la celebración de la sesión plenaria, ",
  "Se trataron los temas ",
  "Asimismo, se destaca la participación de ",
  "Se contó con la presencia ",
  "las y los representantes de las autoridades integrantes de este órgano colegiado, a saber: ",
  "todos de la Secretaría de Gobernación",
  "además de ",
  "Respecto de ",
  "presidió la ",
  "Ver el resumen: /sesion resumen SO-21",
]

describe("the draft of the press release", () => {
  it("carries every fact of the 21st session's release", async () => {
    const draft = await comunicado()
    expect(HECHOS.filter(([, part]) => !draft.includes(part))).toEqual([])
  })

  it("says nothing else: without what is on record and the words that join it, nothing is left", async () => {
    const { read } = chat.data
    const sesion = (await chat.sesiones()).find(({ clave }) => clave === "SO-21")
    const id = sesion?.id ?? ""
    const asistencias = await read.sesiones.asistencias(id)
    const puntos = await read.sesiones.puntos(id)
    const recorded = [
      ...(await read.sesiones.hechos(id)).map(({ texto }) => texto),
      ...asistencias.flatMap((a) => [
        a.personaNombre,
        a.personaTitulo,
        a.personaCargo,
        a.caracter,
        a.nombreEnDocumento,
      ]),
      ...puntos.flatMap(({ titulo, resultado }) => [`«${titulo}»`, resultado?.texto]),
      sesion?.nombreOrganoEnDocumento,
      sesion?.lugarYFechaDocumento,
      sesion?.etiqueta,
      "El 16 de febrero de 2024",
    ]
    const known = [...ENLACES, ...recorded.flatMap((one) => (one ? [one.replace(/\.$/u, "")] : []))]
    const left = known
      .sort((a, b) => b.length - a.length)
      .reduce((rest, one) => rest.replaceAll(one.toLowerCase(), " "), (await comunicado()).toLowerCase())
    expect(left.match(/[\p{L}\d]{4,}/gu) ?? []).toEqual([])
    expect(left).not.toMatch(/\d/u)
  })

  it("is labelled a draft that Comunicación Social must approve, and names neither the illustrative nor the missing", async () => {
    const draft = await comunicado()
    expect(draft).toContain("Borrador: requiere aprobación de Comunicación Social")
    expect(draft).not.toMatch(
      /unanimidad|CI\/SO-21|Educación Pública|SEP\b|ausente|quórum|horas|sede|mayoría|Secretaría de las Mujeres/iu,
    )
  })

  it("is for the Secretaría Técnica alone, of a session that was held", async () => {
    // And for the Presidencia, which has to authorise it.
    expect((await chat.ask("presidencia", "/sesion comunicado SO-21")).text).toContain("Arturo Medina")
    for (const user of ["enlace-sre", "sin-vincular", "administracion-tecnica"])
      expect((await chat.ask(user, "/sesion comunicado SO-21")).text).not.toContain("Arturo Medina")
    expect((await chat.ask(ST, "/sesion comunicado SO-22")).text).toContain("aún no se clausura")
  })

  it("without a session's name is of the last one that was closed", async () => {
    expect((await chat.ask(ST, "/sesion comunicado")).card.title).toContain("Comunicado (borrador)")
  })
})

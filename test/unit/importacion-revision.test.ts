import { describe, expect, it } from "vitest"
import type { DatosExistentes } from "../../src/ports/repositories/importacion.ts"
import {
  acuerdo,
  archivo,
  compromiso,
  institucion,
  NADA,
  organo,
  problemas,
  sesion,
} from "../support/archivo-importacion.ts"

const SESION = "sesiones[0]"
const COMPROMISO = "sesiones[0].acuerdos[0].compromisos[0]"
const conAcuerdos = (acuerdos: readonly object[], more: object = {}) =>
  archivo({ sesiones: [sesion({ ...more, acuerdos })] })
const conCompromiso = (campos: Record<string, unknown>, more: object = {}) =>
  conAcuerdos([acuerdo({ compromisos: [compromiso(campos)] })], more)
const titular = (campos: object = {}) => ({
  persona: "enlace-sre",
  organo: "ci",
  institucion: "SRE",
  calidad: "titular",
  desde: "2024-01-01",
  ...campos,
})

it("finds nothing wrong with a small valid file", () => {
  expect(problemas(archivo())).toEqual([])
})

const conQuorum = (quorum: object, segunda: object = {}) =>
  archivo({
    organos: [
      organo({
        perfiles: [
          { version: 1, vigente_desde: "2024-01-01", sesiones: { quorum, segunda_convocatoria: segunda } },
        ],
      }),
    ],
  })
const QUORUM = "organos[0].perfiles[0].sesiones.quorum"
const SEGUNDA = "organos[0].perfiles[0].sesiones.segunda_convocatoria"

describe("a quórum that a body writes", () => {
  it("may be a number, who presides and a number, and a composition", () => {
    const propio = { regla: "numero", numero: 3, exige_presidencia: false }
    const uno = {
      regla: "presidencia_mas_numero",
      numero: 5,
      composicion: [
        { instituciones: ["SRE"] },
        { nombre: "sector social", instituciones: ["SRE", "SALUD"], minimo: 1 },
      ],
    }
    expect(problemas(conQuorum(uno, { quorum: "propio", quorum_propio: propio }))).toEqual([])
  })

  it.each([
    ["a number that is not there", { regla: "numero" }, `${QUORUM}.numero: falta: la regla «numero»`],
    ["a number that nothing reads", { regla: "mayoria", numero: 5 }, `${QUORUM}.numero: sobra`],
    [
      "more than there are",
      { composicion: [{ instituciones: ["SRE"], minimo: 2 }] },
      `${QUORUM}.composicion[0].minimo: pide 2 de 1`,
    ],
    [
      "somebody twice",
      { composicion: [{ instituciones: ["SRE", "SRE"] }] },
      `${QUORUM}.composicion[0].instituciones: tiene siglas repetidas`,
    ],
    [
      "somebody that nobody knows",
      { composicion: [{ instituciones: ["SREE"] }] },
      `${QUORUM}.composicion[0].instituciones[0]: la institución «SREE» no existe en el archivo ni en los datos; ¿quiso decir «SRE»?`,
    ],
  ])("is refused with %s", (_what, quorum, problem) => {
    expect(problemas(conQuorum(quorum))[0]).toContain(problem)
  })

  it("of a second call of its own says which, and no other has one", () => {
    expect(problemas(conQuorum({}, { quorum: "propio" }))[0]).toContain(`${SEGUNDA}.quorum_propio: falta`)
    expect(problemas(conQuorum({}, { quorum_propio: {} }))[0]).toContain(
      `${SEGUNDA}.quorum: escriba «quorum: propio»`,
    )
  })
})

describe("references", () => {
  it("suggests what was probably meant", () => {
    expect(problemas(conCompromiso({ institucion: "SREE" }))).toEqual([
      `${COMPROMISO}.institucion: la institución «SREE» no existe en el archivo ni en los datos; ¿quiso decir «SRE»?`,
    ])
  })

  it.each([
    [
      "a body",
      archivo({ sesiones: [sesion({ organo: "otro" })] }),
      `${SESION}.organo: el órgano «otro» no existe`,
    ],
    [
      "a parent",
      archivo({ organos: [organo({ padre: "otro" })] }),
      "organos[0].padre: el órgano «otro» no existe",
    ],
    [
      "a successor",
      archivo({ instituciones: [institucion("SRE", { sucesora: "XX" }), institucion("SALUD")] }),
      "instituciones[0].sucesora: la institución «XX» no existe",
    ],
    [
      "a person",
      archivo({ cuentas: [{ adapter: "slack", workspace: "T", usuario: "U", persona: "nadie" }] }),
      "cuentas[0].persona: la persona «nadie» no existe",
    ],
    [
      "a reporter",
      conCompromiso({ avances: [{ texto: "x", persona: "nadie", registrado_en: "2024-03-01T10:00:00Z" }] }),
      `${COMPROMISO}.avances[0].persona: la persona «nadie» no existe`,
    ],
    [
      "a proposer",
      archivo({ sesiones: [sesion({ puntos: [{ titulo: "x", proponente: "XX" }] })] }),
      `${SESION}.puntos[0].proponente: la institución «XX» no existe`,
    ],
    [
      "an agenda item",
      conAcuerdos([acuerdo({ punto: 2 })], { puntos: [{ titulo: "Único" }] }),
      `${SESION}.acuerdos[0].punto: no hay punto 2; la sesión tiene 1`,
    ],
  ])("reports %s that does not exist", (_, text, expected) => {
    const found = problemas(text)
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(expected)
  })

  it("accepts what an earlier import brought", () => {
    const existing: DatosExistentes = {
      ...NADA,
      organos: [{ clave: "ci", padre: null }],
      instituciones: [{ siglas: "SRE", sucesora: null }],
    }
    const text = conCompromiso({}).replace(/organos:[\s\S]*(?=sesiones:)/, "")
    expect(problemas(text, existing)).toEqual([])
    expect(problemas(text)).toHaveLength(2)
  })

  it.each([
    [
      "an institution's channel without one",
      {
        canales: [
          {
            clave: "c",
            nombre: "c",
            adapter: "slack",
            workspace: "T",
            canal: "C",
            audiencia: "institucion",
            organo: "ci",
          },
        ],
      },
      "canales[0].institucion: falta",
    ],
    [
      "a body's day without the body",
      { inhabiles: [{ fecha: "2024-05-10", ambito: "organo", motivo: "x" }] },
      "inhabiles[0].organo: falta: el ámbito es «organo»",
    ],
    [
      "everybody's day with an institution",
      { inhabiles: [{ fecha: "2024-05-10", institucion: "SRE", motivo: "x" }] },
      "inhabiles[0].institucion: sobra: el ámbito es «base»",
    ],
    [
      "an attendance of nobody",
      { sesiones: [sesion({ asistencias: [{ calidad: "presente" }] })] },
      "sesiones[0].asistencias[0]: no dice de quién es",
    ],
  ])("asks for what belongs beside: %s", (_, lists, expected) => {
    expect(problemas(archivo(lists)).join("\n")).toContain(expected)
  })

  it("refuses bodies and successions in a circle, also through the data", () => {
    const hija = { ...organo({ clave: "hija", padre: "ci" }) }
    expect(problemas(archivo({ organos: [organo({ padre: "hija" }), hija] }))).toEqual([
      "organos[0].padre: «ci» depende de sí mismo",
      "organos[1].padre: «hija» depende de sí mismo",
    ])
    const existing = { ...NADA, instituciones: [{ siglas: "NUEVA", sucesora: "SRE" }] }
    const text = archivo({ instituciones: [institucion("SRE", { sucesora: "NUEVA" })] })
    expect(problemas(text, existing)).toEqual([
      "instituciones[0].sucesora: «SRE» resulta sucesora de sí misma",
    ])
  })
})

describe("what is written twice", () => {
  it.each([
    ["a body", { organos: [organo(), organo()] }, "organos[1].clave: «ci» ya está en organos[0]"],
    [
      "an institution",
      { instituciones: [institucion("SRE"), institucion("SRE")] },
      "instituciones[1].siglas: «SRE» ya está en instituciones[0]",
    ],
    [
      "an alias",
      {
        instituciones: [institucion("SRE", { alias: [{ texto: "Cancillería" }, { texto: "Cancillería" }] })],
      },
      "instituciones[0].alias[1].texto: «Cancillería» ya está en instituciones[0].alias[0]",
    ],
    [
      "a version of the rules",
      {
        organos: [
          organo({
            perfiles: [
              { version: 1, vigente_desde: "2024-01-01" },
              { version: 1, vigente_desde: "2025-01-01" },
            ],
          }),
        ],
      },
      "organos[0].perfiles[1].version: «1» ya está en organos[0].perfiles[0]",
    ],
    [
      "a session",
      { sesiones: [sesion(), sesion({ numero: 22 })] },
      "sesiones[1].clave: «ci / SO-21» ya está en sesiones[0]",
    ],
    [
      "a session's number",
      { sesiones: [sesion(), sesion({ clave: "SO-21B" })] },
      "sesiones[1].numero: «ci / ordinaria / 21» ya está en sesiones[0]",
    ],
    [
      "a day",
      {
        inhabiles: [
          { fecha: "2024-05-10", motivo: "a" },
          { fecha: "2024-05-10", motivo: "b" },
        ],
      },
      "inhabiles[1].fecha: «2024-05-10 / base» ya está en inhabiles[0]",
    ],
  ])("reports %s", (_, lists, expected) => {
    const found = problemas(archivo(lists))
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(expected)
  })

  it("takes two claves that people would type alike for the same one", () => {
    const found = problemas(conAcuerdos([acuerdo(), acuerdo({ clave: "ci-so-21-1-2024", numero: 2 })]))
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(
      "sesiones[0].acuerdos[1].clave: «ci so 21 1 2024» ya está en sesiones[0].acuerdos[0]",
    )
  })

  it("refuses a clave that says nothing", () => {
    expect(problemas(conAcuerdos([acuerdo({ clave: "acuerdo" })])).join()).toContain(
      "no distingue al acuerdo",
    )
  })

  it("reports two compromisos of one institution in one acuerdo, which need a clave each", () => {
    const found = problemas(conAcuerdos([acuerdo({ compromisos: [compromiso(), compromiso()] })]))
    expect(found).toEqual([
      "sesiones[0].acuerdos[0].compromisos[1].clave: «CI/SO-21/01/2024/SRE» ya está en sesiones[0].acuerdos[0].compromisos[0]",
    ])
  })
})

describe("dates that contradict each other", () => {
  const sesionDe = (campos: object) => archivo({ sesiones: [sesion({ ...campos })] })

  it.each([
    [
      "a compromiso due before its session",
      conCompromiso({ fecha_compromiso: "2024-02-15" }),
      `${COMPROMISO}.fecha_compromiso: vence (2024-02-15) antes de la sesión que lo acordó (2024-02-16)`,
    ],
    [
      "a second date before the first",
      conCompromiso({ fecha_reprogramada: "2024-02-20" }),
      `${COMPROMISO}.fecha_reprogramada: la segunda fecha (2024-02-20) debe ser posterior a la original (2024-03-01)`,
    ],
    [
      "a second date without a first",
      conCompromiso({ fecha_compromiso: null, fecha_reprogramada: "2024-03-20" }),
      `${COMPROMISO}.fecha_reprogramada: hay segunda fecha y falta la original`,
    ],
    [
      "the day on which it was done, and a state that owes it still",
      conCompromiso({ estado: "en_proceso", cumplido_el: "2024-02-20" }),
      `${COMPROMISO}.cumplido_el: dice cuándo se cumplió y su estado es en_proceso`,
    ],
    [
      "done before the session",
      conCompromiso({ estado: "atendido", cumplido_el: "2024-02-15" }),
      `${COMPROMISO}.cumplido_el: se cumplió (2024-02-15) antes de la sesión que lo acordó (2024-02-16)`,
    ],
    [
      "progress before the session",
      conCompromiso({ avances: [{ texto: "x", registrado_en: "2024-02-15T10:00:00-06:00" }] }),
      `${COMPROMISO}.avances[0].registrado_en: el avance (2024-02-15) es anterior a la sesión`,
    ],
    [
      "an end before the beginning",
      sesionDe({ hora: "12:00", hora_fin: "11:00" }),
      `${SESION}.hora_fin: la sesión termina (11:00) antes de comenzar (12:00)`,
    ],
    [
      "an hour without a date",
      sesionDe({ fecha: null, estado: "programada", hora: "12:00" }),
      `${SESION}.hora: tiene hora y no tiene fecha`,
    ],
    [
      "an hour of ending without a date",
      sesionDe({ fecha: null, estado: "programada", hora_fin: "12:00" }),
      `${SESION}.hora_fin: tiene hora y no tiene fecha`,
    ],
    [
      "a call after the session",
      sesionDe({ convocada_el: "2024-02-17" }),
      `${SESION}.convocada_el: se convocó (2024-02-17) después de la sesión (2024-02-16)`,
    ],
    [
      "a session held on no date",
      sesionDe({ fecha: null }),
      `${SESION}.fecha: falta: el estado es «clausurada»`,
    ],
    [
      "an institution that ends before it begins",
      archivo({
        instituciones: [institucion("SRE", { vigente_desde: "2025-01-01", vigente_hasta: "2024-12-31" })],
      }),
      "instituciones[0].vigente_hasta: termina (2024-12-31) antes de comenzar (2025-01-01)",
    ],
    [
      "a seat that ends before it begins",
      archivo({
        integrantes: [
          { organo: "ci", institucion: "SRE", con_voto: true, desde: "2024-02-01", hasta: "2024-01-31" },
        ],
      }),
      "integrantes[0].hasta: termina",
    ],
    [
      "a seat's terms that overlap",
      archivo({
        integrantes: [
          { organo: "ci", institucion: "SRE", con_voto: true, hasta: "2024-06-30" },
          { organo: "ci", institucion: "SRE", con_voto: true, desde: "2024-06-30" },
        ],
      }),
      "integrantes[1]: se traslapa con integrantes[0]",
    ],
    [
      "two titular persons at a time",
      archivo({
        personas: [
          { clave: "enlace-sre", nombre: "A" },
          { clave: "otra", nombre: "B" },
        ],
        designaciones: [titular({ hasta: "2024-06-30" }), titular({ persona: "otra", desde: "2024-06-30" })],
      }),
      "designaciones[1]: se traslapa con designaciones[0]: un asiento tiene una persona titular a la vez",
    ],
  ])("reports %s", (_, text, expected) => {
    const found = problemas(text)
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(expected)
  })

  it("accepts two terms that touch without overlapping", () => {
    const designaciones = [titular({ hasta: "2024-06-30" }), titular({ desde: "2024-07-01" })]
    expect(problemas(archivo({ designaciones }))).toEqual([])
  })
})

describe("what contradicts the data", () => {
  const canal = {
    clave: "nuevo",
    nombre: "n",
    adapter: "slack",
    workspace: "T",
    canal: "C1",
    audiencia: "integrantes",
    organo: "ci",
  }
  const lugar = { adapter: "slack", workspace: "T", canal: "C1" }

  it("refuses a channel that another clave has", () => {
    const existing: DatosExistentes = { ...NADA, canales: [{ organo: "ci", clave: "sre", ...lugar }] }
    expect(problemas(archivo({ canales: [canal] }), existing)).toEqual([
      "canales[0].canal: ya está registrado con la clave «sre»",
    ])
  })

  it("refuses to take a channel from another body, whatever its clave, and says how it is done", () => {
    const existing: DatosExistentes = { ...NADA, canales: [{ organo: "otro", clave: "nuevo", ...lugar }] }
    expect(problemas(archivo({ canales: [canal] }), existing)).toEqual([
      "canales[0].canal: ya está registrado con la clave «nuevo» del órgano «otro»; para pasarlo a «ci», importe antes aquel con otro «canal» y «activo: false»",
    ])
  })

  it("takes claves that another body has too, of channels and of compromisos", () => {
    const existing: DatosExistentes = {
      ...NADA,
      canales: [{ organo: "otro", clave: "nuevo", ...lugar, canal: "C2" }],
      compromisos: [
        {
          clave: "CI/SO-21/01/2024/SRE",
          organo: "otro",
          acuerdo: "CI/SO-20/09/2023",
          estado: "atendido",
          fechaReprogramada: null,
          reprogramaciones: 0,
          prorrogaPedida: null,
          porPersonas: true,
        },
      ],
    }
    expect(problemas(archivo({ canales: [canal] }), existing)).toEqual([])
    expect(problemas(conCompromiso({}), existing)).toEqual([])
  })

  it("refuses a titular person beside the recorded one, and accepts both once the first one ends", () => {
    const existing: DatosExistentes = {
      ...NADA,
      titulares: [
        { persona: "anterior", organo: "ci", institucion: "SRE", desde: "2023-01-01", hasta: null },
      ],
    }
    expect(problemas(archivo({ designaciones: [titular()] }), existing).join()).toContain(
      "se traslapa con la titularidad ya registrada de «anterior» desde 2023-01-01",
    )
    const both = archivo({
      personas: [
        { clave: "enlace-sre", nombre: "A" },
        { clave: "anterior", nombre: "B" },
      ],
      designaciones: [titular(), titular({ persona: "anterior", desde: "2023-01-01", hasta: "2023-12-31" })],
    })
    expect(problemas(both, existing)).toEqual([])
  })

  it("refuses a list shorter than the recorded one: its old end would stay", () => {
    const existing: DatosExistentes = {
      ...NADA,
      sesiones: [
        {
          organo: "ci",
          clave: "SO-21",
          estado: "clausurada",
          porPersonas: false,
          hechos: 3,
          asistencias: 2,
          puntos: 1,
        },
      ],
    }
    const hechos = [{ seccion: "mensaje", texto: "Uno" }]
    expect(problemas(archivo({ sesiones: [sesion({ hechos })] }), existing).join()).toContain(
      "sesiones[0].hechos: tiene 1 y los datos ya tienen 3; una importación no borra",
    )
  })

  it("refuses an acuerdo's clave of another session, or written in another way, and a compromiso of another acuerdo", () => {
    const recorded = {
      organo: "ci",
      sesion: "SO-20",
      clave: "CI/SO-21/01/2024",
      claveNormalizada: "ci so 21 1 2024",
    }
    expect(problemas(conAcuerdos([acuerdo()]), { ...NADA, acuerdos: [recorded] }).join()).toContain(
      "«CI/SO-21/01/2024» ya está registrada en la sesión SO-20",
    )
    const loose = { ...recorded, sesion: "SO-21", clave: "CI-SO-21-1-2024" }
    expect(problemas(conAcuerdos([acuerdo()]), { ...NADA, acuerdos: [loose] }).join()).toContain(
      "se confunde con «CI-SO-21-1-2024», ya registrada",
    )
    const owed = {
      clave: "CI/SO-21/01/2024/SRE",
      organo: "ci",
      acuerdo: "CI/SO-20/09/2023",
      estado: "pendiente",
      fechaReprogramada: null,
      reprogramaciones: 0,
      prorrogaPedida: null,
      porPersonas: false,
    } as const
    expect(problemas(conCompromiso({}), { ...NADA, compromisos: [owed] }).join()).toContain(
      "«CI/SO-21/01/2024/SRE» ya está registrada en el acuerdo CI/SO-20/09/2023",
    )
  })

  it("refuses to end, or to move by itself, what somebody asked another date for and nobody answered", () => {
    const pedida = {
      clave: "CI/SO-21/01/2024/SRE",
      organo: "ci",
      acuerdo: "CI/SO-21/01/2024",
      estado: "en_proceso",
      fechaReprogramada: null,
      reprogramaciones: 0,
      prorrogaPedida: "2024-07-15",
      porPersonas: true,
    } as const
    const con = (campos: Readonly<Record<string, unknown>>) =>
      problemas(conCompromiso(campos), { ...NADA, compromisos: [pedida] }).join()
    const dice = "tiene una prórroga por decidir: respóndala antes en el chat"
    expect(con({ estado: "atendido" })).toContain(dice)
    expect(con({ estado: "en_proceso", fecha_reprogramada: "2024-03-20" })).toContain(dice)
    expect(con({ estado: "en_proceso" })).toBe("")
  })
})

import { describe, expect, it } from "vitest"
import type { Calidad } from "../../src/domain/tipos/directorio.ts"
import type { Difusion } from "../../src/domain/tipos/registro.ts"
import type { EstadoSesion } from "../../src/domain/tipos/sesion.ts"
import type { Actor } from "../../src/domain/visibilidad/actor.ts"
import {
  calidades,
  esSecretariaTecnica,
  institucionesDe,
  preside,
  puedeLeerBitacora,
  soloVigila,
  veAcuerdo,
  veCompromiso,
  veCompromisoCompleto,
  veOrdenDelDia,
  vePunto,
  veResumen,
  veSesion,
  veVotacion,
} from "../../src/domain/visibilidad/visibilidad.ts"

const ORGANO = "ci-trata"

type Vinculado = Extract<Actor, { kind: "vinculado" }>

function con(calidad: Calidad, institucionId: string | null, organoId = ORGANO): Vinculado {
  const persona = { id: "p", clave: "p", nombre: "P", titulo: null, cargo: null, origen: "demo" } as const
  const post = {
    id: "d",
    personaId: "p",
    organoId,
    institucionId,
    calidad,
    oficio: null,
    desde: "2024-01-01",
    hasta: null,
  }
  return { kind: "vinculado", persona, designaciones: [post] }
}

const ACTORES = {
  secretaria: con("secretaria_tecnica", "segob"),
  presidencia: con("presidencia", "segob"),
  suplePresidencia: { ...con("suplente", "segob"), suplePresidencia: [ORGANO] },
  titular: con("titular", "sre"),
  suplente: con("suplente", "sre"),
  enlace: con("enlace", "sre"),
  participante: con("participante", "cndh"),
  invitada: con("invitado_especial", "onu"),
  control: con("organo_interno_de_control", "segob"),
  transparencia: con("unidad_de_transparencia", "segob"),
  tecnica: con("administracion_tecnica", null),
  ajeno: con("secretaria_tecnica", "segob", "otro-organo"),
  nadie: { kind: "sin_vincular" },
} satisfies Record<string, Actor>
type Quien = keyof typeof ACTORES

const sesion = (difusion: Difusion, estado: EstadoSesion) => ({
  organoId: ORGANO,
  difusion,
  estado,
  convocadaEl: null,
})

/** Who sees it, of everyone there is: what is not named here is denied. */
function quienes(ve: (actor: Actor) => boolean): readonly Quien[] {
  return (Object.keys(ACTORES) as Quien[]).filter((quien) => ve(ACTORES[quien]))
}

const CONDUCEN: readonly Quien[] = ["secretaria", "presidencia", "suplePresidencia"]
const INTEGRANTES: readonly Quien[] = [...CONDUCEN, "titular", "suplente", "enlace"]
const ORGANO_ENTERO: readonly Quien[] = [...INTEGRANTES, "participante"]
const TODO_EL_MUNDO = Object.keys(ACTORES) as Quien[]
const NADIE: readonly Quien[] = []

describe("permission table", () => {
  it.each([
    ["interna", "convocada", CONDUCEN],
    ["interna", "clausurada", CONDUCEN],
    ["integrantes", "programada", ORGANO_ENTERO],
    ["integrantes", "convocada", ORGANO_ENTERO],
    ["integrantes", "clausurada", TODO_EL_MUNDO],
    ["publica", "convocada", TODO_EL_MUNDO],
    ["publica", "clausurada", TODO_EL_MUNDO],
  ] as const)("session %s and %s: date, type, number and place", (difusion, estado, who) => {
    expect(quienes((actor) => veSesion(actor, sesion(difusion, estado)))).toEqual(who)
  })

  it.each([
    ["interna", "convocada", CONDUCEN],
    ["interna", "clausurada", CONDUCEN],
    ["integrantes", "programada", CONDUCEN],
    ["integrantes", "diferida", CONDUCEN],
    ["integrantes", "convocada", ORGANO_ENTERO],
    ["integrantes", "clausurada", ORGANO_ENTERO],
    ["publica", "programada", CONDUCEN],
    ["publica", "convocada", ORGANO_ENTERO],
    ["publica", "clausurada", ORGANO_ENTERO],
  ] as const)("session %s and %s: orden del día as a whole", (difusion, estado, who) => {
    expect(quienes((actor) => veOrdenDelDia(actor, sesion(difusion, estado)))).toEqual(who)
  })

  it.each([
    ["interna", "publica", "clausurada", CONDUCEN],
    ["publica", "publica", "programada", CONDUCEN],
    ["integrantes", "publica", "convocada", ORGANO_ENTERO],
    ["integrantes", "publica", "clausurada", ORGANO_ENTERO],
    ["publica", "publica", "convocada", TODO_EL_MUNDO],
    ["publica", "integrantes", "convocada", ORGANO_ENTERO],
    ["publica", "integrantes", "clausurada", TODO_EL_MUNDO],
    ["publica", "interna", "clausurada", CONDUCEN],
  ] as const)("item %s in a session %s and %s", (difusion, deSesion, estado, who) => {
    const punto = { difusion, institucionProponenteId: null }
    expect(quienes((actor) => vePunto(actor, punto, sesion(deSesion, estado)))).toEqual(who)
  })

  it.each([
    ["publica", "convocada", "published", NADIE],
    ["publica", "instalada", "published", NADIE],
    ["publica", "clausurada", "published", TODO_EL_MUNDO],
    ["publica", "clausurada", "not published", CONDUCEN],
    ["integrantes", "clausurada", "published", ORGANO_ENTERO],
    ["integrantes", "clausurada", "not published", CONDUCEN],
    ["interna", "clausurada", "published", CONDUCEN],
  ] as const)("summary of a session %s and %s, %s", (difusion, estado, publicado, who) => {
    expect(quienes((actor) => veResumen(actor, sesion(difusion, estado), publicado === "published"))).toEqual(
      who,
    )
  })

  it.each([
    ["interna", "integrantes", CONDUCEN],
    ["integrantes", "interna", CONDUCEN],
    ["integrantes", "integrantes", INTEGRANTES],
    ["publica", "publica", INTEGRANTES],
  ] as const)("vote %s of a session %s: whoever has only a voice sees none", (difusion, deSesion, who) => {
    expect(quienes((actor) => veVotacion(actor, { difusion }, sesion(deSesion, "instalada")))).toEqual(who)
  })

  it.each([
    ["interna", "clausurada", CONDUCEN],
    ["integrantes", "instalada", CONDUCEN],
    ["publica", "instalada", CONDUCEN],
    ["integrantes", "clausurada", INTEGRANTES],
    ["publica", "clausurada", TODO_EL_MUNDO],
  ] as const)("acuerdo %s of a session %s", (difusion, estado, who) => {
    const acuerdo = { organoId: ORGANO, difusion }
    expect(quienes((actor) => veAcuerdo(actor, acuerdo, { sesion: { estado } }))).toEqual(who)
  })

  it("shows an acuerdo to a participant whose institution answers for it", () => {
    const acuerdo = { organoId: ORGANO, difusion: "integrantes" } as const
    expect(quienes((actor) => veAcuerdo(actor, acuerdo, { responsables: ["cndh"] }))).toEqual(ORGANO_ENTERO)
    expect(quienes((actor) => veAcuerdo(actor, acuerdo, { responsables: ["otra"] }))).toEqual(INTEGRANTES)
  })

  it("shows a compromiso in full only to who owes it, the Secretaría Técnica and the Presidencia", () => {
    const ve = (institucionId: string | null) =>
      quienes((actor) => veCompromisoCompleto(actor, { institucionId }, ORGANO))
    expect(ve("sre")).toEqual(INTEGRANTES)
    expect(ve("onu")).toEqual(CONDUCEN)
    expect(ve("salud")).toEqual(CONDUCEN)
    expect(ve("cndh")).toEqual([...CONDUCEN, "participante"])
    expect(ve(null)).toEqual(CONDUCEN)
  })

  it("shows clave, institution, date and state of a compromiso to the whole body and nobody else", () => {
    expect(quienes((actor) => veCompromiso(actor, ORGANO))).toEqual(ORGANO_ENTERO)
  })
})

describe("whoever watches over the body from outside it", () => {
  it("reads its log, as those who conduct it do, and no one else does", () => {
    expect(quienes((actor) => puedeLeerBitacora(actor, ORGANO))).toEqual([
      ...CONDUCEN,
      "control",
      "transparencia",
    ])
  })

  it("reads nothing but that, unless another post of theirs in the body grants it", () => {
    expect(quienes((actor) => soloVigila(actor, ORGANO))).toEqual(["control", "transparencia"])
    const { control, enlace } = ACTORES
    if (control.kind !== "vinculado" || enlace.kind !== "vinculado") throw new Error("both are linked")
    const ambos = { ...control, designaciones: [...control.designaciones, ...enlace.designaciones] }
    expect(soloVigila(ambos, ORGANO)).toBe(false)
    expect(puedeLeerBitacora(ambos, ORGANO)).toBe(true)
  })

  it("and who stands in for the presidencia does so in that body alone", () => {
    expect(quienes((actor) => preside(actor, ORGANO))).toEqual(["presidencia", "suplePresidencia"])
    expect(quienes((actor) => preside(actor, "otro-organo"))).toEqual([])
  })
})

describe("capacities", () => {
  it("count only in the body that granted them", () => {
    expect([...calidades(ACTORES.ajeno, ORGANO)]).toEqual([])
    expect(esSecretariaTecnica(ACTORES.ajeno, ORGANO)).toBe(false)
    expect(esSecretariaTecnica(ACTORES.secretaria, ORGANO)).toBe(true)
    expect(esSecretariaTecnica(ACTORES.presidencia, ORGANO)).toBe(false)
    expect(calidades(ACTORES.nadie, ORGANO).size).toBe(0)
  })

  it("name each institution once, and none for who only runs the bot", () => {
    const { titular, enlace } = ACTORES
    if (titular.kind !== "vinculado" || enlace.kind !== "vinculado") throw new Error("both are linked")
    const both: Actor = { ...titular, designaciones: [...titular.designaciones, ...enlace.designaciones] }
    expect(institucionesDe(both, ORGANO)).toEqual(["sre"])
    expect(institucionesDe(con("administracion_tecnica", "segob"), ORGANO)).toEqual([])
    expect(institucionesDe(ACTORES.nadie, ORGANO)).toEqual([])
  })
})

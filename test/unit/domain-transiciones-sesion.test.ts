import { describe, expect, it } from "vitest"
import {
  type ActoAsistencia,
  type ActoDeshacible,
  type ActoSesion,
  actosPosibles,
  type Dependencia,
  deshacerActo,
  esEstadoPrevio,
  transicionSesion,
} from "../../src/domain/sesion/transiciones.ts"
import type { EstadoSesion } from "../../src/domain/tipos/sesion.ts"

const follow = (...acts: readonly ActoSesion[]) =>
  acts.reduce<EstadoSesion | ActoSesion>((state, act) => {
    const next = transicionSesion(act, state as EstadoSesion)
    return next.kind === "permitida" ? next.estado : act
  }, "programada")

describe("the life of a session", () => {
  it("goes from its convocatoria to its clausura", () => {
    expect(follow("editar", "convocar", "rectificar", "instalar", "recesar", "reanudar", "clausurar")).toBe(
      "clausurada",
    )
  })

  it("without quórum goes on with a second call", () => {
    expect(follow("convocar", "declarar_sin_quorum", "segunda_convocatoria", "instalar")).toBe("instalada")
  })

  it("may be deferred and convened again, or cancelled", () => {
    expect(follow("convocar", "diferir", "convocar")).toBe("convocada")
    expect(follow("convocar", "diferir", "cancelar")).toBe("cancelada")
  })

  it.each<[ActoSesion, EstadoSesion]>([
    ["convocar", "convocada"],
    ["instalar", "programada"],
    ["clausurar", "convocada"],
    ["editar", "convocada"],
    ["cancelar", "instalada"],
    ["rectificar", "clausurada"],
  ])("refuses to %s one that is %s, and says from where it could", (act, state) => {
    const refused = transicionSesion(act, state)
    expect(refused.kind).toBe("fuera_de_estado")
    if (refused.kind === "fuera_de_estado") expect(refused.desde.length).toBeGreaterThan(0)
  })

  it("ends with nothing more to do", () => {
    expect(actosPosibles("clausurada")).toEqual([])
    expect(actosPosibles("cancelada")).toEqual([])
  })
})

const ESTADOS: readonly EstadoSesion[] = [
  "programada",
  "convocada",
  "diferida",
  "cancelada",
  "sin_quorum",
  "instalada",
  "receso",
  "clausurada",
]
/** Every act and the states in which it can be, each with the state that follows. */
const SIGUE: Readonly<Record<ActoSesion, Partial<Record<EstadoSesion, EstadoSesion>>>> = {
  editar: { programada: "programada", diferida: "diferida" },
  convocar: { programada: "convocada", diferida: "convocada" },
  rectificar: { convocada: "convocada" },
  diferir: { programada: "diferida", convocada: "diferida" },
  cancelar: { programada: "cancelada", convocada: "cancelada", diferida: "cancelada" },
  instalar: { convocada: "instalada" },
  declarar_sin_quorum: { convocada: "sin_quorum" },
  segunda_convocatoria: { sin_quorum: "convocada" },
  recesar: { instalada: "receso" },
  reanudar: { receso: "instalada" },
  clausurar: { instalada: "clausurada", receso: "clausurada" },
}

describe("every act in every state", () => {
  const casos = (Object.keys(SIGUE) as ActoSesion[]).flatMap((acto) =>
    ESTADOS.map((estado) => ({ acto, estado })),
  )
  it.each(casos)("$acto, when it is $estado", ({ acto, estado }) => {
    const sigue = SIGUE[acto][estado]
    expect(transicionSesion(acto, estado)).toEqual(
      sigue === undefined
        ? { kind: "fuera_de_estado", desde: Object.keys(SIGUE[acto]) }
        : { kind: "permitida", estado: sigue },
    )
    expect(actosPosibles(estado).includes(acto)).toBe(sigue !== undefined)
  })
})

describe("taking an act back", () => {
  const SENTADA = ["convocada", "instalada", "receso"] as const
  /** Until when, and what done since keeps it from being taken back. */
  const TABLA: readonly (readonly [
    ActoDeshacible | ActoAsistencia,
    readonly EstadoSesion[],
    readonly Dependencia[],
  ])[] = [
    ["cancelar", ["cancelada"], ["fecha_pasada"]],
    ["declarar_sin_quorum", ["sin_quorum"], []],
    ["instalar", ["instalada"], ["punto", "acuerdo", "votacion"]],
    ["recesar", ["receso"], []],
    ["reanudar", ["instalada"], ["punto", "acuerdo", "votacion"]],
    ["clausurar", ["clausurada"], ["publicacion", "continuacion"]],
    ["llegada", SENTADA, ["instalacion", "voto", "votacion_cerrada"]],
    ["salida", SENTADA, ["votacion_cerrada"]],
  ]
  const TODAS: readonly Dependencia[] = [
    ...(["punto", "acuerdo", "votacion", "publicacion", "continuacion", "fecha_pasada"] as const),
    ...(["instalacion", "voto", "votacion_cerrada"] as const),
  ]
  const casos = TABLA.flatMap(([acto, mientras, impiden]) =>
    ESTADOS.map((estado) => ({ acto, estado, cabe: mientras.includes(estado), impiden })),
  )

  it.each(casos)("$acto, when the session is $estado: $cabe", ({ acto, estado, cabe, impiden }) => {
    const libre = deshacerActo(acto, estado, new Set())
    expect(libre.kind).toBe(cabe ? "permitido" : "fuera_de_estado")
    for (const una of TODAS) {
      const atada = deshacerActo(acto, estado, new Set([una]))
      if (!cabe) expect(atada.kind).toBe("fuera_de_estado")
      else
        expect(atada).toEqual(impiden.includes(una) ? { kind: "depende", de: [una] } : { kind: "permitido" })
    }
  })

  it.each(["cancelar", "instalar", "declarar_sin_quorum", "recesar", "reanudar", "clausurar"] as const)(
    "%s gives back only a state from which it could have been done",
    (acto) => {
      for (const estado of ESTADOS) expect(esEstadoPrevio(acto, estado)).toBe(estado in SIGUE[acto])
    },
  )
})

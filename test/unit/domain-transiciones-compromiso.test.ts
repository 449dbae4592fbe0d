import { describe, expect, it } from "vitest"
import {
  type ActoCompromiso,
  type Impedimento,
  type PedidoCompromiso,
  puedeInformar,
  transicionCompromiso,
} from "../../src/domain/compromiso/transiciones.ts"
import { REGLAS_SESION_USUALES } from "../../src/domain/reglas/reglas-sesion.ts"
import type { Compromiso, EstadoCompromiso } from "../../src/domain/tipos/compromiso.ts"
import type { Calidad } from "../../src/domain/tipos/directorio.ts"
import type { Actor } from "../../src/domain/visibilidad/actor.ts"

const persona = (calidad: Calidad, institucionId: string): Actor => ({
  kind: "vinculado",
  persona: { id: "p", clave: "p", nombre: "Persona", titulo: null, cargo: null, origen: "registro" },
  designaciones: [
    {
      id: "d",
      personaId: "p",
      organoId: "o",
      institucionId,
      calidad,
      oficio: null,
      desde: "2024-01-01",
      hasta: null,
    },
  ],
})
const ST = persona("secretaria_tecnica", "segob")
const ENLACE = persona("enlace", "sre")
const AJENO = persona("enlace", "salud")

const compromiso = (cambios: Partial<Compromiso> = {}) => ({
  estado: "pendiente" as const,
  institucionId: "sre",
  fechaCompromiso: "2024-04-03",
  fechaReprogramada: null,
  reprogramaciones: 0,
  prorrogaPedida: null,
  corresponsables: [],
  ...cambios,
})
const pedido = (acto: ActoCompromiso, cambios: Partial<PedidoCompromiso> = {}): PedidoCompromiso => ({
  acto,
  actor: ST,
  organoId: "o",
  reglas: REGLAS_SESION_USUALES.acuerdos,
  hoy: "2024-03-20",
  fecha: ["reprogramar", "prorroga", "conceder_prorroga"].includes(acto) ? "2024-06-28" : null,
  esperaSesion: false,
  ...cambios,
})

const SIGUE: Readonly<Record<ActoCompromiso, Partial<Record<EstadoCompromiso, EstadoCompromiso>>>> = {
  avance: { pendiente: "en_proceso", en_proceso: "en_proceso", permanente: "permanente" },
  cumplido: { pendiente: "en_validacion", en_proceso: "en_validacion" },
  validar: { en_validacion: "atendido" },
  devolver: { en_validacion: "en_proceso" },
  reprogramar: { pendiente: "pendiente", en_proceso: "en_proceso" },
  prorroga: { pendiente: "pendiente", en_proceso: "en_proceso" },
  retirar_prorroga: { pendiente: "pendiente", en_proceso: "en_proceso" },
  conceder_prorroga: { pendiente: "pendiente", en_proceso: "en_proceso" },
  negar_prorroga: { pendiente: "pendiente", en_proceso: "en_proceso" },
  cadencia: { pendiente: "pendiente", en_proceso: "en_proceso", permanente: "permanente" },
  corresponsables: { pendiente: "pendiente", en_proceso: "en_proceso", permanente: "permanente" },
  reasignar: { pendiente: "pendiente", en_proceso: "en_proceso", permanente: "permanente" },
  cancelar: { pendiente: "cancelado", en_proceso: "cancelado", en_validacion: "cancelado" },
}
const ESTADOS: readonly EstadoCompromiso[] = [
  ...(["pendiente", "en_proceso", "en_validacion", "atendido", "cancelado", "permanente"] as const),
]
const ACTOS = Object.keys(SIGUE) as readonly ActoCompromiso[]
/** As it stands when the act is possible: something was asked for, or nothing was. */
const pedida = (acto: ActoCompromiso) =>
  /^(?:retirar|conceder|negar)_/.test(acto) ? { prorrogaPedida: "2024-06-28" } : {}

describe("an act on a compromiso", () => {
  const casos = ACTOS.flatMap((acto) => ESTADOS.map((estado) => ({ acto, estado })))
  it.each(casos)("$acto, when it is $estado", ({ acto, estado }) => {
    const hasta = SIGUE[acto][estado]
    expect(transicionCompromiso(pedido(acto), compromiso({ estado, ...pedida(acto) }))).toEqual(
      hasta === undefined ? { kind: "fuera_de_estado", estado } : { kind: "permitida", estado: hasta },
    )
  })

  it.each(ACTOS)(
    "%s is of whoever owes it or of the Secretaría Técnica, never of another institution",
    (acto) => {
      const informa = ["avance", "cumplido", "prorroga", "retirar_prorroga"].includes(acto)
      const debe = acto === "avance" ? "por_corresponsable" : "por_institucion"
      const quien = informa ? debe : "secretaria_tecnica"
      const estado = acto === "validar" || acto === "devolver" ? "en_validacion" : "pendiente"
      const de = (actor: Actor) =>
        transicionCompromiso(pedido(acto, { actor }), compromiso({ estado, ...pedida(acto) }))
      expect(de(AJENO)).toEqual({ kind: "no_autorizado", quien })
      expect(de(ENLACE).kind).toBe(informa ? "permitida" : "no_autorizado")
      expect(de(ST).kind).toBe("permitida")
    },
  )

  it("of those that contribute to it is to report progress, and nothing else", () => {
    const pueden = ACTOS.filter((acto) => {
      const estado = acto === "validar" || acto === "devolver" ? "en_validacion" : "pendiente"
      const de = compromiso({ estado, corresponsables: ["salud"], ...pedida(acto) })
      return transicionCompromiso(pedido(acto, { actor: AJENO }), de).kind === "permitida"
    })
    expect(pueden).toEqual(["avance"])
  })

  it("is of whoever succeeded the one that owes it too, and of no other successor", () => {
    const sucesora = (antecesora: string): Actor => ({
      ...(AJENO as Extract<Actor, { kind: "vinculado" }>),
      sucesiones: [{ antecesora, sucesora: "salud" }],
    })
    const de = (actor: Actor) => transicionCompromiso(pedido("cumplido", { actor }), compromiso()).kind
    expect([de(sucesora("sre")), de(sucesora("stps"))]).toEqual(["permitida", "no_autorizado"])
  })

  it("is spoken of by whoever owes it", () => {
    expect([ST, ENLACE, AJENO].map((actor) => puedeInformar(compromiso(), actor, "o"))).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe("whom it is entrusted to", () => {
  it("is one institution before others contribute to it", () => {
    expect(transicionCompromiso(pedido("corresponsables"), compromiso({ institucionId: null }))).toEqual({
      kind: "impedido",
      porque: { kind: "sin_responsable" },
    })
  })

  const a = (id: string, yaDebe: string | null = null) =>
    transicionCompromiso(
      pedido("reasignar", { destino: { institucion: { id, siglas: id.toUpperCase() }, yaDebe } }),
      compromiso(),
    )

  it("is another institution, which owes nothing else of the same agreement", () => {
    expect(a("salud")).toEqual({ kind: "permitida", estado: "pendiente" })
    const no = (porque: Impedimento) => ({ kind: "impedido", porque })
    expect(a("sre")).toEqual(no({ kind: "misma_institucion", siglas: "SRE" }))
    expect(a("salud", "A3/SALUD")).toEqual(no({ kind: "ya_responde", siglas: "SALUD", clave: "A3/SALUD" }))
  })
})

describe("a new date", () => {
  const de = (reprogramaciones: number, hechas: number, fecha: string | null = "2024-06-28") =>
    transicionCompromiso(
      pedido("reprogramar", { fecha, reglas: { ...REGLAS_SESION_USUALES.acuerdos, reprogramaciones } }),
      compromiso({ reprogramaciones: hechas, fechaReprogramada: hechas > 0 ? "2024-05-15" : null }),
    )

  it.each([
    { permitidas: 0, hechas: 0, cabe: false },
    { permitidas: 1, hechas: 0, cabe: true },
    { permitidas: 1, hechas: 1, cabe: false },
    { permitidas: 2, hechas: 1, cabe: true },
    { permitidas: 2, hechas: 2, cabe: false },
    // The rule was made stricter since.
    { permitidas: 1, hechas: 3, cabe: false },
  ])("$hechas given of $permitidas that the profile allows: $cabe", ({ permitidas, hechas, cabe }) => {
    expect(de(permitidas, hechas)).toEqual(
      cabe
        ? { kind: "permitida", estado: "pendiente" }
        : { kind: "impedido", porque: { kind: "agotadas", permitidas } },
    )
  })

  it("comes after the one that holds, original or not", () => {
    const no = (rige: string) => ({ kind: "impedido", porque: { kind: "no_posterior", rige } })
    expect(de(2, 0, "2024-04-03")).toEqual(no("2024-04-03"))
    expect(de(2, 0, "2024-04-04").kind).toBe("permitida")
    expect(de(2, 1, "2024-05-15")).toEqual(no("2024-05-15"))
    expect(de(2, 1, null).kind).toBe("permitida")
  })

  it("is not given to one that has none: the original would be lost", () => {
    const sinFecha = compromiso({ fechaCompromiso: null })
    expect(transicionCompromiso(pedido("reprogramar"), sinFecha)).toEqual({
      kind: "impedido",
      porque: { kind: "sin_fecha_original" },
    })
  })
})

describe("another date that an institution asks for", () => {
  const intenta = (
    acto: ActoCompromiso,
    cambios: Partial<PedidoCompromiso> = {},
    de: Partial<Compromiso> = {},
  ) => transicionCompromiso(pedido(acto, cambios), compromiso({ ...pedida(acto), ...de }))
  const no = (porque: Impedimento) => ({ kind: "impedido", porque })

  it("waits alone: neither a second one is asked for nor the date moved before it is answered", () => {
    const de = { prorrogaPedida: "2024-06-28" }
    for (const acto of ["prorroga", "reprogramar"] as const)
      expect(intenta(acto, {}, de)).toEqual(no({ kind: "ya_pedida", propuesta: "2024-06-28" }))
    expect(intenta("avance", {}, de).kind).toBe("permitida")
  })

  it("is answered only while it waits", () => {
    for (const acto of ["conceder_prorroga", "negar_prorroga", "retirar_prorroga"] as const)
      expect(intenta(acto, {}, { prorrogaPedida: null })).toEqual(no({ kind: "ninguna_pedida" }))
  })

  it("is to come, after the one that holds, and as far as the body's rules allow", () => {
    const reglas = { ...REGLAS_SESION_USUALES.acuerdos, prorrogaDias: 30 }
    const hoy = "2024-04-20"
    for (const acto of ["prorroga", "conceder_prorroga"] as const) {
      expect(intenta(acto, { fecha: "2024-04-03", hoy })).toEqual(
        no({ kind: "no_posterior", rige: "2024-04-03" }),
      )
      expect(intenta(acto, { fecha: hoy, hoy })).toEqual(no({ kind: "pasada" }))
      expect(intenta(acto, { fecha: "2024-05-03", hoy, reglas }).kind).toBe("permitida")
      expect(intenta(acto, { fecha: "2024-05-04", hoy, reglas })).toEqual(
        no({ kind: "lejana", hasta: "2024-05-03" }),
      )
    }
    expect(intenta("reprogramar", { fecha: "2024-05-04", hoy, reglas }).kind).toBe("impedido")
    expect(intenta("reprogramar", { fecha: "2024-04-04", hoy }).kind, "a decision of before").toBe(
      "permitida",
    )
  })

  it("is not asked for where as many were given as the rules allow; what waits can still be refused", () => {
    const agotadas = { reprogramaciones: 1, fechaReprogramada: "2024-05-01" }
    expect(intenta("prorroga", {}, agotadas)).toEqual(no({ kind: "agotadas", permitidas: 1 }))
    expect(intenta("conceder_prorroga", {}, agotadas)).toEqual(no({ kind: "agotadas", permitidas: 1 }))
    expect(intenta("negar_prorroga", {}, agotadas).kind).toBe("permitida")
  })

  it("that the plenary decides is answered after it has met; it can be taken back before", () => {
    for (const acto of ["conceder_prorroga", "negar_prorroga"] as const) {
      expect(intenta(acto, { esperaSesion: true })).toEqual(no({ kind: "espera_sesion" }))
      expect(intenta(acto).kind).toBe("permitida")
    }
    expect(intenta("retirar_prorroga", { esperaSesion: true }).kind).toBe("permitida")
  })
})

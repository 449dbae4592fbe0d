import { describe, expect, it } from "vitest"
import {
  type ActoCompromiso,
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
  ...cambios,
})
const pedido = (acto: ActoCompromiso, cambios: Partial<PedidoCompromiso> = {}): PedidoCompromiso => ({
  acto,
  actor: ST,
  organoId: "o",
  reglas: REGLAS_SESION_USUALES.acuerdos,
  fecha: acto === "reprogramar" ? "2024-06-28" : null,
  ...cambios,
})

const SIGUE: Readonly<Record<ActoCompromiso, Partial<Record<EstadoCompromiso, EstadoCompromiso>>>> = {
  avance: { pendiente: "en_proceso", en_proceso: "en_proceso" },
  cumplido: { pendiente: "en_validacion", en_proceso: "en_validacion" },
  validar: { en_validacion: "atendido" },
  devolver: { en_validacion: "en_proceso" },
  reprogramar: { pendiente: "pendiente", en_proceso: "en_proceso" },
  cancelar: { pendiente: "cancelado", en_proceso: "cancelado", en_validacion: "cancelado" },
}
const ESTADOS: readonly EstadoCompromiso[] = [
  ...(["pendiente", "en_proceso", "en_validacion", "atendido", "cancelado", "permanente"] as const),
]
const ACTOS = Object.keys(SIGUE) as readonly ActoCompromiso[]

describe("an act on a compromiso", () => {
  const casos = ACTOS.flatMap((acto) => ESTADOS.map((estado) => ({ acto, estado })))
  it.each(casos)("$acto, when it is $estado", ({ acto, estado }) => {
    const hasta = SIGUE[acto][estado]
    expect(transicionCompromiso(pedido(acto), compromiso({ estado }))).toEqual(
      hasta === undefined ? { kind: "fuera_de_estado", estado } : { kind: "permitida", estado: hasta },
    )
  })

  it.each(ACTOS)(
    "%s is of whoever owes it or of the Secretaría Técnica, never of another institution",
    (acto) => {
      const informa = acto === "avance" || acto === "cumplido"
      const quien = informa ? "por_institucion" : "secretaria_tecnica"
      const estado = acto === "validar" || acto === "devolver" ? "en_validacion" : "pendiente"
      const de = (actor: Actor) => transicionCompromiso(pedido(acto, { actor }), compromiso({ estado }))
      expect(de(AJENO)).toEqual({ kind: "no_autorizado", quien })
      expect(de(ENLACE).kind).toBe(informa ? "permitida" : "no_autorizado")
      expect(de(ST).kind).toBe("permitida")
    },
  )

  it("is spoken of by whoever owes it", () => {
    expect([ST, ENLACE, AJENO].map((actor) => puedeInformar(compromiso(), actor, "o"))).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe("a new date", () => {
  const de = (reprogramaciones: number, hechas: number, fecha: string | null = "2024-06-28") =>
    transicionCompromiso(
      pedido("reprogramar", { fecha, reglas: { plazoMaximoMeses: null, reprogramaciones } }),
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
        : { kind: "no_se_reprograma", porque: { kind: "agotadas", permitidas } },
    )
  })

  it("comes after the one that holds, original or not", () => {
    const no = (rige: string) => ({ kind: "no_se_reprograma", porque: { kind: "no_posterior", rige } })
    expect(de(2, 0, "2024-04-03")).toEqual(no("2024-04-03"))
    expect(de(2, 0, "2024-04-04").kind).toBe("permitida")
    expect(de(2, 1, "2024-05-15")).toEqual(no("2024-05-15"))
    expect(de(2, 1, null).kind).toBe("permitida")
  })

  it("is not given to one that has none: the original would be lost", () => {
    const sinFecha = compromiso({ fechaCompromiso: null })
    expect(transicionCompromiso(pedido("reprogramar"), sinFecha)).toEqual({
      kind: "no_se_reprograma",
      porque: { kind: "sin_fecha_original" },
    })
  })
})

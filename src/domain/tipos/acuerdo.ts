import type { Difusion, Origen } from "./registro.ts"
import type { Fecha } from "./tiempo.ts"

/** What the votes on an agreement say; `sin_votacion`: none is on record. */
export type AdopcionAcuerdo =
  | "sin_votacion"
  | "aprobado"
  | "en_votacion"
  | "votacion_suspendida"
  | "votacion_anulada"
  | "no_aprobado"

export interface Acuerdo {
  readonly id: string
  readonly organoId: string
  readonly sesionId: string
  readonly puntoId: string | null
  readonly clave: string
  readonly numero: number
  readonly texto: string
  readonly tipo: "con_seguimiento" | "informativo" | "permanente"
  readonly estado: "vigente" | "atendido" | "cancelado"
  /** It follows from the votes on it: nobody writes it. */
  readonly adopcion: AdopcionAcuerdo
  readonly difusion: Difusion
  readonly origen: Origen
  /** It was put on record after its session closed: when, and why; `null`: while it was held. */
  readonly posterior: AcuerdoPosterior | null
}

export interface AcuerdoPosterior {
  readonly el: Fecha
  readonly motivo: string
}

import type { Difusion, Origen } from "./registro.ts"

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
  readonly difusion: Difusion
  readonly origen: Origen
}

import type { Medio } from "./canal.ts"
import type { Sesion } from "./sesion.ts"
import type { Fecha, Hora, Instante } from "./tiempo.ts"

/** What leaves only once the presidencia has authorised it, where a body's rules say so. */
export const OBJETOS_AUTORIZACION = [
  "convocatoria",
  "segunda_convocatoria",
  "rectificacion",
  "diferimiento",
  "cancelacion",
  "comunicado",
] as const
export type ObjetoAutorizacion = (typeof OBJETOS_AUTORIZACION)[number]

export const ESTADOS_AUTORIZACION = [
  "por_autorizar",
  "autorizada",
  "devuelta",
  /** Authorised when it was too late for it to leave. */
  "fuera_de_plazo",
  /** What would have left changed, or something else was asked for in its place. */
  "sin_efecto",
] as const
export type EstadoAutorizacion = (typeof ESTADOS_AUTORIZACION)[number]

/** By what an institution said what the Secretaría Técnica puts on record for it. */
export const MEDIOS_CONSTANCIA = ["oficio", "llamada", "correo"] as const
export type MedioConstancia = (typeof MEDIOS_CONSTANCIA)[number]

/** On whose word something is on record: by what, and which oficio or who said it. */
export interface Constancia {
  readonly medio: MedioConstancia
  readonly constancia: string
}

/** What is needed to do it, besides its text. */
export interface PedidoAutorizacion {
  /** Why it is late, or why it changes. */
  readonly motivo: string | null
  /** Revision of the session that it was decided on; `null`: the text alone decides. */
  readonly revision: number | null
  readonly cambios: CambiosAutorizados | null
}

export type CambiosAutorizados = Readonly<
  Partial<Pick<Sesion, "modalidad" | "sede" | "url">> & { fecha?: Fecha | null; hora?: Hora | null }
>

/** One thing asked of the presidencia, and what came of it. */
export interface Autorizacion {
  readonly id: string
  readonly sesionId: string
  readonly objeto: ObjetoAutorizacion
  readonly estado: EstadoAutorizacion
  /** Exactly what would leave. */
  readonly texto: string
  /** SHA-256 of `texto`, in hexadecimal. */
  readonly huella: string
  readonly pedido: PedidoAutorizacion
  readonly solicitanteId: string
  readonly plataforma: Medio
  readonly solicitadaEn: Instante
  /** Who authorised or returned it, or put on record that the presidencia did; `null`: it waits, or it lapsed. */
  readonly resuelveId: string | null
  readonly resueltaEn: Instante | null
  readonly motivo: string | null
  /** Both or none: the presidencia said so outside, and the Secretaría Técnica put it on record. */
  readonly medio: MedioConstancia | null
  readonly constancia: string | null
}

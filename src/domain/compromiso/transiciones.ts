import type { ReglasSesion } from "../reglas/reglas-sesion.ts"
import type { Compromiso, EstadoCompromiso } from "../tipos/compromiso.ts"
import type { Fecha } from "../tipos/tiempo.ts"
import type { Actor } from "../visibilidad/actor.ts"
import { esSecretariaTecnica, institucionesDe } from "../visibilidad/visibilidad.ts"
import { fechaVigente } from "./compromiso.ts"

/** What people do to a compromiso in chat. */
export type ActoCompromiso = "avance" | "cumplido" | "validar" | "devolver" | "reprogramar" | "cancelar"

interface ReglaDeActo {
  readonly desde: readonly EstadoCompromiso[]
  readonly hasta: EstadoCompromiso | "igual"
  /** `por_institucion`: whoever speaks for the one that owes it; the Secretaría Técnica may always. */
  readonly quien: "por_institucion" | "secretaria_tecnica"
}

/** An institution reports and never closes; the Secretaría Técnica validates. A new date is not a state. */
const REGLAS: Readonly<Record<ActoCompromiso, ReglaDeActo>> = {
  avance: { desde: ["pendiente", "en_proceso"], hasta: "en_proceso", quien: "por_institucion" },
  cumplido: { desde: ["pendiente", "en_proceso"], hasta: "en_validacion", quien: "por_institucion" },
  validar: { desde: ["en_validacion"], hasta: "atendido", quien: "secretaria_tecnica" },
  devolver: { desde: ["en_validacion"], hasta: "en_proceso", quien: "secretaria_tecnica" },
  reprogramar: { desde: ["pendiente", "en_proceso"], hasta: "igual", quien: "secretaria_tecnica" },
  cancelar: {
    desde: ["pendiente", "en_proceso", "en_validacion"],
    hasta: "cancelado",
    quien: "secretaria_tecnica",
  },
}

/** Who does it: what a command that does it asks of whoever uses it. */
export const quienHace = (acto: ActoCompromiso): ReglaDeActo["quien"] => REGLAS[acto].quien

/** Why a commitment is given no new date. */
export type SinReprogramar =
  /** There is no date to put off. */
  | { readonly kind: "sin_fecha_original" }
  /** It was given as many as the body's rules allow. */
  | { readonly kind: "agotadas"; readonly permitidas: number }
  /** The new one does not come after the one that holds. */
  | { readonly kind: "no_posterior"; readonly rige: Fecha }

export type TransicionCompromiso =
  | { readonly kind: "permitida"; readonly estado: EstadoCompromiso }
  | { readonly kind: "no_autorizado"; readonly quien: ReglaDeActo["quien"] }
  | { readonly kind: "fuera_de_estado"; readonly estado: EstadoCompromiso }
  | { readonly kind: "no_se_reprograma"; readonly porque: SinReprogramar }

export interface PedidoCompromiso {
  readonly acto: ActoCompromiso
  readonly actor: Actor
  readonly organoId: string
  /** Of the body, on the day of the act. */
  readonly reglas: ReglasSesion["acuerdos"]
  /** The new date of a reprogramación; `null`: not said yet, or another act. */
  readonly fecha: Fecha | null
}

/** Whether this person may do it to it now, and the state that follows. Who may comes first: a refusal tells nothing. */
export function transicionCompromiso(
  pedido: PedidoCompromiso,
  compromiso: Pick<
    Compromiso,
    "estado" | "institucionId" | "fechaCompromiso" | "fechaReprogramada" | "reprogramaciones"
  >,
): TransicionCompromiso {
  const { desde, hasta, quien } = REGLAS[pedido.acto]
  const { estado } = compromiso
  if (!puede(quien, compromiso.institucionId, pedido.actor, pedido.organoId))
    return { kind: "no_autorizado", quien }
  if (!desde.includes(estado)) return { kind: "fuera_de_estado", estado }
  const porque = pedido.acto === "reprogramar" ? sinReprogramar(pedido, compromiso) : null
  if (porque !== null) return { kind: "no_se_reprograma", porque }
  return { kind: "permitida", estado: hasta === "igual" ? estado : hasta }
}

/** Who speaks for a commitment: the institution that owes it, or the Secretaría Técnica. */
export const puedeInformar = (
  { institucionId }: Pick<Compromiso, "institucionId">,
  actor: Actor,
  organoId: string,
): boolean => puede("por_institucion", institucionId, actor, organoId)

/** `null`: nothing is against it. The original date is kept, so one that has none cannot be given a second one. */
function sinReprogramar(
  { fecha, reglas }: PedidoCompromiso,
  compromiso: Pick<Compromiso, "fechaCompromiso" | "fechaReprogramada" | "reprogramaciones">,
): SinReprogramar | null {
  const rige = fechaVigente(compromiso)
  if (compromiso.fechaCompromiso === null || rige === null) return { kind: "sin_fecha_original" }
  if (compromiso.reprogramaciones >= reglas.reprogramaciones)
    return { kind: "agotadas", permitidas: reglas.reprogramaciones }
  return fecha !== null && fecha <= rige ? { kind: "no_posterior", rige } : null
}

function puede(
  quien: ReglaDeActo["quien"],
  institucionId: string | null,
  actor: Actor,
  organoId: string,
): boolean {
  if (esSecretariaTecnica(actor, organoId)) return true
  return (
    quien === "por_institucion" &&
    institucionId !== null &&
    institucionesDe(actor, organoId).includes(institucionId)
  )
}

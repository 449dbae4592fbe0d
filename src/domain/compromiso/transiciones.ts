import type { ReglasSesion } from "../reglas/reglas-sesion.ts"
import { sumarDias } from "../tiempo/plazo.ts"
import type { Compromiso, EstadoCompromiso } from "../tipos/compromiso.ts"
import type { Institucion } from "../tipos/directorio.ts"
import type { Fecha } from "../tipos/tiempo.ts"
import type { Actor } from "../visibilidad/actor.ts"
import { esSecretariaTecnica, respondeDe } from "../visibilidad/visibilidad.ts"
import { fechaVigente } from "./compromiso.ts"

/** What people do to a commitment that takes it from one state to another. */
export type ActoDeEstado = "avance" | "cumplido" | "validar" | "devolver" | "reprogramar" | "cancelar"
/** What they do about another date for it: an institution asks, and never moves a date by itself. */
export type ActoProrroga = "prorroga" | "retirar_prorroga" | "conceder_prorroga" | "negar_prorroga"
/** What the Secretaría Técnica changes of whom it is entrusted to. */
export type ActoDeEncargo = "reasignar" | "corresponsables" | "cadencia"
export type ActoCompromiso = ActoDeEstado | ActoProrroga | ActoDeEncargo

/** What must hold besides the state and the person. */
export type CondicionDeActo =
  /** Nobody asked for another date that waits for an answer. */
  | "ninguna_pedida"
  /** Somebody did. */
  | "una_pedida"
  /** Another date can be given: how often, and how far, by the body's rules. */
  | "cabe_otra_fecha"
  /** Whoever decides by the body's rules has had occasion to. */
  | "puede_decidirse"
  /** It is to be of another institution, which does not answer for the same agreement already. */
  | "otra_institucion"
  /** Somebody answers for it. */
  | "hay_responsable"

export interface ReglaDeActo {
  readonly desde: readonly EstadoCompromiso[]
  /** `igual`: a date is not a state. */
  readonly hasta: EstadoCompromiso | "igual"
  /**
   * `por_institucion`: whoever speaks for the one that owes it; `por_corresponsable`: also for those that contribute to
   * it. The Secretaría Técnica may always.
   */
  readonly quien: "por_institucion" | "por_corresponsable" | "secretaria_tecnica"
  readonly exige: readonly CondicionDeActo[]
}

const DEBIDO = ["pendiente", "en_proceso"] as const satisfies readonly EstadoCompromiso[]

/**
 * All that is done to a commitment: from which state, to which, by whom, and what else must hold. The program obeys it,
 * and docs/compromisos.md is drawn from it. An institution reports and never closes; the Secretaría Técnica validates.
 */
export const ACTOS_COMPROMISO: Readonly<Record<ActoCompromiso, ReglaDeActo>> = {
  avance: { desde: [...DEBIDO, "permanente"], hasta: "en_proceso", quien: "por_corresponsable", exige: [] },
  cumplido: { desde: DEBIDO, hasta: "en_validacion", quien: "por_institucion", exige: [] },
  validar: { desde: ["en_validacion"], hasta: "atendido", quien: "secretaria_tecnica", exige: [] },
  devolver: { desde: ["en_validacion"], hasta: "en_proceso", quien: "secretaria_tecnica", exige: [] },
  prorroga: {
    desde: DEBIDO,
    hasta: "igual",
    quien: "por_institucion",
    exige: ["ninguna_pedida", "cabe_otra_fecha"],
  },
  retirar_prorroga: { desde: DEBIDO, hasta: "igual", quien: "por_institucion", exige: ["una_pedida"] },
  conceder_prorroga: {
    desde: DEBIDO,
    hasta: "igual",
    quien: "secretaria_tecnica",
    exige: ["una_pedida", "puede_decidirse", "cabe_otra_fecha"],
  },
  negar_prorroga: {
    desde: DEBIDO,
    hasta: "igual",
    quien: "secretaria_tecnica",
    exige: ["una_pedida", "puede_decidirse"],
  },
  reprogramar: {
    desde: DEBIDO,
    hasta: "igual",
    quien: "secretaria_tecnica",
    exige: ["ninguna_pedida", "cabe_otra_fecha"],
  },
  // What was reported as done is validated or returned first: it is of whoever reported it.
  reasignar: {
    desde: [...DEBIDO, "permanente"],
    hasta: "igual",
    quien: "secretaria_tecnica",
    exige: ["otra_institucion"],
  },
  corresponsables: {
    desde: [...DEBIDO, "permanente"],
    hasta: "igual",
    quien: "secretaria_tecnica",
    exige: ["hay_responsable"],
  },
  cadencia: { desde: [...DEBIDO, "permanente"], hasta: "igual", quien: "secretaria_tecnica", exige: [] },
  cancelar: {
    desde: [...DEBIDO, "en_validacion"],
    hasta: "cancelado",
    quien: "secretaria_tecnica",
    exige: [],
  },
}

export const esDeProrroga = (acto: ActoCompromiso): acto is ActoProrroga => acto.endsWith("prorroga")

/** Who does it: what a command that does it asks of whoever uses it. */
export const quienHace = (acto: ActoCompromiso): "por_institucion" | "secretaria_tecnica" =>
  ACTOS_COMPROMISO[acto].quien === "secretaria_tecnica" ? "secretaria_tecnica" : "por_institucion"

/** Why something is not done to a commitment whose state admits it, to somebody who may. */
export type Impedimento =
  /** There is no date to put off. */
  | { readonly kind: "sin_fecha_original" }
  /** It was given as many as the body's rules allow. */
  | { readonly kind: "agotadas"; readonly permitidas: number }
  /** The new one does not come after the one that holds. */
  | { readonly kind: "no_posterior"; readonly rige: Fecha }
  /** The new one is not to come. */
  | { readonly kind: "pasada" }
  /** The body's rules allow none after `hasta`. */
  | { readonly kind: "lejana"; readonly hasta: Fecha }
  /** One that was asked for waits: it is answered first. */
  | { readonly kind: "ya_pedida"; readonly propuesta: Fecha }
  | { readonly kind: "ninguna_pedida" }
  /** The plenary decides on it, and has not met since it was asked for. */
  | { readonly kind: "espera_sesion" }
  /** It is of that institution already. */
  | { readonly kind: "misma_institucion"; readonly siglas: string }
  /** Nobody answers for it yet. */
  | { readonly kind: "sin_responsable" }
  /** That institution owes another commitment of the same agreement. */
  | { readonly kind: "ya_responde"; readonly siglas: string; readonly clave: string }

export type TransicionCompromiso =
  | { readonly kind: "permitida"; readonly estado: EstadoCompromiso }
  | { readonly kind: "no_autorizado"; readonly quien: ReglaDeActo["quien"] }
  | { readonly kind: "fuera_de_estado"; readonly estado: EstadoCompromiso }
  | { readonly kind: "impedido"; readonly porque: Impedimento }

export interface PedidoCompromiso {
  readonly acto: ActoCompromiso
  readonly actor: Actor
  readonly organoId: string
  /** Of the body, on the day of the act. */
  readonly reglas: ReglasSesion["acuerdos"]
  readonly hoy: Fecha
  /** The new date; `null`: not said yet, or another act. */
  readonly fecha: Fecha | null
  /** What was asked for waits for a session that is not held yet. */
  readonly esperaSesion: boolean
  /** Whom it is entrusted to; left out: not said yet, or another act. */
  readonly destino?: DestinoReasignacion | undefined
}

export interface DestinoReasignacion {
  readonly institucion: Pick<Institucion, "id" | "siglas">
  /** Clave of what it owes of the same agreement already; `null`: nothing. */
  readonly yaDebe: string | null
}

export type CompromisoDeActo = Pick<
  Compromiso,
  | "estado"
  | "institucionId"
  | "corresponsables"
  | "fechaCompromiso"
  | "fechaReprogramada"
  | "reprogramaciones"
  | "prorrogaPedida"
>

/** Whether this person may do it to it now, and the state that follows. Who may comes first: a refusal tells nothing. */
export function transicionCompromiso(
  pedido: PedidoCompromiso,
  compromiso: CompromisoDeActo,
): TransicionCompromiso {
  const { desde, hasta, quien, exige } = ACTOS_COMPROMISO[pedido.acto]
  const { estado } = compromiso
  if (!puede(quien, compromiso, pedido.actor, pedido.organoId)) return { kind: "no_autorizado", quien }
  if (!desde.includes(estado)) return { kind: "fuera_de_estado", estado }
  for (const condicion of exige) {
    const porque = CONDICIONES[condicion](pedido, compromiso)
    if (porque !== null) return { kind: "impedido", porque }
  }
  return { kind: "permitida", estado: estadoTras(estado, hasta) }
}

/** What is permanent is reported on and stays so. */
export const estadoTras = (estado: EstadoCompromiso, hasta: ReglaDeActo["hasta"]): EstadoCompromiso =>
  hasta === "igual" || estado === "permanente" ? estado : hasta

/** Who speaks for a commitment: the institution that owes it, or the Secretaría Técnica. */
export const puedeInformar = (
  compromiso: Pick<Compromiso, "institucionId" | "corresponsables">,
  actor: Actor,
  organoId: string,
): boolean => puede("por_institucion", compromiso, actor, organoId)

/** The last day to which the body's rules let it be put off; `null`: not fixed. */
export function ultimaProrroga(
  compromiso: Pick<Compromiso, "fechaCompromiso" | "fechaReprogramada">,
  { prorrogaDias }: Pick<ReglasSesion["acuerdos"], "prorrogaDias">,
): Fecha | null {
  const rige = fechaVigente(compromiso)
  return rige === null || prorrogaDias === null ? null : sumarDias(rige, prorrogaDias)
}

type Condicion = (pedido: PedidoCompromiso, compromiso: CompromisoDeActo) => Impedimento | null

const CONDICIONES: Readonly<Record<CondicionDeActo, Condicion>> = {
  ninguna_pedida: (_, { prorrogaPedida }) =>
    prorrogaPedida === null ? null : { kind: "ya_pedida", propuesta: prorrogaPedida },
  una_pedida: (_, { prorrogaPedida }) => (prorrogaPedida === null ? { kind: "ninguna_pedida" } : null),
  puede_decidirse: ({ esperaSesion }) => (esperaSesion ? { kind: "espera_sesion" } : null),
  cabe_otra_fecha: (pedido, compromiso) =>
    sinOtraFecha(pedido, compromiso) ??
    (pedido.fecha === null ? null : noCabe(pedido.fecha, pedido, compromiso)),
  hay_responsable: (_, { institucionId }) => (institucionId === null ? { kind: "sin_responsable" } : null),
  otra_institucion: ({ destino }, { institucionId }) => {
    if (destino === undefined) return null
    const { institucion, yaDebe } = destino
    if (institucion.id === institucionId) return { kind: "misma_institucion", siglas: institucion.siglas }
    return yaDebe === null ? null : { kind: "ya_responde", siglas: institucion.siglas, clave: yaDebe }
  },
}

/** The original date is kept, so one that has none cannot be given a second one. */
function sinOtraFecha({ reglas }: PedidoCompromiso, compromiso: CompromisoDeActo): Impedimento | null {
  if (compromiso.fechaCompromiso === null) return { kind: "sin_fecha_original" }
  return compromiso.reprogramaciones >= reglas.reprogramaciones
    ? { kind: "agotadas", permitidas: reglas.reprogramaciones }
    : null
}

/** What the Secretaría Técnica puts on record by itself may be a decision of some time ago. */
function noCabe(
  fecha: Fecha,
  { acto, reglas, hoy }: PedidoCompromiso,
  compromiso: CompromisoDeActo,
): Impedimento | null {
  const rige = fechaVigente(compromiso)
  const hasta = ultimaProrroga(compromiso, reglas)
  if (rige !== null && fecha <= rige) return { kind: "no_posterior", rige }
  if (acto !== "reprogramar" && fecha <= hoy) return { kind: "pasada" }
  return hasta !== null && fecha > hasta ? { kind: "lejana", hasta } : null
}

function puede(
  quien: ReglaDeActo["quien"],
  { institucionId, corresponsables }: Pick<Compromiso, "institucionId" | "corresponsables">,
  actor: Actor,
  organoId: string,
): boolean {
  if (esSecretariaTecnica(actor, organoId)) return true
  if (quien === "secretaria_tecnica") return false
  const hablan = quien === "por_corresponsable" ? [institucionId, ...corresponsables] : [institucionId]
  const suyas = respondeDe(actor, organoId)
  return hablan.some((id) => id !== null && suyas.includes(id))
}

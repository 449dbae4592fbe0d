import type { Compromiso, EstadoCompromiso } from "../tipos/compromiso.ts"
import type { Actor } from "../visibilidad/actor.ts"
import { esSecretariaTecnica, institucionesDe } from "../visibilidad/visibilidad.ts"

/** What people do to a compromiso in chat. */
export type ActoCompromiso = "avance" | "cumplido" | "validar" | "devolver" | "reprogramar" | "cancelar"

interface Regla {
  readonly desde: readonly EstadoCompromiso[]
  readonly hasta: EstadoCompromiso | "igual"
  /** `institucion`: whoever speaks for the one that owes it; the Secretaría Técnica may always. */
  readonly quien: "institucion" | "secretaria_tecnica"
}

/** An institution reports and never closes; the Secretaría Técnica validates. A new date is not a state. */
const REGLAS: Readonly<Record<ActoCompromiso, Regla>> = {
  avance: { desde: ["pendiente", "en_proceso"], hasta: "en_proceso", quien: "institucion" },
  cumplido: { desde: ["pendiente", "en_proceso"], hasta: "en_validacion", quien: "institucion" },
  validar: { desde: ["en_validacion"], hasta: "atendido", quien: "secretaria_tecnica" },
  devolver: { desde: ["en_validacion"], hasta: "en_proceso", quien: "secretaria_tecnica" },
  reprogramar: { desde: ["pendiente", "en_proceso"], hasta: "igual", quien: "secretaria_tecnica" },
  cancelar: {
    desde: ["pendiente", "en_proceso", "en_validacion"],
    hasta: "cancelado",
    quien: "secretaria_tecnica",
  },
}

export type TransicionCompromiso =
  | { readonly kind: "permitida"; readonly estado: EstadoCompromiso }
  | { readonly kind: "no_autorizado"; readonly quien: Regla["quien"] }
  | { readonly kind: "fuera_de_estado"; readonly estado: EstadoCompromiso }

/** Whether this person may do it to it now, and the state that follows. Who may comes first: a refusal tells nothing. */
export function transicionCompromiso(
  acto: ActoCompromiso,
  { estado, institucionId }: Pick<Compromiso, "estado" | "institucionId">,
  actor: Actor,
  organoId: string,
): TransicionCompromiso {
  const { desde, hasta, quien } = REGLAS[acto]
  if (!puede(quien, institucionId, actor, organoId)) return { kind: "no_autorizado", quien }
  if (!desde.includes(estado)) return { kind: "fuera_de_estado", estado }
  return { kind: "permitida", estado: hasta === "igual" ? estado : hasta }
}

function puede(quien: Regla["quien"], institucionId: string | null, actor: Actor, organoId: string): boolean {
  if (esSecretariaTecnica(actor, organoId)) return true
  return (
    quien === "institucion" &&
    institucionId !== null &&
    institucionesDe(actor, organoId).includes(institucionId)
  )
}

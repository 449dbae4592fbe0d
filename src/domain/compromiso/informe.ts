import { diasHabilesEntre, type Inhabiles } from "../tiempo/plazo.ts"
import type { Acuerdo } from "../tipos/acuerdo.ts"
import type { Compromiso } from "../tipos/compromiso.ts"
import type { Fecha } from "../tipos/tiempo.ts"
import { estaAbierto, fechaVigente } from "./compromiso.ts"
import { obliga } from "./exigible.ts"

/** How a commitment stands at the end of a period, from what was promised to what is not on record. */
export const RESULTADOS = [
  "a_tiempo",
  "tarde",
  "sin_constancia",
  "en_validacion",
  "en_plazo",
  "vencido",
  "sin_fecha",
  "permanente",
] as const
/**
 * `sin_constancia`: attended, and the day on which it was reported, or its date, is not on record. `en_validacion`: reported
 * as done, and nobody has validated it. `sin_fecha`: owed, and it has no date.
 */
export type Resultado = (typeof RESULTADOS)[number]

/** What whoever writes the report has to ask for. */
export const VACIOS = ["sin_evidencia", "sin_fecha", "sin_responsable", "sin_dia_de_cumplimiento"] as const
export type Vacio = (typeof VACIOS)[number]

export interface Periodo {
  readonly desde: Fecha
  readonly hasta: Fecha
}

export interface Informado {
  readonly compromiso: Pick<
    Compromiso,
    "estado" | "fechaCompromiso" | "fechaReprogramada" | "institucionId" | "cumplidoEl"
  >
  readonly acuerdo: Pick<Acuerdo, "tipo" | "estado" | "adopcion">
  /** The day of the session that adopted it; `null`: not on record. */
  readonly acordadoEl: Fecha | null
}

export interface Situacion {
  readonly resultado: Resultado
  /** It was agreed in the period; the others were before, and were due, done or still owed in it. */
  readonly acordado: boolean
  /** Business days beyond its date; 0: none, or not known. */
  readonly atraso: number
}

/**
 * How a commitment stands at the end of a period, or today if that comes first, by the dates that are on record today. `null`:
 * the period has nothing to do with it, or it asks nothing of anybody.
 */
export function situacionEn(
  informado: Informado,
  { desde, hasta }: Periodo,
  hoy: Fecha,
  inhabiles: Inhabiles,
): Situacion | null {
  const { compromiso, acuerdo, acordadoEl } = informado
  const corte = hasta < hoy ? hasta : hoy
  const { cumplidoEl, estado } = compromiso
  if (estado === "cancelado" || !obliga(acuerdo)) return null
  if (acordadoEl !== null && acordadoEl > corte) return null
  const acordado = acordadoEl !== null && acordadoEl >= desde
  // Done before the period: another one told of it. So is what was attended on a day that nobody recorded, unless agreed in it.
  if (cumplidoEl !== null && cumplidoEl < desde) return null
  if (estado === "atendido" && cumplidoEl === null && !acordado && !vence(compromiso, { desde, hasta }))
    return null
  const resultado = resultadoDe(compromiso, corte)
  const fecha = fechaVigente(compromiso)
  const hecho = cumplidoEl !== null && cumplidoEl <= corte ? cumplidoEl : null
  const hastaCuando = hecho ?? (resultado === "vencido" ? corte : null)
  const tarde = fecha !== null && hastaCuando !== null && hastaCuando > fecha
  return { resultado, acordado, atraso: tarde ? -diasHabilesEntre(hastaCuando, fecha, inhabiles) : 0 }
}

function vence(compromiso: Informado["compromiso"], { desde, hasta }: Periodo): boolean {
  const fecha = fechaVigente(compromiso)
  return fecha !== null && fecha >= desde && fecha <= hasta
}

function resultadoDe(compromiso: Informado["compromiso"], corte: Fecha): Resultado {
  const { estado, cumplidoEl } = compromiso
  const fecha = fechaVigente(compromiso)
  if (estado === "permanente") return "permanente"
  if (cumplidoEl !== null && cumplidoEl <= corte) {
    if (estado === "en_validacion") return "en_validacion"
    if (fecha === null) return "sin_constancia"
    return cumplidoEl <= fecha ? "a_tiempo" : "tarde"
  }
  if (cumplidoEl === null && !estaAbierto(compromiso))
    return estado === "en_validacion" ? "en_validacion" : "sin_constancia"
  if (fecha === null) return "sin_fecha"
  return fecha < corte ? "vencido" : "en_plazo"
}

/** `evidencia`: some address was given. */
export function vaciosDe(
  { compromiso }: Pick<Informado, "compromiso">,
  { resultado }: Situacion,
  evidencia: boolean,
): readonly Vacio[] {
  const hecho = ["a_tiempo", "tarde", "sin_constancia", "en_validacion"].includes(resultado)
  const atendido = compromiso.estado === "atendido" || compromiso.estado === "en_validacion"
  return [
    ...(hecho && !evidencia ? (["sin_evidencia"] as const) : []),
    ...(fechaVigente(compromiso) === null && resultado !== "permanente" ? (["sin_fecha"] as const) : []),
    ...(compromiso.institucionId === null ? (["sin_responsable"] as const) : []),
    ...(atendido && compromiso.cumplidoEl === null ? (["sin_dia_de_cumplimiento"] as const) : []),
  ]
}

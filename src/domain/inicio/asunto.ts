import { diasHabilesEntre, type Inhabiles } from "../tiempo/plazo.ts"
import type { Fecha } from "../tipos/tiempo.ts"

/** From the one that cannot wait to the one that can. */
export const URGENCIAS = ["vencido", "hoy", "pronto", "despues"] as const
export type Urgencia = (typeof URGENCIAS)[number]

/** In how many business days what has a date is soon. */
const PRONTO = 5

/** Of one thing that waits for somebody, what its urgency follows from. */
export interface Momento {
  /** Since when somebody waits for it; `null`: nobody does, or it is not on record. */
  readonly desde: Fecha | null
  /** Until when it can be done; `null`: it has no date. */
  readonly hasta: Fecha | null
  /** It goes on at this moment, or its time, in hours, is over or ends today. */
  readonly ya?: "en_curso" | "vencido"
}

/** What has a date goes by it; what has none and is waited for is soon, since somebody stands still. */
export function urgenciaDe({ desde, hasta, ya }: Momento, hoy: Fecha, inhabiles: Inhabiles): Urgencia {
  if (ya === "vencido" || (hasta !== null && hasta < hoy)) return "vencido"
  if (ya === "en_curso" || hasta === hoy) return "hoy"
  if (hasta !== null) return diasHabilesEntre(hoy, hasta, inhabiles) <= PRONTO ? "pronto" : "despues"
  return desde === null ? "despues" : "pronto"
}

/** The command that does something about it: `sesion.acuse`, and what its button hands over. */
export interface OrdenDeAsunto {
  readonly command: string
  readonly arg: string
  /** A verb, and what it is done to: its button stands beside others. */
  readonly label: string
}

/** One thing that waits for one person in one body. */
export interface Asunto extends Momento {
  /** What it is, in a line, as the person may read it. */
  readonly que: string
  readonly urgencia: Urgencia
  readonly orden: OrdenDeAsunto
  /** `sesion:<id>`; `null`: no record in particular. */
  readonly objeto: string | null
  readonly organo: { readonly clave: string; readonly nombreCorto: string }
  /** "vence en 3 días hábiles", "espera desde el 4 de marzo"; `null`: nothing on record to say. */
  readonly plazo: string | null
  readonly demo: boolean
}

type Ordenable = Pick<Asunto, "urgencia" | "hasta" | "desde" | "que"> & {
  readonly organo: Pick<Asunto["organo"], "clave">
}

const SIN_FECHA = "9999"

/**
 * The most urgent first; then what ends first, then who has waited longest; what says nothing of either goes last. The
 * rest only makes it the same order each time.
 */
export function porUrgencia(a: Ordenable, b: Ordenable): number {
  return (
    URGENCIAS.indexOf(a.urgencia) - URGENCIAS.indexOf(b.urgencia) ||
    (a.hasta ?? SIN_FECHA).localeCompare(b.hasta ?? SIN_FECHA) ||
    (a.desde ?? SIN_FECHA).localeCompare(b.desde ?? SIN_FECHA) ||
    a.que.localeCompare(b.que, "es") ||
    a.organo.clave.localeCompare(b.organo.clave, "es")
  )
}

/** How many there are of each urgency; all of them are there, also those of which there is none. */
export function contarPorUrgencia(
  asuntos: readonly Pick<Asunto, "urgencia">[],
): Readonly<Record<Urgencia, number>> {
  const cuenta = { vencido: 0, hoy: 0, pronto: 0, despues: 0 }
  for (const { urgencia } of asuntos) cuenta[urgencia] += 1
  return cuenta
}

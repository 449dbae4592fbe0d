import { Temporal } from "temporal-polyfill"
import type { DiaLaboral } from "../reglas/perfil-reglas.ts"
import { esHabil, type Inhabiles, lunesDe, sumarDias } from "../tiempo/plazo.ts"
import type { Origen } from "../tipos/registro.ts"
import type { Fecha } from "../tipos/tiempo.ts"

/** Business days ahead, in the body's calendar, that count as soon. */
export const PROXIMOS_DIAS = 5

/** What one institution has on its desk in a body, counted. */
export interface CargaInstitucion {
  /** `null`: nobody is responsible yet. */
  readonly institucionId: string | null
  /** Still owed, overdue ones included. */
  readonly abiertos: number
  readonly vencidos: number
  /** The earliest due date that has passed; `null`: nothing is overdue. */
  readonly vencidoDesde: Fecha | null
  /** Owed and due from today to the end of the range that was asked for. */
  readonly porVencer: number
  /** Reported as done; the Secretaría Técnica has to review it. */
  readonly enValidacion: number
  readonly origenes: readonly Origen[]
}

export type TotalesCumplimiento = Pick<
  CargaInstitucion,
  "abiertos" | "vencidos" | "porVencer" | "enValidacion"
>

export interface InformeCumplimiento {
  readonly totales: TotalesCumplimiento
  /** Most overdue first; then what is due soon, then the rest. */
  readonly conPendientes: readonly CargaInstitucion[]
  /** Seats that owe nothing and have nothing under review. */
  readonly sinPendientes: readonly string[]
}

export interface EntradaInforme {
  readonly cargas: readonly CargaInstitucion[]
  /** Institutions with a seat: each of them is in the report, whether it owes anything or not. */
  readonly asientos: readonly string[]
  /** Who answers today for what an institution owes. */
  readonly responsable: (institucionId: string) => string
}

export function informeCumplimiento({ cargas, asientos, responsable }: EntradaInforme): InformeCumplimiento {
  const conPendientes = unidas(cargas, responsable)
    .filter(({ abiertos, enValidacion }) => abiertos + enValidacion > 0)
    .sort(porUrgencia)
  const deben = new Set(conPendientes.map(({ institucionId }) => institucionId))
  const sum = (de: (carga: CargaInstitucion) => number) =>
    conPendientes.reduce((total, carga) => total + de(carga), 0)
  return {
    totales: {
      abiertos: sum((carga) => carga.abiertos),
      vencidos: sum((carga) => carga.vencidos),
      porVencer: sum((carga) => carga.porVencer),
      enValidacion: sum((carga) => carga.enValidacion),
    },
    conPendientes,
    sinPendientes: [...new Set(asientos.map(responsable))].filter((id) => !deben.has(id)),
  }
}

/** One entry for each institution that answers today: a successor adds what it took over to its own. */
export function unidas(
  cargas: readonly CargaInstitucion[],
  responsable: (institucionId: string) => string,
): readonly CargaInstitucion[] {
  const porInstitucion = new Map<string | null, CargaInstitucion>()
  for (const carga of cargas) {
    const institucionId = carga.institucionId === null ? null : responsable(carga.institucionId)
    const otra = porInstitucion.get(institucionId)
    porInstitucion.set(institucionId, { ...(otra ? suma(otra, carga) : carga), institucionId })
  }
  return [...porInstitucion.values()]
}

function suma(a: CargaInstitucion, b: CargaInstitucion): CargaInstitucion {
  const [vencidoDesde = null] = [a.vencidoDesde, b.vencidoDesde].filter((fecha) => fecha !== null).sort()
  return {
    institucionId: a.institucionId,
    abiertos: a.abiertos + b.abiertos,
    vencidos: a.vencidos + b.vencidos,
    vencidoDesde,
    porVencer: a.porVencer + b.porVencer,
    enValidacion: a.enValidacion + b.enValidacion,
    origenes: [...new Set([...a.origenes, ...b.origenes])],
  }
}

function porUrgencia(a: CargaInstitucion, b: CargaInstitucion): number {
  return (
    (a.vencidoDesde ?? "9999").localeCompare(b.vencidoDesde ?? "9999") ||
    b.vencidos - a.vencidos ||
    b.porVencer - a.porVencer ||
    b.abiertos - a.abiertos ||
    (a.institucionId ?? "~").localeCompare(b.institucionId ?? "~")
  )
}

/** `2024-W11`: weeks begin on Monday, and the first of a year is that of its first Thursday (ISO 8601). */
export function semanaIso(fecha: Fecha): string {
  const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(fecha)
  return `${yearOfWeek}-W${String(weekOfYear).padStart(2, "0")}`
}

export function lunesSiguiente(fecha: Fecha): Fecha {
  return sumarDias(lunesDe(fecha), 7)
}

/** The day of a week's report: its day of the week, or the next business day of that week; `null`: the week has none. */
export function diaDeInforme(enSemanaDe: Fecha, dia: DiaLaboral, inhabiles: Inhabiles): Fecha | null {
  const lunes = lunesDe(enSemanaDe)
  for (let n: number = dia; n <= 5; n += 1) {
    const fecha = sumarDias(lunes, n - 1)
    if (esHabil(fecha, inhabiles)) return fecha
  }
  return null
}

/**
 * The day of this week's report if it goes out today: on that day, or later that week when the bot was off since.
 * `ultimoPlaneado`: the last planned business day before today; `null`: nothing was ever planned, and nothing counts as
 * missed.
 */
export function informeDeHoy(
  hoy: Fecha,
  dia: DiaLaboral,
  inhabiles: Inhabiles,
  ultimoPlaneado: Fecha | null,
): Fecha | null {
  const correspondia = diaDeInforme(hoy, dia, inhabiles)
  if (correspondia === null || correspondia > hoy || !esHabil(hoy, inhabiles)) return null
  if (correspondia === hoy) return hoy
  return ultimoPlaneado !== null && ultimoPlaneado < correspondia ? correspondia : null
}

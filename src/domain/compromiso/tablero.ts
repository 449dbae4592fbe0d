import { diasHabilesEntre, type Inhabiles } from "../tiempo/plazo.ts"
import type { Compromiso } from "../tipos/compromiso.ts"
import type { Fecha } from "../tipos/tiempo.ts"
import { estaVencido, fechaVigente } from "./compromiso.ts"
import { seDebe } from "./cuenta.ts"
import { obliga } from "./exigible.ts"

/** A compromiso with what the board asks of its acuerdo. */
export interface Contado {
  readonly compromiso: Pick<
    Compromiso,
    "estado" | "fechaCompromiso" | "fechaReprogramada" | "institucionId" | "cumplidoEl"
  >
  readonly acuerdo: Parameters<typeof obliga>[0]
  /** The day of the session that adopted it; `null`: not on record. */
  readonly acordadoEl: Fecha | null
}

/** How late: only what is or was late is counted, each in the business days of whoever owes it. */
export interface Atraso {
  readonly cuantos: number
  /** Business days, of all of them together. */
  readonly dias: number
}

export interface CifrasTablero {
  readonly atendidos: number
  /** Of these, reported on the due date or before, and after it; of the rest the dates are not on record. */
  readonly aTiempo: number
  readonly tarde: number
  readonly enValidacion: number
  /** Owed, and there is time. */
  readonly enPlazo: number
  readonly vencidos: number
  readonly permanentes: number
  readonly atraso: Atraso
}

/** What moved since a day, that day included: each commitment counts in each figure that is its own. */
export interface Movimiento {
  readonly desde: Fecha
  readonly acordados: number
  readonly cumplidos: number
  readonly vencieron: number
}

export interface FilaTablero {
  /** `null`: nobody is responsible yet. */
  readonly institucionId: string | null
  readonly cifras: CifrasTablero
}

export interface Tablero {
  readonly total: CifrasTablero
  /** Most overdue first, then most owed. */
  readonly filas: readonly FilaTablero[]
  /** `null`: no session was held yet since which to count. */
  readonly movimiento: Movimiento | null
}

export interface EntradaTablero {
  readonly hoy: Fecha
  /** The day of the last session that was held. */
  readonly desde: Fecha | null
  readonly contados: readonly Contado[]
  /** Who answers today for what an institution owes. */
  readonly responsable: (institucionId: string) => string
  readonly inhabilesDe: (institucionId: string | null) => Inhabiles
}

const NADA: CifrasTablero = {
  atendidos: 0,
  aTiempo: 0,
  tarde: 0,
  enValidacion: 0,
  enPlazo: 0,
  vencidos: 0,
  permanentes: 0,
  atraso: { cuantos: 0, dias: 0 },
}

/** The state of all commitments, counted once: what was cancelled or never adopted is not a commitment of anybody. */
export function tablero(entrada: EntradaTablero): Tablero {
  const { contados, hoy, desde, responsable, inhabilesDe } = entrada
  const porInstitucion = new Map<string | null, CifrasTablero>()
  let total = NADA
  for (const contado of contados) {
    const { institucionId } = contado.compromiso
    const quien = institucionId === null ? null : responsable(institucionId)
    const cifras = cifrasDe(contado, hoy, inhabilesDe(quien))
    if (cifras === null) continue
    porInstitucion.set(quien, suma(porInstitucion.get(quien) ?? NADA, cifras))
    total = suma(total, cifras)
  }
  return {
    total,
    filas: [...porInstitucion]
      .map(([institucionId, cifras]) => ({ institucionId, cifras }))
      .sort((a, b) => b.cifras.vencidos - a.cifras.vencidos || debe(b.cifras) - debe(a.cifras)),
    movimiento: desde === null ? null : movimiento(contados, desde, hoy),
  }
}

/** All that is counted in a row. */
export function cuantosHay({
  atendidos,
  enValidacion,
  enPlazo,
  vencidos,
  permanentes,
}: CifrasTablero): number {
  return atendidos + enValidacion + enPlazo + vencidos + permanentes
}

const debe = ({ enPlazo, vencidos }: CifrasTablero): number => enPlazo + vencidos

function cifrasDe(contado: Contado, hoy: Fecha, inhabiles: Inhabiles): CifrasTablero | null {
  const { compromiso } = contado
  const uno = (cifras: Partial<CifrasTablero>): CifrasTablero => ({
    ...NADA,
    ...cifras,
    atraso: atraso(contado, hoy, inhabiles),
  })
  switch (compromiso.estado) {
    case "cancelado":
      return null
    case "atendido":
      return uno({ atendidos: 1, ...comoLlego(compromiso) })
    case "en_validacion":
      return uno({ enValidacion: 1 })
    case "permanente":
      return obliga(contado.acuerdo) ? uno({ permanentes: 1 }) : null
    case "pendiente":
    case "en_proceso":
      if (!seDebe(contado)) return null
      return estaVencido(compromiso, hoy) ? uno({ vencidos: 1 }) : uno({ enPlazo: 1 })
  }
}

function comoLlego(compromiso: Contado["compromiso"]): Partial<CifrasTablero> {
  const fecha = fechaVigente(compromiso)
  if (compromiso.cumplidoEl === null || fecha === null) return {}
  return compromiso.cumplidoEl <= fecha ? { aTiempo: 1 } : { tarde: 1 }
}

/** As lists say it, back from today while it is owed, or from the day on which it was reported as done, to the date that counts. */
function atraso({ compromiso, acuerdo }: Contado, hoy: Fecha, inhabiles: Inhabiles): Atraso {
  const fecha = fechaVigente(compromiso)
  const hasta = seDebe({ compromiso, acuerdo }) ? hoy : compromiso.cumplidoEl
  const dias =
    fecha === null || hasta === null || hasta <= fecha ? 0 : -diasHabilesEntre(hasta, fecha, inhabiles)
  return dias > 0 ? { cuantos: 1, dias } : NADA.atraso
}

function movimiento(contados: readonly Contado[], desde: Fecha, hoy: Fecha): Movimiento {
  const cuenta = (cabe: (contado: Contado) => boolean) => contados.filter(cabe).length
  const acordado = ({ compromiso, acuerdo }: Contado) => compromiso.estado !== "cancelado" && obliga(acuerdo)
  return {
    desde,
    acordados: cuenta((uno) => acordado(uno) && uno.acordadoEl !== null && uno.acordadoEl >= desde),
    cumplidos: cuenta(({ compromiso: { cumplidoEl } }) => cumplidoEl !== null && cumplidoEl >= desde),
    vencieron: cuenta(
      (uno) =>
        seDebe(uno) && estaVencido(uno.compromiso, hoy) && (fechaVigente(uno.compromiso) ?? "") >= desde,
    ),
  }
}

function suma(a: CifrasTablero, b: CifrasTablero): CifrasTablero {
  return {
    atendidos: a.atendidos + b.atendidos,
    aTiempo: a.aTiempo + b.aTiempo,
    tarde: a.tarde + b.tarde,
    enValidacion: a.enValidacion + b.enValidacion,
    enPlazo: a.enPlazo + b.enPlazo,
    vencidos: a.vencidos + b.vencidos,
    permanentes: a.permanentes + b.permanentes,
    atraso: { cuantos: a.atraso.cuantos + b.atraso.cuantos, dias: a.atraso.dias + b.atraso.dias },
  }
}

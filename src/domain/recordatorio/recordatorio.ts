import { diaAplazado } from "../compromiso/aplazamiento.ts"
import { estaAbierto, estaVencido, fechaVigente, responsablesDe } from "../compromiso/compromiso.ts"
import {
  diasHabilesEntre,
  esHabil,
  habilDesde,
  type Inhabiles,
  lunesDe,
  sumarDias,
  sumarDiasHabiles,
} from "../tiempo/plazo.ts"
import type { Compromiso } from "../tipos/compromiso.ts"
import type { Fecha } from "../tipos/tiempo.ts"

/** Overdue, or due within this many business days, goes along as context of a message that is sent anyway. */
const CONTEXTO_DIAS = 5

export interface EntradaRecordatorios {
  readonly hoy: Fecha
  /**
   * Days before today that were planned, in order. Rungs since the last one on which an institution worked were missed
   * (the bot was off) and are made up for today. Empty: nothing was ever planned, and nothing counts as missed.
   */
  readonly diasPlaneados: readonly Fecha[]
  /** Offsets in business days from the due date. */
  readonly escalera: readonly number[]
  /** Every how many weeks what is still overdue after the ladder is named again; `null`: no more. */
  readonly seguimientoSemanas: number | null
  readonly compromisos: readonly Compromiso[]
  /** The body's calendar: the ladder's dates follow it. */
  readonly inhabiles: Inhabiles
  /** The body's days plus the institution's own: on them nothing reaches the institution. */
  readonly inhabilesDe: (institucionId: string) => Inhabiles
  /** Who answers today for what an institution owes: its successor when it has ceased to exist. */
  readonly responsable?: (institucionId: string) => string
  /**
   * The day since which a compromiso is owed as it is today (see `seDebeDesde`): of a date that falls before it no rung
   * was ever due, so none was missed. `null`: it is not known, and all count.
   */
  readonly debidoDesde?: (compromisoId: string) => Fecha | null
  /** Until when its institution asked not to be reminded of a compromiso; `null`: it did not. */
  readonly aplazadoHasta?: (compromisoId: string) => Fecha | null
}

/** A rung of the ladder, on the day on which it is really due to be sent. */
export interface Peldano {
  readonly dias: number
  /** The civil date that the ladder gives. */
  readonly nominal: Fecha
  /** First business day of the institution from `nominal` on. */
  readonly envio: Fecha
  /** Why it is not sent on its date: a day off of the body's calendar, or of the institution alone; `null`: it is. */
  readonly inhabil: "calendario" | "institucion" | null
  /** `aplazado`: it takes the place of the rungs that the institution asked to put off. */
  readonly origen: "escalera" | "aplazado"
}

export interface ItemRecordatorio {
  readonly compromiso: Compromiso
  /** The institution contributes to it, and another one answers for it. */
  readonly corresponsable?: boolean
  /** The date that counts: the second one, if there is one. */
  readonly fecha: Fecha
  /** Business days left to the institution, in its own calendar; negative: overdue. */
  readonly dias: number
  readonly vencido: boolean
  /** The rungs that bring it here, in order; empty: it only goes along as context. */
  readonly peldanos: readonly Peldano[]
}

export interface RecordatorioInstitucion {
  readonly institucionId: string
  readonly fecha: Fecha
  /** What hits a rung, soonest due first; never empty. */
  readonly items: readonly ItemRecordatorio[]
  readonly contexto: readonly ItemRecordatorio[]
  /** Earliest day on which a message should have gone out and did not; `null`: none was missed. */
  readonly omitidoDesde: Fecha | null
}

/**
 * What to remind each institution of today: at most one entry for each. Pure: the same input gives the same entries,
 * whatever was sent before. Only what the institution still owes and has a date for.
 */
export function recordatoriosDelDia(entrada: EntradaRecordatorios): readonly RecordatorioInstitucion[] {
  const grupos = new Map<string, Compromiso[]>()
  for (const compromiso of entrada.compromisos) {
    if (compromiso.institucionId === null || !estaAbierto(compromiso)) continue
    for (const id of new Set(responsablesDe(compromiso).map((una) => entrada.responsable?.(una) ?? una))) {
      const grupo = grupos.get(id)
      if (grupo === undefined) grupos.set(id, [compromiso])
      else grupo.push(compromiso)
    }
  }
  const nominales = fechasNominales(entrada)
  return [...grupos]
    .map(([id, compromisos]) => deInstitucion(entrada, id, compromisos, nominales))
    .filter((recordatorio) => recordatorio !== null)
    .sort((a, b) => (a.institucionId < b.institucionId ? -1 : 1))
}

type Nominales = (vence: Fecha) => readonly { readonly dias: number; readonly nominal: Fecha }[]

/** The ladder's dates for a due date, computed once: many compromisos share one. */
function fechasNominales({ hoy, escalera, seguimientoSemanas, inhabiles }: EntradaRecordatorios): Nominales {
  const ordenada = [...new Set(escalera)].sort((a, b) => a - b)
  const known = new Map<Fecha, ReturnType<Nominales>>()
  return (vence) => {
    const found = known.get(vence) ?? conSeguimiento(vence)
    known.set(vence, found)
    return found
  }

  function conSeguimiento(vence: Fecha): ReturnType<Nominales> {
    const peldanos = ordenada.map((dias) => ({ dias, nominal: sumarDiasHabiles(vence, dias, inhabiles) }))
    const ultimo = [vence, ...peldanos.map(({ nominal }) => nominal)].reduce((a, b) => (a > b ? a : b))
    const despues = lunesDeSeguimiento(ultimo, hoy, seguimientoSemanas).map((nominal) => ({
      dias: diasHabilesEntre(vence, nominal, inhabiles),
      nominal,
    }))
    return [...peldanos, ...despues]
  }
}

/** Follow-ups further back than this, in days, have been made up for by a later one. */
const ATRAS = 120

/**
 * Once the ladder is over, the first Monday a week or more after it, and every so many weeks from then on: on Mondays, so
 * that one message names all of an institution's.
 */
function lunesDeSeguimiento(ultimo: Fecha, hoy: Fecha, semanas: number | null): readonly Fecha[] {
  if (semanas === null) return []
  const paso = 7 * semanas
  const lunes: Fecha[] = []
  for (let dia = lunesDe(sumarDias(ultimo, 13)); dia <= hoy; dia = sumarDias(dia, paso)) lunes.push(dia)
  return lunes.filter((dia) => dia >= sumarDias(hoy, -ATRAS))
}

function deInstitucion(
  entrada: EntradaRecordatorios,
  institucionId: string,
  compromisos: readonly Compromiso[],
  nominales: Nominales,
): RecordatorioInstitucion | null {
  const propios = entrada.inhabilesDe(institucionId)
  if (!esHabil(entrada.hoy, propios)) return null
  const ultimoDia = ultimoDiaDe(entrada.diasPlaneados, propios)
  const todos = compromisos
    .map((compromiso) => item(entrada, compromiso, propios, nominales, ultimoDia))
    .filter((uno) => uno !== null)
    .map((uno) =>
      contribuye(entrada, institucionId, uno.compromiso) ? { ...uno, corresponsable: true } : uno,
    )
    .sort(porFecha)
  const items = todos.filter((uno) => uno.peldanos.length > 0)
  if (items.length === 0) return null
  return {
    institucionId,
    fecha: entrada.hoy,
    items,
    contexto: todos.filter((uno) => uno.peldanos.length === 0 && uno.dias <= CONTEXTO_DIAS),
    omitidoDesde: omitidoDesde(items, entrada.hoy),
  }
}

/** It is reminded of what another one answers for. */
const contribuye = (
  { responsable }: Pick<EntradaRecordatorios, "responsable">,
  institucionId: string,
  { institucionId: debe }: Compromiso,
): boolean => debe !== null && (responsable?.(debe) ?? debe) !== institucionId

/** Earliest day before `hoy` on which one of these should have been sent; `null`: none. */
export function omitidoDesde(items: readonly Pick<ItemRecordatorio, "peldanos">[], hoy: Fecha): Fecha | null {
  const envios = items.flatMap(({ peldanos }) => peldanos.map(({ envio }) => envio))
  return envios.filter((envio) => envio < hoy).sort()[0] ?? null
}

/** Of these, what has a rung of a date before today: only for them it matters since when they are owed. */
export const conFechaAnterior = (
  recordatorios: readonly RecordatorioInstitucion[],
): readonly ItemRecordatorio[] =>
  recordatorios.flatMap(({ fecha, items }) =>
    items.filter(({ peldanos }) => peldanos.some(({ nominal }) => nominal < fecha)),
  )

/**
 * A planned day that was inhábil for the institution sent it nothing, so it does not close what was missed before it;
 * unless there was no other: then nothing was ever missed before the first.
 */
function ultimoDiaDe(diasPlaneados: readonly Fecha[], propios: Inhabiles): Fecha | null {
  return diasPlaneados.findLast((dia) => esHabil(dia, propios)) ?? diasPlaneados[0] ?? null
}

function item(
  entrada: EntradaRecordatorios,
  compromiso: Compromiso,
  propios: Inhabiles,
  nominales: Nominales,
  ultimoDia: Fecha | null,
): ItemRecordatorio | null {
  const { hoy } = entrada
  const fecha = fechaVigente(compromiso)
  if (fecha === null) return null
  const hasta = entrada.aplazadoHasta?.(compromiso.id) ?? null
  const aplazado = hasta === null ? null : diaAplazado(hasta, fecha, propios)
  if (aplazado !== null && hoy < aplazado) return null
  const seEnvia = ({ envio }: Peldano): boolean =>
    ultimoDia === null ? envio === hoy : ultimoDia < envio && envio <= hoy
  const desde = entrada.debidoDesde?.(compromiso.id) ?? null
  const escalera = nominales(fecha)
    // A nominal date after today cannot be sent today, and cheap to discard.
    .filter(({ nominal }) => nominal <= hoy && (desde === null || desde <= nominal))
    .map(({ dias, nominal }) => peldano(dias, nominal, entrada, propios))
  return {
    compromiso,
    fecha,
    dias: diasHabilesEntre(hoy, fecha, propios),
    vencido: estaVencido(compromiso, hoy),
    peldanos: conAplazamiento(escalera, aplazado, fecha, entrada.inhabiles).filter(seEnvia),
  }
}

function peldano(
  dias: number,
  nominal: Fecha,
  { inhabiles }: EntradaRecordatorios,
  propios: Inhabiles,
): Peldano {
  const envio = habilDesde(nominal, propios)
  const motivo = esHabil(nominal, inhabiles) ? "institucion" : "calendario"
  return { dias, nominal, envio, inhabil: nominal === envio ? null : motivo, origen: "escalera" }
}

/** What was put off is silent until its day, and then is said once in place of the rungs that it silenced. */
function conAplazamiento(
  escalera: readonly Peldano[],
  dia: Fecha | null,
  vence: Fecha,
  inhabiles: Inhabiles,
): readonly Peldano[] {
  if (dia === null) return escalera
  const dias = -diasHabilesEntre(dia, vence, inhabiles)
  const aplazado: Peldano = { dias, nominal: dia, envio: dia, inhabil: null, origen: "aplazado" }
  const despues = escalera.filter(({ envio }) => envio >= dia)
  return despues.some(({ envio }) => envio === dia) ? despues : [aplazado, ...despues]
}

function porFecha(a: ItemRecordatorio, b: ItemRecordatorio): number {
  if (a.fecha !== b.fecha) return a.fecha < b.fecha ? -1 : 1
  return a.compromiso.clave < b.compromiso.clave ? -1 : 1
}

/** The rung that an item is sent for: the last one. Those before it were missed and have nothing left to say. */
export function peldanoVigente({ peldanos }: Pick<ItemRecordatorio, "peldanos">): Peldano | null {
  return peldanos.at(-1) ?? null
}

/**
 * The rung that should have been sent by the due date and, on account of inhábiles, is sent after it; `null`: none.
 * Whoever reads the message must be told.
 */
export function avisoTardio({ peldanos, fecha, vencido }: ItemRecordatorio): Peldano | null {
  if (!vencido) return null
  return peldanos.findLast(({ nominal, envio }) => nominal <= fecha && fecha < envio) ?? null
}

/** "T-5", "T", "T+1". */
export function nombrePeldano(dias: number): string {
  if (dias === 0) return "T"
  return dias < 0 ? `T-${-dias}` : `T+${dias}`
}

/** The part of it for which the institution itself answers: what others answer for is told of them. */
export const soloLoPropio = (recordatorio: RecordatorioInstitucion): RecordatorioInstitucion => ({
  ...recordatorio,
  items: recordatorio.items.filter(({ corresponsable }) => corresponsable !== true),
  contexto: recordatorio.contexto.filter(({ corresponsable }) => corresponsable !== true),
})

/** Everything of the institution that is overdue, whatever brought the message: the figure that its lists give too. */
export function vencidosEn({ items, contexto }: Pick<RecordatorioInstitucion, "items" | "contexto">): number {
  return [...items, ...contexto].filter(({ vencido }) => vencido).length
}

/** `seguimiento`: something is overdue. `vencimiento`: something falls due today. `recordatorio`: nothing has yet. */
export function tonoRecordatorio(
  recordatorio: Pick<RecordatorioInstitucion, "items" | "fecha">,
): "recordatorio" | "vencimiento" | "seguimiento" {
  if (recordatorio.items.some((uno) => uno.vencido)) return "seguimiento"
  return recordatorio.items.some((uno) => uno.fecha === recordatorio.fecha) ? "vencimiento" : "recordatorio"
}

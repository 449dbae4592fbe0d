import { Temporal } from "temporal-polyfill"
import type { DiaInhabil, Fecha, RegimenInhabil } from "../tipos/tiempo.ts"
import type { Inhabiles } from "./plazo.ts"

/** The statutory calendars that there are, in the order in which they are named. */
export const REGIMENES_LEGALES = ["apf", "lft", "lfpa"] as const

/**
 * What a body that has named no calendar is counted by: a day that is off in any of them shortens no term, so what is
 * sent by this count is in time whichever is the right one.
 */
export function regimenDe({ calendario }: { readonly calendario: RegimenInhabil | null }): RegimenInhabil {
  return calendario ?? "union"
}

/** The days that a prudent count leaves out besides the body's own: those of every law, unless none is its own. */
export function regimenPrudente(organo: { readonly calendario: RegimenInhabil | null }): RegimenInhabil {
  return organo.calendario === "ninguno" ? "ninguno" : "union"
}

/** Days recorded for everybody (`base`) are those of the official calendar: they hold where that one does. */
export function observaBase(organo: { readonly calendario: RegimenInhabil | null }): boolean {
  const regimen = regimenDe(organo)
  return regimen === "apf" || regimen === "union"
}

interface Regla {
  readonly motivo: string
  readonly porAcuerdo?: true
  readonly fecha: (anio: number) => Fecha | null
}

const LUNES = 1
/** Years in which the federal executive changes: 2018, 2024, 2030… */
const SEXENIO = { base: 2024, cada: 6 } as const

const fija =
  (mes: number, dia: number) =>
  (anio: number): Fecha =>
    new Temporal.PlainDate(anio, mes, dia).toString()

const lunesDelMes =
  (mes: number, cual: number) =>
  (anio: number): Fecha => {
    const primero = new Temporal.PlainDate(anio, mes, 1)
    const hastaElLunes = (LUNES + 7 - primero.dayOfWeek) % 7
    return primero.add({ days: hastaElLunes + 7 * (cual - 1) }).toString()
  }

function cambiaElEjecutivo(anio: number): boolean {
  return (anio - SEXENIO.base) % SEXENIO.cada === 0
}

/** CPEUM 83: 1 October since 2024, 1 December before. */
function transmisionDelEjecutivo(anio: number): Fecha | null {
  if (!cambiaElEjecutivo(anio)) return null
  return anio >= SEXENIO.base ? fija(10, 1)(anio) : fija(12, 1)(anio)
}

/** LFPA 28 still says 1 December, literally. */
function transmisionLiteral(anio: number): Fecha | null {
  return cambiaElEjecutivo(anio) ? fija(12, 1)(anio) : null
}

/** Easter Sunday of the Gregorian calendar (Computus of Meeus, Jones and Butcher). */
export function domingoDePascua(anio: number): Fecha {
  const a = anio % 19
  const b = Math.floor(anio / 100)
  const c = anio % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return new Temporal.PlainDate(anio, Math.floor(n / 31), (n % 31) + 1).toString()
}

const antesDePascua =
  (dias: number) =>
  (anio: number): Fecha =>
    Temporal.PlainDate.from(domingoDePascua(anio)).subtract({ days: dias }).toString()

const ANIO_NUEVO: Regla = { motivo: "Año Nuevo", fecha: fija(1, 1) }
const TRABAJO: Regla = { motivo: "Día del Trabajo", fecha: fija(5, 1) }
const PUEBLA: Regla = { motivo: "Batalla de Puebla", fecha: fija(5, 5) }
const INDEPENDENCIA: Regla = { motivo: "Día de la Independencia", fecha: fija(9, 16) }
const NAVIDAD: Regla = { motivo: "Navidad", fecha: fija(12, 25) }
const EJECUTIVO = "Transmisión del Poder Ejecutivo Federal"

const LUNES_FESTIVOS: readonly Regla[] = [
  { motivo: "En conmemoración del 5 de febrero", fecha: lunesDelMes(2, 1) },
  { motivo: "En conmemoración del 21 de marzo", fecha: lunesDelMes(3, 3) },
  { motivo: "En conmemoración del 20 de noviembre", fecha: lunesDelMes(11, 3) },
]

/** In no statute: usual practice that needs each year's acuerdo. */
const SEMANA_SANTA: readonly Regla[] = [
  { motivo: "Jueves Santo", porAcuerdo: true, fecha: antesDePascua(3) },
  { motivo: "Viernes Santo", porAcuerdo: true, fecha: antesDePascua(2) },
]

const LFT: readonly Regla[] = [
  ANIO_NUEVO,
  ...LUNES_FESTIVOS,
  TRABAJO,
  INDEPENDENCIA,
  { motivo: EJECUTIVO, fecha: transmisionDelEjecutivo },
  NAVIDAD,
]

const REGLAS: Readonly<Record<Exclude<RegimenInhabil, "union">, readonly Regla[]>> = {
  ninguno: [],
  lft: LFT,
  apf: [...LFT, PUEBLA, ...SEMANA_SANTA],
  lfpa: [
    ANIO_NUEVO,
    { motivo: "Día de la Constitución", fecha: fija(2, 5) },
    { motivo: "Natalicio de Benito Juárez", fecha: fija(3, 21) },
    ...SEMANA_SANTA,
    TRABAJO,
    PUEBLA,
    { motivo: "1 de septiembre (LFPA, artículo 28)", fecha: fija(9, 1) },
    INDEPENDENCIA,
    { motivo: "Día de la Revolución", fecha: fija(11, 20) },
    { motivo: EJECUTIVO, fecha: transmisionLiteral },
    NAVIDAD,
  ],
}

/** A rule gives the same dates every time, and every question asks for them. */
const calculados = new Map<string, readonly DiaInhabil[]>()
const MAX_CALCULADOS = 400

/** Inhábiles of a year by rule, in order of date, one row a date. Valid from 2006, when the Mondays were introduced. */
export function inhabilesBase(anio: number, regimen: RegimenInhabil = "apf"): readonly DiaInhabil[] {
  const nombre = `${regimen} ${anio}`
  const dias =
    calculados.get(nombre) ?? Object.freeze(calcular(anio, regimen).map((dia) => Object.freeze(dia)))
  if (calculados.size < MAX_CALCULADOS) calculados.set(nombre, dias)
  return dias
}

function calcular(anio: number, regimen: RegimenInhabil): readonly DiaInhabil[] {
  const reglas = regimen === "union" ? REGIMENES_LEGALES.flatMap((cual) => REGLAS[cual]) : REGLAS[regimen]
  const porFecha = new Map<Fecha, DiaInhabil>()
  for (const regla of reglas) {
    const fecha = regla.fecha(anio)
    if (fecha === null || porFecha.has(fecha)) continue
    porFecha.set(fecha, {
      fecha,
      ambito: "base",
      organoId: null,
      institucionId: null,
      motivo: regla.motivo,
      porAcuerdo: regla.porAcuerdo ?? false,
      fuente: null,
    })
  }
  return [...porFecha.values()].sort((a, b) => (a.fecha < b.fecha ? -1 : 1))
}

/** The dates of every year from `desde` to `hasta`, ready for `sumarDiasHabiles`. */
export function conjuntoBase(desde: number, hasta: number, regimen: RegimenInhabil = "apf"): Inhabiles {
  const fechas = new Set<Fecha>()
  for (let anio = desde; anio <= hasta; anio += 1) {
    for (const dia of inhabilesBase(anio, regimen)) fechas.add(dia.fecha)
  }
  return fechas
}

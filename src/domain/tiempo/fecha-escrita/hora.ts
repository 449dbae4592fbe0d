import type { Hora } from "../../tipos/tiempo.ts"
import { type Contexto, rechazo, VAGA } from "./lectura.ts"

/** The hour that a line of symbols names; several when it may be either, earliest first. */
export type HoraLeida =
  | { readonly kind: "horas"; readonly horas: readonly Hora[] }
  | ReturnType<typeof rechazo<Hora>>

/** Hours of the clock, 0 to 23, that each part of the day may have. */
const PARTES: Readonly<Record<string, (hora: number) => boolean>> = {
  AM: (hora) => hora < 12,
  PM: (hora) => hora >= 12,
  TM: (hora) => hora >= 1 && hora <= 12,
  TT: (hora) => hora >= 12 && hora <= 20,
  TN: (hora) => hora >= 18 || hora === 0,
  TD: (hora) => hora <= 6,
  TDIA: (hora) => hora >= 9 && hora <= 15,
}
const PARTE = /\b(?:AM|PM|TM|TT|TN|TD|TDIA)\b/g
const ENTRADA = /^(?:(?:A|ALAS|EN|PARA|HASTA) )+/
/** Without a part of the day these may be of the morning or of the afternoon; a session is not supposed at dawn. */
const DUDOSAS = { desde: 1, hasta: 7 } as const

interface Reloj {
  /** As it was written: `05` is of the 24-hour clock. */
  readonly hora: string
  readonly minutos: readonly number[]
}

interface FormaHora {
  readonly forma: RegExp
  leer(partes: readonly (string | undefined)[]): Reloj
}

const n = (cifras: string | undefined): number => Number(cifras ?? 0)
const fraccion = (dicha: string | undefined): number =>
  dicha === "MEDIA" ? 30 : dicha === "CUARTO" ? 15 : n(dicha)

const FORMAS: readonly FormaHora[] = [
  { forma: /^(\d{1,2})(?: HRS)?$/, leer: ([hora = ""]) => ({ hora, minutos: [0] }) },
  {
    forma: /^(\d{1,2}) [:.] (\d{2})(?: : \d{2})?(?: HRS| MIN)?$/,
    leer: ([hora = "", m]) => ({ hora, minutos: [n(m)] }),
  },
  {
    forma: /^(\d{1,2}) [:.] (\d)(?: HRS)?$/,
    leer: ([hora = "", m]) => ({ hora, minutos: [n(m), n(m) * 10] }),
  },
  { forma: /^(\d{1,2})(\d{2})(?: HRS)?$/, leer: ([hora = "", m]) => ({ hora, minutos: [n(m)] }) },
  { forma: /^(\d{1,2}) (\d{2})(?: HRS)?$/, leer: ([hora = "", m]) => ({ hora, minutos: [n(m)] }) },
  {
    forma: /^(\d{1,2}) HRS (?:Y )?(\d{1,2})(?: MIN)?$/,
    leer: ([hora = "", m]) => ({ hora, minutos: [n(m)] }),
  },
  {
    forma: /^(\d{1,2})(?: HRS)? Y (MEDIA|CUARTO|\d{1,2})(?: MIN)?$/,
    leer: ([hora = "", m]) => ({ hora, minutos: [fraccion(m)] }),
  },
  {
    forma: /^(?:1 )?(CUARTO|\d{1,2})(?: MIN)? PARA(?: ALAS)? (\d{1,2})$/,
    leer: ([m, hora = ""]) => ({ hora, minutos: [-fraccion(m)] }),
  },
  {
    forma: /^(\d{1,2}) MENOS (CUARTO|\d{1,2})$/,
    leer: ([hora = "", m]) => ({ hora, minutos: [-fraccion(m)] }),
  },
]

/** Whether the symbols are of an hour and can be of nothing else. */
export const esHoraExplicita = (symbols: string): boolean =>
  /\b(?:ALAS|HRS|AM|PM|TM|TT|TN|TD|TDIA|MEDIODIA|MEDIANOCHE|MEDIA|CUARTO|MIN)\b| : /.test(symbols) ||
  /^(?:\d{1,2} (?:A|HASTA) \d{1,2}|\d{3,4})$/.test(symbols)

export const soloParteDelDia = (symbols: string): boolean => /^(?:TM|TT|TN|TD|TDIA)$/.test(symbols)

export function leerHoraDe(symbols: string, contexto: Contexto): HoraLeida {
  const line = symbols.replace(ENTRADA, "")
  const aproximada = /^(?:ANTES|TRAS) (.+)$/.exec(line)?.[1]
  if (aproximada !== undefined) {
    const leida = leerHoraDe(aproximada, contexto)
    return leida.kind === "horas" ? rechazo({ razon: "vaga" }, leida.horas) : leida
  }
  return alternativas(line, contexto) ?? rango(line, contexto) ?? una(line, line.match(PARTE) ?? [])
}

/** "10:00 o 10:30" */
function alternativas(symbols: string, contexto: Contexto): HoraLeida | null {
  const match = /^(.+?) O (.+)$/.exec(symbols)
  if (match === null) return null
  const [izquierda, derecha] = conSuParte(match[1] ?? "", match[2] ?? "")
  const [primera, segunda] = [leerHoraDe(izquierda, contexto), leerHoraDe(derecha, contexto)]
  if (primera.kind !== "horas") return primera
  return segunda.kind === "horas" ? horas([...primera.horas, ...segunda.horas]) : segunda
}

/** "de 10 a 12", "10:00-12:00": one hour is asked, and the first may be it. */
function rango(symbols: string, contexto: Contexto): HoraLeida | null {
  const match = /^(?:ENTRE (.+?) Y (.+)|(.+?) (?:A|ALAS|HASTA|-) (.+))$/.exec(symbols)
  if (match === null) return null
  const [izquierda, derecha] = conSuParte(match[1] ?? match[3] ?? "", match[2] ?? match[4] ?? "")
  const [primera, segunda] = [leerHoraDe(izquierda, contexto), leerHoraDe(derecha, contexto)]
  if (primera.kind !== "horas") return primera
  if (segunda.kind === "horas") return rechazo({ razon: "rango" }, primera.horas)
  // "10-30" is how some write half past ten.
  const minutos = /^(\d{1,2}) - ([3-5]\d)$/.exec(symbols)
  return minutos ? una(`${minutos[1]} : ${minutos[2]}`, []) : segunda
}

/** "de 5 a 7 de la tarde": the part of the day is of both. */
function conSuParte(izquierda: string, derecha: string): readonly [string, string] {
  const partes = (symbols: string) => symbols.match(PARTE) ?? []
  if (partes(izquierda).length > 0) return [izquierda, derecha]
  return [[izquierda, ...partes(derecha)].join(" "), derecha]
}

function una(symbols: string, partes: readonly string[]): HoraLeida {
  const line = symbols.replaceAll(PARTE, "").replaceAll(/ {2,}/g, " ").trim().replace(ENTRADA, "")
  if (line === "MEDIODIA") return horas(["12:00"])
  if (line === "MEDIANOCHE") return horas(["00:00"])
  for (const { forma, leer } of FORMAS) {
    const match = forma.exec(line)
    if (match) return enElReloj(leer(match.slice(1)), partes)
  }
  return VAGA
}

function enElReloj({ hora, minutos }: Reloj, partes: readonly string[]): HoraLeida {
  const dicha = Number(hora)
  const posibles = minutos.filter((m) => Math.abs(m) <= 59)
  if (dicha > 23 || posibles.length === 0) return rechazo({ razon: "inexistente", de: "hora" })
  const deDoce = dicha >= 1 && dicha <= 12
  const dudosa = dicha >= DUDOSAS.desde && dicha <= DUDOSAS.hasta && !hora.startsWith("0")
  const candidatas = deDoce && (partes.length > 0 || dudosa) ? [dicha % 12, (dicha % 12) + 12] : [dicha]
  const validas = candidatas.filter((una) => partes.every((parte) => PARTES[parte]?.(una)))
  if (validas.length === 0) return rechazo({ razon: "contradictoria" })
  return horas(validas.flatMap((una) => posibles.map((m) => escrita(una * 60 + m))))
}

const horas = (todas: readonly Hora[]): HoraLeida => ({ kind: "horas", horas: [...new Set(todas)].sort() })

/** `minutos` since midnight; a quarter to midnight is the evening's. */
function escrita(minutos: number): Hora {
  const delDia = (minutos + 24 * 60) % (24 * 60)
  const dos = (cifra: number) => String(cifra).padStart(2, "0")
  return `${dos(Math.floor(delDia / 60))}:${dos(delDia % 60)}`
}

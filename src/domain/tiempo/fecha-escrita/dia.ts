import type { Fecha } from "../../tipos/tiempo.ts"
import { sumarDiasHabiles } from "../plazo.ts"
import { conDiaDeSemana, enElTiempo, semanaDe } from "./calendario.ts"
import { diaAbsoluto } from "./dia-absoluto.ts"
import { cercano, diaRelativo } from "./dia-relativo.ts"
import { type Contexto, type Dia, esVaga, fecha, rechazo, VAGA } from "./lectura.ts"
import { diaDePeriodo } from "./periodo.ts"

/** What may stand before a day and leaves it the same. */
const ENTRADA = /^(?:(?:A|EN|PARA|HASTA) )+/

/** The day that a line of symbols names. */
export function leerDia(symbols: string, contexto: Contexto): Dia {
  const leida = enElTiempo(expresion(symbols.replace(ENTRADA, ""), contexto), contexto)
  if (leida.kind !== "rechazada") return leida
  const posibles = leida.propuestas.filter((una) => contexto.pasado || una >= contexto.hoy)
  return { ...leida, propuestas: [...new Set(posibles)] }
}

function expresion(symbols: string, contexto: Contexto): Dia {
  return (
    diaAbsoluto(symbols, contexto) ??
    diaRelativo(symbols, contexto) ??
    diaDePeriodo(symbols, contexto) ??
    conSuDia(symbols, contexto) ??
    conCercano(symbols, contexto) ??
    antesDe(symbols, contexto) ??
    trasUnDia(symbols, contexto) ??
    entreVarios(symbols, contexto) ??
    VAGA
  )
}

/** "lunes 14 de diciembre", "14 de diciembre (lunes)", "el próximo lunes 14", "este 14 de diciembre". */
function conSuDia(symbols: string, contexto: Contexto): Dia | null {
  const match = /^(?:(?:PROX|ACT) )?(?:D(\d) )?(?:(?:A|EN) )?(.+?)(?: D(\d))?$/.exec(symbols)
  const [, antes, resto = "", despues] = match ?? []
  // A bare number before it is of a month: "15 mar".
  if (match === null || resto === symbols || (despues !== undefined && /^\d+$/.test(resto))) return null
  const leida = diaAbsoluto(resto, contexto)
  if (leida === null) return null
  const dicho = antes ?? despues
  return dicho === undefined ? leida : conDiaDeSemana(Number(dicho), leida)
}

/** "mañana viernes", "hoy jueves 26": all of it must be the same day. */
function conCercano(symbols: string, contexto: Contexto): Dia | null {
  const match = /^(HOY|MANANA|PASADO|AYER)(?: D(\d))?(?: (\d.*))?$/.exec(symbols)
  const [, cual = "", dicho, resto] = match ?? []
  if (match === null || cual === "AYER") return match && fecha(cercano(cual, contexto.hoy))
  const dia = cercano(cual, contexto.hoy)
  if (dicho !== undefined && semanaDe(dia) !== Number(dicho)) return conDiaDeSemana(Number(dicho), fecha(dia))
  if (resto === undefined) return fecha(dia)
  const leida = diaAbsoluto(resto, contexto)
  if (leida === null || leida.kind === "rechazada") return leida?.rechazo.razon === "falta_dia" ? null : leida
  return fechasDe(leida).includes(dia)
    ? fecha(dia)
    : rechazo({ razon: "contradictoria" }, [dia, ...fechasDe(leida)])
}

/** "antes del 20": the business day before it, or it. */
function antesDe(symbols: string, contexto: Contexto): Dia | null {
  const resto = /^ANTES (.+)$/.exec(symbols)?.[1]
  if (resto === undefined) return null
  const leida = leerDia(resto, contexto)
  if (leida.kind !== "fecha") return leida
  return {
    kind: "ambigua",
    opciones: [sumarDiasHabiles(leida.fecha, -1, contexto.inhabiles), leida.fecha],
  }
}

/** "después de navidad" is no day; the next business day is proposed. */
function trasUnDia(symbols: string, contexto: Contexto): Dia | null {
  const resto = /^TRAS (.+)$/.exec(symbols)?.[1]
  if (resto === undefined) return null
  const leida = leerDia(resto, contexto)
  return leida.kind === "fecha"
    ? { kind: "ambigua", opciones: [sumarDiasHabiles(leida.fecha, 1, contexto.inhabiles)] }
    : null
}

/** "del 10 al 12 de diciembre", "10 u 11 de diciembre", "lunes o martes": one day is asked. */
function entreVarios(symbols: string, contexto: Contexto): Dia | null {
  const match = /^(?:ENTRE )?(.+?) (A|HASTA|Y|O|-) (.+)$/.exec(symbols)
  const [, izquierda = "", union, derecha = ""] = match ?? []
  if (match === null) return null
  const segunda = leerDia(derecha, contexto)
  const compartido = /^\d{1,2}$/.test(izquierda) ? /^\d{1,2}( .+)$/.exec(derecha)?.[1] : undefined
  const primera = leerDia(`${izquierda}${compartido ?? ""}`, contexto)
  if (esVaga(primera) || esVaga(segunda)) return null
  if (union !== "O" && (primera.kind === "rechazada") !== (segunda.kind === "rechazada")) return null
  const opciones = [...new Set([...fechasDe(primera), ...fechasDe(segunda)])].sort()
  return opciones.length === 0 ? primera : { kind: "ambigua", opciones }
}

function fechasDe(dia: Dia): readonly Fecha[] {
  if (dia.kind === "fecha") return [dia.fecha]
  return dia.kind === "ambigua" ? dia.opciones : []
}

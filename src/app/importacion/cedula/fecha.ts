import { fechaCivil } from "../../../domain/tiempo/dia-civil.ts"
import { leerEscrito } from "../../../domain/tiempo/fecha-escrita/leer.ts"
import type { Inhabiles } from "../../../domain/tiempo/plazo.ts"
import type { Fecha } from "../../../domain/tipos/tiempo.ts"
import type { Celda } from "../../../ports/hojas/libro.ts"
import { porQueNo } from "../../../texts/fecha-escrita.ts"

export type FechaLeida = { readonly fecha: Fecha | null } | { readonly problema: string }

/** A number that lost the format of a date: days since 1900, of the years 2000 to 2060. */
const PRIMERO = 36_526
const ULTIMO = 58_440
const HASTA_1970 = 25_569

const SIN_FECHA =
  /^(?:-+|n\/?a|s\/?f|sin fecha|por definir|no aplica|permanente|continuo|indefinid[oa]|n\.a\.?)$/iu
/** «10 días hábiles a partir de la sesión» counts from it, as all terms here do. */
const DESDE_LA_SESION =
  /[\s,]*(?:contados?\s+)?(?:a partir de|posteriores a|despu[eé]s de|siguientes a)(?:l| la| el)\b.*$/iu

/** `desde`: the day of the session, from which terms count and after which everything is due. */
export function leerFecha(
  celda: Celda,
  {
    desde,
    hoy,
    inhabiles,
    zona,
  }: {
    readonly desde: Fecha | null
    readonly hoy: Fecha
    readonly inhabiles: Inhabiles
    readonly zona: string
  },
): FechaLeida {
  if (typeof celda === "number")
    return Number.isInteger(celda) && celda >= PRIMERO && celda <= ULTIMO
      ? { fecha: fechaCivil(celda - HASTA_1970) }
      : { problema: "no es una fecha; dé a la celda formato de fecha, o escriba 15/03/2024" }
  const escrita = String(celda).trim()
  if (SIN_FECHA.test(escrita)) return { fecha: null }
  const dia = desde ?? hoy
  const leida = leerEscrito(escrita.replace(DESDE_LA_SESION, ""), "fecha", {
    hoy: dia,
    inhabiles,
    zona,
    pasado: true,
  })
  if (leida.kind === "fecha" || leida.kind === "fecha_hora") return { fecha: leida.fecha }
  if (leida.kind === "hora") return { problema: "es una hora y se esperaba un día, por ejemplo 15/03/2024" }
  if (leida.kind === "ambigua") {
    const posibles = leida.opciones.flatMap((una) => ("fecha" in una && una.fecha >= dia ? [una.fecha] : []))
    const [unica, ...otras] = new Set(posibles)
    if (unica !== undefined && otras.length === 0) return { fecha: unica }
  }
  return { problema: porQueNo(leida, { pedido: "fecha", desde: dia, hoy }) }
}

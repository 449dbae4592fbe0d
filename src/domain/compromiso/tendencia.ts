import type { Fecha } from "../tipos/tiempo.ts"
import { obliga } from "./exigible.ts"
import type { Contado } from "./tablero.ts"

/** How what had been agreed before a session stood on its day. */
export interface PuntoTendencia {
  /** `null`: today. */
  readonly sesion: string | null
  readonly dia: Fecha
  readonly enPlazo: number
  readonly vencidos: number
  /** Reported as done until then. */
  readonly cumplidos: number
}

export interface Tendencia {
  /** Oldest first; the last one is today. */
  readonly puntos: readonly PuntoTendencia[]
  /** Attended, and nobody recorded when: on no day can they be told from what was owed. */
  readonly sinConstancia: number
}

/** When it was given another date, oldest first; the log may not tell of all of them. */
export interface CambioDeFecha {
  readonly dia: Fecha
  readonly fecha: Fecha
}

export interface ContadoEnElTiempo extends Contado {
  readonly cambios: readonly CambioDeFecha[]
}

/** Sessions that the series goes back. */
export const MAX_SESIONES = 5

/**
 * The last sessions that were held, and today. What was cancelled, has no end or asks nothing of anybody is in none of them;
 * nor is what the session of the day itself agreed.
 */
export function tendencia(
  contados: readonly ContadoEnElTiempo[],
  celebradas: readonly { readonly clave: string; readonly fecha: Fecha }[],
  hoy: Fecha,
): Tendencia {
  const exigibles = contados.filter(
    ({ compromiso: { estado }, acuerdo, acordadoEl }) =>
      estado !== "cancelado" && estado !== "permanente" && obliga(acuerdo) && acordadoEl !== null,
  )
  const fechables = exigibles.filter(
    ({ compromiso: { estado, cumplidoEl } }) =>
      cumplidoEl !== null || estado === "pendiente" || estado === "en_proceso",
  )
  const ultimas = [...celebradas]
    .filter(({ fecha }) => fecha < hoy)
    .sort((a, b) => (a.fecha < b.fecha ? -1 : 1))
    .slice(-MAX_SESIONES)
  const puntos = ultimas.map(({ clave, fecha }) => puntoDe(fechables, clave, fecha))
  // Before anything was agreed there was nothing to tell of.
  const primero = puntos.findIndex(({ enPlazo, vencidos, cumplidos }) => enPlazo + vencidos + cumplidos > 0)
  return {
    puntos: [...(primero < 0 ? [] : puntos.slice(primero)), puntoDe(fechables, null, hoy)],
    sinConstancia: exigibles.length - fechables.length,
  }
}

function puntoDe(contados: readonly ContadoEnElTiempo[], sesion: string | null, dia: Fecha): PuntoTendencia {
  const suyos = contados.filter(({ acordadoEl }) =>
    sesion === null ? (acordadoEl ?? "") <= dia : (acordadoEl ?? "") < dia,
  )
  const pendientes = suyos.filter(({ compromiso: { cumplidoEl } }) => cumplidoEl === null || cumplidoEl > dia)
  const vencidos = pendientes.filter((uno) => {
    const fecha = fechaEn(uno, dia)
    return fecha !== null && fecha < dia
  }).length
  return {
    sesion,
    dia,
    vencidos,
    enPlazo: pendientes.length - vencidos,
    cumplidos: suyos.length - pendientes.length,
  }
}

/** The date that held on a day; of what nobody recorded a change of, the one that it has. */
function fechaEn({ compromiso, cambios }: ContadoEnElTiempo, dia: Fecha): Fecha | null {
  const { fechaCompromiso, fechaReprogramada } = compromiso
  if (cambios.length === 0) return fechaReprogramada ?? fechaCompromiso
  return cambios.findLast((cambio) => cambio.dia <= dia)?.fecha ?? fechaCompromiso
}

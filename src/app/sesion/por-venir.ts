import { esEsperada, inicioSesion } from "../../domain/sesion/recordatorio.ts"
import { sumarDias } from "../../domain/tiempo/plazo.ts"
import { instanteDe, msEntre } from "../../domain/tiempo/tiempo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Sesion } from "../../domain/tipos/sesion.ts"
import type { Fecha, Instante } from "../../domain/tipos/tiempo.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Calendarios, leerCalendarios } from "../inhabil/calendarios.ts"

/** Sessions further away than this have no message yet, in days. */
const HORIZONTE = 400
/** Calendar read around the dates, in days: longer than any vacation. */
const MARGEN = 120

export type SesionFechada = Sesion & { readonly fecha: Fecha }

/** Dated sessions that are still expected, the soonest first. */
export async function sesionesPorVenir(
  read: Pick<Repositories, "sesiones">,
  organo: Organo,
  hoy: Fecha,
): Promise<readonly SesionFechada[]> {
  const hasta = sumarDias(hoy, HORIZONTE)
  return (await read.sesiones.list(organo.id))
    .flatMap((sesion) => (sesion.fecha === null ? [] : [{ ...sesion, fecha: sesion.fecha }]))
    .filter((sesion) => esEsperada(sesion) && hoy <= sesion.fecha && sesion.fecha <= hasta)
    .sort((a, b) => a.fecha.localeCompare(b.fecha) || a.clave.localeCompare(b.clave))
}

/** The calendars from before today until after the last session. `sesiones`: the soonest first. */
export function calendariosDeSesiones(
  read: Pick<Repositories, "inhabiles" | "organos">,
  organo: Organo,
  hoy: Fecha,
  sesiones: readonly SesionFechada[],
): Promise<Calendarios> {
  const ultima = sesiones.at(-1)?.fecha ?? hoy
  return leerCalendarios(read, organo, sumarDias(hoy, -MARGEN), sumarDias(ultima, MARGEN))
}

/** Until when a message about a session is of use: its hour; without one on record, the end of its day. */
export function finDeSesion({ fecha, hora }: SesionFechada, { zona }: Organo): Instante {
  return inicioSesion(fecha, hora, zona) ?? instanteDe(sumarDias(fecha, 1), "00:00", zona)
}

/** Nothing is said of it any more. */
export function yaEmpezo(sesion: SesionFechada, organo: Organo, now: Instante): boolean {
  return msEntre(finDeSesion(sesion, organo), now) >= 0
}

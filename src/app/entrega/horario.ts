import { responsables } from "../../domain/directorio/institucion.ts"
import type { PoliticaRecordatorios } from "../../domain/reglas/perfil-reglas.ts"
import { habilDesde, sumarDias } from "../../domain/tiempo/plazo.ts"
import { fechaEnZona, horaEnZona, instanteDe } from "../../domain/tiempo/tiempo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Delivery } from "../../ports/repositories/deliveries.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"
import { type Calendarios, leerCalendarios } from "../inhabil/calendarios.ts"
import { politicaRecordatorios } from "../recordatorio/politica.ts"

/** Calendar read ahead, in days: longer than any vacation. */
const HORIZONTE = 120

interface Horario {
  readonly organo: Organo
  readonly politica: PoliticaRecordatorios
  readonly calendarios: Calendarios
  /** Who answers today for an institution. */
  readonly responsable: (institucionId: string) => string
}

/** When a delivery may go out: `null` now, otherwise the instant to wait for. */
export type Espera = (
  delivery: Pick<Delivery, "purpose" | "organoId" | "canalId">,
) => Promise<Instante | null>

/**
 * Keeps recordatorios that were delayed (a retry, a restart at night) inside the body's working hours: they wait for
 * the next business morning of their institution. What a person orders goes at once. Reads each body once.
 */
export function esperaDeHorario(read: Repositories, now: Instante): Espera {
  const known = new Map<string, Promise<Horario | null>>()
  return async (delivery) => {
    if (delivery.purpose !== "recordatorio") return null
    const { organoId, canalId } = delivery
    const reading = known.get(organoId) ?? leerHorario(read, organoId, now)
    known.set(organoId, reading)
    const horario = await reading
    if (horario === null) return null
    // The channel may be one of the body above.
    const canal = await read.canales.byId(canalId)
    return siguienteMomento(horario, canal?.institucionId ?? null, now)
  }
}

async function leerHorario(read: Repositories, organoId: string, now: Instante): Promise<Horario | null> {
  const organo = await read.organos.byId(organoId)
  if (organo === null) return null
  const hoy = fechaEnZona(now, organo.zona)
  const [politica, calendarios, instituciones] = await Promise.all([
    politicaRecordatorios(read, organo, hoy),
    leerCalendarios(read, organo, hoy, sumarDias(hoy, HORIZONTE)),
    read.instituciones.all(),
  ])
  return { organo, politica, calendarios, responsable: responsables(instituciones, hoy) }
}

function siguienteMomento(
  { organo, politica, calendarios, responsable }: Horario,
  institucionId: string | null,
  now: Instante,
): Instante | null {
  const { desde, hasta } = politica.horario
  const hoy = fechaEnZona(now, organo.zona)
  const hora = horaEnZona(now, organo.zona)
  const inhabiles = institucionId === null ? calendarios.organo : calendarios.de(responsable(institucionId))
  const primero = habilDesde(hora > hasta ? sumarDias(hoy, 1) : hoy, inhabiles)
  if (primero === hoy && hora >= desde) return null
  return instanteDe(primero, desde, organo.zona)
}

import { habilDesde, sumarDias } from "../domain/plazo.ts"
import { fechaEnZona, horaEnZona, instanteDe } from "../domain/tiempo.ts"
import type { Fecha, Instante } from "../domain/tipos.ts"
import type { Delivery } from "../ports/deliveries.ts"
import type { Repositories } from "../ports/repositories.ts"
import { leerCalendarios } from "./calendario.ts"
import { politicaRecordatorios } from "./planear-recordatorios.ts"

/** Calendar read ahead, in days: longer than any vacation. */
const HORIZONTE = 120

/**
 * When a recordatorio may go out that was delayed (a retry, a restart at night) past the body's working hours: the next
 * business morning of its institution. `null`: now. Only recordatorios keep hours; what a person orders goes at once.
 */
export async function esperaDeHorario(
  read: Repositories,
  delivery: Pick<Delivery, "purpose" | "organoId" | "to">,
  now: Instante,
): Promise<Instante | null> {
  if (delivery.purpose !== "recordatorio") return null
  const organo = await read.organos.byId(delivery.organoId)
  if (organo === null) return null
  const hoy = fechaEnZona(now, organo.zona)
  const hora = horaEnZona(now, organo.zona)
  const { horario } = await politicaRecordatorios(read, organo, hoy)
  const calendarios = await leerCalendarios(read, organo.id, hoy, sumarDias(hoy, HORIZONTE))
  const canal = await read.canales.byPlace(delivery.to)
  const inhabiles =
    canal === null || canal.institucionId === null ? calendarios.organo : calendarios.de(canal.institucionId)
  const primero: Fecha = habilDesde(hora > horario.hasta ? sumarDias(hoy, 1) : hoy, inhabiles)
  if (primero === hoy && hora >= horario.desde) return null
  return instanteDe(primero, horario.desde, organo.zona)
}

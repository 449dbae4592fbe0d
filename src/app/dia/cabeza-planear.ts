import { cabezaCard } from "../../cards/dia/cabeza.ts"
import { sumarDias } from "../../domain/tiempo/plazo.ts"
import { fechaEnZona, instanteDe, msEntre } from "../../domain/tiempo/tiempo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import { fechaMedia } from "../../texts/fechas.ts"
import { canalesQueSirven } from "../canal/canales.ts"
import { deliveryTo } from "../mensaje/delivery.ts"
import type { PlanDeps, PlanItem } from "../mensaje/plan.ts"
import { politicaRecordatorios } from "../recordatorio/politica.ts"

/**
 * The head of the log, once a day to the Secretaría Técnica: a copy of it that nobody who holds the database can change.
 * Yesterday's is still worth having; an older one was followed by another.
 */
export async function planearCabeza(
  { data: { read }, now }: PlanDeps,
  organo: Organo,
): Promise<readonly PlanItem[]> {
  const hoy = fechaEnZona(now, organo.zona)
  const cabeza = await read.registro.ultimaCabeza()
  if (cabeza === null || cabeza.fecha < sumarDias(hoy, -1)) return []
  const canales = await canalesQueSirven(read, organo, "secretaria_tecnica")
  if (canales.length === 0) return []
  const sello = await read.registro.sello(cabeza.fecha)
  const { horario } = await politicaRecordatorios(read, organo, hoy)
  const desde = instanteDe(hoy, horario.desde, organo.zona)
  return canales.map((canal) => ({
    canal,
    institucion: null,
    delivery: deliveryTo(canal, {
      purpose: "aviso",
      subject: ["cabeza-bitacora", organo.id, cabeza.fecha],
      organo,
      card: cabezaCard({ organo, cabeza, sello: sello?.recibidaEn ?? null }),
      notBefore: msEntre(desde, now) > 0 ? now : desde,
      expiresAt: instanteDe(sumarDias(cabeza.fecha, 7), "00:00", organo.zona),
      why: `Cabeza de la bitácora del ${fechaMedia(cabeza.fecha)}.`,
    }),
  }))
}

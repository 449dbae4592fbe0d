import { notaDirectorioCard } from "../../cards/directorio/nota.ts"
import { semanaIso } from "../../domain/recordatorio/cumplimiento.ts"
import { sumarDias } from "../../domain/tiempo/plazo.ts"
import { fechaEnZona, instanteDe } from "../../domain/tiempo/tiempo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import { canalesDe } from "../canal/canales.ts"
import { leerCalendarios } from "../inhabil/calendarios.ts"
import { deliveryTo } from "../mensaje/delivery.ts"
import { inicioDeEnvio } from "../mensaje/inicio-envio.ts"
import type { PlanDeps, PlanItem } from "../mensaje/plan.ts"
import { correspondeHoy, MARGEN, SEMANA } from "../recordatorio/informe-planear.ts"
import { politicaRecordatorios } from "../recordatorio/politica.ts"
import { leerPendientes } from "./pendientes.ts"

/**
 * Once a week, on the day of the report of compliance, the Secretaría Técnica is told what the directory lacks: whose designation
 * ends, which seats have no titular or no enlace, which enlaces have no account. With nothing to tell there is no note.
 */
export async function planearNotaDirectorio(
  { data: { read }, now }: PlanDeps,
  organo: Organo,
): Promise<readonly PlanItem[]> {
  const hoy = fechaEnZona(now, organo.zona)
  const politica = await politicaRecordatorios(read, organo, hoy)
  const inicio = inicioDeEnvio(politica, organo, hoy, now)
  if (politica.informeSemanal === null || inicio === null) return []
  const { organo: inhabiles } = await leerCalendarios(
    read,
    organo,
    sumarDias(hoy, -SEMANA),
    sumarDias(hoy, MARGEN),
  )
  if ((await correspondeHoy(read, organo, hoy, politica.informeSemanal, inhabiles)) === null) return []
  const pendientes = await leerPendientes(read, organo, hoy)
  if (pendientes.length === 0) return []
  const canales = (await canalesDe(read, organo, "secretaria_tecnica")).filter(
    (canal) => canal.organoId === organo.id,
  )
  return canales.map((canal): PlanItem => {
    const delivery = deliveryTo(canal, {
      purpose: "recordatorio",
      subject: ["nota-directorio", organo.id, semanaIso(hoy)],
      organo,
      card: notaDirectorioCard(organo, pendientes),
      notBefore: inicio,
      expiresAt: instanteDe(sumarDias(hoy, SEMANA), "00:00", organo.zona),
      why: `Nota semanal del directorio: ${pendientes.length} por atender.`,
    })
    return { canal, institucion: null, delivery }
  })
}

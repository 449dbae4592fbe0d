import { designacionPorTerminarCard } from "../../cards/cargo/designacion.ts"
import { sumarDias } from "../../domain/tiempo/plazo.ts"
import { fechaEnZona, instanteDe } from "../../domain/tiempo/tiempo.ts"
import type { Canal } from "../../domain/tipos/canal.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Designado } from "../../ports/repositories/directorio.ts"
import { CALIDAD } from "../../texts/etiquetas.ts"
import { fechaMedia } from "../../texts/fechas.ts"
import { canalesDe, canalesDeInstitucion } from "../canal/canales.ts"
import { deliveryTo } from "../mensaje/delivery.ts"
import { inicioDeEnvio } from "../mensaje/inicio-envio.ts"
import type { PlanDeps, PlanItem } from "../mensaje/plan.ts"
import { politicaRecordatorios } from "../recordatorio/politica.ts"

/** How long before its last day the end of a designation is told, in calendar days. */
const DIAS_ANTES = 7

type ConTermino = Designado & { readonly designacion: { readonly hasta: string } }

/**
 * A week before somebody's designation ends, who designates and the person are told: from the day after, at midnight of
 * the body, they are not recognised any more. The person is told where their institution reads. One that another
 * of the same person follows ends nothing.
 */
export async function planearDesignaciones(
  { data: { read }, now }: PlanDeps,
  organo: Organo,
): Promise<readonly PlanItem[]> {
  const hoy = fechaEnZona(now, organo.zona)
  const terminan = (await read.personas.designados(organo.id, hoy)).filter((uno): uno is ConTermino => {
    const { hasta } = uno.designacion
    return hasta !== null && hasta <= sumarDias(hoy, DIAS_ANTES)
  })
  if (terminan.length === 0) return []
  const inicio = inicioDeEnvio(await politicaRecordatorios(read, organo, hoy), organo, hoy, now)
  if (inicio === null) return []
  const secretaria = await canalesDe(read, organo, "secretaria_tecnica")
  const items: PlanItem[] = []
  for (const uno of terminan) {
    const { designacion, persona } = uno
    const { hasta, institucionId, calidad } = designacion
    const siguientes = await read.personas.designaciones(persona.id, sumarDias(hasta, 1))
    if (siguientes.some((otra) => esLaMisma(otra, designacion))) continue
    const institucion = institucionId === null ? null : await read.instituciones.byId(institucionId)
    const propios = await canalesDeInstitucion(read, organo, hoy, institucionId)
    const aviso = (canal: Canal, paraQuien: "secretaria" | "persona"): PlanItem => ({
      canal,
      institucion: paraQuien === "persona" ? institucion : null,
      delivery: deliveryTo(canal, {
        purpose: "recordatorio",
        subject: ["designacion", designacion.id, hasta, paraQuien],
        organo,
        card: designacionPorTerminarCard({ organo, persona, institucion, calidad, hasta, paraQuien }),
        notBefore: inicio,
        expiresAt: instanteDe(sumarDias(hasta, 1), "00:00", organo.zona),
        why: `Término de designación: ${CALIDAD[calidad]}, ${persona.nombre}, termina el ${fechaMedia(hasta)}.`,
      }),
    })
    items.push(
      ...secretaria.map((canal) => aviso(canal, "secretaria")),
      ...propios.map((canal) => aviso(canal, "persona")),
    )
  }
  return items
}

/** The same post in the same body and institution. */
export const esLaMisma = (una: Designado["designacion"], otra: Designado["designacion"]): boolean =>
  una.organoId === otra.organoId && una.calidad === otra.calidad && una.institucionId === otra.institucionId

import { terminoDeCargoCard } from "../../cards/cargo/cargos.ts"
import { avisoDeTermino } from "../../domain/cargo/cargo.ts"
import { sumarDias } from "../../domain/tiempo/plazo.ts"
import { fechaEnZona, instanteDe } from "../../domain/tiempo/tiempo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import { fechaMedia } from "../../texts/fechas.ts"
import { canalesDe } from "../canal/canales.ts"
import { leerCalendarios } from "../inhabil/calendarios.ts"
import { deliveryTo } from "../mensaje/delivery.ts"
import { inicioDeEnvio } from "../mensaje/inicio-envio.ts"
import type { PlanDeps, PlanItem } from "../mensaje/plan.ts"
import { politicaRecordatorios } from "../recordatorio/politica.ts"

/** Longest that a warning comes before the end of a term, in calendar days. */
const LEJOS = 90

/** Warnings to the Secretaría Técnica that the term of a post ends, so that the election is put on an agenda. */
export async function planearCargos(
  { data: { read }, now }: PlanDeps,
  organo: Organo,
): Promise<readonly PlanItem[]> {
  const hoy = fechaEnZona(now, organo.zona)
  const cargos = (await read.cargos.list(organo.id)).filter(
    ({ hasta }) => hasta >= hoy && hasta <= sumarDias(hoy, LEJOS),
  )
  if (cargos.length === 0) return []
  const inicio = inicioDeEnvio(await politicaRecordatorios(read, organo, hoy), organo, hoy, now)
  if (inicio === null) return []
  const [canales, instituciones, { organo: inhabiles }] = await Promise.all([
    canalesDe(read, organo, "secretaria_tecnica"),
    read.instituciones.all(),
    leerCalendarios(read, organo, hoy, sumarDias(hoy, LEJOS)),
  ])
  return cargos.flatMap((cargo) => {
    const dias = avisoDeTermino(cargo, hoy, inhabiles)
    const institucion = instituciones.find(({ id }) => id === cargo.institucionId)
    if (dias === null || institucion === undefined) return []
    return canales.map((canal): PlanItem => {
      return {
        canal,
        institucion: null,
        delivery: deliveryTo(canal, {
          purpose: "recordatorio",
          subject: ["cargo", cargo.id, cargo.hasta, String(dias)],
          organo,
          card: terminoDeCargoCard(organo, cargo, institucion),
          notBefore: inicio,
          expiresAt: instanteDe(sumarDias(cargo.hasta, 1), "00:00", organo.zona),
          why: `Término de cargo: ${cargo.nombre} (${institucion.siglas}) termina el ${fechaMedia(cargo.hasta)}; aviso de ${dias} días hábiles antes.`,
        }),
      }
    })
  })
}

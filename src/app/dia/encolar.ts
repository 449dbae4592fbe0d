import { estaCerrado } from "../../domain/directorio/suborgano.ts"
import { fechaEnZona, horaEnZona } from "../../domain/tiempo/tiempo.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Logger } from "../../ports/logger.ts"
import type { UnitOfWork } from "../../ports/repositories/unit-of-work.ts"
import { enqueue } from "../mensaje/enqueue.ts"
import { enviosEnDudaDesde, marcarDiaPlaneado } from "../recordatorio/dia-planeado.ts"
import { politicaRecordatorios } from "../recordatorio/politica.ts"
import { planearDia } from "./planear.ts"

export interface EncolarResult {
  readonly created: number
  /** Planned before: by an earlier tick, before a restart or by another process. */
  readonly existing: number
}

const NOTHING: EncolarResult = { created: 0, existing: 0 }

/**
 * Plans a body's today on one look at the data, and enqueues it in the same transaction. Safe to repeat at any rhythm and
 * by several processes: the delivery's key is unique. Only within working hours, so that what is said is what holds when
 * the day begins.
 */
export async function encolarRecordatorios(
  { data, now, log }: { readonly data: UnitOfWork; readonly now: Instante; readonly log?: Logger },
  organo: Organo,
): Promise<EncolarResult> {
  const hoy = fechaEnZona(now, organo.zona)
  if (estaCerrado(organo, hoy)) return NOTHING
  const { horario } = await politicaRecordatorios(data.read, organo, hoy)
  const hora = horaEnZona(now, organo.zona)
  if (hora < horario.desde || hora > horario.hasta) return NOTHING

  return data.transaction(async (repositories) => {
    const planes = await planearDia({ data: { read: repositories }, now, ...(log && { log }) }, organo)
    const lookSince = await enviosEnDudaDesde(repositories, organo, hoy)
    let created = 0
    for (const plan of planes) {
      const deliveries = plan.map(({ delivery }) => ({ ...delivery, lookSince }))
      created += (await enqueue(repositories, deliveries, now)).length
    }
    await marcarDiaPlaneado(repositories, organo, hoy, now)
    return { created, existing: planes.flat().length - created }
  }, "once")
}

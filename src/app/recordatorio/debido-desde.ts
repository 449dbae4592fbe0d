import { asuntoAcuerdo, asuntoCompromiso } from "../../domain/mensaje/hechos.ts"
import { type Asiento, seDebeDesde } from "../../domain/recordatorio/desde-cuando.ts"
import type { Compromiso } from "../../domain/tipos/compromiso.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import type { CompromisoConAcuerdo } from "../../ports/repositories/compromiso.ts"
import type { Repositories } from "../../ports/repositories/unit-of-work.ts"

/** By compromiso, since when it is owed as it is today, as the log tells it. */
export async function leerDebidoDesde(
  read: Pick<Repositories, "eventos" | "sesiones">,
  organo: Organo,
  rows: readonly CompromisoConAcuerdo[],
): Promise<(compromisoId: string) => Fecha | null> {
  const objetos = rows.flatMap(({ compromiso, acuerdo }) => [
    asuntoCompromiso(compromiso.id),
    asuntoAcuerdo(acuerdo.id),
  ])
  const asientos = new Map<string, Asiento[]>()
  for (const evento of await read.eventos.byObjetos([...new Set(objetos)])) {
    const previos = asientos.get(evento.objeto)
    if (previos === undefined) asientos.set(evento.objeto, [evento])
    else previos.push(evento)
  }
  const fechas = new Map((await read.sesiones.list(organo.id)).map(({ id, fecha }) => [id, fecha]))
  const desde = rows.map(({ compromiso: { id }, acuerdo }) => {
    const alta = altaEnAcuerdo(asientos.get(asuntoAcuerdo(acuerdo.id)) ?? [], id)
    const propios = asientos.get(asuntoCompromiso(id)) ?? []
    const sesion = fechas.get(acuerdo.sesionId) ?? null
    return [id, seDebeDesde({ sesion, asientos: [...alta, ...propios] }, organo.zona)] as const
  })
  const porId = new Map(desde)
  return (id) => porId.get(id) ?? null
}

/** The entry of its acuerdo that first has it: one that is registered in chat has none of its own. */
function altaEnAcuerdo(asientos: readonly Asiento[], id: string): readonly Asiento[] {
  for (const asiento of asientos) {
    const despues = compromisosDe(asiento.despues).find((uno) => uno.id === id)
    if (despues !== undefined) return [{ ...asiento, antes: null, despues }]
  }
  return []
}

function compromisosDe(despues: unknown): readonly Pick<Compromiso, "id">[] {
  if (typeof despues !== "object" || despues === null || !("compromisos" in despues)) return []
  return Array.isArray(despues.compromisos) ? despues.compromisos : []
}

import type { ProrrogaDoc } from "../../../domain/importacion/constancias.ts"
import { prorrogaOf } from "../../base/rows.ts"
import { dateOf, dateOrNull } from "../../base/values.ts"
import type { Nombres } from "../filas/nombres.ts"
import { sorted } from "../filas/sorted.ts"
import { append, type Ids, optionalRef, ref } from "../filas/sync.ts"
import type { SesionConConstancias } from "./leidas.ts"
import type { Constancias, ConstanciasDeps } from "./tipos.ts"

/** The later dates that institutions asked for, and what they were answered. */
export function prorrogasDoc({ acuerdos }: SesionConConstancias, nombres: Nombres): readonly ProrrogaDoc[] {
  const all = acuerdos.flatMap(({ compromisos }) =>
    compromisos.flatMap(({ clave, prorrogas }) => prorrogas.map((una) => ({ clave, una }))),
  )
  const docs = all.map(({ clave, una }): ProrrogaDoc => {
    const { id: _, compromisoId: _compromiso, ...prorroga } = prorrogaOf(una)
    return {
      ...prorroga,
      compromiso: clave,
      persona: nombres.persona(una.solicitanteId),
      plataforma: una.plataforma,
      resuelve: una.resuelveId === null ? null : nombres.persona(una.resuelveId),
    }
  })
  return sorted(docs, ({ pedidaEn, compromiso }) => [pedidaEn, compromiso])
}

export async function applyProrrogas(
  { queries, directorio: { personas }, changes, where }: ConstanciasDeps,
  all: readonly Constancias[],
  compromisos: Ids,
): Promise<void> {
  await append({
    name: "prorroga",
    table: queries.prorroga,
    key: ["compromisoId", "pedidaEn"],
    where: { compromiso: { acuerdo: where } },
    changes,
    rows: all.flatMap(({ organoId, prorrogas }) =>
      prorrogas.map(({ compromiso, persona, resuelve, pedidaEn, resueltaEn, ...rest }) => ({
        ...rest,
        compromisoId: ref(compromisos, organoId, compromiso),
        rige: dateOf(rest.rige),
        propuesta: dateOf(rest.propuesta),
        concedida: dateOrNull(rest.concedida),
        solicitanteId: ref(personas, persona),
        resuelveId: optionalRef(personas, resuelve),
        pedidaEn: new Date(pedidaEn),
        resueltaEn: resueltaEn === null ? null : new Date(resueltaEn),
      })),
    ),
  })
}

import { normalizarClave } from "../../domain/texto/clave.ts"
import type { AcuerdoWriter } from "../../ports/repositories/acuerdo.ts"
import { cadenciaRow } from "../base/cadencia-row.ts"
import type { Session } from "../base/client.ts"
import { acuerdoOf, compromisoOf, conAcuerdo, conNivelDePunto } from "../base/rows.ts"
import { dateOrNull, storable } from "../base/values.ts"

export function acuerdoWriter(session: Session): AcuerdoWriter {
  const db = () => session.queries()
  return {
    async create({ posterior, ...acuerdo }) {
      const data = {
        ...acuerdo,
        posteriorEl: dateOrNull(posterior?.el ?? null),
        posteriorMotivo: posterior && storable(posterior.motivo),
        texto: storable(acuerdo.texto),
        claveNormalizada: normalizarClave(acuerdo.clave),
      }
      const [created] = await db().acuerdo.createManyAndReturn({
        data: [data],
        skipDuplicates: true,
        include: conNivelDePunto,
      })
      return created ? acuerdoOf({ ...created, votaciones: [] }) : null
    },
    async update(id, { texto, ...cambios }) {
      const data = { ...cambios, ...(texto === undefined ? {} : { texto: storable(texto) }) }
      return acuerdoOf(await db().acuerdo.update({ where: { id }, data, include: conAcuerdo }))
    },
    async createCompromisos(organoId, compromisos) {
      const data = compromisos.map(
        ({
          texto,
          fechaCompromiso,
          fechaReprogramada,
          cumplidoEl,
          corresponsables,
          cadencia,
          informadoEl,
          ...rest
        }) => ({
          ...rest,
          ...cadenciaRow(cadencia),
          informadoEl: dateOrNull(informadoEl),
          corresponsables: [...corresponsables],
          organoId,
          texto: storable(texto),
          fechaCompromiso: dateOrNull(fechaCompromiso),
          fechaReprogramada: dateOrNull(fechaReprogramada),
          cumplidoEl: dateOrNull(cumplidoEl),
        }),
      )
      return (await db().compromiso.createManyAndReturn({ data })).map(compromisoOf)
    },
    async updateCompromiso(id, { texto, fechaCompromiso, estado, corresponsables }) {
      const data = {
        ...(texto === undefined ? {} : { texto: storable(texto) }),
        ...(fechaCompromiso === undefined ? {} : { fechaCompromiso: dateOrNull(fechaCompromiso) }),
        ...(estado === undefined ? {} : { estado }),
        ...(corresponsables === undefined ? {} : { corresponsables: [...corresponsables] }),
      }
      return compromisoOf(await db().compromiso.update({ where: { id }, data }))
    },
  }
}

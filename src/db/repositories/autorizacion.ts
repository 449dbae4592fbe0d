import type { Autorizacion } from "../../domain/tipos/autorizacion.ts"
import type { AutorizacionRepository } from "../../ports/repositories/convocatoria.ts"
import type { Session } from "../base/client.ts"
import { readPedidoAutorizacion } from "../base/stored-json.ts"
import { instanteOf, instanteOrNull, isUuid, jsonOf, storable } from "../base/values.ts"
import type * as row from "../generated/client.ts"

const newest = { secuencia: "desc" } as const
const ABIERTA = "por_autorizar"

export function autorizacionRepository(session: Session): AutorizacionRepository {
  const db = () => session.queries().autorizacion
  return {
    async byId(id) {
      if (!isUuid(id)) return null
      const found = await db().findUnique({ where: { id } })
      return found && autorizacionOf(found)
    },
    async abierta(sesionId) {
      const found = await db().findFirst({ where: { sesionId, estado: ABIERTA } })
      return found && autorizacionOf(found)
    },
    async abiertas(organoId) {
      const where = { sesion: { organoId }, estado: ABIERTA } as const
      return (await db().findMany({ where, orderBy: { secuencia: "asc" } })).map(autorizacionOf)
    },
    async ultima(sesionId, objeto) {
      const where = { sesionId, ...(objeto === null ? {} : { objeto }) }
      const found = await db().findFirst({ where, orderBy: newest })
      return found && autorizacionOf(found)
    },
    async create({ texto, pedido, motivo, constancia, solicitadaEn, resueltaEn, ...rest }) {
      // The partial index "autorizacion_una_abierta" decides which of two came first.
      const data = {
        ...rest,
        texto: storable(texto),
        pedido: jsonOf(pedido),
        motivo: textOrNull(motivo),
        constancia: textOrNull(constancia),
        solicitadaEn: new Date(solicitadaEn),
        resueltaEn: resueltaEn === null ? null : new Date(resueltaEn),
      }
      const [created] = await db().createManyAndReturn({ data: [data], skipDuplicates: true })
      return created ? autorizacionOf(created) : null
    },
    async resolver(id, { motivo, constancia, resueltaEn, ...rest }) {
      const { count } = await db().updateMany({
        where: { id, estado: ABIERTA },
        data: {
          ...rest,
          motivo: textOrNull(motivo),
          constancia: textOrNull(constancia),
          resueltaEn: resueltaEn === null ? null : new Date(resueltaEn),
        },
      })
      return count === 1
    },
  }
}

const textOrNull = (text: string | null) => (text === null ? null : storable(text))

function autorizacionOf({
  secuencia: _,
  pedido,
  solicitadaEn,
  resueltaEn,
  ...rest
}: row.Autorizacion): Autorizacion {
  return {
    ...rest,
    pedido: readPedidoAutorizacion(pedido),
    solicitadaEn: instanteOf(solicitadaEn),
    resueltaEn: instanteOrNull(resueltaEn),
  }
}

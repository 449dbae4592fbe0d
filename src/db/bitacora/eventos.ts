import type { EventoRepository } from "../../ports/repositories/bitacora.ts"
import type { Session } from "../base/client.ts"
import { eventoOf } from "../base/rows.ts"
import { jsonOf, origenData, storable } from "../base/values.ts"
import { Prisma } from "../generated/client.ts"
import { asientosSellados, buscarAsientos, cuantosDeCadaTipo, quienesActuaron } from "./buscar.ts"
import { markRead, readNews } from "./news.ts"

export function eventoRepository(session: Session): EventoRepository {
  const db = () => session.queries()
  return {
    async append({ antes, despues, instante, ...evento }) {
      await db().evento.create({
        data: {
          ...evento,
          ...origenData(session.origen()),
          objeto: storable(evento.objeto),
          antes: jsonOrNull(antes),
          despues: jsonOrNull(despues),
          instante: new Date(instante),
        },
        select: { id: true },
      })
    },
    desde: (origen, work) => session.desde(origen, work),
    async byObjeto(objeto) {
      const rows = await db().evento.findMany({
        where: { objeto: storable(objeto) },
        orderBy: { secuencia: "asc" },
      })
      return rows.map(eventoOf)
    },
    async byObjetos(objetos) {
      const rows = await db().evento.findMany({
        where: { objeto: { in: objetos.map(storable) } },
        orderBy: { secuencia: "asc" },
      })
      return rows.map(eventoOf)
    },
    buscar: (filtro, pagina) => buscarAsientos(db(), filtro, pagina),
    quienes: (organoId) => quienesActuaron(db(), organoId),
    sellados: (organoId, tipos) => asientosSellados(db(), organoId, tipos),
    cuantos: (organoId) => cuantosDeCadaTipo(db(), organoId),
    news: (reader) => readNews(db(), reader),
    markRead: (reader, news) => markRead(db(), reader, news),
  }
}

function jsonOrNull(value: unknown) {
  return value === null || value === undefined ? Prisma.DbNull : jsonOf(value)
}

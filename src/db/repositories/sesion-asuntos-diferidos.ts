import type { AsuntosDiferidosRepository } from "../../ports/repositories/sesion.ts"
import type { Session } from "../base/client.ts"
import { conNivelDeSesion, puntoOf } from "../base/rows.ts"

export function asuntosDiferidosRepository(session: Session): AsuntosDiferidosRepository {
  return {
    async diferidos(organoId) {
      const rows = await session.queries().puntoOrdenDia.findMany({
        include: conNivelDeSesion,
        where: {
          estado: "diferido",
          sesion: { organoId },
          continuaciones: {
            none: { estado: { not: "retirado" }, sesion: { estado: { not: "cancelada" } } },
          },
        },
        orderBy: [
          { sesion: { fecha: { sort: "asc", nulls: "last" } } },
          { sesionId: "asc" },
          { orden: "asc" },
        ],
      })
      return rows.map(puntoOf)
    },
  }
}

import type { InstitucionRepository, OrganoRepository } from "../../ports/repositories/directorio.ts"
import type { Session } from "../base/client.ts"
import { institucionOf, integranteOf, perfilOf } from "../base/rows.ts"
import { dateOf, isUuid, storable } from "../base/values.ts"
import { enVigor } from "../base/vigencia.ts"

export function organoRepository(session: Session): OrganoRepository {
  const db = () => session.queries()
  return {
    all: () => db().organo.findMany({ orderBy: { clave: "asc" } }),
    async byId(id) {
      return isUuid(id) ? db().organo.findUnique({ where: { id } }) : null
    },
    byClave: (clave) => db().organo.findUnique({ where: { clave: storable(clave) } }),
    async perfil(organoId, fecha) {
      const found = await db().perfilReglas.findFirst({
        where: { organoId, vigenteDesde: { lte: dateOf(fecha) } },
        orderBy: { vigenteDesde: "desc" },
      })
      return found && perfilOf(found)
    },
    async integrantes(organoId, fecha) {
      const rows = await db().integrante.findMany({
        where: { organoId, ...enVigor(fecha) },
        orderBy: [
          { orden: { sort: "asc", nulls: "last" } },
          { rol: "asc" },
          { institucion: { siglas: "asc" } },
        ],
      })
      return rows.map(integranteOf)
    },
  }
}

export function institucionRepository(session: Session): InstitucionRepository {
  const db = () => session.queries()
  const include = { alias: { orderBy: { texto: "asc" } } } as const
  return {
    async all() {
      const rows = await db().institucion.findMany({ include, orderBy: { siglas: "asc" } })
      return rows.map(institucionOf)
    },
    async byId(id) {
      if (!isUuid(id)) return null
      const found = await db().institucion.findUnique({ where: { id }, include })
      return found && institucionOf(found)
    },
  }
}

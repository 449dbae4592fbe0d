import { conCalendarioHeredado, cuerposDelCalendario } from "../../domain/directorio/calendario.ts"
import type { InstitucionRepository, OrganoRepository } from "../../ports/repositories/directorio.ts"
import type { Session } from "../base/client.ts"
import { institucionOf, integranteOf, organoOf, perfilOf, versionReglasOf } from "../base/rows.ts"
import { dateOf, isUuid, storable } from "../base/values.ts"
import { enVigor } from "../base/vigencia.ts"

export function organoRepository(session: Session): OrganoRepository {
  const db = () => session.queries()
  const rows = async () => (await db().organo.findMany({ orderBy: { clave: "asc" } })).map(organoOf)
  async function all() {
    const organos = await rows()
    return organos.map((organo) => conCalendarioHeredado(organo, organos))
  }
  return {
    all,
    async byId(id) {
      return (await all()).find((organo) => organo.id === id) ?? null
    },
    async byClave(clave) {
      return (await all()).find((organo) => organo.clave === storable(clave)) ?? null
    },
    async conDiasDe(organoId) {
      const organos = await rows()
      const organo = organos.find(({ id }) => id === organoId)
      return organo ? cuerposDelCalendario(organo, organos).map(({ id }) => id) : []
    },
    async perfil(organoId, fecha) {
      const found = await db().perfilReglas.findFirst({
        where: { organoId, vigenteDesde: { lte: dateOf(fecha) } },
        orderBy: [{ vigenteDesde: "desc" }, { version: "desc" }],
      })
      return found && perfilOf(found)
    },
    async versiones(organoId) {
      const found = await db().perfilReglas.findMany({
        where: { organoId },
        orderBy: [{ vigenteDesde: "asc" }, { version: "asc" }],
      })
      return found.map(versionReglasOf)
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

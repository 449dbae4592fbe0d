import type { AcuerdoRepository } from "../../ports/repositories/acuerdo.ts"
import type { SesionRepository } from "../../ports/repositories/sesion.ts"
import { buscarAcuerdos } from "../acuerdo/buscar.ts"
import type { Session } from "../base/client.ts"
import { acuerdoOf, asistenciaOf, conAcuerdo, conNivelDeSesion, puntoOf, sesionOf } from "../base/rows.ts"
import { isUuid, storable } from "../base/values.ts"

export function sesionRepository(session: Session): SesionRepository {
  const db = () => session.queries()
  return {
    async byId(id) {
      if (!isUuid(id)) return null
      const found = await db().sesion.findUnique({ where: { id } })
      return found && sesionOf(found)
    },
    async byClave(organoId, clave) {
      const found = await db().sesion.findUnique({
        where: { organoId_clave: { organoId, clave: storable(clave) } },
      })
      return found && sesionOf(found)
    },
    async list(organoId) {
      const rows = await db().sesion.findMany({
        where: { organoId },
        orderBy: [
          { fecha: { sort: "desc", nulls: "first" } },
          { hora: { sort: "desc", nulls: "first" } },
          { numero: "desc" },
          { clave: "asc" },
        ],
      })
      return rows.map(sesionOf)
    },
    async puntos(sesionId) {
      const rows = await db().puntoOrdenDia.findMany({
        where: { sesionId },
        include: conNivelDeSesion,
        orderBy: { orden: "asc" },
      })
      return rows.map(puntoOf)
    },
    async asistencias(sesionId) {
      const rows = await db().asistencia.findMany({ where: { sesionId }, orderBy: { orden: "asc" } })
      return rows.map(asistenciaOf)
    },
    async hechos(sesionId) {
      const rows = await db().hechoSesion.findMany({ where: { sesionId }, orderBy: { orden: "asc" } })
      return rows.map(({ orden, seccion, texto }) => ({ orden, seccion, texto }))
    },
    async integrantes(sesionId) {
      const rows = await db().integranteSesion.findMany({
        where: { sesionId },
        orderBy: [
          { orden: { sort: "asc", nulls: "last" } },
          { rol: "asc" },
          { institucion: { siglas: "asc" } },
        ],
      })
      return rows.map(({ institucionId, conVoto, rol, orden }) => ({ institucionId, conVoto, rol, orden }))
    },
  }
}

/** Newest session first, then by number within it. */
export function acuerdoRepository(session: Session): AcuerdoRepository {
  const db = () => session.queries()
  return {
    async byId(id) {
      if (!isUuid(id)) return null
      const found = await db().acuerdo.findUnique({ where: { id }, include: conAcuerdo })
      return found && acuerdoOf(found)
    },
    async list(organoId) {
      const rows = await db().acuerdo.findMany({
        where: { organoId },
        include: conAcuerdo,
        orderBy: [
          { sesion: { fecha: { sort: "desc", nulls: "first" } } },
          { sesionId: "asc" },
          { numero: "asc" },
        ],
      })
      return rows.map(acuerdoOf)
    },
    async bySesion(sesionId) {
      const rows = await db().acuerdo.findMany({
        where: { sesionId },
        include: conAcuerdo,
        orderBy: { numero: "asc" },
      })
      return rows.map(acuerdoOf)
    },
    buscar: (busqueda) => buscarAcuerdos(session, busqueda),
  }
}

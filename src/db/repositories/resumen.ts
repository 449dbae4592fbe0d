import type { ContenidoResumen, VersionResumen } from "../../domain/tipos/resumen.ts"
import type { ResumenRepository } from "../../ports/repositories/resumen.ts"
import type { Session } from "../base/client.ts"
import { readContenidoResumen } from "../base/stored-json.ts"
import { instanteOf, instanteOrNull, jsonOf, storable } from "../base/values.ts"
import type * as row from "../generated/client.ts"

export function resumenRepository(session: Session): ResumenRepository {
  const db = () => session.queries()
  return {
    async list(sesionId) {
      const rows = await db().resumenSesion.findMany({ where: { sesionId }, orderBy: { version: "asc" } })
      return rows.map(versionOf)
    },
    async publicados(organoId) {
      const rows = await db().resumenSesion.findMany({
        where: { estado: "publicado", sesion: { organoId } },
        select: { sesionId: true },
      })
      return new Set(rows.map(({ sesionId }) => sesionId))
    },
    async create({ contenido, motivo, creadoEn, publicadoEn, ...rest }) {
      const data = {
        ...rest,
        contenido: contenidoData(contenido, 1),
        motivo: motivo === null ? null : storable(motivo),
        creadoEn: new Date(creadoEn),
        publicadoEn: publicadoEn === null ? null : new Date(publicadoEn),
      }
      const [created] = await db().resumenSesion.createManyAndReturn({ data: [data], skipDuplicates: true })
      return created ? versionOf(created) : null
    },
    async update(id, revision, { contenido, motivo, publicadoEn, ...rest }) {
      const before = await db().resumenSesion.findUniqueOrThrow({ where: { id } })
      const stored = readContenidoResumen(before.contenido)
      const { count } = await db().resumenSesion.updateMany({
        where: { id, estado: { not: "publicado" }, contenido: { path: ["revision"], equals: revision } },
        data: {
          ...rest,
          contenido: contenidoData(contenido ?? stored.contenido, revision + 1),
          ...(motivo === undefined ? {} : { motivo: motivo === null ? null : storable(motivo) }),
          ...(publicadoEn === undefined
            ? {}
            : { publicadoEn: publicadoEn === null ? null : new Date(publicadoEn) }),
        },
      })
      return count === 0 ? null : versionOf(await db().resumenSesion.findUniqueOrThrow({ where: { id } }))
    },
  }
}

const contenidoData = (contenido: ContenidoResumen, revision: number) => jsonOf({ ...contenido, revision })

function versionOf({ contenido, creadoEn, publicadoEn, ...rest }: row.ResumenSesion): VersionResumen {
  return {
    ...rest,
    ...readContenidoResumen(contenido),
    creadoEn: instanteOf(creadoEn),
    publicadoEn: instanteOrNull(publicadoEn),
  }
}

import type { CondicionCanal, SolicitudCanal } from "../../domain/tipos/canal.ts"
import { CAMBIOS_DE_CANAL } from "../../domain/tipos/canal.ts"
import type { CondicionCanalRepository, SolicitudCanalRepository } from "../../ports/repositories/canal.ts"
import type { Session } from "../base/client.ts"
import { instanteOf, instanteOrNull, isUuid, storable } from "../base/values.ts"
import type * as row from "../generated/client.ts"

export function solicitudCanalRepository(session: Session): SolicitudCanalRepository {
  const db = () => session.queries()
  return {
    async byId(id) {
      if (!isUuid(id)) return null
      const found = await db().solicitudCanal.findUnique({ where: { id } })
      return found && solicitudOf(found)
    },
    async abiertas(organoId) {
      const rows = await db().solicitudCanal.findMany({
        where: { organoId, estado: "por_aprobar" },
        orderBy: [{ solicitadaEn: "asc" }, { id: "asc" }],
      })
      return rows.map(solicitudOf)
    },
    async create({ solicitadaEn, nombre, workspace, channel, ...nueva }) {
      const [created] = await db().solicitudCanal.createManyAndReturn({
        data: [
          {
            ...nueva,
            nombre: storable(nombre),
            workspace: storable(workspace),
            channel: storable(channel),
            solicitadaEn: new Date(solicitadaEn),
          },
        ],
        skipDuplicates: true,
      })
      return created ? solicitudOf(created) : null
    },
    async resolver(id, { estado, resuelveId, resueltaEn }) {
      const { count } = await db().solicitudCanal.updateMany({
        where: { id, estado: "por_aprobar" },
        data: { estado, resuelveId, resueltaEn: resueltaEn === null ? null : new Date(resueltaEn) },
      })
      return count > 0
    },
  }
}

export function condicionCanalRepository(session: Session): CondicionCanalRepository {
  const db = () => session.queries()
  const escrita = (now: string) => new Date(now)
  return {
    async de(canalId) {
      const found = await db().condicionCanal.findUnique({ where: { canalId } })
      return found && condicionOf(found)
    },
    async porConfirmar() {
      const rows = await db().condicionCanal.findMany({
        where: { porConfirmarDesde: { not: null } },
        orderBy: { canalId: "asc" },
      })
      return rows.map(condicionOf)
    },
    async porMirar(adapters, desde, limit) {
      const rows = await db().$queryRaw<readonly { readonly id: string }[]>`
        SELECT "canal"."id" FROM "canal" LEFT JOIN "condicion_canal" AS "c" ON "c"."canal_id" = "canal"."id"
        WHERE "activo" AND "audiencia" <> 'persona' AND "adapter" = ANY(${[...adapters]}::text[])
          AND ("c"."vista_en" IS NULL OR "c"."vista_en" < ${new Date(desde)}::timestamptz)
        ORDER BY "c"."vista_en" NULLS FIRST, "canal"."id" LIMIT ${limit}`
      return rows.map(({ id }) => id)
    },
    async registrar(canalId, { nombre, publico, externo, invitados }, now) {
      const visto = { nombre: storable(nombre), publico, externo, invitados, vistaEn: escrita(now) }
      const data = { ...visto, porConfirmarDesde: null, cambios: [] }
      await db().condicionCanal.upsert({ where: { canalId }, create: { canalId, ...data }, update: data })
    },
    async mirado(canalId, { nombre, publico, externo, invitados }, now) {
      const data = { nombre: storable(nombre), publico, externo, invitados, vistaEn: escrita(now) }
      await db().condicionCanal.upsert({
        where: { canalId },
        create: { canalId, ...data, cambios: [] },
        update: data,
      })
    },
    async pausar(canalId, cambios, now) {
      // Of two that find it at once, the second waits here for the first.
      const marked = await db().$queryRaw<readonly { readonly id: string }[]>`
        UPDATE "condicion_canal" SET "vista_en" = ${new Date(now)}::timestamptz,
          "por_confirmar_desde" = COALESCE("por_confirmar_desde", ${new Date(now)}::timestamptz),
          "cambios" = ARRAY(SELECT DISTINCT unnest("cambios" || ${[...cambios]}::text[]) ORDER BY 1)
        WHERE "canal_id" = ${canalId}::uuid AND NOT ("cambios" @> ${[...cambios]}::text[])
        RETURNING "canal_id" AS "id"`
      return marked.length > 0
    },
  }
}

const solicitudOf = ({ solicitadaEn, resueltaEn, ...solicitud }: row.SolicitudCanal): SolicitudCanal => ({
  ...solicitud,
  solicitadaEn: instanteOf(solicitadaEn),
  resueltaEn: instanteOrNull(resueltaEn),
})

const condicionOf = ({
  vistaEn,
  porConfirmarDesde,
  cambios,
  ...condicion
}: row.CondicionCanal): CondicionCanal => ({
  ...condicion,
  vistaEn: instanteOf(vistaEn),
  porConfirmarDesde: instanteOrNull(porConfirmarDesde),
  cambios: CAMBIOS_DE_CANAL.filter((cambio) => cambios.includes(cambio)),
})

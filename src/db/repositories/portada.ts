import type { PortadaRepository } from "../../ports/inicio/portadas.ts"
import type { Session } from "../base/client.ts"
import { instanteOrNull, storable } from "../base/values.ts"
import { Prisma } from "../generated/client.ts"

type Cuenta = Parameters<PortadaRepository["abrir"]>[0]

const keyOf = ({ adapter, workspace, user }: Cuenta) => ({
  adapter,
  workspace: storable(workspace),
  user: storable(user),
})
const SOLA = { adapter: true, workspace: true, user: true } as const

export function portadaRepository(session: Session): PortadaRepository {
  const db = () => session.queries().portada
  return {
    async abrir(cuenta, now) {
      const data = { abiertaEn: new Date(now), pedidaEn: new Date(now), porRenovar: false }
      const key = keyOf(cuenta)
      await db().upsert({
        where: { adapter_workspace_user: key },
        create: { ...key, ...data },
        update: data,
      })
    },
    async alguna() {
      return (await db().findFirst({ select: SOLA })) !== null
    },
    async abiertaEn(cuenta) {
      const found = await db().findUnique({ where: { adapter_workspace_user: keyOf(cuenta) } })
      return instanteOrNull(found?.abiertaEn ?? null)
    },
    async pedir(cuenta, now) {
      await db().updateMany({
        where: keyOf(cuenta),
        data: { pedidaEn: new Date(now), porRenovar: false },
      })
    },
    async olvidar(cuenta, antes) {
      const { count } = await db().deleteMany({
        where: { ...keyOf(cuenta), abiertaEn: { lt: new Date(antes) } },
      })
      return count === 1
    },
    async marcar(organoIds, pedidasAntes) {
      if (organoIds.length === 0) return
      const antes = pedidasAntes
        ? Prisma.sql`AND "p"."pedida_en" < ${new Date(pedidasAntes)}::timestamptz`
        : Prisma.empty
      await session.queries().$executeRaw`
        UPDATE "portada" AS "p" SET "por_renovar" = true
        FROM "cuenta_chat" AS "c" WHERE NOT "p"."por_renovar" ${antes}
          AND ("c"."adapter", "c"."workspace", "c"."user") = ("p"."adapter", "p"."workspace", "p"."user")
          AND EXISTS (SELECT 1 FROM "designacion" AS "d" WHERE "d"."persona_id" = "c"."persona_id"
            AND "d"."organo_id"::text = ANY (${[...organoIds]}::text[]))`
    },
    porRenovar(pedidasAntes, limit) {
      const where = { porRenovar: true, pedidaEn: { lte: new Date(pedidasAntes) } }
      return db().findMany({ where, select: SOLA, orderBy: { pedidaEn: "asc" }, take: limit })
    },
    sinAbrir(antes, limit) {
      const where = { abiertaEn: { lt: new Date(antes) } }
      return db().findMany({ where, select: SOLA, orderBy: { abiertaEn: "asc" }, take: limit })
    },
  }
}

import { nivelDeSesion, nivelEfectivo } from "../../domain/visibilidad/nivel.ts"
import type { VotacionDeSesion, Voto } from "../../domain/votacion/votacion.ts"
import type { VotacionRepository } from "../../ports/repositories/votacion.ts"
import type { Session } from "../base/client.ts"
import { conNivelDePunto, nivelDePunto } from "../base/rows.ts"
import { instanteOf, isUuid, jsonOf, storable } from "../base/values.ts"
import { momentosOf } from "../base/votacion-rows.ts"
import type * as row from "../generated/client.ts"
import type { Prisma } from "../generated/client.ts"

export function votacionRepository(session: Session): VotacionRepository {
  const db = () => session.queries()
  const put = async ({ instante, votoParticular, ...voto }: Voto) => {
    const { votacionId, institucionId } = voto
    const data = {
      ...voto,
      votoParticular: votoParticular === null ? null : storable(votoParticular),
      instante: new Date(instante),
    }
    await db().voto.upsert({
      where: { votacionId_institucionId: { votacionId, institucionId } },
      create: data,
      update: data,
    })
  }
  const forgetSecret = (id: string) =>
    db().voto.updateMany({ where: { votacionId: id, votacion: { modo: "cedula" } }, data: { sentido: null } })
  return {
    async byId(id) {
      if (!isUuid(id)) return null
      const found = await db().votacion.findUnique({ where: { id }, include: CON_NIVEL })
      return found && votacionOf(found)
    },
    async list(sesionId) {
      const rows = await db().votacion.findMany({
        where: { sesionId },
        include: CON_NIVEL,
        orderBy: [{ abiertaEn: "asc" }, { id: "asc" }],
      })
      return rows.map(votacionOf)
    },
    async open({ abiertaEn, texto, ...rest }) {
      const data = { ...rest, texto: storable(texto), abiertaEn: new Date(abiertaEn) }
      return votacionOf(await db().votacion.create({ data, include: CON_NIVEL }))
    },
    async votos(votacionId) {
      const rows = await db().voto.findMany({
        where: { votacionId },
        orderBy: [{ instante: "asc" }, { institucionId: "asc" }],
      })
      return rows.map(votoOf)
    },
    async cast(voto) {
      // The vote's row is held until the end of the transaction: closing waits for it, and it for closing.
      const open = await db().$queryRaw<readonly unknown[]>`
        SELECT 1 FROM "votacion" WHERE "id" = ${voto.votacionId}::uuid
          AND "cerrada_en" IS NULL AND "suspendida_en" IS NULL AND "anulada_en" IS NULL FOR UPDATE`
      if (open.length === 0) return false
      await put(voto)
      return true
    },
    async close(id, resultado, now) {
      const { count } = await db().votacion.updateMany({
        where: { id, cerradaEn: null, suspendidaEn: null, anuladaEn: null },
        data: { resultado: jsonOf(resultado), cerradaEn: new Date(now) },
      })
      if (count > 0) await forgetSecret(id)
      return count > 0
    },
    async suspend(id, now) {
      const { count } = await db().votacion.updateMany({
        where: { id, cerradaEn: null, anuladaEn: null, suspendidaEn: now === null ? { not: null } : null },
        data: { suspendidaEn: now === null ? null : new Date(now) },
      })
      return count > 0
    },
    async annul(id, motivo, now) {
      const { count } = await db().votacion.updateMany({
        where: { id, anuladaEn: null },
        data: { anuladaEn: new Date(now), motivoAnulacion: storable(motivo) },
      })
      if (count > 0) await forgetSecret(id)
      return count > 0
    },
    async correct(id, resultado, voto) {
      const { count } = await db().votacion.updateMany({
        where: { id, cerradaEn: { not: null }, anuladaEn: null },
        data: { resultado: jsonOf(resultado) },
      })
      if (count > 0 && voto !== null) await put(voto)
      return count > 0
    },
  }
}

/** What a vote is taken on: the level of what it says is the strictest of them. */
const CON_NIVEL = {
  ...conNivelDePunto,
  acuerdo: { select: { difusion: true, punto: conNivelDePunto.punto } },
} as const

function votacionOf({
  sesion,
  punto,
  acuerdo,
  ...votacion
}: Prisma.VotacionGetPayload<{ include: typeof CON_NIVEL }>): VotacionDeSesion {
  return {
    ...votacion,
    ...momentosOf(votacion),
    difusion: nivelEfectivo(
      nivelDeSesion(sesion),
      nivelDePunto(punto),
      acuerdo?.difusion,
      acuerdo && nivelDePunto(acuerdo.punto),
    ),
  }
}

function votoOf({ instante, ...rest }: row.Voto): Voto {
  return { ...rest, instante: instanteOf(instante) }
}

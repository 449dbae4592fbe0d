import { z } from "zod"
import { nivelDeSesion, nivelEfectivo } from "../../domain/visibilidad/nivel.ts"
import type { Votacion, VotacionDeSesion, Voto } from "../../domain/votacion/votacion.ts"
import type { VotacionRepository } from "../../ports/repositories/votacion.ts"
import type { Session } from "../base/client.ts"
import { conNivelDePunto, nivelDePunto } from "../base/rows.ts"
import { instanteOf, instanteOrNull, isUuid, jsonOf, storable } from "../base/values.ts"
import type * as row from "../generated/client.ts"
import type { Prisma } from "../generated/client.ts"

const resultadoSchema = z.object({
  aFavor: z.number(),
  enContra: z.number(),
  abstenciones: z.number(),
  sinVoto: z.number(),
  requeridos: z.number(),
  resultado: z.enum(["aprobado", "rechazado", "empate"]),
  votoCalidad: z.boolean(),
}) satisfies z.ZodType<Votacion>

export function votacionRepository(session: Session): VotacionRepository {
  const db = () => session.queries()
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
    async cast({ instante, votoParticular, ...voto }) {
      // The vote's row is held until the end of the transaction: closing waits for it, and it for closing.
      const open = await db().$queryRaw<readonly unknown[]>`
        SELECT 1 FROM "votacion" WHERE "id" = ${voto.votacionId}::uuid AND "cerrada_en" IS NULL FOR UPDATE`
      if (open.length === 0) return false
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
      return true
    },
    async close(id, resultado, now) {
      const { count } = await db().votacion.updateMany({
        where: { id, cerradaEn: null },
        data: { resultado: jsonOf(resultado), cerradaEn: new Date(now) },
      })
      if (count === 0) return false
      await db().voto.updateMany({
        where: { votacionId: id, votacion: { modo: "cedula" } },
        data: { sentido: null },
      })
      return true
    },
  }
}

/** What a vote is taken on: the level of what it says is the strictest of them. */
const CON_NIVEL = {
  ...conNivelDePunto,
  acuerdo: { select: { difusion: true, punto: conNivelDePunto.punto } },
} as const

function votacionOf({
  resultado,
  abiertaEn,
  cerradaEn,
  sesion,
  punto,
  acuerdo,
  ...rest
}: Prisma.VotacionGetPayload<{ include: typeof CON_NIVEL }>): VotacionDeSesion {
  return {
    ...rest,
    difusion: nivelEfectivo(
      nivelDeSesion(sesion),
      nivelDePunto(punto),
      acuerdo?.difusion,
      acuerdo && nivelDePunto(acuerdo.punto),
    ),
    resultado: resultado === null ? null : resultadoSchema.parse(resultado),
    abiertaEn: instanteOf(abiertaEn),
    cerradaEn: instanteOrNull(cerradaEn),
  }
}

function votoOf({ instante, ...rest }: row.Voto): Voto {
  return { ...rest, instante: instanteOf(instante) }
}

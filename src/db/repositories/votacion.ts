import { z } from "zod"
import type { Votacion, VotacionDeSesion, Voto } from "../../domain/votacion/votacion.ts"
import type { VotacionRepository } from "../../ports/repositories/votacion.ts"
import type { Session } from "../base/client.ts"
import { instanteOf, instanteOrNull, isUuid, jsonOf, storable } from "../base/values.ts"
import type * as row from "../generated/client.ts"

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
      const found = await db().votacion.findUnique({ where: { id } })
      return found && votacionOf(found)
    },
    async list(sesionId) {
      const rows = await db().votacion.findMany({
        where: { sesionId },
        orderBy: [{ abiertaEn: "asc" }, { id: "asc" }],
      })
      return rows.map(votacionOf)
    },
    async open({ abiertaEn, texto, ...rest }) {
      const data = { ...rest, texto: storable(texto), abiertaEn: new Date(abiertaEn) }
      return votacionOf(await db().votacion.create({ data }))
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

function votacionOf({ resultado, abiertaEn, cerradaEn, ...rest }: row.Votacion): VotacionDeSesion {
  return {
    ...rest,
    resultado: resultado === null ? null : resultadoSchema.parse(resultado),
    abiertaEn: instanteOf(abiertaEn),
    cerradaEn: instanteOrNull(cerradaEn),
  }
}

function votoOf({ instante, ...rest }: row.Voto): Voto {
  return { ...rest, instante: instanteOf(instante) }
}

import type { DescargaRepository } from "../../ports/descarga/descargas.ts"
import type { Session } from "../base/client.ts"

export function descargaRepository(session: Session): DescargaRepository {
  const db = () => session.queries()
  return {
    async put({ venceEn, contenido, ...rest }, ahora) {
      await db().descarga.deleteMany({ where: { venceEn: { lte: new Date(ahora) } } })
      const data = { ...rest, contenido: new Uint8Array(contenido), venceEn: new Date(venceEn) }
      await db().descarga.create({ data })
    },
    async take(huella, ahora) {
      // Of two who ask at once, the row is deleted for one.
      const [row] = await db().$queryRaw<
        { organo_id: string; persona_id: string | null; orden: string; contenido: Uint8Array }[]
      >`DELETE FROM "descarga" WHERE "huella" = ${huella} AND "vence_en" > ${new Date(ahora)}
        RETURNING "organo_id"::text, "persona_id"::text, "orden", "contenido"`
      if (row === undefined) return null
      const { organo_id: organoId, persona_id: personaId, orden, contenido } = row
      return { organoId, personaId, orden, contenido }
    },
    async olvidar(personaId) {
      await db().descarga.deleteMany({ where: { personaId } })
    },
  }
}

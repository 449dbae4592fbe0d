import { createHash } from "node:crypto"
import { z } from "zod"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { Destination, ExternalUser } from "../../ports/chat-adapter.ts"
import { type Charlas, MINUTOS_CONTEXTO } from "../../ports/lenguaje/charlas.ts"
import type { Session } from "../base/client.ts"
import { jsonOf } from "../base/values.ts"
import { ownerOf } from "./form-drafts.ts"

const guardado = z.object({
  opciones: z.array(z.object({ command: z.string(), values: z.record(z.string(), z.string()) })),
  propuesta: z.boolean(),
})

/** All that was said longer ago is forgotten whenever somebody says something. */
export function charlaRepository(session: Session): Charlas {
  const db = () => session.queries().contextoCharla
  return {
    async guardar(owner, place, contexto, now) {
      const id = idOf(owner, place)
      const contenido = jsonOf(contexto)
      const en = new Date(now)
      await db().deleteMany({ where: { en: { lte: limite(now) } } })
      await db().upsert({ where: { id }, create: { id, contenido, en }, update: { contenido, en } })
    },
    async leer(owner, place, now) {
      const row = await db().findFirst({ where: { id: idOf(owner, place), en: { gt: limite(now) } } })
      return row && guardado.parse(row.contenido)
    },
  }
}

/** Neither the account nor the place can be read from it. */
const idOf = (owner: ExternalUser, { workspace, channel }: Destination): string =>
  createHash("sha256")
    .update(JSON.stringify([owner.adapter, ownerOf(owner), workspace, channel]))
    .digest("base64url")

const limite = (now: Instante) => new Date(Date.parse(now) - MINUTOS_CONTEXTO * 60_000)

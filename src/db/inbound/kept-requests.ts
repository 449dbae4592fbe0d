import { randomBytes } from "node:crypto"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { ExternalUser } from "../../ports/chat-adapter.ts"
import type { KeptRequest, KeptRequests } from "../../ports/repositories/kept-requests.ts"
import type { Session } from "../base/client.ts"
import { readDraft } from "../base/stored-json.ts"
import { jsonOf } from "../base/values.ts"
import { oldest, overwrite, ownerOf } from "./form-drafts.ts"

/** They are kept with the drafts of forms: both are something that somebody began and has not ended. */
export function keptRequestRepository(session: Session): KeptRequests {
  const db = () => session.queries()
  const find = async (owner: ExternalUser, id: string, now: Instante): Promise<KeptRequest | null> => {
    const row = await db().borradorFormulario.findFirst({
      where: { id, adapter: owner.adapter, user: ownerOf(owner), creadoEn: { gt: oldest(now) } },
    })
    const draft = row && readDraft(row.valores)
    return draft !== null && "request" in draft ? draft.request : null
  }
  return {
    async keep(owner, request, now) {
      const id = randomBytes(16).toString("base64url")
      await db().borradorFormulario.deleteMany({ where: { creadoEn: { lte: oldest(now) } } })
      await db().borradorFormulario.create({
        data: {
          id,
          adapter: owner.adapter,
          formId: request.command,
          user: ownerOf(owner),
          valores: jsonOf({ request }),
          creadoEn: new Date(now),
        },
      })
      return id
    },
    find,
    async take(owner, id, now) {
      const request = await find(owner, id, now)
      return request !== null && (await overwrite(session, id, { takenBy: request.command })) ? request : null
    },
  }
}

import { randomBytes } from "node:crypto"
import { filledIn, sinSecretos } from "../../cards/form.ts"
import type { Instante } from "../../domain/tipos/tiempo.ts"
import type { ExternalUser } from "../../ports/chat-adapter.ts"
import { DRAFT_HOURS, type FormDrafts } from "../../ports/form-drafts.ts"
import type { Session } from "../base/client.ts"
import { readDraft } from "../base/stored-json.ts"
import { jsonOf } from "../base/values.ts"

const HOUR_MS = 3_600_000

export function formDraftStore(session: Session): FormDrafts {
  const db = () => session.queries()
  const stored = async (owner: ExternalUser, id: string, now: Instante) => {
    const row = await db().borradorFormulario.findFirst({
      where: { id, adapter: owner.adapter, user: ownerOf(owner), creadoEn: { gt: oldest(now) } },
    })
    return row && readDraft(row.valores)
  }
  const find: FormDrafts["find"] = async (owner, id, now) => {
    const draft = await stored(owner, id, now)
    return draft !== null && "form" in draft ? draft.form : null
  }
  return {
    async save(owner, form, now) {
      const id = randomBytes(16).toString("base64url")
      await db().borradorFormulario.deleteMany({ where: { creadoEn: { lte: oldest(now) } } })
      await db().borradorFormulario.create({
        data: {
          id,
          adapter: owner.adapter,
          formId: form.id,
          user: ownerOf(owner),
          valores: jsonOf({ form: sinSecretos(form) }),
          creadoEn: new Date(now),
        },
      })
      return id
    },
    find,
    async fill(owner, id, values, now) {
      const form = await find(owner, id, now)
      if (form === null) return null
      const filled = filledIn(form, values)
      return (await overwrite(session, id, { form: sinSecretos(filled) })) ? filled : null
    },
    async take(owner, id, eventId, now) {
      const draft = await stored(owner, id, now)
      if (draft === null) return { kind: "gone" }
      if ("form" in draft && (await overwrite(session, id, { takenBy: eventId })))
        return { kind: "taken", form: draft.form }
      const later = await stored(owner, id, now)
      const mine = later !== null && "takenBy" in later && later.takenBy === eventId
      return { kind: mine ? "repeated" : "gone" }
    },
  }
}

/** `false`: somebody took it meanwhile. One statement, so that of several only one succeeds. */
export async function overwrite(session: Session, id: string, content: object): Promise<boolean> {
  const json = JSON.stringify(jsonOf(content))
  const changed = await session.queries().$executeRaw`
    UPDATE "borrador_formulario" SET "valores" = ${json}::jsonb
    WHERE "id" = ${id} AND "valores" ->> 'takenBy' IS NULL`
  return changed === 1
}

/** An account's id is only unique within its workspace. */
export const ownerOf = ({ workspace, user }: ExternalUser) => `${workspace}/${user}`
export const oldest = (now: Instante) => new Date(Date.parse(now) - DRAFT_HOURS * HOUR_MS)

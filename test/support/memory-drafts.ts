import { randomBytes } from "node:crypto"
import { type Form, filledIn } from "../../src/cards/form.ts"
import type { ExternalUser } from "../../src/ports/chat-adapter.ts"
import { DRAFT_HOURS, type FormDrafts } from "../../src/ports/form-drafts.ts"

interface Kept {
  readonly owner: string
  readonly at: number
  form: Form | null
  takenBy: string | null
}

/** Drafts for tests of an adapter alone; the same tests hold for it and for the database's (form-drafts.test.ts). */
export class MemoryDrafts implements FormDrafts {
  readonly #kept = new Map<string, Kept>()
  /** The next use fails, as when the database is down. */
  failing = false

  #of(owner: ExternalUser, id: string, now: string): Kept | null {
    if (this.failing) throw new Error("the database is down")
    const kept = this.#kept.get(id)
    const fresh = kept && Date.parse(now) - kept.at < DRAFT_HOURS * 3_600_000
    return kept && fresh && kept.owner === JSON.stringify(owner) ? kept : null
  }

  async save(owner: ExternalUser, form: Form, now: string) {
    if (this.failing) throw new Error("the database is down")
    const id = randomBytes(16).toString("base64url")
    this.#kept.set(id, { owner: JSON.stringify(owner), at: Date.parse(now), form, takenBy: null })
    return id
  }

  async find(owner: ExternalUser, id: string, now: string) {
    return this.#of(owner, id, now)?.form ?? null
  }

  async fill(owner: ExternalUser, id: string, values: Readonly<Record<string, string>>, now: string) {
    const kept = this.#of(owner, id, now)
    if (!kept?.form) return null
    kept.form = filledIn(kept.form, values)
    return kept.form
  }

  async take(owner: ExternalUser, id: string, eventId: string, now: string) {
    const kept = this.#of(owner, id, now)
    if (!kept) return { kind: "gone" } as const
    const { form } = kept
    if (form === null) return { kind: kept.takenBy === eventId ? "repeated" : "gone" } as const
    kept.form = null
    kept.takenBy = eventId
    return { kind: "taken", form } as const
  }
}

import type { Form } from "../cards/form.ts"
import type { Instante } from "../domain/tipos/tiempo.ts"
import type { ExternalUser } from "./chat-adapter.ts"

/** How long a form that was begun can be gone on with. */
export const DRAFT_HOURS = 24

export type TakenDraft =
  | { readonly kind: "taken"; readonly form: Form }
  /** This same event already took it: it is being answered, or was. */
  | { readonly kind: "repeated" }
  /** Sent already, forgotten, another person's, or never there. */
  | { readonly kind: "gone" }

/**
 * Forms as they stand filled in, for a platform that shows them in steps or closes them on an error. Each belongs to
 * the account it was shown to, outlives a restart, and is sent once.
 */
export interface FormDrafts {
  /** Keeps a form with what is in its fields; the random id to find it by: 22 letters, digits, `-` and `_`. */
  save(owner: ExternalUser, form: Form, now: Instante): Promise<string>
  /** `null`: sent already, forgotten, another person's, or never there. */
  find(owner: ExternalUser, id: string, now: Instante): Promise<Form | null>
  /** Puts what was typed into the form's fields; the form then. */
  fill(
    owner: ExternalUser,
    id: string,
    values: Readonly<Record<string, string>>,
    now: Instante,
  ): Promise<Form | null>
  /** Ends it: of several who send the same one, one gets it. What it held is no longer kept. */
  take(owner: ExternalUser, id: string, eventId: string, now: Instante): Promise<TakenDraft>
}

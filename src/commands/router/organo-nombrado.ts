import type { InboundAction, InboundCommand, InboundSubmission } from "../../ports/chat-adapter.ts"

type Inbound = InboundCommand | InboundAction | InboundSubmission

export interface ConOrgano<T extends Inbound> {
  readonly input: T
  /** The clave of the body that was named; `null`: the one of the place. */
  readonly organo: string | null
}

const AL_FINAL = /(^|[\s:])[oó]rgano:(?:"([^"]{1,120})"|(\S{1,120}))\s*$/iu

/**
 * Every command and button may name a body at its end: `organo:subcomision-consultiva`. It is how a sub-body that
 * speaks through the channels of the body above it is answered there.
 */
export function organoNombrado<T extends Inbound>(input: T): ConOrgano<T> {
  if ("actionId" in input) {
    const { rest, organo } = partir(input.actionId)
    return { input: { ...input, actionId: rest }, organo }
  }
  if ("formId" in input) {
    const { rest, organo } = partir(input.formId)
    return { input: { ...input, formId: rest }, organo }
  }
  const { rawOptions } = input
  if (rawOptions.kind !== "text") return { input, organo: null }
  const { rest, organo } = partir(rawOptions.text)
  return { input: { ...input, rawOptions: { kind: "text", text: rest } }, organo }
}

function partir(text: string): { readonly rest: string; readonly organo: string | null } {
  const match = AL_FINAL.exec(text)
  if (match === null) return { rest: text, organo: null }
  return { rest: text.slice(0, match.index).trimEnd(), organo: match[2] ?? match[3] ?? null }
}

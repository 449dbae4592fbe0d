import type { InboundCompletion } from "../ports/chat-adapter.ts"
import { alcanceDe } from "./definition/audience.ts"
import { MAX_TYPED } from "./parser/parse.ts"
import { openScope } from "./router/scope.ts"
import { type Routing, scopeOf } from "./routing.ts"

/** What may be meant, while it is written. Whoever asks too often, or is nobody who may use it, is suggested nothing. */
export async function completeInTurn(routing: Routing, input: InboundCompletion) {
  const { admission } = routing
  if (admission.enter(input.actor, "sugerencia") !== null || admission.overflows(input.actor)) return []
  return admission.inTurn(input.actor, "sugerencia", () => completeSafely(routing, input))
}

async function completeSafely(routing: Routing, input: InboundCompletion) {
  const { commands, log } = routing
  try {
    const command = commands.find(
      (c) => c.name === input.name && c.subcommand === input.subcommand && !c.hidden,
    )
    if (!command || input.typed.length > MAX_TYPED) return []
    await routing.data.read.inboundEvents.catchUp()
    const scope = await openScope(scopeOf(routing, input))
    if (scope.kind !== "ready") return []
    const { context } = scope
    const alcance = alcanceDe(command, context.actor, context.organo.id)
    if (alcance === "nada") return []
    return await routing.completeOption(
      { ...context, alcance },
      command,
      input.option,
      input.typed,
      input.given,
    )
  } catch (error) {
    // Suggestions are a convenience: without them the text can still be typed.
    log.warn({ error, adapter: input.actor.adapter }, "completion failed")
    return []
  }
}

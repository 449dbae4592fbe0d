import { botonDesconocido, textoDemasiadoLargo } from "../cards/error.ts"
import { mayUse } from "./definition/audience.ts"
import type { Answer, Command, CommandContext } from "./definition/definition.ts"
import type { Request } from "./parser/request.ts"
import { type Llano, responderDicho, trasLaDiagonal } from "./router/llano/dicho.ts"
import { runCommand } from "./router/run.ts"
import { chooseCard, extraWordsCard, unknownCard } from "./router/suggest.ts"
import type { Routing } from "./routing.ts"

/** What was asked for is done, or what was not understood is asked about. Who asks and of which body is known. */
export async function answerRequest(
  request: Request,
  context: CommandContext,
  routing: Routing,
): Promise<Answer> {
  const { commands, log, admission, rastros, reference } = routing
  const rastro = (keys: readonly string[]) => rastros?.anotar(keys, reference)
  const usable = (command: Command) => mayUse(command, context.actor, context.organo.id)
  switch (request.kind) {
    case "run":
    case "submitted":
    case "opened": {
      const running = {
        context,
        commands,
        log,
        factor: admission.factor,
        rastro,
        opens: request.kind === "opened",
      }
      return runCommand(request.command, request.values, running, request.kind === "submitted")
    }
    case "extra_words":
      return (
        (await trasLaDiagonal(request.escrito, request.command.name, llanoDe(context, routing))) ?? {
          card: await extraWordsCard(request, context),
        }
      )
    case "dicho":
      return responderDicho(request, llanoDe(context, routing))
    case "too_long":
      return { card: textoDemasiadoLargo(request.length, request.limit) }
    case "unknown_action":
      return { card: botonDesconocido() }
    case "ambiguous": {
      const { typed, name } = request
      const candidates = request.candidates.filter(({ command }) => usable(command))
      const [only] = candidates
      if (only && candidates.length === 1 && only.command.acts === false)
        return answerRequest({ kind: "run", ...only }, context, routing)
      const dicha = await trasLaDiagonal(request.escrito, name, llanoDe(context, routing))
      if (dicha !== null) return dicha
      if (candidates.length < 2)
        return { card: await unknownCard({ typed, name, nearest: only ?? null }, commands, context) }
      return { card: await chooseCard(typed, candidates, context) }
    }
    case "unknown":
      return (
        (await trasLaDiagonal(request.escrito, request.name, llanoDe(context, routing))) ?? {
          card: await unknownCard(request, commands, context),
        }
      )
  }
}

/** Runs what was understood as the router runs what is typed. */
const llanoDe = (context: CommandContext, routing: Routing): Llano => ({
  context,
  commands: routing.commands,
  run: (command, values) => answerRequest({ kind: "run", command, values }, context, routing),
})

import { estaViva } from "../app/inicio/portada.ts"
import type { Card } from "../cards/card.ts"
import { cuentaEnSuspensoCard } from "../cards/directorio/suspendida.ts"
import { ASUNTOS_POR_PORTADA, portadaCard, portadaEnPausaCard } from "../cards/inicio/portada.ts"
import { directoDe, type ExternalUser } from "../ports/chat-adapter.ts"
import type { CommandContext } from "./definition/definition.ts"
import { inicioPara, plenariaInicioCommand } from "./inicio/inicio.ts"
import { allCommands } from "./registry.ts"
import { anotarRespuesta, conOrigen } from "./router/registro.ts"
import { contextOf, runCommand } from "./router/run.ts"
import { openScope } from "./router/scope.ts"
import { type RouterDeps, scopeOf } from "./routing.ts"

/**
 * What an account's own page says now: what `/plenaria inicio` answers to whoever the account is at this moment, with
 * their level and on record like any answer. Of an account that nobody has looked at for days, or that is suspended, no
 * data. `null`: there is no body.
 */
export const portadasDe =
  (deps: RouterDeps) =>
  async (user: ExternalUser): Promise<Card | null> => {
    const { read } = deps.data
    await read.inboundEvents.catchUp()
    const asked = { actor: user, place: { ...directoDe(user), direct: true as const } }
    const scope = await openScope(scopeOf(deps, asked, null, true))
    if (scope.kind === "suspendida") return cuentaEnSuspensoCard()
    if (scope.kind === "no_body") return null
    const { context } = scope
    if (!(await estaViva(read, user, context.now))) return portadaEnPausaCard()
    const card =
      context.actor.kind === "sin_vincular" ? await comoSeVincula(deps, context) : await suya(context)
    return portadaCard(card, context.now, context.organo.zona)
  }

/** On record before it is given. */
function suya(asker: CommandContext): Promise<Card> {
  const context = contextOf(plenariaInicioCommand, {}, asker, false)
  return conOrigen(plenariaInicioCommand, context, async () => {
    const card = await inicioPara(context, { pagina: 1, primeros: ASUNTOS_POR_PORTADA })
    await anotarRespuesta(plenariaInicioCommand, context, { card }, { options: {}, asentado: false })
    return card
  })
}

async function comoSeVincula(
  { log, commands = allCommands }: RouterDeps,
  context: CommandContext,
): Promise<Card> {
  const running = { context, commands, log, factor: 1, rastro: () => {} }
  const answer = await runCommand(plenariaInicioCommand, {}, running)
  if (!("card" in answer)) throw new Error("a page is no form")
  return answer.card
}

import { type LimiteAlcanzado, limiteCard, limiteTexto } from "../../cards/limite.ts"
import { estaAbierta } from "../../domain/desahogo/desahogo.ts"
import { type AmbitoLimite, capacidadDe } from "../../domain/limites/limites.ts"
import { esSecretariaTecnica, institucionesDe } from "../../domain/visibilidad/visibilidad.ts"
import type { ExternalUser } from "../../ports/chat-adapter.ts"
import type { TomaDeLimite } from "../../ports/limites.ts"
import { mayUse } from "../definition/audience.ts"
import type { Answer, Command, CommandContext } from "../definition/definition.ts"
import type { Values } from "../parser/values.ts"
import { Buckets, type Exhausted, type Limits } from "./admision/buckets.ts"
import { FairQueue } from "./admision/fair-queue.ts"
import { formAgain, hasForm } from "./form.ts"
import { type Asked, actionIdFor, keepable } from "./question.ts"

/** Of one account, under way and waiting; beyond it what may be refused is, without being read. */
const MOST_WAITING = 100

type Owner = { readonly ambito: AmbitoLimite; readonly clave: string }

export const accountOf = ({ adapter, workspace, user }: ExternalUser) => `${adapter} ${workspace} ${user}`
const workspaceOf = ({ adapter, workspace }: ExternalUser) => `${adapter} ${workspace}`

/**
 * How much is taken of each. What is asked is counted in memory, by each process, for it looks after the process; what
 * others have to read is counted in the database, for all processes together.
 */
export class Admission {
  readonly factor: number
  readonly #buckets: Buckets
  readonly #queue = new FairQueue()

  constructor(limits: Limits) {
    this.factor = limits.factor
    this.#buckets = new Buckets(limits)
  }

  /** Before anything is read: by the account, and by its workspace. */
  enter(user: ExternalUser, clase: "orden" | "sugerencia"): Exhausted | null {
    const espacio = { ambito: "espacio", clave: workspaceOf(user) } as const
    return this.#buckets.take(clase, [{ ambito: "persona", clave: accountOf(user) }, espacio])
  }

  /** Once it is known who asks: by the person, whatever accounts they have, and by their institutions. */
  known({ actor, organo }: CommandContext): Exhausted | null {
    if (actor.kind === "sin_vincular") return null
    const instituciones = institucionesDe(actor, organo.id)
    return this.#buckets.take("orden", [
      { ambito: "persona", clave: `persona ${actor.persona.id}` },
      ...instituciones.map((clave): Owner => ({ ambito: "institucion", clave })),
    ])
  }

  /** What is refused may be kept. */
  mayKeep(user: ExternalUser): boolean {
    return this.#buckets.take("guardado", [{ ambito: "persona", clave: accountOf(user) }]) === null
  }

  /** So much waits already that nothing more is even read. */
  overflows = (user: ExternalUser): boolean => this.#queue.of(accountOf(user)) >= MOST_WAITING

  /** In its account's turn. Suggestions have turns of their own: they are of no use later. */
  inTurn<T>(user: ExternalUser, clase: "orden" | "sugerencia", work: () => Promise<T>): Promise<T> {
    return this.#queue.run(clase === "orden" ? accountOf(user) : `${accountOf(user)} ${clase}`, work)
  }
}

/** An acuse, a vote, a confirmation of attendance, and what the Secretaría Técnica does while a session is held. */
export async function isNeverRefused(command: Command | null, context: CommandContext): Promise<boolean> {
  if (command?.limit === "never") return true
  const { actor, organo, data } = context
  if (!esSecretariaTecnica(actor, organo.id)) return false
  return (await data.read.sesiones.list(organo.id)).some(({ estado }) => estaAbierta(estado))
}

/** What others have to read, before it is done: whether there is room for it. `null`: there is. */
export async function noRoomFor(
  command: Command,
  context: CommandContext,
  factor: number,
): Promise<Exhausted | null> {
  if (command.acts === false || command.limit === "never") return null
  const secretaria = esSecretariaTecnica(context.actor, context.organo.id)
  // Nothing is taken yet of the messages: only what was done tells how many they were.
  const tomas = [
    ...(command.limit === "proposal" && !secretaria ? tomasDe("propuesta", 1, context, factor) : []),
    ...tomasDe("mensaje", 0, context, factor),
  ]
  if (tomas.length === 0) return null
  const result = await context.data.fresh.limites.tomar(tomas, context.now)
  if (result.kind === "tomadas" || (await isNeverRefused(command, context))) return null
  const { clase, ambito } = result.toma
  return { clase, ambito, espera: result.espera }
}

/** The messages that something caused, once it is done. */
export async function countMessages(n: number, context: CommandContext, factor: number): Promise<void> {
  if (n > 0) await context.data.fresh.limites.cargar(tomasDe("mensaje", n, context, factor), context.now)
}

function tomasDe(
  clase: "propuesta" | "mensaje",
  n: number,
  { actor, user, organo }: CommandContext,
  factor: number,
): readonly TomaDeLimite[] {
  if (actor.kind === "sin_vincular") return []
  const secretaria = esSecretariaTecnica(actor, organo.id)
  const owners: readonly Owner[] = [
    { ambito: "persona", clave: actor.persona.id },
    // The Secretaría Técnica's institution is one of the others: what is written for the body is not its own.
    ...(secretaria
      ? []
      : institucionesDe(actor, organo.id).map((clave): Owner => ({ ambito: "institucion", clave }))),
    { ambito: "espacio", clave: workspaceOf(user) },
  ]
  return owners.map((owner) => ({
    ...owner,
    clase,
    n,
    capacidad: capacidadDe(clase, owner.ambito, { factor, secretaria }),
  }))
}

/** What is answered to what was refused: a form as it was filled in, or a button that asks for the same again. */
export async function refusedForNow(
  asked: Pick<Asked, "command" | "values" | "filledIn"> | null,
  exhausted: Exhausted,
  context: CommandContext,
  mayKeep = true,
): Promise<Answer> {
  const limite = reached(exhausted, context)
  if (asked === null || !mayUse(asked.command, context.actor, context.organo.id))
    return { card: limiteCard(limite, { otraVez: null, conTexto: false }) }
  const { command, filledIn } = asked
  if (filledIn && hasForm(command))
    return {
      form: await formAgain(command, asked.values, [{ field: null, message: limiteTexto(limite) }], context),
    }
  // What must not be kept is not kept for this either.
  const values: Values = keepable(asked.values, () => false)
  const otraVez = mayKeep ? await actionIdFor(command, values, context, filledIn) : null
  return { card: limiteCard(limite, { otraVez, conTexto: Object.keys(values).length > 0 }) }
}

/** For what was not even read. */
export function overflowCard(exhausted: Exhausted, now: string) {
  return limiteCard(reached(exhausted, { now, organo: { zona: "UTC" } }), { otraVez: null, conTexto: true })
}

function reached(
  { clase, ambito, espera }: Exhausted,
  { now, organo }: { readonly now: string; readonly organo: { readonly zona: string } },
): LimiteAlcanzado {
  if (clase !== "orden" && clase !== "propuesta" && clase !== "mensaje")
    throw new Error(`${clase} is never answered`)
  return { clase, ambito, espera, now, zona: organo.zona }
}

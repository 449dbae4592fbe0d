import { porVentana } from "../../app/ventana.ts"
import { recortar } from "../../cards/respuesta.ts"
import { normalizarClave } from "../../domain/texto/clave.ts"
import { legible } from "../../domain/texto/legible.ts"
import { normalizar } from "../../domain/texto/texto.ts"
import type { Choice } from "../../ports/chat-adapter.ts"
import type { Command, CommandContext } from "../definition/definition.ts"
import { optionsOf } from "../definition/options.ts"
import { fuentes } from "./completar/fuentes.ts"
import { posiblesPrimero } from "./completar/posibles.ts"
import { anotar, conOrigen } from "./registro.ts"
import { targetOf } from "./usage.ts"

/** What every platform takes: Discord's limits on choices, their labels and values. */
const MAX_CHOICES = 25
const MAX_LENGTH = 100

/** A word is typed letter by letter, and each one asks. */
const DIEZ_MINUTOS_MS = 10 * 60_000

/**
 * Suggestions that name records of the body leave one entry for each account, place and command in ten minutes, and are
 * not given before it is written.
 */
export function completingOnRecord(): typeof completeOption {
  const unaVez = porVentana(DIEZ_MINUTOS_MS)
  return async (context, command, name, typed, given) => {
    const choices = await completeOption(context, command, name, typed, given)
    if (choices.length > 0 && showsRecords(context, command, name)) {
      const { user, place } = context
      const clave = JSON.stringify([user, place, targetOf(command)])
      await unaVez(clave, context.now, () =>
        conOrigen(command, context, () => anotar(context, "datos.sugeridos")),
      )
    }
    return choices
  }
}

/** Institutions are named by law; the rest is for whoever is in the directory. */
function showsRecords({ actor }: CommandContext, command: Command, name: string): boolean {
  const completes = optionsOf(command).find((option) => option.name === name)?.completes ?? null
  return actor.kind === "vinculado" && completes !== null && completes !== "institucion"
}

/**
 * Values for an option while it is typed, and only those that the asker may see and the command takes from them: first
 * what is their own, by urgency, and what can be done to it now. `given`: the other options, where they are known.
 */
async function completeOption(
  context: CommandContext,
  command: Command,
  name: string,
  typed: string,
  given: Readonly<Record<string, string>> = {},
): Promise<readonly Choice[]> {
  const option = optionsOf(command).find((candidate) => candidate.name === name)
  if (!option) return []
  const listed = option.values?.map((value) => ({ label: option.labels[value] ?? value, value }))
  const choices = listed ?? (option.completes ? await fuentes[option.completes](context, given) : [])
  const offered = choices
    .filter((choice) => fits(choice, typed))
    .filter(({ value }) => value.length <= MAX_LENGTH)
    .slice(0, MAX_CHOICES)
  const first =
    option.completes === "sesion" ? await posiblesPrimero(context, targetOf(command), offered) : offered
  return first.map(({ label, value }) => ({ label: recortar(legible(label), MAX_LENGTH), value }))
}

/** Every typed word is in the label, or the clave is typed loosely. */
function fits({ label, value }: Choice, typed: string): boolean {
  const plain = normalizar(`${label} ${value}`)
  if (
    normalizar(typed)
      .split(" ")
      .every((word) => plain.includes(word))
  )
    return true
  const clave = normalizarClave(typed)
  return clave !== "" && normalizarClave(value).includes(clave)
}

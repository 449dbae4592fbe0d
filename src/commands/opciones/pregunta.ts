import type { Card } from "../../cards/card.ts"
import type { CommandContext, Question } from "../definition/definition.ts"

/** Instead of what an option names: the card that says why not, or the question which is meant. */
export type EnSuLugar = { readonly kind: "card" } & (
  | { readonly card: Card }
  | { readonly question: Question }
)

/** Which of these the option means; each answer goes on with all else that was written. */
export function preguntar(
  { purpose }: Pick<CommandContext, "purpose">,
  card: Card,
  option: string,
  claves: readonly string[],
): EnSuLugar {
  const verbo = purpose === "reading" ? "Ver" : "Continuar con"
  const answers = claves.map((clave) => ({
    label: `${verbo} ${clave}`,
    values: { [option]: clave },
    confirms: false,
  }))
  return { kind: "card", question: { card, answers } }
}

import type { Card } from "../../cards/card.ts"
import { textoProtegidoCard } from "../../cards/datos-protegidos.ts"
import type { FormProblem } from "../../cards/form.ts"
import { type DatoProtegido, sonDispensables } from "../../domain/texto/datos-protegidos/datos-protegidos.ts"
import type { CommandContext } from "../definition/definition.ts"
import { hasForm } from "./form.ts"
import { type Asked, keep, keepable } from "./question.ts"
import type { Reparo } from "./reparos.ts"
import { targetOf } from "./usage.ts"
import type { Doubt } from "./written.ts"

/** What stands against doing something as it was written. */
export interface Against {
  readonly problems: readonly FormProblem[]
  readonly doubts: readonly Doubt[]
  /** Those among the problems that are about what must not be kept. */
  readonly reparos: readonly Reparo[]
}

/** The command that says why something is public here; its own reason can be excused from nothing. */
export const DISPENSAR = "plenaria.dispensar"

/**
 * What is answered to a text with protected data; `null`: as any other refusal, which in a form is the form again. What
 * may be public is kept for whoever typed it, for a day; none of it is said again.
 */
export async function protegidoCard(
  asked: Asked,
  against: Against,
  context: CommandContext,
): Promise<Card | null> {
  const { command, filledIn } = asked
  const { problems, reparos } = against
  const datos = [...new Set(reparos.flatMap((reparo) => reparo.datos))]
  // What cannot be kept for another reason is not kept either.
  if (datos.length === 0 || reparos.some((reparo) => reparo.datos.length === 0)) return null
  const puede = sePuedeDispensar(asked, against, datos)
  const ofrece = puede && context.puede(DISPENSAR)
  if (!ofrece && (filledIn || !hasForm(command))) return null
  const dispensados = ofrece ? [...context.dispensados, ...datos] : []
  // What identifies a victim or a case is not stored, not even for whoever wrote it.
  const values = keepable(asked.values, sonDispensables)
  const kept = await keep({ ...asked, values }, [], { ...context, dispensados })
  return textoProtegidoCard({
    problemas: problems.map(({ message }) => message),
    corregir: hasForm(command) ? `plenaria.corregir:${kept}` : null,
    dispensar: ofrece ? `${DISPENSAR}:${kept}` : null,
    pidaLo: puede,
    sinGuardar: Object.keys(values).length < Object.keys(asked.values).length,
  })
}

/** Nothing else is wrong, nothing of it identifies a victim or a case, and it stands in a text, not in an address. */
function sePuedeDispensar(
  { command }: Asked,
  { problems, doubts, reparos }: Against,
  datos: readonly DatoProtegido[],
): boolean {
  return (
    targetOf(command) !== DISPENSAR &&
    doubts.length === 0 &&
    problems.every(({ field }) => reparos.some((reparo) => reparo.field === field)) &&
    reparos.every(({ enDireccion }) => !enDireccion) &&
    sonDispensables(datos)
  )
}

import type { ContextoCharla } from "../../../ports/lenguaje/charlas.ts"
import type { CommandContext } from "../../definition/definition.ts"
import { optionsOf } from "../../definition/options.ts"
import type { Lectura, Orden, QueSePuede } from "../../parser/llano/lectura.ts"
import { seguirEnContexto } from "../../parser/llano/seguir.ts"
import { targetOf } from "../usage.ts"

/** What was spoken of last with this person in this place, for ten minutes. */
export const contextoDe = ({ data, user, place, now }: CommandContext): Promise<ContextoCharla | null> =>
  data.fresh.charlas.leer(user, place, now)

/** What may be referred to next. Of what was written only what names a record stays: no text of anybody's. */
export async function anotarContexto(
  { data, user, place, now }: CommandContext,
  ordenes: readonly Orden[],
  propuesta: boolean,
): Promise<void> {
  const [sola] = ordenes
  const completa =
    sola !== undefined &&
    ordenes.length === 1 &&
    Object.keys(sola.values).length === Object.keys(sinTextos(sola)).length
  const opciones = ordenes.map((orden) => ({ command: targetOf(orden.command), values: sinTextos(orden) }))
  await data.fresh.charlas.guardar(user, place, { opciones, propuesta: propuesta && completa }, now)
}

function sinTextos({ command, values }: Orden): Readonly<Record<string, string>> {
  const textos = optionsOf(command)
    .filter(({ kind }) => kind === "texto" || kind === "secreto" || kind === "direccion")
    .map(({ name }) => name)
  return Object.fromEntries(Object.entries(values).filter(([name]) => !textos.includes(name)))
}

export const seguir = (
  escrito: string,
  contexto: ContextoCharla | null,
  lugar: QueSePuede,
): Lectura | null =>
  contexto === null
    ? null
    : seguirEnContexto(escrito, { ...contexto, opciones: ordenesDe(contexto, lugar) }, lugar)

const ordenesDe = ({ opciones }: ContextoCharla, { commands }: QueSePuede): readonly Orden[] =>
  opciones.flatMap(({ command: target, values }) => {
    const command = commands.find((one) => targetOf(one) === target)
    return command === undefined ? [] : [{ command, values }]
  })

import type { FormProblem } from "../../cards/form.ts"
import type { DatoProtegido } from "../../domain/texto/datos-protegidos/datos-protegidos.ts"
import { reparoDeTexto } from "../../domain/texto/texto-libre.ts"
import { textoConDatos } from "../../texts/datos-protegidos.ts"
import type { OptionInfo } from "../definition/options.ts"
import type { Values } from "../parser/values.ts"

/** What stands against keeping a text, whatever its command makes of it. */
export interface Reparo extends FormProblem {
  readonly field: string
  /** The protected data that it seems to hold; none: it cannot be kept for another reason. */
  readonly datos: readonly DatoProtegido[]
  /** It is an address, which is written by a machine: nobody can say that what is in it was meant. */
  readonly enDireccion: boolean
}

/** The one guard of every text and address of every command. `dispensados`: kinds of data that were said to be public. */
export function reparosDe(
  options: readonly OptionInfo[],
  values: Values,
  dispensados: readonly DatoProtegido[],
): readonly Reparo[] {
  return options.flatMap((option) => {
    const { kind, name } = option
    const typed = values[name]
    if (typed === undefined || (kind !== "texto" && kind !== "direccion")) return []
    const enDireccion = kind === "direccion"
    const reparo = reparoDeTexto(typed)
    if (reparo === null) return []
    if (reparo.kind === "no_guardable")
      return [{ field: name, message: NO_GUARDABLE, datos: [], enDireccion }]
    const datos = reparo.datos.filter((dato) => enDireccion || !dispensados.includes(dato))
    return datos.length === 0 ? [] : [{ field: name, message: textoConDatos(datos), datos, enDireccion }]
  })
}

const NO_GUARDABLE = "El texto contiene caracteres que no se pueden guardar. Escríbalo de nuevo."

import type { FormProblem } from "../../cards/form.ts"
import { LARGOS } from "../../domain/directorio/claves.ts"
import { organosLlamados, subOrganos } from "../../domain/directorio/suborgano.ts"
import type { Organo } from "../../domain/tipos/directorio.ts"
import { enumerar } from "../../texts/plurales.ts"
import type { CommandContext } from "../definition/definition.ts"
import { referencia } from "../opciones/referencia.ts"
import { textoLibre } from "../opciones/texto.ts"

export const subOrganoOption = (summary: string) =>
  referencia({ summary, label: "Subcomisión o grupo", max: LARGOS.nombreCorto })

export const oficialOption = textoLibre({
  summary: "nombre como lo imprime su norma",
  label: "Nombre oficial",
  min: 3,
  max: LARGOS.nombreOficial,
})

export const cortoOption = textoLibre({
  summary: "como se le llama en los avisos",
  label: "Nombre corto",
  min: 3,
  max: 120,
})

/** A body right below the one that is asked about, by its clave or one of its names. */
export async function subOrganoDe(
  { data, organo, hoy }: CommandContext,
  field: string,
  typed: string,
): Promise<{ readonly organo: Organo } | { readonly problems: readonly FormProblem[] }> {
  const todos = subOrganos(organo, await data.fresh.organos.all(), hoy)
  const [uno, otro] = organosLlamados(typed, todos)
  if (uno !== undefined && otro === undefined) return { organo: uno }
  const claves = todos.map(({ clave }) => clave)
  const message =
    claves.length === 0
      ? `Ningún órgano en funciones depende de ${organo.nombreCorto}.`
      : `No es claro cuál es. Escriba su clave: ${enumerar(claves.slice(0, 8))}.`
  return { problems: [{ field, message }] }
}

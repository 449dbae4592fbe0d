import type { GrupoPresente, Quorum } from "../domain/desahogo/quorum.ts"
import { enumerar, plural } from "./plurales.ts"

/** What the rule asks: "8", "la institución que preside y 5 más", "7, con 3 de A, B, C y D (gobiernos estatales)". */
export function quorumPedido({ requerido, ademas, exigePresidencia, composicion }: Quorum): string {
  // Of those who come, whoever presides: "1" would be there without her.
  const soloPreside = exigePresidencia && requerido === 1
  const cuantas = soloPreside
    ? "la institución que preside"
    : ademas === null
      ? `${requerido}`
      : `la institución que preside y ${ademas} más`
  if (composicion.length === 0) return cuantas
  return `${cuantas}, con ${enumerar(composicion.map(grupoPedido))}`
}

const esTodo = ({ minimo, instituciones }: GrupoPresente) => minimo === instituciones.length

/** "SHCP y SEP", "3 de A, B y C (gobiernos estatales)" */
function grupoPedido(grupo: GrupoPresente): string {
  const { nombre, instituciones, minimo } = grupo
  const siglas = enumerar(instituciones)
  return `${esTodo(grupo) ? siglas : `${minimo} de ${siglas}`}${nombre === null ? "" : ` (${nombre})`}`
}

/** What is still missing, a sentence for each thing; empty: nothing is. */
export function faltasDeQuorum(quorum: Quorum): readonly string[] {
  const { exigePresidencia, presidenciaPresente, faltanAsientos, ademas, composicion } = quorum
  const asientos = plural(faltanAsientos, "institución", "instituciones")
  return [
    ...(exigePresidencia && !presidenciaPresente
      ? ["Falta la institución que preside, y el órgano la exige."]
      : []),
    ...(faltanAsientos === 0
      ? []
      : [`${verbo(faltanAsientos)} ${asientos}${ademas === null ? "" : " además de la que preside"}.`]),
    ...composicion.filter(({ minimo, presentes }) => presentes < minimo).map(faltaDelGrupo),
  ]
}

const verbo = (n: number) => (n === 1 ? "Falta" : "Faltan")

/** "Falta SHCP.", "Faltan 2 de A, B y C (gobiernos estatales)." */
function faltaDelGrupo(grupo: GrupoPresente): string {
  const { nombre, minimo, presentes, ausentes } = grupo
  const faltan = minimo - presentes
  const quienes = enumerar(ausentes)
  const deCuales = faltan === ausentes.length ? quienes : `${faltan} de ${quienes}`
  return `${verbo(faltan)} ${deCuales}${nombre === null ? "" : ` (${nombre})`}.`
}

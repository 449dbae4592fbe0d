import type { VersionReglas } from "../../domain/reglas/perfil-reglas.ts"
import type { Fecha } from "../../domain/tipos/tiempo.ts"
import { sonIguales, valorDe } from "./perfil.ts"
import type { CampoRegla } from "./tema/campo.ts"

/**
 * The version that gave a rule the value that it has on a day: the first of those that have it without a break. `null`: no
 * version is on record, and it is the program's.
 */
export function origenDeRegla(
  versiones: readonly VersionReglas[],
  campo: CampoRegla,
  hoy: Fecha,
): VersionReglas | null {
  const enVigor = versiones.filter(({ perfil }) => perfil.vigenteDesde <= hoy)
  const ultima = enVigor.at(-1)
  if (ultima === undefined) return null
  const valor = valorDe(ultima.perfil, campo)
  const distinta = enVigor.findLastIndex(({ perfil }) => !sonIguales(valorDe(perfil, campo), valor))
  return enVigor[distinta + 1] ?? ultima
}

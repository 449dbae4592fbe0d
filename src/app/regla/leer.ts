import type { FormProblem } from "../../cards/form.ts"
import type { PerfilReglas } from "../../domain/reglas/perfil-reglas.ts"
import { type CambioRegla, sonIguales, valorDe } from "./perfil.ts"
import type { CampoRegla, FormularioReglas } from "./tema/campo.ts"

type Dichos = Readonly<Record<string, string | undefined>>

export type CambiosLeidos =
  | { readonly kind: "cambios"; readonly cambios: readonly CambioRegla[] }
  | { readonly kind: "problemas"; readonly problemas: readonly FormProblem[] }

/**
 * What was typed of the rules of a form, against those that hold. `lleno`: what is left empty was left so on purpose; in a
 * closed list, it stays as it is.
 */
export function leerCambios(
  { campos }: FormularioReglas,
  perfil: PerfilReglas,
  dichos: Dichos,
  lleno: boolean,
): CambiosLeidos {
  const cambios: CambioRegla[] = []
  const problemas: FormProblem[] = []
  for (const campo of campos) {
    const escrito = dichos[campo.opcion]?.trim() ?? (lleno && campo.valores === null ? "" : null)
    if (escrito === null) continue
    const leido = campo.leer(escrito)
    if ("reparo" in leido) problemas.push({ field: campo.opcion, message: leido.reparo })
    else if (!sonIguales(leido.valor, valorDe(perfil, campo))) cambios.push({ campo, valor: leido.valor })
  }
  return problemas.length > 0 ? { kind: "problemas", problemas } : { kind: "cambios", cambios }
}

/** What the fields of a form hold now. Where there is no rule yet, that of the first call stands. */
export function escritoAhora(
  { campos }: FormularioReglas,
  perfil: PerfilReglas,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    campos.map((campo) => [campo.opcion, campo.escribir(valorOHeredado(perfil, campo))]),
  )
}

const valorOHeredado = (perfil: PerfilReglas, campo: CampoRegla): unknown =>
  valorDe(perfil, campo) ??
  valorDe(perfil, { ruta: campo.ruta.replace("segundaConvocatoria.quorumPropio", "quorum") }) ??
  null

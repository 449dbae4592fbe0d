import { type Autor, enDirectorio, type Hecho, type Registro } from "../../app/directorio/registro.ts"
import { reparoEnPalabras } from "../../cards/directorio/reparos.ts"
import type { FormProblem } from "../../cards/form.ts"
import type { CampoDirectorio, ReparoDirectorio } from "../../domain/directorio/reparos.ts"
import type { CommandContext } from "../definition/definition.ts"
import { actuacionOf } from "../router/actuacion.ts"

/** Who asks, on the register of the body that is asked about. */
export function autorDe(context: CommandContext): Autor {
  const { persona, plataforma, now, organo } = actuacionOf(context)
  return { persona, organoId: organo.id, plataforma, now }
}

/** Acts of the directory, all or none, as who asks. */
export const enSuNombre = <T>(
  context: CommandContext,
  work: (registro: Registro) => Promise<Hecho<T>>,
): Promise<Hecho<T>> => enDirectorio(context.data, autorDe(context), work)

/** Which option of a command each datum is, where it is not called alike. */
export type Campos = Partial<Readonly<Record<CampoDirectorio, string>>>

/** What stands against it, beside the field that it is about. */
export function problemasDe(
  reparo: ReparoDirectorio,
  campos: Campos = {},
): { readonly problems: readonly FormProblem[] } {
  const field = campos[reparo.campo] ?? reparo.campo
  return { problems: [{ field, message: reparoEnPalabras(reparo) }] }
}

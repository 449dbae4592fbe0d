import { type DatoProtegido, datosProtegidos } from "./datos-protegidos/datos-protegidos.ts"

/** Characters that PostgreSQL cannot keep: NUL and halves of a pair. */
const NO_GUARDABLE = /[\0\p{Cs}]/u

export const esGuardable = (texto: string): boolean => !NO_GUARDABLE.test(texto)

/** Something that can be seen: neither space, control, format character nor a letter that is drawn as nothing. */
const VISIBLE = /[^\s\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/u

/** Why a text is not put on record as it is. */
export type ReparoTexto =
  | { readonly kind: "no_guardable" }
  | { readonly kind: "datos_protegidos"; readonly datos: readonly DatoProtegido[] }

/** Nothing to read in it: also a text of zero-width characters alone. */
export const enBlanco = (texto: string): boolean => !VISIBLE.test(texto)

/** What stands against keeping a free text; `null`: nothing. Every free text passes here, whatever it came by. */
export function reparoDeTexto(texto: string): ReparoTexto | null {
  if (!esGuardable(texto)) return { kind: "no_guardable" }
  const datos = [...new Set([...datosProtegidos(texto), ...datosProtegidos(sinEscapes(texto))])]
  return datos.length > 0 ? { kind: "datos_protegidos", datos } : null
}

/** `%40` in an address is the same character in another dress. */
const sinEscapes = (texto: string): string =>
  texto.replace(/(?:%[\da-f]{2})+/giu, (escaped) => {
    try {
      return decodeURIComponent(escaped)
    } catch {
      return escaped
    }
  })
